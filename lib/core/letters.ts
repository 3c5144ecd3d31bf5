/** Changes the two ends of a phrase: its first letter, and the brackets at its end. */

/** Capitalizes the first letter, for the start of a line. */
export const capitalize = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** Makes the first letter small, for use after a colon or a semicolon. */
export const uncapitalize = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);

/** "licence for AI chips (limits of performance)" */
const BRACKETS = / ?[(（][^()（）]*[)）]$/;

/**
 * Splits a phrase into the text and the brackets at its end, with the blank before them; '' if it
 * has none.
 */
export function splitBrackets(text: string): [bare: string, brackets: string] {
  const [brackets = ''] = BRACKETS.exec(text) ?? [];
  return [text.slice(0, text.length - brackets.length), brackets];
}
