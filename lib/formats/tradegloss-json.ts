/** Our own format: one JSON document as the schema has it. */
import * as v from 'valibot';
import { Country, KnowledgeList, Topic } from '../knowledge/model/schema.ts';
import { cleanEntry } from './clean-entry.ts';
import { cleanLaw } from './clean-law.ts';
import { cleanValue } from './clean-value.ts';
import { NotAList, type Batch, type ListContext, type ListHeader } from './list-format.ts';
import type { Notes } from './notes.ts';
import { isFields, type Fields } from './prune.ts';
import { takeOnce } from './take-once.ts';

const A_BATCH = 1000;
const MOST_CUES = 400;
const { id, title, publisher, licence, homepage, version, updated, expires, phrases } = KnowledgeList.entries;
const Header = v.object({
  id,
  title,
  publisher,
  licence,
  homepage,
  version,
  updated,
  expires,
  phrases: v.fallback(phrases, undefined),
});

async function wholeText(text: AsyncIterable<string>): Promise<string> {
  const parts: string[] = [];
  for await (const part of text) parts.push(part);
  return parts.join('').trim();
}

function parseDocument(text: string): Fields {
  if (text === '') throw new NotAList('empty');
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    // A document that ends in the middle was cut on its way; anything else is a slip of its maker.
    throw new NotAList(
      /[}\]]$/.test(text) ? 'not_json' : 'cut_off',
      error instanceof Error ? error.message.slice(0, 200) : '',
    );
  }
  if (!isFields(document)) throw new NotAList('not_list');
  const format = document['format'];
  if (typeof format === 'string' && /^tradegloss-list\/\d+$/.test(format) && format !== 'tradegloss-list/1')
    throw new NotAList('newer_format', format);
  if (format !== 'tradegloss-list/1') throw new NotAList('not_list');
  return document;
}

const recordsOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Topics and countries: taken or left one by one. */
function cues<T>(schema: v.GenericSchema<unknown, T>, raw: unknown, label: string, notes: Notes): T[] {
  return recordsOf(raw)
    .slice(0, MOST_CUES)
    .flatMap((item, k) => {
      const result = v.safeParse(schema, cleanValue(item, `${label} ${k + 1}`, notes));
      if (result.success) return [result.output];
      notes.add(`${label} ${k + 1}`, '', 'shape', true);
      return [];
    });
}

export async function* readTradegloss(
  text: AsyncIterable<string>,
  _context: ListContext,
  notes: Notes,
): AsyncGenerator<Batch, ListHeader> {
  const document = parseDocument(await wholeText(text));
  const header = v.safeParse(
    Header,
    cleanValue({ ...document, entries: [], controls: [], acts: [], topics: [], countries: [] }, 'list', notes),
  );
  if (!header.success) {
    const issue = header.issues[0];
    throw new NotAList('not_list', `${v.getDotPath(issue) ?? ''}: ${issue.message}`);
  }
  const once = takeOnce(notes);
  const law = cleanLaw(recordsOf(document['controls']), recordsOf(document['acts']), notes);
  yield { id: header.output.id, entries: [], controls: law.controls.filter(once), acts: law.acts.filter(once) };
  const raw = recordsOf(document['entries']);
  for (let from = 0; from < raw.length; from += A_BATCH) {
    const entries = raw
      .slice(from, from + A_BATCH)
      .flatMap((one, k) => cleanEntry(one, `entry ${from + k + 1}`, notes) ?? []);
    yield { entries: entries.filter(once), controls: [], acts: [] };
  }
  return {
    ...header.output,
    topics: cues(Topic, document['topics'], 'topic', notes),
    countries: cues(Country, document['countries'], 'country', notes),
  };
}
