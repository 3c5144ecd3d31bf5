/**
 * Traditional to simplified Chinese, character by character, from OpenCC. Needed where names are
 * compiled; the compiled form then carries the few pairs that its names use.
 */
import characters from 'opencc-js/dict/TSCharacters';

/** Pairs that OpenCC leaves alone because both are in use, but which the press writes either way. */
const VARIANTS = '著着乾干';

export function hanPairs(): string {
  let pairs = VARIANTS;
  for (const line of characters.split('|')) {
    const [traditional = '', simplified = ''] = line.split(' ');
    if (traditional.length === 1 && simplified.length === 1 && traditional !== simplified) pairs += traditional + simplified;
  }
  return pairs;
}

/** The pairs whose simplified character stands in `texts`. */
export function pairsUsed(pairs: string, texts: string): string {
  const used = new Set(texts);
  let out = '';
  for (let k = 0; k + 1 < pairs.length; k += 2) if (used.has(pairs.charAt(k + 1))) out += pairs.slice(k, k + 2);
  return out;
}
