/** Recognises metals and companies whose name is a person's or an animal's: "Frau Zink", 叫小铜. */
import { languages } from '../languages/index.ts';
import { FIRST_WIDE, isLetter, isLetterOrDigit, isSpace, isUpper, startOfRun } from '../text/characters.ts';

/** A capitalised word at the start of a line or after a bar or a dash. */
const LEADING_WORD = /(?:^|[\n|—]\s?)([A-Z][A-Za-z]*)\s$/;
const MAX_SIGNATURE = 6;

/** True if the name is in the byline of a report: "By Silver Jones". */
export const isSigned = (text: string, start: number): boolean =>
  languages().persons.signatures.has(
    LEADING_WORD.exec(text.slice(Math.max(0, start - MAX_SIGNATURE), start))?.[1] ?? '',
  );
/** The end of the byline at the top of a text, or 0. */
export function signatureEnd(text: string): number {
  const line = SIGNED_LINE.exec(text);
  return line && languages().persons.signatures.has(line[1] ?? '') ? line[0].length : 0;
}
const SIGNED_LINE = /^["“(]*([A-Z][a-z]+) [^\n]{3,80}\n/;

const MAX_TITLE_LENGTH = 9;

/** An initial before a surname: "Photo: J. Blackwell", but not "z. B. Blackwell". */
const NAMED_BY_INITIAL = /(?:^|(?<!\b[a-z]\.)[\s:(/])(?![AIU]\.)[A-Z]\.\s$/;

/** True if a title or an initial comes before a name: "Prof. Gaudi". */
export function hasTitle(text: string, start: number): boolean {
  const end = startOfRun(text, start, 0, isSpace);
  if (end === start) return false;
  const dot = text.charCodeAt(end - 1) === 46 ? 1 : 0;
  if (dot && NAMED_BY_INITIAL.test(text.slice(Math.max(0, start - 6), start))) return true;
  const from = startOfRun(text, end - dot, Math.max(0, end - MAX_TITLE_LENGTH - 1), isLetter);
  return (
    languages().persons.titles.has(text.slice(from, end).toLowerCase()) && !isLetterOrDigit(text.charCodeAt(from - 1))
  );
}

/**
 * An initial before a metal: "Sgd. A. Tin", but not "Annex A. Tin", "z. B. Zinn" or items of a
 * list.
 */
const INITIAL = /(?<!\b[a-z])[.,;(]\s?[A-Z]\.\s$/;

const isWide = (code: number) => code >= FIRST_WIDE;

/** True if a metal is the name of a person or an animal: "by T. Zinn", 叫小铜, 亜鉛という猫. */
export function isGivenName(text: string, start: number, end: number): boolean {
  if (hasTitle(text, start)) return true;
  const before = text.slice(Math.max(0, start - 14), start);
  const after = text.slice(end, end + 10);
  if (isWide(text.charCodeAt(start - 1))) {
    if (languages().persons.petNameBefore.test(before) && languages().persons.petNameBehind.test(after)) return true;
    if ((end === start + 1 && languages().persons.byline.test(before)) || languages().persons.before.test(before))
      return true;
  } else if (
    before.endsWith('. ') &&
    isUpper(text.charCodeAt(start)) &&
    (INITIAL.test(before) || languages().persons.before.test(before))
  )
    return true;
  return isWide(text.charCodeAt(end)) && languages().persons.behind.test(after);
}
