/**
 * Text as one cell of a CSV file that we write. Spreadsheets run a cell that begins like a formula
 * (https://owasp.org/www-community/attacks/CSV_Injection), and make a number of what looks like
 * one, so such a cell gets an apostrophe.
 */

/**
 * All that some program ends a line or a text at: with one of them in a cell, its rest could become
 * a row.
 */
const LINE_BREAK = /\r\n|(?!\t)[\p{Cc}\u2028\u2029]/gu;

/**
 * Excel with German or French settings also starts a cell at each semicolon of a comma-separated
 * file.
 */
const FORMULA = /(^|[;\t])([^\S\t]*)('*[=+\-@＝＋－＠])/g;
const GUARDED_FORMULA = /(^|[;\t])([^\S\t]*)'('*[=+\-@＝＋－＠])/g;

/** An ECCN that spreadsheets take for a power of ten: 3E001 would become 30. */
const POWER = /^('*\d{1,15}e\d{1,3})$/i;
const GUARDED_POWER = /^'('*\d{1,15}e\d{1,3})$/i;

export const guardFormulas = (text: string): string => text.replace(FORMULA, "$1$2'$3").replace(POWER, "'$1");

export const unguardFormulas = (cell: string): string =>
  cell.replace(GUARDED_POWER, '$1').replace(GUARDED_FORMULA, '$1$2$3');

export const joinLines = (text: string, joint: string): string => text.replace(LINE_BREAK, joint);
