/** Finds ISO country codes by the names of countries in the languages of common tables. */
import { lazily } from '../core/lazily.ts';
import { TWO_LETTERS } from './country-codes.ts';

const LANGUAGES = [
  ...['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'cs', 'sv', 'ru', 'uk', 'tr', 'ar', 'fa', 'vi', 'id'],
  ...['zh-Hans', 'zh-Hant', 'ja', 'ko'],
];
/** Names that lists use and `Intl.DisplayNames` lacks, normalised by `keyOf`. */
const OTHERS: Readonly<Record<string, string>> = {
  'united states of america': 'US',
  usa: 'US',
  uk: 'GB',
  'great britain': 'GB',
  england: 'GB',
  prc: 'CN',
  'peoples republic of china': 'CN',
  'mainland china': 'CN',
  'republic of china': 'TW',
  'taiwan province of china': 'TW',
  roc: 'TW',
  'republic of korea': 'KR',
  rok: 'KR',
  'korea south': 'KR',
  'democratic peoples republic of korea': 'KP',
  dprk: 'KP',
  'korea north': 'KP',
  'democratic republic of the congo': 'CD',
  'democratic republic of congo': 'CD',
  drc: 'CD',
  'republic of the congo': 'CG',
  congo: 'CG',
  uae: 'AE',
  ksa: 'SA',
  'russian federation': 'RU',
  'syrian arab republic': 'SY',
  'kyrgyz republic': 'KG',
  'slovak republic': 'SK',
  'hellenic republic': 'GR',
  'swiss confederation': 'CH',
  burma: 'MM',
  turkey: 'TR',
  'czech republic': 'CZ',
  'ivory coast': 'CI',
  'viet nam': 'VN',
  macedonia: 'MK',
  swaziland: 'SZ',
  'cape verde': 'CV',
  'holy see': 'VA',
  'lao peoples democratic republic': 'LA',
  'china taiwan': 'TW',
  'china hong kong': 'HK',
  micronesia: 'FM',
  美国: 'US',
  中国大陆: 'CN',
  中國大陸: 'CN',
  中華人民共和国: 'CN',
  中国香港: 'HK',
  香港: 'HK',
  中国澳门: 'MO',
  澳门: 'MO',
  中国台湾: 'TW',
  '中国 台湾': 'TW',
  '中国 香港': 'HK',
  台湾地区: 'TW',
  台灣地區: 'TW',
  中華民國: 'TW',
  俄罗斯联邦: 'RU',
  俄羅斯聯邦: 'RU',
  米国: 'US',
  英国: 'GB',
  ロシア連邦: 'RU',
  大韓民国: 'KR',
  미국: 'US',
};

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/**
 * Two-letter codes of present countries. `Intl` replaces codes of former states, such as DD by DE.
 */
const CODES = LETTERS.flatMap((a) => LETTERS.map((b) => a + b)).filter(
  (code) => Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`,
);

const codes = new Set(CODES);
/** True for an ISO code in capitals. */
export const isCountryCode = (text: string): boolean => codes.has(text);

/** Normalises a name: without case, accents, punctuation, brackets and "the". */
const keyOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’ʼ.]/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the /, '');

/**
 * Words of official names that are not part of a country's own name: "Islamic Republic of Iran".
 */
const OFFICIAL =
  /\b(?:republic|islamic|federation|federal|kingdom|state|plurinational|bolivarian|peoples|democratic|socialist|arab|commonwealth|principality|sultanate|hashemite|oriental|province|sar|special administrative region|of|and|the)\b/g;
const plainOf = (key: string): string => key.replace(OFFICIAL, ' ').replace(/ +/g, ' ').trim();

const byName = lazily(() => {
  const names = new Map(Object.entries(OTHERS).map(([name, code]) => [keyOf(name), code]));
  const english = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const known = CODES.filter((code) => english.of(code));
  for (const language of LANGUAGES)
    for (const style of ['long', 'short'] as const) {
      const words = new Intl.DisplayNames(language, { type: 'region', fallback: 'none', style });
      for (const code of known) {
        const key = keyOf(words.of(code) ?? '');
        if (key !== '' && !names.has(key)) names.set(key, code);
      }
    }
  // "Congo" is the own name of two countries, so it names neither.
  const plain = new Map<string, string | null>();
  for (const code of known) {
    const key = plainOf(keyOf(english.of(code) ?? ''));
    plain.set(key, plain.has(key) ? null : code);
  }
  return { known: new Set(known), names, plain };
});

function codeOf(text: string): string | null {
  const capitals = text.toUpperCase();
  if (byName().known.has(capitals) && capitals !== 'UK') return capitals;
  const three = /^[A-Z]{3}$/.test(text) ? TWO_LETTERS.get(text) : undefined;
  if (three !== undefined) return three;
  const { names, plain } = byName();
  const key = keyOf(text);
  return names.get(key) ?? names.get(keyOf(withFormFirst(text))) ?? plain.get(plainOf(key)) ?? null;
}

/** "China, People's Republic of" -> "People's Republic of China". */
const withFormFirst = (text: string): string => text.replace(/^([^,(]+)[,(] ?(.*\bof(?: the)?)\)?$/i, '$2 $1');

/** Removes a bracket at the end: "Iran (Islamic Republic of)", "Hong Kong (SAR)". */
function withoutBracket(text: string): string {
  const trimmed = text.trimEnd();
  if (!/[)）]$/.test(trimmed)) return text;
  const open = Math.max(trimmed.lastIndexOf('('), trimmed.lastIndexOf('（'));
  return open > 0 ? trimmed.slice(0, open).trimEnd() : text;
}

const oneIn = (text: string): string | null => codeOf(text) ?? codeOf(withoutBracket(text));

/** Separators of countries: strong ones always separate, weak ones may also be part of a name. */
const STRONG = /[;；|/／\n、•·]/;
const WEAK = /[,，+&]|(?<=\S)\s+(?:-|–|—)\s+|\s(?:and|und|et|y|e|en|i|и)\s|和|及|与|與|및/iu;
/** A cell of codes only: "RU BY". */
const CODES_ALONE = /^[A-Z]{2,3}(?:\s+[A-Z]{2,3})+$/;
/**
 * The most parts of one name that commas may separate: "Korea, Democratic People's Republic of".
 */
const MAX_PARTS_OF_NAME = 3;

/**
 * The countries in a row of parts. Adjacent parts that form one name together count as that name.
 */
function joinedIn(parts: readonly string[]): string[] {
  const found: string[] = [];
  for (let k = 0; k < parts.length;) {
    let taken = 0;
    for (let count = Math.min(MAX_PARTS_OF_NAME, parts.length - k); count > 0 && taken === 0; count--) {
      const code = oneIn(parts.slice(k, k + count).join(', '));
      if (code !== null) {
        found.push(code);
        taken = count;
      }
    }
    k += Math.max(1, taken);
  }
  return found;
}

/** The countries that a cell such as "Russia; Iran" names. */
export interface CountriesInCell {
  /** Country codes without repeats, in the order of the cell. */
  codes: string[];
  /** False if some part of the cell names no country. */
  isWhole: boolean;
}

function partsOf(text: string, separator: RegExp): string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter(Boolean);
}

function readCountries(cell: string): CountriesInCell {
  const text = cell.trim();
  const whole = oneIn(text);
  if (whole !== null) return { codes: [whole], isWhole: true };
  let isWhole = true;
  const found = partsOf(text, STRONG).flatMap((part) => {
    const code = oneIn(part);
    if (code !== null) return [code];
    const parts = CODES_ALONE.test(part) ? part.split(/\s+/) : partsOf(part, WEAK);
    const found = joinedIn(parts);
    if (found.length === 0) isWhole = false;
    return found;
  });
  return { codes: [...new Set(found)], isWhole: isWhole && found.length > 0 };
}

/** The most characters of a cell that may name countries; a longer cell is some other text. */
const MAX_CELL_LENGTH = 1000;
/** Cells whose countries are cached: a column has few different ones. */
const MAX_CACHED = 2000;
const cached = new Map<string, CountriesInCell>();

/** The countries that a cell names, by code or in words, in any supported language. */
export function countriesIn(cell: string): CountriesInCell {
  const known = cached.get(cell);
  if (known) return known;
  if (cell.length > MAX_CELL_LENGTH) return { codes: [], isWhole: false };
  if (cached.size >= MAX_CACHED) cached.clear();
  const read = readCountries(cell);
  cached.set(cell, read);
  return read;
}

/** The English names of countries, joined to one text. */
export function countryNames(codes: readonly string[]): string {
  const words = new Intl.DisplayNames('en', { type: 'region' });
  return codes.map((code) => words.of(code) ?? code).join('; ');
}

/** The first country that a cell names; null if it names none. */
export const countryIn = (cell: string): string | null => countriesIn(cell).codes[0] ?? null;

/** True for a country's most common name, or its three-letter code. */
export const isCountryName = (text: string): boolean =>
  text.length > 2 && (byName().names.has(text.toLowerCase()) || TWO_LETTERS.has(text));
