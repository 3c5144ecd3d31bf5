/**
 * Replaces characters of PDFs by the usual ones. Programs that make PDFs find the character for a
 * glyph, and a glyph can stand for several. Chromium's printing writes the radical ⽤ for 用, and ︒
 * for a full stop in vertical text (https://crbug.com/41457061). Ligatures of TeX may have only a
 * code.
 */

/** Radicals that Unicode separates from equal-looking signs, each before its sign. */
const RADICALS =
  '⺒巳⺓幺⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⼾户⾭青';
const SIGN_OF: ReadonlyMap<string, string> = new Map(
  Array.from({ length: RADICALS.length / 2 }, (_, k) => [RADICALS.charAt(2 * k), RADICALS.charAt(2 * k + 1)]),
);
/** Radicals, and punctuation of vertical text. */
const UNUSUAL = /[\u2e80-\u2fdf\ufe10-\ufe19\ufe30-\ufe48]/g;

/**
 * The codes of ligatures in TeX fonts without a table of their characters, by the encodings OT1 and
 * T1.
 */
const LIGATURES: ReadonlyMap<string, string> = new Map(
  [...'ﬀﬁﬂﬃﬄ'].flatMap((sign, k) => [0x0b, 0x1b].map((code) => [String.fromCharCode(code + k), sign] as const)),
);
const LIGATURE = /(?<=\p{L})\p{Cc}|\p{Cc}(?=\p{L})/gu;

/** Some fonts have one glyph for the Japanese dot between words and a sign of dictionaries. */
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
