/** The spelling that a name requires in a text, as bits of a target's flags. */
import { isForeignLatin } from '../languages/index.ts';
import { NAME_LANGUAGES } from './compiled-names.ts';

/** How case must agree: not at all, where the name has a capital, or letter for letter. */
export const CASE_ANY = 0;
export const CASE_CAPITAL = 1;
export const CASE_EXACT = 2;
/** Exact case, and only as a table cell or list item: Ni, Co, In. */
export const CASE_SYMBOL = 3;
/** The bits of the four above. */
export const CASE = 3;
/** The English plural matches too. */
export const PLURAL = 4;
/** Accents must agree: é is not e. */
export const ACCENTS = 8;

/**
 * Languages in which an accent changes the word. A text may lack the name's accents but not add any
 * ("cobré" is not "cobre").
 */
export const ACCENTED: ReadonlySet<number> = new Set(
  NAME_LANGUAGES.flatMap((tag, lang) => (isForeignLatin(tag) ? lang : [])),
);
