/** The year of a number that is written without one: from the sentence, the other numbers, the date. */
import type { Candidate } from '../candidates/gather.ts';
import type { Texts } from './sentence-index.ts';

/**
 * A function from a candidate to the year that its number is of, or null where nothing tells. Of the
 * years in which a known act has that number: the one its sentence names, the one stated elsewhere
 * with the same number, the only one, or the last before the article's day.
 */
export function yearFinder(
  candidates: readonly Candidate[],
  texts: Texts,
  date: string | undefined,
): (c: Candidate) => number | null {
  const stated = new Map<number, Set<number>>();
  for (const c of candidates)
    for (const { form } of c.readings)
      if (form?.year) {
        const years = stated.get(form.number) ?? new Set<number>();
        stated.set(form.number, years.add(form.year));
      }
  const day = date ? Number(date.slice(0, 4)) : null;
  return (c) => {
    const form = c.readings.find((reading) => reading.form)?.form;
    if (!form || form.year !== null) return null;
    const known = [
      ...new Set(c.readings.flatMap((reading) => (reading.form?.known ? [reading.form.known.year] : []))),
    ].sort();
    const elsewhere = stated.get(form.number);
    if (elsewhere?.size === 1) return [...elsewhere][0] ?? null;
    const [from, to] = texts.sentence(c.block, c.start);
    const inSentence = new Set(
      [
        ...texts
          .text(c.block)
          .slice(from, to)
          .matchAll(/(?<!\d)(20\d\d)(?!\d)/g),
      ]
        .map((m) => Number(m[1]))
        .filter((year) => known.includes(year)),
    );
    if (inSentence.size === 1) return [...inSentence][0] ?? null;
    const past = day === null ? known : known.filter((year) => year <= day);
    if (past.length === 1) return past[0] ?? null;
    // A number told without its year is told while it is news.
    return day !== null && past.includes(day) ? day : -1;
  };
}
