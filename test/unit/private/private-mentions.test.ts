/**
 * Protects the search for own terms and private lists: they are found in the text that a page
 * sends, and sorted among the marked mentions.
 */
import { expect, it } from 'vitest';
import { createMatcher } from '../../../lib/match/index.ts';
import { decodeNames } from '../../../lib/match/names/serialize.ts';
import type { MarkedMentions, TextRun } from '../../../lib/messaging/protocol.ts';
import type { ToPage } from '../../../lib/messaging/to-page.ts';
import { countOf, findPrivate, triedOnPage, withPrivate } from '../../../lib/private/find-private.ts';
import { gatherText } from '../../../lib/private/gather-text.ts';
import { compileTerms } from '../../../lib/terms/compile-own.ts';
import { BLANK } from '../../../lib/terms/term.ts';

const term = (name: string) => ({ ...BLANK, id: `own/${name.toLowerCase().replace(/\W+/g, '-')}`, name });
const matcher = createMatcher([decodeNames(compileTerms([term('Project Heron'), term('Quay House')]))]);

const run = (id: number, text: string, unseen: [number, number][] = []): TextRun => ({ id, text, unseen });
const RUNS = [
  run(8, 'Quay House sells gallium. It was said to wait.'),
  run(3, 'Nothing here.'),
  run(5, 'Germanium goes to Project Heron, not to Project Heron II.', [[40, 60]]),
];
const marked = (n: number, text: string) => ({
  n,
  entry: `mineral/${text.toLowerCase()}`,
  kind: 'mineral',
  name: text,
  text,
  quote: '',
  before: '',
  after: '',
  personal: false,
});
const PAGE: MarkedMentions = {
  url: 'https://news.example/a',
  title: 'A',
  lang: 'en',
  articleDay: null,
  underlined: { fewer: 0, normal: 0, all: 0 },
  frames: [],
  dateSource: null,
  mentions: [marked(0, 'gallium'), marked(1, 'zinc'), marked(2, 'Germanium')],
  // The second is in text that the page added after sending the rest.
  starts: [
    [8, 17],
    [99, 0],
    [5, 0],
  ],
};

function found(runs: readonly TextRun[] = RUNS) {
  const work = findPrivate(matcher, runs, {});
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

it('private mentions are in reading order, each with its sentence and place', () => {
  const { mentions } = withPrivate(PAGE, RUNS, found());
  expect(mentions.map(({ text }) => text)).toEqual(['Quay House', 'gallium', 'zinc', 'Germanium', 'Project Heron']);
  const [first] = mentions;
  expect(first).toMatchObject({
    n: -1,
    place: { flow: 8, start: 0, end: 10 },
    entry: 'own/quay-house',
    personal: true,
    quote: 'Quay House sells gallium.',
  });
  expect(new Set(mentions.map(({ n }) => n)).size).toBe(mentions.length);
});

it('private mentions that the user cannot see are left out', () => {
  expect(found().map(({ start }) => start)).toEqual([0, 18]);
  expect(countOf(found([run(1, 'Project Heron', [[0, 13]])]))).toBe(0);
});

it('a trial returns the count of matches with quotes', () => {
  expect(triedOnPage(PAGE, found())).toMatchObject({ title: 'A', count: 2, quotes: [{ text: 'Quay House' }, {}] });
});

/** A page that answers with `pieces` in order, whatever the request. */
const handingOver = (pieces: unknown[]) => {
  const asked: ToPage[] = [];
  const ask = async (request: ToPage) => {
    asked.push(request);
    return pieces[asked.length - 1] ?? null;
  };
  return { asked, ask };
};

it('collects text in pieces, each run once, until it is enough', async () => {
  const page = handingOver([
    { runs: [RUNS[0], RUNS[1]], next: 2 },
    { runs: [RUNS[1], RUNS[2]], next: 4 },
    { runs: [run(9, 'More.')], next: 5 },
  ]);
  const runs = await gatherText({ ask: page.ask, maxChars: 100, idle: true });
  expect(runs).toEqual(RUNS);
  expect(page.asked).toEqual([
    { type: 'text', from: 0, idle: true },
    { type: 'text', from: 2, idle: true },
  ]);
});

it.each([
  [
    'that repeats itself',
    [
      { runs: [RUNS[0]], next: 1 },
      { runs: [], next: 1 },
      { runs: [RUNS[1]], next: null },
    ],
    1,
  ],
  ['that stops answering', [{ runs: [RUNS[0]], next: 1 }, null], 1],
  [
    'that answers nonsense in the middle',
    [
      { runs: [RUNS[0]], next: 1 },
      { runs: [{ id: 'x' }], next: 2 },
    ],
    1,
  ],
])('stops asking a page %s', async (_, pieces, expected) => {
  const page = handingOver(pieces);
  expect(await gatherText({ ask: page.ask, maxChars: 1e6, idle: false })).toHaveLength(expected);
  expect(page.asked).toHaveLength(2);
});

it('gives up on a page whose text never ends, and returns null for one that does not answer', async () => {
  let asked = 0;
  const endless = async () => ({ runs: [], next: ++asked });
  expect(await gatherText({ ask: endless, maxChars: 1e6, idle: false })).toEqual([]);
  expect(asked).toBeLessThanOrEqual(5_000);
  expect(await gatherText({ ask: async () => null, maxChars: 1e6, idle: false })).toBeNull();
});
