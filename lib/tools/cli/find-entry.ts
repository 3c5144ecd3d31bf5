/** Finds the entry that a user means by an id or any of its names. */
import { textOf } from '../../knowledge/model/name-rule.ts';
import type { Entry, KnowledgeList } from '../../knowledge/model/schema.ts';
import { findActNumbers } from '../../match/candidates/act-numbers.ts';
import { runToEnd } from '../../core/run-to-end.ts';
import { foldForCompare } from './check-names.ts';

/**
 * The announcements and orders that an act number in the words may mean: 第46号公告, "Announcement
 * [2024] No. 46".
 */
function numbered(list: KnowledgeList, words: string): Entry[] {
  const spans = runToEnd(
    findActNumbers(
      words,
      [...words].map((_, at) => at),
    ),
  );
  return list.entries.filter(({ forms = [] }) =>
    forms.some((form) =>
      spans.some(
        ({ series, number, year }) =>
          series === form.series && number === form.number && (year === null || year === form.year),
      ),
    ),
  );
}

/**
 * All entries that the words may mean. Ids and an entry's main name come before other names, and
 * those before act numbers.
 */
export function findEntries(list: KnowledgeList, words: string): Entry[] {
  const byId = list.entries.filter(({ id }) => id === words);
  if (byId.length > 0) return byId;
  const key = foldForCompare(words);
  const own = list.entries.filter(({ name }) => foldForCompare(name) === key);
  if (own.length > 0) return own;
  const named = list.entries.filter(({ names }) =>
    Object.values(names).some((some) => some.some((name) => foldForCompare(textOf(name)) === key)),
  );
  return named.length > 0 ? named : numbered(list, words);
}
