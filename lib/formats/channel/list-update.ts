/**
 * The differences between two versions of a list, record by record. A subscriber fetches them
 * instead of the whole list. Records are sorted by id, so that applying an update to a list gives
 * the new version byte for byte.
 */
import * as v from 'valibot';
import { KnowledgeList } from '../../knowledge/model/schema.ts';

const PARTS = ['entries', 'controls', 'acts', 'topics', 'countries'] as const;
type Part = (typeof PARTS)[number];

const { entries, controls, acts, topics, countries, phrases: _phrases, ...headerFields } = KnowledgeList.entries;
const PhraseChanges = v.record(v.string(), v.record(v.string(), v.nullable(v.string())));

/** The most records or phrases that one update may remove. */
const MAX_REMOVED = 100_000;

export const ListUpdate = v.looseObject({
  format: v.literal('tradegloss-update/1'),
  list: headerFields.id,
  from: headerFields.version,
  to: headerFields.version,
  /** The complete new header, since it is short. */
  header: v.looseObject(headerFields),
  put: v.object({ entries, controls, acts, topics, countries }),
  /** Ids of the removed records. */
  removed: v.pipe(v.array(v.string()), v.maxLength(MAX_REMOVED)),
  /** Translations by language and English text; null if the text no longer has a translation. */
  phrases: PhraseChanges,
});
export type ListUpdate = v.InferOutput<typeof ListUpdate>;

type Phrases = Record<string, Record<string, string>>;

/** The update is for another list or for another version of it. */
export class UpdateMismatch extends Error {}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const sortedById = <T extends { id: string }>(records: readonly T[]): T[] =>
  records.toSorted((a, b) => compareText(a.id, b.id));
const sortedKeys = <T>(record: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => compareText(a, b)));

/** Sorts all records, so that equal lists have equal texts. */
export function sortRecords(list: KnowledgeList): KnowledgeList {
  const { entries: ownEntries, controls: ownControls, acts: ownActs, phrases: own, ...rest } = list;
  const ordered = sortedKeys(
    Object.fromEntries(
      Object.entries(own ?? {})
        .filter(([, texts]) => Object.keys(texts).length > 0)
        .map(([lang, texts]) => [lang, sortedKeys(texts)]),
    ),
  );
  return {
    ...(sortedKeys(rest) as typeof rest),
    entries: sortedById(ownEntries),
    controls: sortedById(ownControls),
    acts: sortedById(ownActs),
    topics: sortedById(list.topics),
    countries: sortedById(list.countries),
    ...(Object.keys(ordered).length > 0 && { phrases: ordered }),
  };
}

/** The text of `list.json`. */
export const documentOf = (list: KnowledgeList): string => `${JSON.stringify(sortRecords(list))}\n`;

function headerOf(list: KnowledgeList): ListUpdate['header'] {
  const skipped = new Set<string>([...PARTS, 'phrases']);
  return sortedKeys(
    Object.fromEntries(Object.entries(list).filter(([key]) => !skipped.has(key))),
  ) as ListUpdate['header'];
}

function differingIn(
  before: KnowledgeList,
  after: KnowledgeList,
  part: Part,
): { put: { id: string }[]; removed: string[] } {
  const texts = new Map(before[part].map((record) => [record.id, JSON.stringify(record)]));
  const kept = new Set(after[part].map(({ id }) => id));
  return {
    put: sortedById(after[part].filter((record) => texts.get(record.id) !== JSON.stringify(record))),
    removed: [...texts.keys()].filter((id) => !kept.has(id)).sort(),
  };
}

function differingPhrases(before: Phrases, after: Phrases): ListUpdate['phrases'] {
  const changes: ListUpdate['phrases'] = {};
  for (const lang of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [was, is] = [before[lang] ?? {}, after[lang] ?? {}];
    const put = Object.entries(is).filter(([text, words]) => was[text] !== words);
    const gone = Object.keys(was).filter((text) => is[text] === undefined);
    if (put.length + gone.length > 0)
      changes[lang] = sortedKeys(Object.fromEntries([...put, ...gone.map((text) => [text, null] as const)]));
  }
  return sortedKeys(changes);
}

/** The update from `before` to `after`, two versions of one list. */
export function makeUpdate(before: KnowledgeList, after: KnowledgeList): ListUpdate {
  const parts = PARTS.map((part) => [part, differingIn(before, after, part)] as const);
  return {
    format: 'tradegloss-update/1',
    list: after.id,
    from: before.version,
    to: after.version,
    header: headerOf(after),
    put: Object.fromEntries(parts.map(([part, { put }]) => [part, put])) as ListUpdate['put'],
    removed: parts.flatMap(([, { removed }]) => removed),
    phrases: differingPhrases(before.phrases ?? {}, after.phrases ?? {}),
  };
}

/** Joins two consecutive updates. Throws UpdateMismatch if the second does not follow the first. */
export function joinUpdates(first: ListUpdate, second: ListUpdate): ListUpdate {
  if (first.list !== second.list || first.to !== second.from)
    throw new UpdateMismatch(`an update to version ${first.to} does not lead to one from version ${second.from}`);
  const gone = new Set(second.removed);
  const put = Object.fromEntries(
    PARTS.map((part) => {
      const records = new Map<string, { id: string }>();
      for (const record of first.put[part] ?? []) if (!gone.has(record.id)) records.set(record.id, record);
      for (const record of second.put[part] ?? []) records.set(record.id, record);
      return [part, sortedById([...records.values()])];
    }),
  ) as ListUpdate['put'];
  const again = new Set(PARTS.flatMap((part) => (put[part] ?? []).map(({ id }) => id)));
  return {
    ...second,
    from: first.from,
    put,
    removed: [...new Set([...first.removed, ...second.removed])].filter((id) => !again.has(id)).sort(),
    phrases: sortedKeys(
      Object.fromEntries(
        [...new Set([...Object.keys(first.phrases), ...Object.keys(second.phrases)])].map((lang) => [
          lang,
          sortedKeys({ ...first.phrases[lang], ...second.phrases[lang] }),
        ]),
      ),
    ),
  };
}

function phrasesAfter(before: Phrases, changes: ListUpdate['phrases']): Phrases {
  const after: Phrases = { ...before };
  for (const [lang, texts] of Object.entries(changes)) {
    const words: Record<string, string> = { ...after[lang] };
    for (const [text, translated] of Object.entries(texts)) {
      if (translated === null) delete words[text];
      else words[text] = translated;
    }
    if (Object.keys(words).length > 0) after[lang] = words;
    else delete after[lang];
  }
  return after;
}

/**
 * Applies an update to `list`. Throws UpdateMismatch if the update is for another list or version.
 */
export function applyUpdate(list: KnowledgeList, update: ListUpdate): KnowledgeList {
  if (list.id !== update.list || list.version !== update.from)
    throw new UpdateMismatch(
      `the update leads from ${update.list} ${update.from}; in use is ${list.id} ${list.version}`,
    );
  const gone = new Set(update.removed);
  const parts = Object.fromEntries(
    PARTS.map((part) => {
      const records = new Map<string, { id: string }>(list[part].map((record) => [record.id, record]));
      for (const id of gone) records.delete(id);
      for (const record of update.put[part] ?? []) records.set(record.id, record);
      return [part, [...records.values()]];
    }),
  ) as Pick<KnowledgeList, Part>;
  return sortRecords({ ...update.header, ...parts, phrases: phrasesAfter(list.phrases ?? {}, update.phrases) });
}
