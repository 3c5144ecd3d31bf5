/** Numbers of announcements and orders as users type them. */

export type NumberAsked = { number: number; year: number | null };

const WORDS = /announcement|notice|order|公告|号|令|文|annonce|avis|anuncio|bekanntmachung|공고/;
const isYear = (n: number) => n >= 1949 && n <= 2100;

/**
 * "announcement 46", "46/2024", "no. 46 of 2024", "2024年第46号", "46号文" -> 46 (of 2024). `folded`:
 * output of `fold`. Returns null for a query without such a number.
 */
export function numberAsked(folded: string): NumberAsked | null {
  const numbers = folded.match(/\d{1,5}/g)?.map(Number) ?? [];
  const [first, second, third] = numbers;
  if (first === undefined || third !== undefined) return null;
  const hasWord = WORDS.test(folded) || /\bno\b/.test(folded);
  if (second === undefined) return hasWord && !isYear(first) ? { number: first, year: null } : null;
  const onlyNumbers = /^\d+ \d+$/.test(folded);
  if (!hasWord && !onlyNumbers) return null;
  if (isYear(second)) return { number: first, year: second };
  return isYear(first) ? { number: second, year: first } : null;
}
