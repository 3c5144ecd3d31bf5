/** Names that tell the measures of an entry apart, for stars and for the report of a fault. */
import type { Measure } from '../model/measure.ts';
import { whoWhomLine } from './who-whom-line.ts';

/** Adds `more` to each name that another one equals. */
function apart(names: readonly string[], more: (place: number) => string): string[] {
  const met = new Map<string, number>();
  for (const name of names) met.set(name, (met.get(name) ?? 0) + 1);
  return names.map((name, place) => ((met.get(name) ?? 0) > 1 ? `${name} · ${more(place)}` : name));
}

/**
 * The name of each measure by its id: issuer, target, text and day. Measures that share all of
 * these also have their state, and a number if that is the same too.
 */
export function measureNames(measures: readonly Measure[]): ReadonlyMap<string, string> {
  const short = measures.map((one) => [whoWhomLine(one), one.text, one.since].filter(Boolean).join(' · '));
  const stated = apart(short, (place) => [measures[place]?.title, measures[place]?.rest].filter(Boolean).join(' '));
  const names = apart(stated, (place) => String(place + 1));
  return new Map(measures.map(({ id }, place) => [id, names[place] ?? '']));
}
