/** The two ends of a phrase: its first letter, and the brackets behind it. */

/** At the start of a line. */
export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** After a colon or a semicolon. */
export const uncapital = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);

/** "licence for AI chips (limits of performance)" */
const BRACKETS = / ?[(（][^()（）]*[)）]$/;

/** A phrase without the brackets at its end, and those with the blank before them; '' for none. */
export function splitBrackets(text: string): [bare: string, brackets: string] {
  const [brackets = ''] = BRACKETS.exec(text) ?? [];
  return [text.slice(0, text.length - brackets.length), brackets];
}
