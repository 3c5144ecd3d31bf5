/** What is due for a new search: 30 days after the last where a date lies ahead, else 90. */
import { dayNumber } from '../../knowledge/model/fuzzy-dates.ts';
import { indexKnowledge } from '../../knowledge/model/knowledge-index.ts';
import type { Day, KnowledgeList } from '../../knowledge/model/schema.ts';
import { statusAt } from '../../knowledge/status/status.ts';

/** `days` since the last search; null: never searched. */
export type Due = { id: string; searched: Day | null; days: number | null; limit: 30 | 90; ahead: string | null };

export function whatIsDue(list: KnowledgeList, today: Day): Due[] {
  const knowledge = indexKnowledge(list);
  const due: Due[] = [];
  const look = (id: string, searched: Day | undefined, ahead: string | null) => {
    const limit = ahead === null ? 90 : 30;
    const days = searched === undefined ? null : dayNumber(today) - dayNumber(searched);
    if (days === null || days > limit) due.push({ id, searched: searched ?? null, days, limit, ahead });
  };
  const soonest = (dates: readonly (string | undefined)[]) =>
    dates.filter((date) => date !== undefined).sort()[0] ?? null;
  for (const entry of list.entries)
    look(
      entry.id,
      entry.searched,
      soonest(
        statusAt(knowledge, entry.id, today)
          .filter(({ relation }) => relation !== 'by')
          .map(({ next }) => next?.day),
      ),
    );
  for (const control of list.controls) {
    const row = statusAt(knowledge, control.text.instrument, today).find((one) => one.control.id === control.id);
    look(control.id, control.searched, row?.next?.day ?? null);
  }
  return due;
}
