/**
 * `npm run accuracy`: the accuracy of the built-in list and its rules on the gold passages,
 * compared with three baselines without rules. --show lists the faults, --check fails below the
 * floors; both leave out the baselines, whose expressions of all names take minutes. --json prints
 * the table as data. --texts DIR scores real texts instead (run-real.ts), --outside DIR sets by
 * others (run-outside.ts), and --agreement compares two annotators of the gold passages
 * (agreement.ts).
 */
import { parseArgs } from 'node:util';
import { compileNames } from '../../lib/match/names/compile.ts';
import { chooseSenses, createMatcher } from '../../lib/match/index.ts';
import { builtInList } from '../../lib/tools/build/built-in.ts';
import { printAgreement } from './agreement.ts';
import { byExpression, longestOnly } from './baselines.ts';
import { belowFloor } from './floors.ts';
import { loadPassages, type Passage } from './passages.ts';
import { draftJudgements, scoreRealTexts } from './run-real.ts';
import { scoreOutside } from './run-outside.ts';
import { f1, precision, recall, score, senses, type Mark, type Totals } from './score.ts';

const { values } = parseArgs({
  options: {
    show: { type: 'boolean' },
    check: { type: 'boolean' },
    json: { type: 'boolean' },
    set: { type: 'string' },
    texts: { type: 'string' },
    draft: { type: 'boolean' },
    outside: { type: 'string' },
    agreement: { type: 'boolean' },
  },
});
if (values.texts !== undefined) {
  if (values.draft) await draftJudgements(values.texts);
  else await scoreRealTexts(values.texts, values.show === true);
  process.exit();
}
if (values.outside !== undefined) {
  await scoreOutside(values.outside, values.show === true);
  process.exit();
}
if (values.agreement) {
  printAgreement(values.show === true);
  process.exit();
}
const list = builtInList();
const passages = loadPassages().filter((passage) => !values.set || passage.set === values.set);
const matcher = createMatcher([compileNames(list)]);
const ours = (passage: Passage): Mark[] => chooseSenses(matcher, [matcher.read(passage.text)], passage);
/** The baselines without rules. */
const baselines = () =>
  [
    ['exact names, no rules', byExpression(list.entries, '')],
    ['names in any case', byExpression(list.entries, 'i')],
    ['longest match only', longestOnly(matcher, () => '')],
  ] as const;

const known = new Set(list.entries.map((entry) => entry.id));
for (const { id, spans } of passages)
  for (const { entry } of spans)
    if (entry && !known.has(entry)) console.error(`${id} names ${entry}, which is not in the list`);

const result = score(passages, ours);
const row = (name: string, t: Totals) =>
  `${name.padEnd(26)} ${precision(t).toFixed(3)}  ${recall(t).toFixed(3)}  ${f1(t).toFixed(3)}  ${senses(t).toFixed(3)}  ${String(t.gold).padStart(5)}  ${String(t.wrong).padStart(4)}  ${String(t.missed).padStart(4)}  ${String(t.plain).padStart(4)}  ${String(t.extra).padStart(4)}  ${((1000 * t.marks) / t.words).toFixed(1).padStart(6)}`;
if (values.show)
  for (const { id, what, text, is, should } of result.faults)
    console.log([id, what, JSON.stringify(text), is, should && `should be ${should}`].join('\t'));
if (values.json)
  console.log(
    JSON.stringify(
      Object.fromEntries(
        [...result.totals].map(([key, t]) => [
          key,
          { ...t, precision: precision(t), recall: recall(t), f1: f1(t), senses: senses(t) },
        ]),
      ),
      null,
      1,
    ),
  );
else {
  console.log(`${passages.length} passages`);
  console.log(`${''.padEnd(26)} prec.  recall F1     sense  names  wrong missed bare extra marks/1,000 words`);
  for (const [key, t] of result.totals) console.log(row(key, t));
  for (const [name, find] of values.check || values.show ? [] : baselines()) {
    const all = score(passages, (passage) => find(passage.text)).totals.get('all');
    if (all) console.log(row(name, all));
  }
}
if (values.check) {
  const faults = belowFloor(result.totals);
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length ? 1 : 0;
}
