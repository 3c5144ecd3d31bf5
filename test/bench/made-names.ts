/**
 * Lists of made-up names of any size: firms and works of one to five words, some of which start
 * with words of the trade.
 */
import type { NameList } from '../../lib/match/names/compile.ts';
import { randomFrom, type Random } from '../support/random.ts';

const ONSETS = [
  'b',
  'br',
  'c',
  'd',
  'dr',
  'f',
  'g',
  'gr',
  'h',
  'k',
  'l',
  'm',
  'n',
  'p',
  'r',
  's',
  'st',
  't',
  'tr',
  'v',
  'w',
  'z',
];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'or', 'an', 'el', 'in', 'ur'];
const ENDS = ['', 'n', 'r', 's', 'x', 'm', 'l', 'th', 'nd', 'ck'];
/**
 * Common words in articles, so that the beginning of a name occurs far more often than the name.
 */
const COMMON = [
  'General',
  'First',
  'National',
  'New',
  'United',
  'American',
  'China',
  'Royal',
  'Northern',
  'World',
  'Global',
  'City',
  'State',
  'Central',
  'South',
  'Great',
  'The',
  'Bank',
  'University',
  'House',
];
const TAILS = [
  'Mining',
  'Metals',
  'Electronics',
  'Materials',
  'Resources',
  'Semiconductor',
  'Chemical',
  'Holdings',
  'Technology',
  'Works',
];
const VOCABULARY = 6000;

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

function wordFrom(random: Random): string {
  let word = '';
  for (let k = 2 + random.below(2); k > 0; k--) word += random.pick(ONSETS) + random.pick(VOWELS);
  return word + random.pick(ENDS);
}

/** Returns `count` different names, always the same for the same count. */
export function madeUpNames(count: number): string[] {
  const random = randomFrom(count);
  const words = Array.from({ length: VOCABULARY }, () => capital(wordFrom(random)));
  const names = new Set<string>();
  while (names.size < count) {
    const parts = random.chance(0.1) ? [random.pick(COMMON)] : [];
    for (let k = 1 + random.below(3); k > 0; k--) parts.push(random.pick(words));
    if (random.chance(0.5)) parts.push(random.pick(TAILS));
    if (parts.length > 1 || random.chance(0.2)) names.add(parts.join(' '));
  }
  return [...names];
}

export const madeUpList = (count: number): NameList => ({
  id: `made-up-${count}`,
  entries: madeUpNames(count).map((name, k) => ({
    id: `company/made-up-${k}`,
    kind: 'company',
    name,
    names: { en: [name] },
  })),
});
