/**
 * Protects users from text that is missing without notice. A font without a character table is
 * recognised by what PDF.js returns for it, and no readable text is taken for one.
 */
import { expect, it } from 'vitest';
import { unreadableFonts } from '../../../lib/reader/layout/unreadable-fonts.ts';
import { NOTICE } from '../../support/pdf-files.ts';

const fontsOf = (texts: Record<string, string>) => [
  ...unreadableFonts({
    styles: {},
    items: Object.entries(texts).flatMap(([fontName, text]) =>
      text.split('\n').map((str) => ({ str, transform: [1, 0, 0, 1, 0, 0], width: 0, height: 0, fontName })),
    ),
  }),
];
const shifted = (text: string, by: number) =>
  [...text].map((sign) => String.fromCharCode(sign.charCodeAt(0) - by)).join('');
const ENGLISH = NOTICE.join('\n');
/** The glyph codes of a Chinese notice that Chromium prints with Noto Serif CJK. */
const CHINESE_CODES =
  'みⱾ齉⪢⼏\u0013\u0011\u0013\u0015䇯珮\u0015\u0017⺔ⱽ䍼汲⪮╛椿撖갔㴸粁㍶⭸⹺瓜⯎⸌⮥┳┶◡附⺉ꚗꙚꙔ飃溮儣乓汲';

it.each([
  [
    'codes in the order in which letters come',
    [...ENGLISH].map((sign) => String.fromCharCode(sign.charCodeAt(0) % 31)).join(''),
  ],
  ['numbers of glyphs, 29 below the letters', shifted(ENGLISH, 29)],
  ['the same, the spaces left out by the layout', shifted(ENGLISH.replace(/[^A-Za-z\d]/g, ''), 29)],
  ['a notice in Chinese by numbers of glyphs', CHINESE_CODES],
  ['signs of private use', shifted(ENGLISH, -0xf000)],
])('recognises an unreadable font by %s', (_, text) => {
  expect(fontsOf({ bad: text, good: ENGLISH })).toEqual(['bad']);
});

it.each([
  ['English', ENGLISH],
  ['English in capitals', ENGLISH.toUpperCase()],
  [
    'Czech',
    'Ministerstvo průmyslu a obchodu zakázalo vývoz galia, germania a antimonu do třetích zemí. Čtvrtý čtvrtletní přehled smrští hlt čtvrtých vln. '.repeat(
      3,
    ),
  ],
  [
    'Polish',
    'Ministerstwo Rozwoju ograniczyło wywóz galu, germanu i antymonu; pszczoły, źdźbła i chrząszcz brzmią w trzcinie w Szczebrzeszynie. '.repeat(
      3,
    ),
  ],
  [
    'Vietnamese',
    'Bộ Công Thương đã quyết định hạn chế xuất khẩu gali, gecmani và antimon sang Hoa Kỳ kể từ ngày 9 tháng 11. '.repeat(
      3,
    ),
  ],
  [
    'Chinese',
    '商务部公告2024年第46号，加强相关两用物项对美国出口管制。原则上不予许可镓、锗、锑、超硬材料相关两用物项对美国出口。',
  ],
  [
    'Chinese as Chromium prints it, with radicals',
    '两⽤物项出⼝管制条例，对稀⼟永磁材料、⽯墨实施出⼝管制。⻓江存储列⼊实体清单⽤⼝⼟⽯⼊⻓',
  ],
  ['Japanese', '経済産業省はガリウムとゲルマニウムの輸出管理を強化した。外国ユーザーリストにファーウェイを追加した。'],
  ['Korean', '산업통상자원부는 갈륨과 게르마늄의 수출을 통제하기로 하였다. 전략물자 고시를 개정하였다.'],
  ['Hebrew', 'משרד המסחר הגביל יצוא של גליום ושל גרמניום לארצות הברית'],
  ['a table of codes', '3A001.b.2 3B001 8112.92 USD HKD CNY BIS DDTC NSCS CCTV SMIC YMTC CXMT 8101.94'.repeat(2)],
  ['bullets of a font of symbols', '\uf0b7'.repeat(40)],
  ['a hyphen that a program wrote as a control character', ENGLISH.replaceAll('-', '\u0002')],
])('accepts %s as readable', (_, text) => {
  expect(fontsOf({ font: text })).toEqual([]);
});
