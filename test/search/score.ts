/**
 * `npm run search:score`: the share of queries that are answered in the first three results, and
 * the mean reciprocal rank, by language and kind, for the gold set and the check set. Search was
 * tuned on the gold set; the check set was written before its results were seen. --check fails
 * below the floors, and --show lists the queries without an answer.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import '../../lib/tools/build/han-table.ts';
import { allLanguages } from '../../lib/search/languages/all.ts';
import { countryOf } from '../../lib/search/country-of.ts';
import { createSearch } from '../../lib/search/search.ts';
import { searchTextOf } from '../../lib/search/make-search-text.ts';
import { builtInList } from '../../lib/tools/build/built-in.ts';
import { readYaml } from '../../lib/tools/build/read-yaml.ts';

/** The results of 1 December 2026, minus one query in a hundred. */
const SETS = {
  gold: { inThree: 0.98, meanReciprocalRank: 0.97 },
  check: { inThree: 0.97, meanReciprocalRank: 0.96 },
};
const FIRST = 3;
const LIMIT = 30;

/** The entries that answer a query, by language, kind and query. */
const Queries = v.record(v.string(), v.record(v.string(), v.record(v.string(), v.string())));

interface Score {
  queries: number;
  inThree: number;
  reciprocal: number;
}

const { values } = parseArgs({ options: { check: { type: 'boolean' }, show: { type: 'boolean' } } });
const list = builtInList();
const search = createSearch([searchTextOf(list.id, list)], allLanguages());
const known = new Set(list.entries.map(({ id }) => id));

function add(scores: Map<string, Score>, key: string, rank: number): void {
  const score = scores.get(key) ?? { queries: 0, inThree: 0, reciprocal: 0 };
  score.queries++;
  if (rank > 0 && rank <= FIRST) score.inThree++;
  if (rank > 0) score.reciprocal += 1 / rank;
  scores.set(key, score);
}

/** The rank of the first answer, from 1, or 0 if there is none. */
function rankOf(query: string, lang: string, wanted: ReadonlySet<string>): number {
  const { hits } = search.find(query, { limit: LIMIT, country: countryOf(lang) });
  const rank = hits.findIndex(({ entry }) => wanted.has(entry)) + 1;
  if (values.show && (rank === 0 || rank > FIRST)) {
    const first = hits.slice(0, FIRST).map(({ entry }) => entry);
    console.log(`${lang}\t${query}\t${rank || 'not found'}\t${first.join(' ')}`);
  }
  return rank;
}

function measure(set: string): Map<string, Score> {
  const queries = v.parse(Queries, readYaml(readFileSync(new URL(`${set}.yaml`, import.meta.url), 'utf8')));
  const scores = new Map<string, Score>();
  for (const [lang, kinds] of Object.entries(queries))
    for (const [kind, answers] of Object.entries(kinds))
      for (const [query, answer] of Object.entries(answers)) {
        const wanted = new Set(answer.split(' '));
        for (const id of wanted) if (!known.has(id)) console.error(`${query}: the list has no ${id}`);
        const rank = rankOf(query, lang, wanted);
        for (const key of [lang, kind, 'all']) add(scores, key, rank);
      }
  return scores;
}

for (const [set, floors] of Object.entries(SETS)) {
  const scores = measure(set);
  console.log(`${set.padEnd(12)} queries in first three   mean reciprocal rank`);
  for (const [key, { queries, inThree, reciprocal }] of scores)
    console.log(
      `${key.padEnd(12)} ${String(queries).padStart(7)}   ${String(inThree).padStart(4)} ${(inThree / queries).toFixed(3)}       ${(reciprocal / queries).toFixed(3)}`,
    );
  const all = scores.get('all') ?? { queries: 1, inThree: 0, reciprocal: 0 };
  const isBelow =
    all.inThree / all.queries < floors.inThree || all.reciprocal / all.queries < floors.meanReciprocalRank;
  if (!values.check || !isBelow) continue;
  console.error(
    `${set}: below the floors: ${floors.inThree} in the first three, ${floors.meanReciprocalRank} mean reciprocal rank`,
  );
  process.exitCode = 1;
}
