/**
 * Protects paragraphs of PDFs: text and notes continue over columns and pages, whatever is between,
 * and text that only seems to continue stays apart.
 */
import { expect, it } from 'vitest';
import type { RawText } from '../../../lib/reader/layout/model.ts';
import { joinPages, layoutPage, textsOf, type PlacedPage } from '../../../lib/reader/layout/page-layout.ts';

const [WIDTH, HEIGHT] = [600, 800];
const SIZE = 10;

interface Piece {
  text: string;
  x: number;
  /** The base line, from the top of the page. */
  y: number;
  size?: number;
  width?: number;
}

const COLUMN = 240;
/** Longer lines are stretched to the width of the column. */
const FULL_LENGTH = 25;

const widthOf = (text: string, size: number): number =>
  text.length > FULL_LENGTH ? COLUMN : [...text].reduce((sum, sign) => sum + (sign > '\u2e00' ? size : size / 2), 0);

const rawText = (pieces: readonly Piece[]): RawText => ({
  styles: {},
  items: pieces.map(({ text, x, y, size = SIZE, width = widthOf(text, size) }) => ({
    str: text,
    transform: [size, 0, 0, size, x, HEIGHT - y],
    width,
    height: size,
    fontName: 'own',
  })),
});

function textsIn(...pages: (readonly Piece[])[]): string[] {
  const placed: PlacedPage[] = [];
  for (const pieces of pages) {
    const size = { width: WIDTH, height: HEIGHT };
    const page = layoutPage(rawText(pieces), [1, 0, 0, -1, 0, HEIGHT], size, placed.at(-1));
    joinPages(page, placed.toReversed());
    placed.push(page);
  }
  return textsOf(placed);
}

const lines = (texts: readonly string[], x: number, y: number, size = SIZE): Piece[] =>
  texts.map((text, k) => ({ text, x, y: y + 1.2 * size * k, size }));

const FULL = 'The Ministry of Commerce has put gallium on a list of goods';
const BODY = [FULL, FULL, FULL, FULL];
const NOTE = 'exports of gallium and of germanium to all other countries';

it('continues a footnote on the next page', () => {
  const texts = textsIn(
    [...lines([...BODY, 'and ends.'], 60, 100), ...lines([`1 See ${NOTE}`, `${NOTE} by the Bureau of`], 60, 700, 8)],
    [
      ...lines([...BODY, 'and ends.'], 60, 100),
      ...lines(['Industry and Security.'], 60, 700, 8),
      ...lines(['2 Another note.'], 60, 714, 8),
    ],
  );
  expect(texts).toContain(`1 See ${NOTE} ${NOTE} by the Bureau of Industry and Security.`);
  expect(texts).toContain('2 Another note.');
});

it('continues a footnote in the next column, where its lines are indented', () => {
  const column = [
    'The Ministry of Commerce has put',
    'gallium on the list, and the rest',
    'of them stay. It ends here.',
  ];
  const texts = textsIn([
    ...lines(column, 60, 100),
    ...lines(['1 Some of the goods that the Bureau of'], 60, 700, 8),
    ...lines(column, 320, 100),
    ...lines(['Industry and Security has listed, as', 'the notice says.'], 328, 690, 8),
    ...lines(['2 Another note.'], 320, 710, 8),
  ]);
  expect(texts).toContain(
    '1 Some of the goods that the Bureau of Industry and Security has listed, as the notice says.',
  );
});

it('keeps a note apart that begins with its number', () => {
  const texts = textsIn(
    [...lines(BODY, 60, 100), ...lines([`1 See ${NOTE}`], 60, 700, 8)],
    [...lines(BODY, 60, 100), ...lines([`2 See ${NOTE}`], 60, 700, 8)],
  );
  expect(texts).toContain(`1 See ${NOTE}`);
});

it('continues the text over a page most of whose letters are in notes', () => {
  const notes = Array.from({ length: 12 }, () => NOTE);
  const texts = textsIn(
    [...lines([FULL, `${FULL} by the Bureau of`], 60, 100), ...lines([`1 ${NOTE}`, ...notes], 60, 300, 8)],
    lines(['Industry and Security.'], 60, 100),
  );
  expect(texts).toContain(`${FULL} ${FULL} by the Bureau of Industry and Security.`);
});

it('continues the text over a page number far from the edge of the page', () => {
  const texts = textsIn(
    [...lines([...BODY, `${FULL} by the Bureau of`], 60, 150), ...lines(['1'], 300, 640)],
    lines(['Industry and Security.'], 60, 150),
  );
  expect(texts[0]).toBe(`${[...BODY, FULL].join(' ')} by the Bureau of Industry and Security.`);
});

