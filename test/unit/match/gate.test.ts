/** The gate may say yes wrongly, but never no: it must open for each text that holds a name. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runToEnd } from '../../../lib/core/run-to-end.ts';
import { Gate, chooseSenses, createMatcher } from '../../../lib/match/index.ts';
import { TARGET_FORM, TARGET_NAME, flagsOf, targetKind } from '../../../lib/match/names/compiled-names.ts';
import { compileGate } from '../../../lib/match/names/compile-gate.ts';
import { compileNames } from '../../../lib/match/names/compile.ts';
import { GATE_END } from '../../../lib/match/names/name-gate.ts';
import { decodeGate, encodeGate } from '../../../lib/match/names/serialize.ts';
import { TargetTexts } from '../../../lib/match/names/target-texts.ts';
import { numberOf, spanCount } from '../../../lib/match/text/flat-spans.ts';
import { builtInList } from '../../../lib/tools/build/built-in.ts';
import { loadPassages } from '../../accuracy/passages.ts';
import { anyCharacter, madeTexts, runs } from '../../support/runs.ts';

const names = compileNames(builtInList());
const gate = new Gate(decodeGate(encodeGate(compileGate(names)) + GATE_END));
const opens = (text: string) => runToEnd(gate.opens(text));
const matcher = createMatcher([names]);
const kindOf = (target: number) => targetKind(flagsOf(names, target));
const texts = new TargetTexts();
/** Names, act words, longer expressions and cues of the list. */
const expressions = Array.from(names.targetSorts, (_, target) => texts.of({ names, base: 0 }, target));

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
  const missed: string[] = [];
  expressions.forEach((name, target) => {
    // One of the ways for each name; a name has many neighbours of its kind.
    const [plain = '', ...ways] = waysToWrite(name);
    const written = [plain, ways[target % ways.length] ?? ''];
    if (kindOf(target) === TARGET_NAME) missed.push(...written.filter((text) => holdsName(text) && !opens(text)));
  });
  expect(missed).toEqual([]);
});

test('the gate opens for act words with a number, and not without', () => {
  expect(Array.from(names.targetSorts, (_, target) => kindOf(target))).toContain(TARGET_FORM);
  expect(opens('Announcement No. 46 of 2024')).toBe(true);
  expect(opens('公告第４６号')).toBe(true);
  expect(opens('The announcement came in the evening.')).toBe(false);
});

const passages = loadPassages();

test('the gate opens for every passage of the gold set that holds a name', () => {
  expect(passages.filter(({ text }) => holdsName(text) && !opens(text))).toEqual([]);
});

/** Ways in which a page may write a name, or break it. */
const spellings: ((name: string) => string)[] = [
  (name) => name,
  (name) => name.toUpperCase(),
  (name) => name.toLowerCase(),
  (name) => name.charAt(0).toUpperCase() + name.slice(1),
  (name) => `${name}s`,
  (name) => `${name}'s`,
  (name) => name.replaceAll(' ', '-'),
  (name) => name.replaceAll('-', ' '),
  (name) => name.replaceAll(' ', '\n'),
  (name) => name.replaceAll(' ', '\u00a0'),
  (name) => name.replaceAll(' ', ''),
  (name) => name.replaceAll('&', 'and'),
  (name) => name.normalize('NFD'),
  (name) => name.replace(/[!-~]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) + 0xfee0)),
  (name) => [...name].join('.'),
  (name) => [...name].join(' '),
  (name) => [...name].join('\u200b'),
  (name) => `${name.slice(0, name.length / 2)}\u00ad${name.slice(name.length / 2)}`,
  (name) => `${name.slice(0, name.length / 2)}-\n${name.slice(name.length / 2)}`,
];
const word = fc.oneof(
  fc.tuple(fc.constantFrom(...expressions), fc.constantFrom(...spellings)).map(([name, spell]) => spell(name)),
  fc.constantFrom(
    'the',
    'The',
    'in',
    'of',
    'No.',
    '46',
    '2024',
    '|',
    '(',
    ')',
    '—',
    '.',
    ',',
    '\n',
    '第',
    '号',
    '的',
    '와',
  ),
  fc.string({ maxLength: 4, unit: anyCharacter }),
);
const madeText = madeTexts(word, 8, [' ', '', '  ', '\n']);
const pieceOfPassage = fc
  .tuple(fc.constantFrom(...passages), fc.nat(400), fc.nat(200), fc.constantFrom(...spellings))
  .map(([{ text }, from, length, spell]) => spell(text.slice(from, from + length)));

test('the gate opens for every text in which a mention is found', () => {
  let found = 0;
  const { numRuns, seed } = runs(6000);
  fc.assert(
    fc.property(fc.oneof(madeText, pieceOfPassage), (text) => {
      const isFound = holdsName(text) || chooseSenses(matcher, [matcher.read(text)]).length > 0;
      found += Number(isFound);
      expect(isFound && !opens(text), JSON.stringify(text)).toBe(false);
    }),
    { numRuns, seed },
  );
  expect(found).toBeGreaterThan(numRuns / 10);
});

test('the gate stays shut for words that are names only with capitals, or in a table', () => {
  for (const text of [
    'In the evening he will be as calm as the doe.',
    'An arm on the screen, as in the film.',
    'why does he find us in the house by the lake',
  ])
    expect(opens(text), text).toBe(false);
  expect(opens('Ga | In | Ge')).toBe(true);
  expect(opens('one of its many s.c.r.e.e.n.s')).toBe(true);
});
