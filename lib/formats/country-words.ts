/** Finds ISO country codes by the names of countries in the languages of common tables. */
import { lazily } from '../core/lazily.ts';

const LANGUAGES = ['en', 'de', 'fr', 'es', 'zh-Hans', 'zh-Hant', 'ja', 'ko'];
/** Names that lists use and `Intl.DisplayNames` lacks. */
const OTHERS: Readonly<Record<string, string>> = {
  usa: 'US',
  'united states of america': 'US',
  uk: 'GB',
  'great britain': 'GB',
  prc: 'CN',
  "people's republic of china": 'CN',
  'russian federation': 'RU',
  'republic of korea': 'KR',
  "democratic people's republic of korea": 'KP',
  'korea, north': 'KP',
  'korea, south': 'KR',
  burma: 'MM',
  dprk: 'KP',
  uae: 'AE',
  'islamic republic of iran': 'IR',
  'syrian arab republic': 'SY',
  'islamic republic of afghanistan': 'AF',
  'republic of belarus': 'BY',
  中国大陆: 'CN',
  中國大陸: 'CN',
  中華人民共和国: 'CN',
};

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** Two-letter regions, without codes of former states: `Intl` replaces DD by DE. */
const CODES = LETTERS.flatMap((a) => LETTERS.map((b) => a + b)).filter(
  (code) => Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`,
);

const codes = new Set(CODES);
/** True for an ISO code in capitals. */
export const isCountryCode = (text: string): boolean => codes.has(text);

const byName = lazily(() => {
  const names = new Map(Object.entries(OTHERS));
  for (const language of LANGUAGES) {
    const words = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    for (const code of CODES) {
      const name = words.of(code)?.toLowerCase().replaceAll('’', "'");
      if (name !== undefined && !names.has(name)) names.set(name, code);
    }
  }
  return names;
});

/**
 * The ISO code of the country in a cell, which may be a code or a name in one or two languages;
 * null if unknown.
 */
export function countryIn(cell: string): string | null {
  for (const text of [cell, ...cell.split(/[\n/]/)]) {
    const code = codeOf(text.trim()) ?? codeOf(turned(text.trim()));
    if (code !== null) return code;
  }
  return null;
}

/** "China, People's Republic of" -> "People's Republic of China". */
const turned = (text: string): string => text.replace(/^([^,]+), (.*\bof)$/i, '$2 $1');

function codeOf(text: string): string | null {
  if (/^[A-Za-z]{2}$/.test(text)) return text.toUpperCase();
  const name = text.toLowerCase().replace(/^the /, '').replaceAll('’', "'");
  const [plain = '', more] = name.split(' (');
  // "Iran (Islamic Republic of)"
  return byName().get(name) ?? (more === undefined ? null : (byName().get(plain) ?? null));
}
