/**
 * The first letter of a phrase, by where it stands: at the start of a line, or after a colon or a
 * semicolon.
 */
export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

export const uncapital = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);
