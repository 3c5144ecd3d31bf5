/**
 * Folds text for search: removes differences of case, width, accents, hyphens and traditional
 * Chinese characters. Queries and names are folded alike.
 */
import { hanPairs } from '../match/text/simplify-chinese.ts';

let simplified: ReadonlyMap<string, string> | null = null;

function simplifiedOf(): ReadonlyMap<string, string> {
  if (simplified) return simplified;
  const pairs = hanPairs();
  const map = new Map<string, string>();
  for (let k = 0; k + 1 < pairs.length; k += 2) map.set(pairs.charAt(k), pairs.charAt(k + 1));
  simplified = map;
  return map;
}

const HAN = /[\u3400-\u9fff]/g;
/**
 * Word separators: white space, control characters and punctuation that does not distinguish names.
 */
const SPACE = /[\s\p{Cc}\-‐-―_/.,:;'’‘"“”„«»‹›()[\]{}<>（）·・、，。《》「」『』【】?!¿¡*$#@~^|=\\`…]+/gu;
/** Invisible characters: soft hyphens, marks of direction. */
const UNSEEN = /\p{Cf}+/gu;

/** ASCII, of which folding changes only the case and separators. */
const PLAIN = /^[\x20-\x7e]*$/;

/**
 * Folds a text for search. The table of Chinese characters must be loaded for text outside ASCII.
 */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase().replace(SPACE, ' ').trim();
  const map = simplifiedOf();
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(UNSEEN, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(HAN, (character) => map.get(character) ?? character)
    .replace(SPACE, ' ')
    .trim();
}

/** Text in a script without spaces (Chinese, Japanese): a name may be inside a longer run. */
export const isDense = (text: string): boolean => /[\u3040-\u30ff\u3400-\u9fff]/.test(text);

/** Removes the spaces of a folded code: `8112.92` and `811292` become equal. */
export const withoutSpaces = (folded: string): string => folded.replaceAll(' ', '');