it('keeps a paragraph whole whose line is pushed down by the number of a note', () => {
  const texts = textsIn([
    ...lines([FULL, `${FULL} and ends here now.`], 60, 100),
    { text: 'It goes on.', x: 60, y: 128 },
    { text: '2', x: 115, y: 124, size: 9 },
    { text: 'The Bureau of Industry', x: 121, y: 128 },
    { text: 'and Security.', x: 60, y: 140 },
  ]);
  expect(texts).toEqual([`${FULL} ${FULL} and ends here now. It goes on. 2 The Bureau of Industry and Security.`]);
});

it('ends a paragraph at the number of a note behind its last sentence', () => {
  const texts = textsIn([
    ...lines([FULL, 'and that is all there is to say about the goods of a list.'], 60, 100),
    { text: '2', x: 300, y: 108, size: 6 },
    { text: 'Another paragraph begins, and is long enough for two lines', x: 72, y: 124 },
    { text: 'of text.', x: 60, y: 136 },
  ]);
  expect(texts).toHaveLength(2);
});

it('separates paragraphs by a small gap where the lines above are closer', () => {
  const texts = textsIn([
    ...lines([FULL, FULL, 'and that is all there is to say about the goods of a list.'], 60, 100),
    ...lines(['Another paragraph begins here, after a gap of a few points, and', 'ends.'], 60, 139.5),
  ]);
  expect(texts).toHaveLength(2);
});

it('keeps a heading in the middle apart from the text below', () => {
  const texts = textsIn([
    ...lines(['Article 5'], 200, 100),
    ...lines(['The Bureau of Industry and Security changes the list of goods', 'once a year.'], 60, 112),
    ...lines(['Article 6'], 200, 136),
    ...lines(['The Ministry of Commerce does so in the month of November or', 'December.'], 60, 148),
  ]);
  expect(texts.slice(0, 1)).toEqual(['Article 5']);
  expect(texts).toHaveLength(4);
});

it('continues each of two languages beside each other in its own column', () => {
  const english = ['The Ministry of Commerce lists', 'gallium and more of the goods.'];
  const french = ['Le ministère du Commerce vise le', 'gallium et bien des produits.'];
  const column = (texts: readonly string[], end: string, x: number) => [
    ...[0, 1, 2].flatMap((k) => lines(texts, x, 100 + 40 * k)),
    ...lines([end], x, 220),
  ];
  const texts = textsIn(
    [...column(english, 'Exports need a licence of the', 60), ...column(french, 'Les exportations sont soumises', 320)],
    [...lines(['Bureau of Industry and Security.'], 60, 100), ...lines(['à une licence.'], 320, 100)],
  );
  expect(texts).toContain('Les exportations sont soumises à une licence.');
  expect(texts).toContain('Exports need a licence of the Bureau of Industry and Security.');
});

it('does not continue a cell in the next one of its row', () => {
  const texts = textsIn([
    ...lines(['Rules of the United States on', 'goods and the'], 60, 100),
    ...lines(['Semiconductors and machines that', 'make them'], 220, 100),
    ...lines(['Rules of Japan'], 60, 130),
    ...lines(['Machines'], 220, 130),
  ]);
  expect(texts).toContain('Rules of the United States on goods and the');
});

it('reads the ligatures of TeX fonts that have only codes', () => {
  const texts = textsIn(lines([`${FULL}, as the O\u001ece says: the \u000crst goods, but o\u001b the list`], 60, 100));
  expect(texts).toEqual([`${FULL}, as the Oﬃce says: the ﬁrst goods, but oﬀ the list`]);
});

it('joins Chinese lines to digits without a space, and names its signs as texts do', () => {
  const texts = textsIn(lines(['依照美国贸易法的规定根据301', '条款向最终⽤⼾出口镓'], 60, 100));
  expect(texts).toEqual(['依照美国贸易法的规定根据301条款向最终用户出口镓']);
});

it('reads the dot between Japanese words as texts write it', () => {
  const texts = textsIn([
    { text: 'エンティティー', x: 60, y: 100 },
    { text: '‧', x: 130, y: 100 },
    { text: 'リスト', x: 140, y: 100 },
  ]);
  expect(texts).toEqual(['エンティティー・リスト']);
});

