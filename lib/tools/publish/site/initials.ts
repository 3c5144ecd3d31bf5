/** Groups names by their first letters, those of Chinese names in Pinyin. */

/** The first Chinese character of each letter in the order of Pinyin. */
const PINYIN = {
  A: '阿',
  B: '八',
  C: '嚓',
  D: '哒',
  E: '妸',
  F: '发',
  G: '旮',
  H: '哈',
  J: '讥',
  K: '咔',
  L: '垃',
  M: '妈',
  N: '拏',
  O: '噢',
  P: '妑',
  Q: '七',
  R: '呥',
  S: '三',
  T: '他',
  W: '屲',
  X: '夕',
  Y: '丫',
  Z: '帀',
} as const;
const STARTS = Object.entries(PINYIN);
/** Characters that names read otherwise than the collator does. */
const OTHERWISE: Readonly<Record<string, string>> = { 长: 'C', 厦: 'X' };
const inPinyin = new Intl.Collator('zh-CN');
/** The group of names that start with a digit. */
const DIGITS = '0–9';

/** A capital letter, or DIGITS. */
export function initialOf(name: string): string {
  const [first = ''] = /[\p{L}\p{N}]/u.exec(name) ?? [];
  if (/\p{Script=Han}/u.test(first))
    return OTHERWISE[first] ?? STARTS.findLast(([, start]) => inPinyin.compare(start, first) <= 0)?.[0] ?? 'A';
  // Decomposition parts letters from their accents.
  const [letter = ''] = first.normalize('NFD').toUpperCase();
  return /[A-Z]/.test(letter) ? letter : DIGITS;
}

/** The groups from 0–9 to Z; each keeps the order of its items. */
export function byInitial<T>(items: readonly T[], nameOf: (item: T) => string): [initial: string, items: T[]][] {
  const groups = Map.groupBy(items, (item) => initialOf(nameOf(item)));
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}
