/** Reads our own format: one JSON document that follows the schema. */
import * as v from 'valibot';
import { wholeText } from '../core/whole-text.ts';
import { Country, KnowledgeList, Topic } from '../knowledge/model/schema.ts';
import { cleanEntry } from './clean-entry.ts';
import { cleanLaw } from './clean-law.ts';
import { cleanValue } from './clean-value.ts';
import { NotAList, type Batch, type ListContext, type ListHeader } from './list-format.ts';
import type { Notes } from './notes.ts';
import { isFields, type Fields } from './remove-refused-fields.ts';
import { duplicateFilter } from './duplicate-filter.ts';

const RECORDS_PER_BATCH = 1000;
const MAX_TOPICS = 400;
/**
 * Cue words of all topics and countries of a list, which are sent to each tab (the built-in list
 * has 10,436).
 */
const MAX_CUE_WORDS = 20_000;
const { id, title, publisher, licence, homepage, version, updated, knownTo, expires, phrases } = KnowledgeList.entries;
const Header = v.object({
  id,
  title,
  publisher,
  licence,
  homepage,
  version,
  updated,
  knownTo: v.fallback(knownTo, undefined),
  expires,
  phrases: v.fallback(phrases, undefined),
});

/** JSON Lines: one document a line. */
function isLineOfJson(text: string): boolean {
  const end = text.indexOf('\n');
  try {
    return end > 0 && isFields(JSON.parse(text.slice(0, end)));
  } catch {
    return false;
  }
}

/** Throws NotAList. */
export function jsonIn(text: string): unknown {
  if (text === '') throw new NotAList('empty');
  try {
    return JSON.parse(text);
  } catch (error) {
    if (isLineOfJson(text)) throw new NotAList('not_list');
    // A document without its end was cut in transit; anything else is an error of its author.
    if (!/[}\]]$/.test(text)) throw new NotAList('cut_off');
    const [, line] = /line (\d+)/.exec(error instanceof Error ? error.message : '') ?? [];
    throw new NotAList('not_json', line === undefined ? '' : `line ${line}`);
  }
}

function parseDocument(text: string): Fields {
  const document = jsonIn(text);
  if (!isFields(document)) throw new NotAList('not_list');
  const format = document['format'];
  if (typeof format === 'string' && /^tradegloss-list\/\d+$/.test(format) && format !== 'tradegloss-list/1')
    throw new NotAList('newer_format', format);
  if (format !== 'tradegloss-list/1') throw new NotAList('not_list');
  return document;
}

const recordsOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

interface CueSource {
  words: Record<string, string[]>;
  not?: string[] | undefined;
  includes?: string[] | undefined;
}
const cueWordsIn = ({ words, not = [], includes = [] }: CueSource): number =>
  Object.values(words).reduce((sum, group) => sum + group.length, not.length + includes.length);

/** Reads topics and countries one by one until their words reach the limit. */
function cueReader(notes: Notes) {
  let cueWords = 0;
  return <T extends CueSource>(schema: v.GenericSchema<unknown, T>, raw: unknown, label: string): T[] => {
    const items = recordsOf(raw);
    if (items.length > MAX_TOPICS) notes.add('list', label, 'too_many');
    return items.slice(0, MAX_TOPICS).flatMap((item, k) => {
      const place = `${label} ${k + 1}`;
      const result = v.safeParse(schema, cleanValue(item, place, notes));
      if (!result.success) {
        notes.add(place, '', 'shape', true);
        return [];
      }
      cueWords += cueWordsIn(result.output);
      if (cueWords <= MAX_CUE_WORDS) return [result.output];
      notes.add(place, 'words', 'too_many', true);
      return [];
    });
  };
}

/**
 * Reads the whole document, then its records: controls and acts first, because entries may be many.
 * Throws NotAList for a bad header; bad records are left out and noted.
 */
export async function* readTradegloss(
  text: AsyncIterable<string>,
  _context: ListContext,
  notes: Notes,
): AsyncGenerator<Batch, ListHeader> {
  const document = parseDocument((await wholeText(text)).trim());
  const header = v.safeParse(
    Header,
    cleanValue({ ...document, entries: [], controls: [], acts: [], topics: [], countries: [] }, 'list', notes),
  );
  if (!header.success) {
    const issue = header.issues[0];
    throw new NotAList('not_list', `${v.getDotPath(issue) ?? ''}: ${issue.message}`);
  }
  const once = duplicateFilter(notes);
  const { id } = header.output;
  const law = cleanLaw(recordsOf(document['controls']), recordsOf(document['acts']), notes);
  for (let step = law.next(); ; step = law.next()) {
    if (!step.done) {
      yield { id, entries: [], controls: [], acts: [] };
      continue;
    }
    yield { id, entries: [], controls: step.value.controls.filter(once), acts: step.value.acts.filter(once) };
    break;
  }
  const raw = recordsOf(document['entries']);
  for (let from = 0; from < raw.length; from += RECORDS_PER_BATCH) {
    const entries = raw
      .slice(from, from + RECORDS_PER_BATCH)
      .flatMap((one, k) => cleanEntry(one, `entry ${from + k + 1}`, notes) ?? []);
    yield { entries: entries.filter(once), controls: [], acts: [] };
  }
  const cues = cueReader(notes);
  return {
    ...header.output,
    topics: cues(Topic, document['topics'], 'topic'),
    countries: cues(Country, document['countries'], 'country'),
  };
}
