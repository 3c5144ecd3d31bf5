/**
 * `npm run knowledge -- watch | refresh | draft | links`: compares the base with sources on the
 * network.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Day, KnowledgeList } from '../../knowledge/model/schema.ts';
import { BUILT_IN_FOLDER } from '../build/built-in.ts';
import { readHosts } from '../build/read-hosts.ts';
import { draftItem } from '../draft/draft.ts';
import { readFigureTables } from '../refresh/figures.ts';
import { refreshFiles } from '../refresh/refresh-files.ts';
import { fetchAnswer, isRecorded, readRecorded } from '../watch/fetch-answer.ts';
import { checkLinks, citedAddresses, linksText } from '../watch/links.ts';
import { queueText } from '../watch/queue.ts';
import { readSources } from '../watch/source.ts';
import { watchSources } from '../watch/watch.ts';

/** The arguments of `watch`; `refresh` takes them too. */
export interface WatchOptions {
  /** The id of one source; undefined for all. */
  only: string | undefined;
  /** A folder of recorded answers, which are read instead of the network. */
  from: string | undefined;
  today: Day;
}

/** Prints the queue. Resolves to the exit code, 1 if a source did not answer as expected. */
export async function watch(list: KnowledgeList, { only, from, today }: WatchOptions): Promise<number> {
  const sources = readSources().filter(({ id }) => only === undefined || id === only);
  if (sources.length === 0) {
    console.error(
      `There is no source ${only}: ${readSources()
        .map(({ id }) => id)
        .join(', ')}`,
    );
    return 1;
  }
  const results = await watchSources(list, sources, (source) =>
    from === undefined ? fetchAnswer(source.url) : readRecorded(from, source),
  );
  console.log(queueText(results, today));
  for (const { source, fault } of results) if (fault !== null) console.error(`${source.id}: ${fault}`);
  return results.some(({ fault }) => fault !== null) ? 1 : 0;
}

/** The arguments of `refresh`, and where entries are stored. */
export interface RefreshCommand extends WatchOptions {
  /** The file of each entry. */
  files: ReadonlyMap<string, string>;
}

/**
 * Writes the machine-owned fields and prints the changes. With recorded answers, skips sources that
 * the folder lacks. Resolves to the exit code.
 */
export async function refresh(list: KnowledgeList, { only, from, today, files }: RefreshCommand): Promise<number> {
  const isAsked = ({ id }: { id: string }) =>
    (only === undefined || id === only) && (from === undefined || isRecorded(from, id));
  const { texts, changes, faults } = await refreshFiles(list, {
    folder: BUILT_IN_FOLDER,
    files,
    tables: readFigureTables().filter(isAsked),
    sources: readSources().filter((source) => source.list !== undefined && isAsked(source)),
    today,
    answer: (source) => (from === undefined ? fetchAnswer(source.url) : readRecorded(from, source)),
  });
  for (const [path, text] of texts) writeFileSync(path, text);
  for (const change of changes) console.log(change);
  for (const fault of faults) console.error(fault);
  console.log(`${texts.size} files written`);
  return faults.length > 0 ? 1 : 0;
}

/**
 * Prints the YAML of a draft. `from`: a saved answer. EUR-Lex refuses many programs, so a person
 * saves its page from a browser.
 */
export async function draft(item: string, from: string | undefined): Promise<number> {
  const saved = from === undefined ? undefined : () => Promise.resolve(new Response(readFileSync(from)));
  console.log(await draftItem(item, saved));
  return 0;
}

/**
 * Prints which addresses have moved or are gone, and progress on standard error. After Ctrl+C it
 * prints what it has.
 */
export async function links(list: KnowledgeList): Promise<number> {
  const cancel = new AbortController();
  process.once('SIGINT', () => cancel.abort());
  const hosts = readHosts('refusing');
  const results = await checkLinks(citedAddresses(list), {
    refusing: new Set(hosts),
    signal: cancel.signal,
    onResult: (_, done, all) => process.stderr.write(`\r${done} of ${all}`),
  });
  process.stderr.write('\n');
  console.log(linksText(results));
  return results.some(({ state }) => state === 'gone') ? 1 : 0;
}
