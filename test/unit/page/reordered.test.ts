/** Protects which mention is the first of its section where a page moves blocks without change. */
import { beforeAll, expect, it } from 'vitest';
import { finish } from '../../../lib/core/finish.ts';
import { createMatcher } from '../../../lib/match/index.ts';
import { compileNames } from '../../../lib/match/names/compile.ts';
import { Mentions } from '../../../lib/page/mentions/mentions.ts';
import type { Flow } from '../../../lib/page/text/flow.ts';
import { builtInList } from '../../../lib/tools/build/built-in.ts';

/** A flow of one text node. Nothing here asks the node for more than who it is. */
const flow = (text: string, heading = false): Flow => ({
  container: {} as Element,
  text,
  nodes: [{} as Text],
  starts: [0],
  heading,
});
const story = flow('China restricts exports of gallium. '.repeat(200));
const heading = flow('Later', true);
const second = flow('Exports of gallium fell.');
const weather = flow('It rained all day.');
const FLOWS = [story, heading, second, weather];
let mentions: Mentions;

beforeAll(() => {
  mentions = new Mentions(createMatcher([compileNames(builtInList())]));
  for (const one of FLOWS) finish(mentions.read(one));
  finish(mentions.choose(FLOWS, {}));
});

it('a heading or a block with a name that moved is noticed, and a block without is not', () => {
  expect(mentions.isReordered(FLOWS)).toBe(false);
  expect(mentions.isReordered([weather, story, heading, second])).toBe(false);
  expect(mentions.isReordered([story, second, weather, heading])).toBe(true);
  expect(mentions.isReordered([heading, second, story, weather])).toBe(true);
  expect(mentions.isReordered([story, heading, weather])).toBe(true);
});

it('where the heading moved to the end, the second paragraph repeats a name of its section', () => {
  const repeats = () => mentions.in(second).map(({ repeat }) => repeat);
  expect(repeats()).toEqual([false]);
  finish(mentions.choose([story, second, weather, heading], {}));
  expect(repeats()).toEqual([true]);
});
