/**
 * Spellings of names in the languages of the packs, which compiling names needs and matching does
 * not: what only the build and the background read stands here, so that no page carries it.
 */

/** A plural that takes more than an s: "assemblies", "lenses". */
interface PluralRule {
  readonly ending: RegExp;
  /** Letters that the plural takes away. */
  readonly cut: number;
  readonly plural: string;
}

export const ENGLISH_PLURALS: readonly PluralRule[] = [
  { ending: /[^aeiou]y$/i, cut: 1, plural: 'ies' },
  // A name that ends in another s is a plural already; lists have many of them.
  { ending: /(?:[xz]|ch|sh|[aius]s|lens)$/i, cut: 0, plural: 'es' },
];

/** Letters of German and French for which many texts write two. */
export const LETTER_PAIRS: readonly (readonly [letter: string, pair: string])[] = [
  ['ß', 'ss'],
  ['œ', 'oe'],
  ['æ', 'ae'],
  ['Œ', 'Oe'],
  ['Æ', 'Ae'],
];

/** Words right before a number that make it a customs code. */
export const CUSTOMS_CODE_WORDS: readonly string[] = [
  ...['HS', 'HTS', 'HTSUS', 'CN code'],
  ...['heading', 'headings', 'subheading', 'subheadings', 'tariff line'],
];
