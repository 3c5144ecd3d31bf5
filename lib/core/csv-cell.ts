/**
 * Escapes text for a cell of a CSV file. Spreadsheets execute a cell that starts like a formula
 * (https://owasp.org/www-community/attacks/CSV_Injection) and convert one that looks like a number,
 * so such a cell gets an apostrophe.
 */

/**
 * Characters at which some program ends a line or a text. After one of them, the rest of a cell
 * could become a row.
 */
const LINE_BREAK = /\r\n|(?!\t)[\p{Cc}\u2028\u2029]/gu;

/** With German or French settings Excel also splits a comma-separated file at semicolons. */
const FORMULA = /(^|[;\t])([^\S\t]*)('*[=+\-@＝＋－＠])/g;
const GUARDED_FORMULA = /(^|[;\t])([^\S\t]*)'('*[=+\-@＝＋－＠])/g;

/** An ECCN that spreadsheets read as a power of ten: 3E001 would become 30. */
const POWER = /^('*\d{1,15}e\d{1,3})$/i;
const GUARDED_POWER = /^'('*\d{1,15}e\d{1,3})$/i;

/** Prevents a spreadsheet from running a cell as a formula, by an apostrophe before its sign. */
export const guardFormulas = (text: string): string => text.replace(FORMULA, "$1$2'$3").replace(POWER, "'$1");

/** Undoes `guardFormulas`. */
export const unguardFormulas = (cell: string): string =>
  cell.replace(GUARDED_POWER, '$1').replace(GUARDED_FORMULA, '$1$2$3');

/** Replaces each line break by `joint`, for formats with one record a line. */
export const joinLines = (text: string, joint: string): string => text.replace(LINE_BREAK, joint);
