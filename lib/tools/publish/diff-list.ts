/** The change log between two versions of a list, as subscribers will read it. */
import { digestOf } from '../../core/digest.ts';
import { bothLanguages } from '../../i18n/messages.ts';
import type { Day, Entry, KnowledgeList } from '../../knowledge/model/schema.ts';
import { changeLog, countLawOnly, type ChangeLine } from '../../subscriptions/change-log.ts';

/** Differences of two lists, by ids of records. */
export interface ListDiff {
  added: number;
  changed: number;
  removed: number;
  lines: ChangeLine[];
}

const digests = (records: readonly { id: string }[]) => new Map(records.map((record) => [record.id, digestOf(record)]));

function compare(before: readonly { id: string }[], after: readonly { id: string }[]) {
  const [old, now] = [digests(before), digests(after)];
  const ids = [...now.keys()];
  return {
    added: ids.filter((id) => !old.has(id)),
    changed: ids.filter((id) => old.has(id) && old.get(id) !== now.get(id)),
    removed: [...old.keys()].filter((id) => !now.has(id)),
  };
}

/** `names`: entries of the built-in list to which this list refers. */
export function diffLists(
  before: KnowledgeList,
  after: KnowledgeList,
  today: Day,
  names: () => readonly Entry[] = () => [],
): ListDiff {
  const { added, changed, removed } = compare(before.entries, after.entries);
  const law = [compare(before.controls, after.controls), compare(before.acts, after.acts)].flatMap((part) =>
    Object.values(part).flat(),
  );
  const lines = changeLog(
    { before, after, added, changed, removed, law },
    today,
    bothLanguages(),
    law.length + changed.length > 0 ? names() : [],
  );
  return {
    added: added.length,
    changed: changed.length + countLawOnly(lines, { added, changed, removed }),
    removed: removed.length,
    lines,
  };
}

/** The change log as lines in English. */
export const diffText = ({ added, changed, removed, lines }: ListDiff): string =>
  [
    `${added} new, ${changed} changed, ${removed} gone`,
    ...lines.flatMap(({ name, en }) => en.map((line) => `${name}: ${line}`)),
  ].join('\n');
