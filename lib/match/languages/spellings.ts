/**
 * Rules of spelling that only compiling names needs. They are apart from the packs, so that page
 * scripts do not contain them.
 */

/** A plural that needs more than an s: "assemblies", "lenses". */
interface PluralRule {
  readonly ending: RegExp;
  /** Letters that the plural removes. */
  readonly cut: number;
  readonly plural: string;
}

/** The first rule that fits decides; all other names take an s. */
export const ENGLISH_PLURALS: readonly PluralRule[] = [
  { ending: /[^aeiou]y$/i, cut: 1, plural: 'ies' },
  // A name with another s at its end is usually a plural already.
  { ending: /(?:[xz]|ch|sh|[aius]s|lens)$/i, cut: 0, plural: 'es' },
];

/** German and French letters that many texts write as two. */
export const LETTER_PAIRS: readonly (readonly [letter: string, pair: string])[] = [
  ['ß', 'ss'],
  ['œ', 'oe'],
  ['æ', 'ae'],
  ['Œ', 'Oe'],
  ['Æ', 'Ae'],
];

/** Words directly before a number that make it a customs code. */
export const CUSTOMS_CODE_WORDS: readonly string[] = [
  ...['HS', 'HTS', 'HTSUS', 'CN code'],
  ...['heading', 'headings', 'subheading', 'subheadings', 'tariff line'],
];
