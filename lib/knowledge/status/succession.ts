/** Controls that carry on where others end: told as one, without a gap. */
import { addDays, compareDates, latest, spanOf } from '../model/fuzzy-dates.ts';
import type { Knowledge } from '../model/knowledge-index.ts';
import type { Row } from './row.ts';
import type { Control } from '../model/schema.ts';
import { IN_FORCE, type State } from './states.ts';

/** The controls that this one says it carries on. */
export const earlierControls = (control: Control): readonly string[] =>
  control.continues === undefined
    ? []
    : typeof control.continues === 'string'
      ? [control.continues]
      : control.continues;

const HOLDS: ReadonlySet<State> = new Set<State>([...IN_FORCE, 'paused', 'not known since', 'reported only']);

/** Controls that carry on one another's effect become one row, since the first of them where no gap lies between. */
export function joined(rows: readonly Row[]): Row[] {
  const byControl = new Map(rows.map((row) => [row.control.id, row]));
  const gone = new Set<string>();
  const join = (row: Row, seen: ReadonlySet<string>): Row => {
    let result = row;
    for (const id of earlierControls(row.control)) {
      const found = byControl.get(id);
      if (!found || seen.has(id)) continue;
      const before = join(found, new Set([...seen, id]));
      if (result.applied === null) {
        // The later text waits: the earlier one speaks until then, and what is next is the succession.
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
      // An earlier text that nobody ended holds until the later one takes its place.
      const gapless =
        end === null ? HOLDS.has(before.state) : addDays(spanOf(end).last, 1) >= spanOf(result.applied.from).first;
      if (gapless && before.applied) {
        // Of several that it carries on, the first.
        const from = [before.applied.from, result.applied.from].sort(compareDates)[0] ?? result.applied.from;
        const since = result.since !== null && result.since === result.applied.from ? from : result.since;
        // The restraint is as old as the first text, the way in which it restrains as old as the one that set it.
        const waySince = result.waySince ?? (result.way === before.way ? before.waySince : result.applied.from);
        result = {
          ...result,
          since,
          waySince,
          applied: { ...result.applied, from },
          continues: [...result.continues, ...before.continues, id],
          asOf: latest([result.asOf, before.asOf].flatMap((date) => date ?? [])),
        };
      }
    }
    byControl.set(row.control.id, result);
    return result;
  };
  for (const row of rows) join(byControl.get(row.control.id) ?? row, new Set([row.control.id]));
  return rows.flatMap((row) => (gone.has(row.control.id) ? [] : (byControl.get(row.control.id) ?? [])));
}

/** A control with those that it carries on, and those that these carry on. */
export function lineage(knowledge: Knowledge, control: Control, found: Set<string> = new Set()): ReadonlySet<string> {
  if (found.has(control.id)) return found;
  found.add(control.id);
  for (const id of earlierControls(control)) {
    const earlier = knowledge.controls.get(id);
    if (earlier) lineage(knowledge, earlier, found);
  }
  return found;
}
