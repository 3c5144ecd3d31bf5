/**
 * Text as one cell of a CSV file that we write. Spreadsheets run a cell that begins like a formula
 * (https://owasp.org/www-community/attacks/CSV_Injection), so such a beginning gets an apostrophe.
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

export const guardFormulas = (text: string): string => text.replace(FORMULA, "$1$2'$3");

export const unguardFormulas = (cell: string): string => cell.replace(GUARDED_FORMULA, '$1$2$3');

export const joinLines = (text: string, joint: string): string => text.replace(LINE_BREAK, joint);
