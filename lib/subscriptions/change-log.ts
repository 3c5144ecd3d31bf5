/**
 * Describes the changes that an update of a list makes, entry by entry, in each language of the
 * interface.
 */
import { languageTag, type Locale, type Translations } from '../i18n/translate.ts';
import { indexKnowledge, type Knowledge } from '../knowledge/model/knowledge-index.ts';
import type { Day, Entry, Phrases } from '../knowledge/model/schema.ts';
import type { Voice } from '../knowledge/wording/terms.ts';
import type { StoredChanges } from '../store/db.ts';
import type { Records } from '../store/lists/read-records.ts';
import { entryChanges } from './entry-changes.ts';
import { lawChanges, type LawSide } from './law-changes.ts';

/** Records with the phrases that translate their texts. */
type Described = Records & { phrases?: Phrases | undefined };

/** All records of a small list; of a large list only those that differ. */
export interface ChangedRecords {
  before: Described;
  after: Described;
  added: readonly string[];
  changed: readonly string[];
  removed: readonly string[];
  /** Ids of controls and acts. */
  law: readonly string[];
}

/** The changes of one entry in words. */
export type ChangeLine = StoredChanges['lines'][number];

/**
 * Entries that the log lists although their own data is unchanged: a control or an act on them has
 * changed.
 */
export function countLawOnly(
  lines: readonly ChangeLine[],
  { added, changed, removed }: Pick<ChangedRecords, 'added' | 'changed' | 'removed'>,
): number {
  const counted = new Set([...added, ...changed, ...removed]);
  return lines.filter(({ entry }) => !counted.has(entry)).length;
}

/** The most entries that the log lists one by one; further ones are only counted. */
export const MAX_LINES = 200;

const voiceOf = (knowledge: Knowledge, locale: Locale, texts: Translations): Voice => ({
  knowledge,
  t: texts[locale],
  lang: languageTag(locale),
});

function sideOf(records: Described, names: readonly Entry[]): LawSide {
  const own = new Set(records.entries.map(({ id }) => id));
  const knowledge = indexKnowledge({
    ...records,
    entries: [...records.entries, ...names.filter(({ id }) => !own.has(id))],
  });
  return { knowledge, controls: knowledge.controls, acts: new Map(records.acts.map((act) => [act.id, act])) };
}

/**
 * `names`: entries of other lists that this one may refer to. `today`: the day whose state the log
 * describes.
 */
export function changeLog(
  records: ChangedRecords,
  today: Day,
  texts: Translations,
  names: readonly Entry[] = [],
): ChangeLine[] {
  const { added, changed, removed, law } = records;
  const before = sideOf(records.before, names);
  const after = sideOf(records.after, names);
  const byLocale = (locale: Locale): Map<string, string[]> => {
    const [old, now] = [voiceOf(before.knowledge, locale, texts), voiceOf(after.knowledge, locale, texts)];
    const lines = lawChanges(before, after, law, today, [old, now]);
    const put = (id: string, own: string[]) => lines.set(id, [...(lines.get(id) ?? []), ...own]);
    for (const id of changed.slice(0, MAX_LINES)) {
      const [was, is] = [before.knowledge.entries.get(id), after.knowledge.entries.get(id)];
      if (was && is) put(id, entryChanges(was, is, now));
    }
    for (const id of removed.slice(0, MAX_LINES)) put(id, [now.t('changes_gone')]);
    for (const id of added.slice(0, MAX_LINES)) put(id, [now.t('changes_added')]);
    return lines;
  };
  const [en, zh] = [byLocale('en'), byLocale('zh_CN')];
  return [...en.keys()].slice(0, MAX_LINES).map((entry) => ({
    entry,
    name: (after.knowledge.entries.get(entry) ?? before.knowledge.entries.get(entry))?.name ?? entry,
    en: en.get(entry) ?? [],
    zh_CN: zh.get(entry) ?? [],
  }));
}
