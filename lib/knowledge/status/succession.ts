/** Joins controls that continue one another, so that they show as one without a gap. */
import { addDays, compareDates, latestDate, spanOf } from '../model/fuzzy-dates.ts';
import type { Knowledge } from '../model/knowledge-index.ts';
import type { Row } from './row.ts';
import { earlierControls, walkContinued } from '../model/continuations.ts';
import type { Control } from '../model/schema.ts';
import { IN_FORCE, type State } from './states.ts';

const HOLDS: ReadonlySet<State> = new Set<State>([...IN_FORCE, 'paused', 'not known since', 'reported only']);

/**
 * Bounds the earlier controls that a row names and a lineage holds. A chain of yearly renewals has
 * some tens.
 */
const MAX_CONTINUED = 200;

/**
 * Joins the rows of controls that continue one another. The joined row begins with the first of
 * them, unless there was a gap.
 */
export function joinContinued(rows: readonly Row[]): Row[] {
  const byControl = new Map(rows.map((row) => [row.control.id, row]));
  const gone = new Set<string>();
  const done = new Set<string>();
  // Joins each control once, after those that it continues. A control that is not done by then is
  // part of a circle, and that link is ignored.
  const join = (row: Row): void => {
    let result = row;
    for (const id of earlierControls(row.control)) {
      const before = byControl.get(id);
      if (!before || !done.has(id)) continue;
      if (result.applied === null) {
        // The later text has not begun: the row of the earlier one stays, and its next event is the
        // succession.
        if (!HOLDS.has(before.state)) {
          gone.add(id);
          continue;
        }
        gone.add(row.control.id);
        if (before.next?.then === 'ends' && result.next?.then === 'imposes')
          byControl.set(id, { ...before, next: { ...result.next, then: 'continues' } });
        continue;
      }
      gone.add(id);
      const end = before.applied?.until ?? null;
      // An earlier text without an end holds until the later one replaces it.
      const gapless =
        end === null ? HOLDS.has(before.state) : addDays(spanOf(end).last, 1) >= spanOf(result.applied.from).first;
      if (gapless && before.applied) {
        // A control may continue several: the earliest counts.
        const from = [before.applied.from, result.applied.from].sort(compareDates)[0] ?? result.applied.from;
        const since = result.since !== null && result.since === result.applied.from ? from : result.since;
        // The restriction is as old as the first text. Its way is as old as the text that set it.
        const waySince = result.waySince ?? (result.way === before.way ? before.waySince : result.applied.from);
        result = {
          ...result,
          since,
          waySince,
          applied: { ...result.applied, from },
          continues: [...new Set([...result.continues, ...before.continues, id])].slice(0, MAX_CONTINUED),
          asOf: latestDate([result.asOf, before.asOf].flatMap((date) => date ?? [])),
        };
      }
    }
    byControl.set(row.control.id, result);
    done.add(row.control.id);
  };
  const seen = new Set<string>();
  const find = (id: string) => byControl.get(id)?.control;
  for (const { control } of rows)
    walkContinued(control, find, seen, {
      onLeave: ({ id }) => {
        const row = byControl.get(id);
        if (row) join(row);
      },
    });
  return rows.flatMap((row) => (gone.has(row.control.id) ? [] : (byControl.get(row.control.id) ?? [])));
}

/**
 * A control and those that it continues, directly or through others: at most 200, the closest
 * first.
 */
export function lineage(knowledge: Knowledge, control: Control): ReadonlySet<string> {
  const found = new Set([control.id]);
  for (const id of found)
    for (const earlier of earlierControls(knowledge.controls.get(id) ?? {}))
      if (found.size <= MAX_CONTINUED && knowledge.controls.has(earlier)) found.add(earlier);
  return found;
}