it('continues an indented text in a column below a title that begins further left', () => {
  const texts = textsIn([
    ...lines(['Bulletin'], 300, 40),
    ...lines(['The Ministry of Commerce has put gallium', 'on the list. Nothing in Announcement'], 60, 100),
    ...lines(['No. 46 of 2024 limits what it may do', 'in a single case.'], 320, 90),
  ]);
  expect(texts).toContain(
    'The Ministry of Commerce has put gallium on the list. Nothing in Announcement No. 46 of 2024 limits what it may do in a single case.',
  );
});

it('keeps text beside a picture whole, above text as wide as the page', () => {
  const texts = textsIn([
    ...lines(
      ['The Bureau of Industry and Security and the', 'people of the Office of Foreign Assets', 'Control did.'],
      60,
      100,
    ),
    ...lines([FULL, FULL, FULL, FULL, FULL], 60, 150).map((line) => ({ ...line, width: 480 })),
  ]);
  expect(texts[0]).toBe(
    'The Bureau of Industry and Security and the people of the Office of Foreign Assets Control did.',
  );
});

it('continues a column that ends above a note as wide as the page', () => {
  const texts = textsIn([
    ...lines(['The Ministry of Commerce has put gallium', 'on the list. Nothing in Announcement'], 60, 600),
    ...lines(['No. 46 of 2024 limits what it may do', 'in a single case.'], 320, 90),
    ...lines(['A note on both columns, as long as a line', 'that has two columns'], 60, 640).map((line) => ({
      ...line,
      width: 500,
    })),
  ]);
  expect(texts[0]).toMatch(/Nothing in Announcement No\. 46 of 2024 limits/);
});

it('joins a vertical line over marks that take half the height of a sign', () => {
  const heights = [0, 10, 20, 25, 35, 45];
  const texts = textsIn([...'管制法，向日'].map((text, k) => ({ text, x: 300, y: 100 + (heights[k] ?? 0) })));
  expect(texts).toEqual(['管制法，向日']);
});

/** A note in letters of the body's size, with its raised number and a short last line. */
const noteOf = (n: number, y: number): Piece[] => [
  { text: String(n), x: 66, y: y - 4, size: 7, width: 4 },
  { text: 'The Bureau of Industry and Security added it to its publica-', x: 71, y, width: 440 },
  { text: 'tion.', x: 55, y: y + 12, width: 15 },
];

it('keeps notes in letters of the size of the text apart from it, right below it too', () => {
  const texts = textsIn(
    [
      ...lines([...BODY, 'nothing in Section 301 of the', 'Trade Act'], 55, 600),
      { text: '1', x: 160, y: 656, size: 7, width: 4 },
      { text: 'limits it under the International Emergency', x: 166, y: 660, width: 129 },
      ...noteOf(1, 672),
    ],
    lines(['Economic Powers Act, and nothing in the Chips Act', 'did so.'], 55, 100),
  );
  expect(texts[0]).toMatch(/Trade Act 1 limits it under the International Emergency Economic Powers Act/);
  expect(texts[1]).toBe('1 The Bureau of Industry and Security added it to its publica-\ntion.');
});

it('joins a row that is exactly as wide as the other lines, however wide its gaps', () => {
  const texts = textsIn([
    ...lines(BODY, 60, 100),
    ...['Das Bundesamt', 'Wirtschaft', 'Ausfuhrkontrolle'].flatMap((text, k): Piece[] => [
      { text, x: 60, y: 148 + 12 * k, width: 100 },
      { text: ['für', 'und', 'hat'][k] ?? '', x: 270 + 3 * k, y: 148 + 12 * k, width: 30 - 3 * k },
    ]),
    ...lines([FULL], 60, 184),
  ]);
  expect(texts[0]).toContain('Das Bundesamt für Wirtschaft und Ausfuhrkontrolle hat');
});

it('takes a line beside a heading in the next narrow column for prose', () => {
  const column = (texts: readonly string[], x: number) => lines(texts, x, 100).map((line) => ({ ...line, width: 140 }));
  const prose = [
    'Counsel should read the Entity',
    'List together with the Export',
    'Control Reform Act of 2018,',
    'which changes two of its',
  ];
  const [aside, ...rest] = column(
    ['Analysts at the conference', 'Expect that it', 'will take until', 'next year to'],
    360,
  );
  const texts = textsIn([
    ...column(prose, 60),
    ...column(
      ['and for what. Two officials', 'of the Commission told', 'The committee that', 'enforcement had been'],
      210,
    ),
    ...[aside as Piece, ...rest.slice(1)],
    { text: 'Summary', x: 360, y: 122, size: 14, width: 60 },
  ]);
  expect(texts[0]).toContain(prose.join(' '));
});
