/**
 * `npm run search:score`: the gold queries, how many are answered in the first three and the mean
 * reciprocal rank, by language and kind. --check fails below the floors, --show lists the queries
 * that are not answered.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import '../../lib/tools/build/han-table.ts';
import { allLanguages } from '../../lib/search/languages/all.ts';
import { countryOf } from '../../lib/search/country-of.ts';
import { createSearch } from '../../lib/search/search.ts';
import { searchTextOf } from '../../lib/search/search-text.ts';
import { builtInList } from '../../lib/tools/build/built-in.ts';
import { readYaml } from '../../lib/tools/build/read-yaml.ts';

/** Reached on 1 December 2026, less one query in a hundred. */
const FLOORS = { inThree: 0.97, meanReciprocalRank: 0.9 };
const FIRST = 3;
const LIMIT = 30;

const Gold = v.record(v.string(), v.record(v.string(), v.record(v.string(), v.string())));

interface Score {
  queries: number;
  inThree: number;
  reciprocal: number;
}

const { values } = parseArgs({ options: { check: { type: 'boolean' }, show: { type: 'boolean' } } });
const gold = v.parse(Gold, readYaml(readFileSync(new URL('gold.yaml', import.meta.url), 'utf8')));
const list = builtInList();
const search = createSearch([searchTextOf(list.id, list)], allLanguages());
const known = new Set(list.entries.map(({ id }) => id));
const scores = new Map<string, Score>();

function add(key: string, rank: number): void {
  const score = scores.get(key) ?? { queries: 0, inThree: 0, reciprocal: 0 };
  score.queries++;
  if (rank > 0 && rank <= FIRST) score.inThree++;
  if (rank > 0) score.reciprocal += 1 / rank;
  scores.set(key, score);
}

for (const [lang, kinds] of Object.entries(gold))
  for (const [kind, queries] of Object.entries(kinds))
    for (const [query, answer] of Object.entries(queries)) {
      const wanted = new Set(answer.split(' '));
      for (const id of wanted) if (!known.has(id)) console.error(`${query}: the list has no ${id}`);
      const { hits } = search.find(query, { limit: LIMIT, country: countryOf(lang) });
      const rank = hits.findIndex(({ entry }) => wanted.has(entry)) + 1;
      for (const key of [lang, kind, 'all']) add(key, rank);
      if (values.show && (rank === 0 || rank > FIRST))
        console.log(
          `${lang}\t${query}\t${rank || 'not found'}\t${hits
            .slice(0, FIRST)
            .map(({ entry }) => entry)
            .join(' ')}`,
        );
    }

console.log(`${'queries'.padEnd(20)} in first three   mean reciprocal rank`);
for (const [key, { queries, inThree, reciprocal }] of scores)
  console.log(
    `${key.padEnd(12)} ${String(queries).padStart(5)}   ${String(inThree).padStart(4)} ${(inThree / queries).toFixed(3)}       ${(reciprocal / queries).toFixed(3)}`,
  );

const all = scores.get('all') ?? { queries: 1, inThree: 0, reciprocal: 0 };
if (
  values.check &&
  (all.inThree / all.queries < FLOORS.inThree || all.reciprocal / all.queries < FLOORS.meanReciprocalRank)
) {
  console.error(
    `below the floors: ${FLOORS.inThree} in the first three, ${FLOORS.meanReciprocalRank} mean reciprocal rank`,
  );
  process.exitCode = 1;
}
