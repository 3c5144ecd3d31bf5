/**
 * Finds the year of an act number without one, from its sentence, the other numbers and the
 * article's date.
 */
import type { Candidate } from '../model.ts';
import type { SentenceIndex } from './sentence-index.ts';

/**
 * Returns a function from a candidate to the year of its number, or null. Among the years in which
 * a known act has that number, it takes the year in the sentence, or the year that the article
 * gives the same number elsewhere, or the only year, or the last one before the article's day.
 */
export function yearFinder(
  candidates: readonly Candidate[],
  texts: SentenceIndex,
  date: string | undefined,
): (c: Candidate) => number | null {
  const stated = new Map<number, Set<number>>();
  for (const c of candidates)
    for (const { form } of c.readings)
      if (form?.year) {
        const years = stated.get(form.number) ?? new Set<number>();
        stated.set(form.number, years.add(form.year));
      }
  const yearsIn = new Map<string, number[]>();
  const inSentence = (c: Candidate): readonly number[] => {
    const [from, to] = texts.sentence(c.block, c.start);
    const key = `${c.block} ${from}`;
    let found = yearsIn.get(key);
    if (!found) {
      const years = texts
        .text(c.block)
        .slice(from, to)
        .matchAll(/(?<!\d)(20\d\d)(?!\d)/g);
      found = [...new Set([...years].map((m) => Number(m[1])))];
      yearsIn.set(key, found);
    }
    return found;
  };
  const day = date ? Number(date.slice(0, 4)) : null;
  return (c) => {
    const form = c.readings.find((reading) => reading.form)?.form;
    if (!form || form.year !== null) return null;
    const known = [
      ...new Set(c.readings.flatMap((reading) => (reading.form?.known ? [reading.form.known.year] : []))),
    ].sort();
    const elsewhere = stated.get(form.number);
    if (elsewhere?.size === 1) return [...elsewhere][0] ?? null;
    const named = inSentence(c).filter((year) => known.includes(year));
    if (named.length === 1) return named[0] ?? null;
    const past = day === null ? known : known.filter((year) => year <= day);
    if (past.length === 1) return past[0] ?? null;
    // Newspapers leave out the year while the act is news.
    return day !== null && past.includes(day) ? day : -1;
  };
}
