/**
 * Protects which mention is the first of its section when a page moves blocks without changing
 * them.
 */
import { beforeAll, expect, it } from 'vitest';
import { runToEnd } from '../../../lib/core/run-to-end.ts';
import { createMatcher } from '../../../lib/match/index.ts';
import { compileNames } from '../../../lib/match/names/compile.ts';
import { Mentions } from '../../../lib/page/mentions/mentions.ts';
import type { Flow } from '../../../lib/page/text/flow.ts';
import { builtInList } from '../../../lib/tools/build/built-in.ts';

/** A flow of one text node. The tests only compare the identity of the node. */
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
  for (const one of FLOWS) runToEnd(mentions.read(one));
  runToEnd(mentions.choose(FLOWS, {}));
});

it('notices that a heading or a block with a name moved, and ignores a block without names', () => {
  expect(runToEnd(mentions.isReordered(FLOWS))).toBe(false);
  expect(runToEnd(mentions.isReordered([weather, story, heading, second]))).toBe(false);
  expect(runToEnd(mentions.isReordered([story, second, weather, heading]))).toBe(true);
  expect(runToEnd(mentions.isReordered([heading, second, story, weather]))).toBe(true);
  expect(runToEnd(mentions.isReordered([story, heading, weather]))).toBe(true);
});

it('marks a name as a repeat once its block is in a section that has the name', () => {
  const repeats = () => mentions.in(second).map(({ repeat }) => repeat);
  expect(repeats()).toEqual([false]);
  runToEnd(mentions.choose([story, second, weather, heading], {}));
  expect(repeats()).toEqual([true]);
});
