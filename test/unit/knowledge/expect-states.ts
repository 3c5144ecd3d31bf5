/** Asks the built-in list for the states of a measure on given days. */
import { describe, expect, it } from 'vitest';
import type { Way } from '../../../lib/knowledge/model/schema.ts';
import type { State } from '../../../lib/knowledge/status/states.ts';
import { isToward, statusAt } from '../../../lib/knowledge/status/status.ts';
import { builtInKnowledge } from '../../support/built-in.ts';

export const knowledge = builtInKnowledge();

/** Finds the row of a control under its own id or that of a control that continues it. */
export function rowFor(entryId: string, control: string, day: string, knownOn: string) {
  const id = `control/${control}`;
  const rows = statusAt(knowledge, entryId, day, knownOn);
  return rows.find((row) => row.control.id === id) ?? rows.find((row) => row.continues.includes(id));
}

type Expected = State | 'no row';
/** Day, expected state and, where it matters, the way and the day of knowledge. */
type Step = [
  day: string,
  state: Expected,
  more?: { way?: Way; knownOn?: string; since?: string; leaves?: Way; newest?: string },
];

/** `toward`: a country at which the measure is aimed on each of the days. */
export function expectStates(entryId: string, control: string, toward: string, steps: readonly Step[]) {
  describe(`${entryId}, ${control}, toward ${toward}`, () => {
    it.each(steps)('%s: %s %o', (day, state, more = {}) => {
      const row = rowFor(entryId, control, day, more.knownOn ?? day);
      expect(row?.state ?? 'no row').toBe(state);
      if (row) expect(isToward(row, toward)).toBe(true);
      if (more.way) expect(row?.way).toBe(more.way);
      if (more.since) expect(row?.since).toBe(more.since);
      if (more.leaves) expect(row?.leaves).toBe(more.leaves);
      if (more.newest) expect(row?.asOf).toBe(more.newest);
    });
  });
}
