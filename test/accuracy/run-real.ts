/**
 * `npm run accuracy -- --texts DIR`: the accuracy of the built-in list on the real texts of
 * real/*.yaml, whose words are in DIR. Marks outside the judged places count as wrong, because each
 * text was judged completely. With --draft it prints a judgement of the texts in DIR/index.json
 * that accepts every mark, to be corrected by a person who reads the text.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { hanReady } from '../../lib/match/text/simplify-chinese.ts';
import { builtInList } from '../../lib/tools/build/built-in.ts';
import { glosser } from '../../lib/tools/build/gloss-text.ts';
import { readText, realPassages, textSha, type JudgedText } from './real-texts.ts';
import { precision, recall, score, type Fault, type Totals } from './score.ts';

const Index = v.array(
  v.object({
    id: v.string(),
    url: v.string(),
    lang: v.string(),
    kind: v.string(),
    found: v.string(),
    date: v.string(),
  }),
);

export async function scoreRealTexts(dir: string, show: boolean): Promise<void> {
  await hanReady();
  const list = builtInList();
  const gloss = glosser([list]);
  const known = new Set(list.entries.map((entry) => entry.id));
  const { passages, problems } = realPassages(dir);
  for (const problem of problems) console.error(problem);
  const groupsOf = ({ set, lang, kind, found }: JudgedText) => [
    set,
    `${set} ${lang.split('-')[0]}`,
    `${set} ${kind}`,
    `${set} found by ${found === 'none' ? 'no topic' : 'topic'}`,
  ];
  const rows = new Map<string, { texts: number; totals: Totals; known: number }>();
  const faults: Fault[] = [];
  for (const passage of passages) {
    const result = score([passage], ({ text, lang, date }) =>
      gloss([text], { lang, date }).map(({ start, end, entry }) => ({ start, end, entry })),
    );
    faults.push(...result.faults);
    const totals = result.totals.get('all');
    if (!totals) continue;
    const inList = passage.spans.filter((s) => s.expect === 'mention' && known.has(s.entry ?? '')).length;
    for (const group of groupsOf(passage)) {
      const row = rows.get(group);
      if (!row) rows.set(group, { texts: 1, totals: { ...totals }, known: inList });
      else {
        row.texts++;
        row.known += inList;
        for (const key of Object.keys(totals) as (keyof Totals)[]) row.totals[key] += totals[key];
      }
    }
  }
  if (show)
    for (const { id, what, text, is, should } of faults)
      console.log([id, what, JSON.stringify(text), is, should && `should be ${should}`].join('\t'));
  console.log('texts  words  names  right  wrong  missed  precision  recall  of what the list has');
  for (const [group, { texts, totals, known: inList }] of [...rows].sort(([a], [b]) => a.localeCompare(b))) {
    const strict = { ...totals, plain: totals.plain + totals.extra };
    console.log(
      [
        String(texts).padStart(5),
        String(totals.words).padStart(6),
        String(totals.gold).padStart(6),
        String(totals.right).padStart(6),
        String(strict.wrong + strict.plain).padStart(6),
        String(totals.gold - totals.right).padStart(7),
        precision(strict).toFixed(3).padStart(10),
        recall(totals).toFixed(3).padStart(7),
        (totals.right / (inList || 1)).toFixed(3).padStart(7),
        ` ${group}`,
      ].join(' '),
    );
  }
}

/** Prints a draft for a judge, in which every mark is an expected name. */
export async function draftJudgements(dir: string): Promise<void> {
  await hanReady();
  const gloss = glosser([builtInList()]);
  const index = v.parse(Index, JSON.parse(readFileSync(join(dir, 'index.json'), 'utf8')));
  const drafts = index.map(({ id, url, lang, kind, found, date }) => {
    const text = readText(dir, id);
    const names: Record<string, string[]> = {};
    for (const { start, end, entry } of gloss([text], { lang, date })) {
      const words = text.slice(start, end);
      let nth = 1;
      for (let at = text.indexOf(words); at >= 0 && at < start; at = text.indexOf(words, at + 1)) nth++;
      (names[entry] ??= []).push(nth === 1 ? words : `${words}#${nth}`);
    }
    return { id, url, lang, kind, found, date, sha: textSha(text), names };
  });
  for (const draft of drafts) console.log(`- ${JSON.stringify(draft)}`);
}
