/**
 * Finds fonts whose letters are unknown. A PDF may lack the table that maps a font's codes to
 * letters (`ToUnicode`). PDF.js then returns the codes themselves: control characters, letters
 * shifted by a constant, or random Chinese.
 */
import type { RawText } from './model.ts';

/** Characters that are needed to judge a font. */
const MIN_SIGNS = 12;
/**
 * Share of strange characters in readable text, since some programs use them for hyphens or spaces.
 */
const MAX_STRANGE_SHARE = 0.1;
/**
 * Control, private-use, unassigned and replacement characters, Yi, and the rare Han of extension A,
 * among which the codes of large East Asian fonts fall.
 */
const STRANGE = /[\p{Cc}\p{Co}\p{Cn}\ufffd\u3400-\u4dbf\ua000-\ua4cf]/gu;

/** Latin letters from which the share of vowels is meaningful; a table of codes has fewer. */
const MIN_LETTERS = 200;
/** Languages in Latin script have 0.35 to 0.5. English with codes shifted by 29 has 0.15. */
const MIN_VOWEL_SHARE = 0.2;

/**
 * Different characters that are needed, since a symbol font may draw the same bullet many times.
 */
const MIN_DIFFERENT = 6;

const countOf = (text: string, signs: RegExp): number => text.match(signs)?.length ?? 0;

function isUnreadable(text: string): boolean {
  const signs = [...text.replace(/\s/g, '')];
  if (signs.length < MIN_SIGNS || new Set(signs).size < MIN_DIFFERENT) return false;
  if (countOf(signs.join(''), STRANGE) > MAX_STRANGE_SHARE * signs.length) return true;
  const letters = text.normalize('NFD').replace(/[^A-Za-zæøœıŒÆØ]/g, '');
  return letters.length >= MIN_LETTERS && countOf(letters, /[aeiouyæøœı]/gi) < MIN_VOWEL_SHARE * letters.length;
}

/** The names of unreadable fonts, as in the text items. */
export function unreadableFonts({ items }: RawText): ReadonlySet<string> {
  const texts = new Map<string, string>();
  for (const item of items)
    if ('str' in item) texts.set(item.fontName, `${texts.get(item.fontName) ?? ''} ${item.str}`);
  return new Set([...texts].flatMap(([font, text]) => (isUnreadable(text) ? [font] : [])));
}
