/**
 * `npm run --silent search -- [--json] [--lang xx] [--date YYYY-MM-DD] [--limit N] "QUERY"`: prints
 * what the popup would show for a query, with the popup's code. With --json an array of {entry,
 * name, aliases, kind, line, why}, best first.
 */
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import './closed-pipe.ts';
import '../build/han-table.ts';
import { resultText } from '../../card/lookup/result-row.ts';
import { createLookup } from '../../card/lookup/lookup.ts';
import { today } from '../../core/today.ts';
import { createMessages } from '../../i18n/messages.ts';
import { indexKnowledge } from '../../knowledge/model/knowledge-index.ts';
import { countryOf } from '../../search/country-of.ts';
import { allLanguages } from '../../search/languages/all.ts';
import { createSearch } from '../../search/search.ts';
import { searchTextOf } from '../../search/make-search-text.ts';
import { builtInList } from '../build/built-in.ts';

const USAGE = 'usage: npm run --silent search -- [--json] [--lang xx] [--date YYYY-MM-DD] [--limit N] "QUERY"';
/** As many as the popup shows. */
const DEFAULT_LIMIT = '30';

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

/** A day that exists: 30 February does not. */
function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return (
    v.is(v.pipe(v.string(), v.isoDate()), text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
  );
}

function readArgs() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        lang: { type: 'string', default: 'en' },
        date: { type: 'string' },
        limit: { type: 'string', default: DEFAULT_LIMIT },
      },
    });
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

const { values, positionals } = readArgs();
const query = positionals.join(' ');
const limit = Number(values.limit);
if (positionals.length === 0) fail(USAGE);
if (!Number.isInteger(limit) || limit < 1) fail(`${values.limit} is no number of results`);
if (values.date !== undefined && !isDay(values.date)) fail(`${values.date} is not a day: YYYY-MM-DD`);

// The interface has two languages; users of other languages get English.
const locale = /^zh/i.test(values.lang) ? 'zh_CN' : 'en';
const list = builtInList();
const search = createSearch([searchTextOf(list.id, list)], allLanguages());
const t = createMessages(locale);
const lookup = createLookup({
  bases: [
    {
      list: list.id,
      knowledge: indexKnowledge(list),
      entries: new Map(list.entries.map((entry) => [entry.id, entry])),
      title: list.title,
      version: list.version,
      updated: list.updated,
    },
  ],
  locale,
  t,
  today: values.date ?? today(),
  asOf: null,
  search,
});
const found = search.find(query, { limit, country: countryOf(values.lang) });
const rows = found.hits.map((hit) => lookup.result(hit, query));

if (values.json) {
  const shown = rows.map((row) => ({
    entry: row.id,
    name: row.name,
    aliases: row.aliases,
    kind: row.kind,
    line: resultText(row, t),
    why: row.why,
  }));
  console.log(JSON.stringify(shown, null, 1));
} else {
  if (found.isNear) console.log(t(rows.length > 0 ? 'search_nearest' : 'search_none', query.trim()));
  if (found.missedCodes.length > 0) console.log(t('search_missed_codes', found.missedCodes.join(', ')));
  if (found.missed.length > 0) console.log(t('search_missed', found.missed.join(', ')));
  for (const row of rows) {
    const name = [row.name, ...row.aliases].join(' ');
    console.log([name, row.kindLabel, resultText(row, t), row.why].filter(Boolean).join(' · '));
  }
}
