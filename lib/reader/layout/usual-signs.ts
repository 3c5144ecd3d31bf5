/**
 * Signs as texts write them. Programs that make PDFs look up from a glyph which sign it is, and a
 * glyph can be several: Chromium's printing names 用 as the radical ⽤ and gives a full stop of
 * vertical text as ︒ (https://crbug.com/41457061). Ligatures of TeX may have only a code.
 */

/** Radicals that Unicode separates from equal-looking signs, each before its sign. */
const RADICALS =
  '⺒巳⺓幺⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⼾户⾭青';
const SIGN_OF: ReadonlyMap<string, string> = new Map(
  Array.from({ length: RADICALS.length / 2 }, (_, k) => [RADICALS.charAt(2 * k), RADICALS.charAt(2 * k + 1)]),
);
/** Radicals, and marks as they stand in vertical text. */
const UNUSUAL = /[\u2e80-\u2fdf\ufe10-\ufe19\ufe30-\ufe48]/g;

/**
 * TeX's fonts without a table of their signs have ligatures at these codes, by two encodings: OT1
 * and T1.
 */
const LIGATURES: ReadonlyMap<string, string> = new Map(
  [...'ﬀﬁﬂﬃﬄ'].flatMap((sign, k) => [0x0b, 0x1b].map((code) => [String.fromCharCode(code + k), sign] as const)),
);
const LIGATURE = /(?<=\p{L})\p{Cc}|\p{Cc}(?=\p{L})/gu;

/** Fonts share the glyph of the Japanese dot between words with a sign of dictionaries. */
const DOT = /(?<=^|[\u30a0-\u30ff])‧(?=$|[\u30a0-\u30ff])/g;

/** Replaces unusual signs; the length stays the same. */
export const withUsualSigns = (text: string): string =>
  text
    .replace(DOT, '・')
    .replace(LIGATURE, (sign) => LIGATURES.get(sign) ?? sign)
    .replace(UNUSUAL, (sign) => {
      const usual = SIGN_OF.get(sign) ?? sign.normalize('NFKC');
      return usual.length === 1 ? usual : sign;
    });
