/** The gate may say yes wrongly, but never no: it must open for each text that holds a name. */
import { expect, test } from 'vitest';
import { runToEnd } from '../../../lib/core/run-to-end.ts';
import { Gate, createMatcher } from '../../../lib/match/index.ts';
import { TARGET_FORM, TARGET_NAME, flagsOf, targetKind } from '../../../lib/match/names/compiled-names.ts';
import { compileGate } from '../../../lib/match/names/compile-gate.ts';
import { compileNames } from '../../../lib/match/names/compile.ts';
import { decodeGate, encodeGate } from '../../../lib/match/names/serialize.ts';
import { TargetTexts } from '../../../lib/match/names/target-texts.ts';
import { numberOf, spanCount } from '../../../lib/match/text/flat-spans.ts';
import { builtInList } from '../../../lib/tools/build/built-in.ts';
import { loadPassages } from '../../accuracy/passages.ts';

const names = compileNames(builtInList());
const gate = new Gate(decodeGate(encodeGate(compileGate(names))));
const opens = (text: string) => runToEnd(gate.opens(text));
const matcher = createMatcher([names]);
const kindOf = (target: number) => targetKind(flagsOf(names, target));

function holdsName(text: string): boolean {
  const { hits } = matcher.read(text);
  return Array.from({ length: spanCount(hits) }, (_, n) => kindOf(numberOf(hits, n))).includes(TARGET_NAME);
}

/** Names as they are written, in capitals, in a line without, and as words of a sentence. */
const waysToWrite = (name: string): string[] => [
  name,
  name.toUpperCase(),
  `some more ${name.toLowerCase()} than there was before`,
  `Much ${name}, they say.`,
  `A | ${name} | B`,
];

test('the gate opens for every name of the list, however it is written', () => {
  const texts = new TargetTexts();
  const missed: string[] = [];
  for (let target = 0; target < names.targetSorts.length; target += 1)
    if (kindOf(target) === TARGET_NAME)
      missed.push(
        ...waysToWrite(texts.of({ names, base: 0 }, target)).filter((text) => holdsName(text) && !opens(text)),
      );
  expect(missed).toEqual([]);
});

test('the gate opens for act words with a number, and not without', () => {
  expect(Array.from(names.targetSorts, (_, target) => kindOf(target))).toContain(TARGET_FORM);
  expect(opens('Announcement No. 46 of 2024')).toBe(true);
  expect(opens('公告第四十六号')).toBe(true);
  expect(opens('The announcement came in the evening.')).toBe(false);
});

test('the gate opens for every passage of the gold set that holds a name', () => {
  expect(loadPassages().filter(({ text }) => holdsName(text) && !opens(text))).toEqual([]);
});

test('the gate stays shut for words that are names only with capitals, or in a table', () => {
  for (const text of [
    'In the evening he will be as calm as the doe.',
    'An arm on the screen, as in the film.',
    'why does he find us in the house by the lake',
  ])
    expect(opens(text), text).toBe(false);
  expect(opens('Ga | In | Ge')).toBe(true);
});
