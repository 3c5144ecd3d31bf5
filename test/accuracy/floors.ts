/** What must not be lost: just under what was reached. Raise them with the list, never lower them. */
import { precision, recall, senses, type Totals } from './score.ts';

export const FLOORS = {
  all: { precision: 0.5, recall: 0.1 },
};

/** A line for each measure that has fallen. */
export function belowFloor(totals: ReadonlyMap<string, Totals>): string[] {
  const measures = { precision, recall, senses };
  return Object.entries(FLOORS).flatMap(([key, floors]) => {
    const t = totals.get(key);
    return t ? Object.entries(floors).flatMap(([name, floor]) => {
      const reached = measures[name as keyof typeof measures](t);
      return reached < floor ? [`${key}: ${name} ${reached.toFixed(3)} is under ${floor}`] : [];
    }) : [`${key}: no passages`];
  });
}
