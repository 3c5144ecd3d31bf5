/**
 * `npm run knowledge -- check | stats | export | status ENTRY`: the command of list maintainers.
 */
import { parseArgs } from 'node:util';
import './closed-pipe.ts';
import { indexKnowledge } from '../../knowledge/model/knowledge-index.ts';
import type { Locale } from '../../i18n/translate.ts';
import type { KnowledgeList } from '../../knowledge/model/schema.ts';
import { readBuiltIn } from '../build/built-in.ts';
import { adviseClaims, adviseUncited } from './check-claims.ts';
import { adviseTranslations } from './check-translations.ts';
import { checkList } from './check-list.ts';
import { checkUpkeep, adviseUpkeep } from '../upkeep/check-upkeep.ts';
import { adviseExpectations } from '../upkeep/check-expectations.ts';
import { whatIsDue } from '../upkeep/due.ts';
import { dueText } from '../upkeep/due-text.ts';
import { adviseLanes } from '../upkeep/check-lanes.ts';
import { checkWording, readRefusedPhrases } from '../upkeep/check-wording.ts';
import { readSourceHosts } from '../upkeep/source-hosts.ts';
import { countNamed } from '../upkeep/times-named.ts';
import { dayOf, todayOf } from './day-options.ts';
import { findEntries } from './find-entry.ts';
import { inFile } from './in-file.ts';
import { listStats, statsText } from './list-stats.ts';
import type { Problem } from '../build/load-list.ts';
import { statusData, statusText } from './status-text.ts';
import { draft, links, refresh, watch } from './upkeep-commands.ts';

const USAGE = `npm run knowledge -- COMMAND
  check                     what is wrong with the list, and what to look at again (--quiet: only what is wrong)
      --only FILE           findings in this file alone, as controls/cn/cn-23-2023.yaml or its path
      --today list          dates count as of the list's own day, so that an old version checks alike for ever
  stats                     what it holds (--json)
  due                       what a maintainer looks at next: passed ends, dates ahead, old searches
      --today D             as of that day           --json  as data           --all  every record
  watch [SOURCE]            what official sources published that the base does not know, in Markdown
      --from DIR            reads recorded answers, files named after the sources
  refresh [SOURCE]          writes what is a machine's: yearly figures, and the day on which one was seen unchanged
      --from DIR            reads recorded answers, of the sources that the folder has
  draft ITEM                a start in YAML, from a Federal Register number or a CELEX number
      --from FILE           reads a saved answer, where the source refuses programs
  links                     which addresses of sources moved or are gone; polite, so it takes hours
  export                    the whole list as one JSON document
  status ENTRY              what the card would say; ENTRY is an id or any name
      --date D              the article's day        --known-on D  by what was public then
      --today D             the day of reading       --lang zh     in Chinese
      --beside ID,ID        entries that the article names too: they decide which measure leads
      --json                as data`;

const readArgs = () =>
  parseArgs({
    allowPositionals: true,
    options: {
      date: { type: 'string' },
      'known-on': { type: 'string' },
      today: { type: 'string' },
      lang: { type: 'string' },
      beside: { type: 'string' },
      json: { type: 'boolean' },
      quiet: { type: 'boolean' },
      only: { type: 'string' },
      all: { type: 'boolean' },
      from: { type: 'string' },
    },
  });
type Options = ReturnType<typeof readArgs>['values'];

function localeOf({ lang = 'en' }: Options): Locale {
  if (/^en\b/.test(lang)) return 'en';
  if (/^zh\b/.test(lang)) return 'zh_CN';
  throw new Error(`--lang ${lang} is not there: en or zh`);
}

/** The ids after `--beside`. Throws if one does not exist. */
function besideOf(list: KnowledgeList, { beside = '' }: Options): string[] {
  const ids = beside.split(',').filter(Boolean);
  for (const id of ids)
    if (!list.entries.some((entry) => entry.id === id)) throw new Error(`--beside ${id} is no entry: write kind/slug`);
  return ids;
}

function check(
  list: KnowledgeList | null,
  problems: Problem[],
  files: ReadonlyMap<string, string>,
  today: string,
  { quiet = false, only }: Pick<Options, 'quiet' | 'only'>,
): number {
  const known = [...[...files.values()].map((file) => ({ file })), ...problems];
  if (only !== undefined && inFile(known, only).length === 0)
    throw new Error(`--only ${only}: the list has no such file`);
  const all = inFile(
    [
      ...problems,
      ...(list
        ? [
            ...checkList(list, files),
            ...checkUpkeep(list, files, today),
            ...checkWording(list, files, readRefusedPhrases()),
          ]
        : []),
    ],
    only,
  );
  for (const { file, message } of all) console.log(`${file}: ${message}`);
  if (!list) {
    console.log(`${all.length} problems`);
    return 1;
  }
  const advice = inFile(
    [
      ...adviseClaims(list, files),
      ...adviseUncited(list, files),
      ...adviseUpkeep(list, files, today, readSourceHosts()),
      ...adviseExpectations(list, files),
      ...adviseLanes(list, files, today),
      ...adviseTranslations(list, files),
    ],
    only,
  );
  const due = whatIsDue(list, today);
  if (!quiet) for (const { file, message } of advice) console.log(`look at ${file}: ${message}`);
  console.log(
    `${list.entries.length} entries, ${list.controls.length} controls, ${list.acts.length} acts, ${all.length} problems, ${advice.length} to look at, ${due.passed.length} ends passed, ${due.old.length} due for a search`,
  );
  return all.length > 0 ? 1 : 0;
}

function status(list: KnowledgeList, words: string, values: Options, today: string): number {
  const found = findEntries(list, words);
  const [entry] = found;
  if (!entry || found.length > 1) {
    console.error(
      entry ? `"${words}" may be ${found.map(({ id }) => id).join(', ')}` : `No entry has the name "${words}"`,
    );
    return 1;
  }
  const knownOn = dayOf(values, 'known-on');
  const question = {
    entry,
    date: dayOf(values, 'date') ?? knownOn,
    knownOn,
    today,
    beside: besideOf(list, values),
    locale: localeOf(values),
  };
  const knowledge = indexKnowledge(list);
  console.log(values.json ? JSON.stringify(statusData(knowledge, question), null, 2) : statusText(knowledge, question));
  return 0;
}

async function run(): Promise<number> {
  const { values, positionals } = readArgs();
  const [command = 'check', ...words] = positionals;
  const { list, problems, files } = readBuiltIn();
  const today = todayOf(values, list);
  if (command === 'check') return check(list, problems, files, today, values);
  if (!list) {
    console.error(`The list cannot be read: ${problems.length} problems, see npm run knowledge -- check`);
    return 1;
  }
  if (command === 'export') console.log(JSON.stringify(list));
  else if (command === 'due') {
    const due = whatIsDue(list, today, countNamed());
    console.log(values.json ? JSON.stringify(due, null, 2) : dueText(due, values.all === true));
  } else if (command === 'watch') return watch(list, { only: words[0], from: values.from, today });
  else if (command === 'refresh') return refresh(list, { only: words[0], from: values.from, today, files });
  else if (command === 'draft' && words[0] !== undefined) return draft(words[0], values.from);
  else if (command === 'links') return links(list);
  else if (command === 'stats')
    console.log(values.json ? JSON.stringify(listStats(list, today), null, 2) : statsText(listStats(list, today)));
  else if (command === 'status' && words.length > 0) return status(list, words.join(' '), values, today);
  else {
    console.error(USAGE);
    return 1;
  }
  return 0;
}

try {
  process.exitCode = await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  if (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
    console.error(USAGE);
  process.exitCode = 1;
}
