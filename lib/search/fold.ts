/**
 * One spelling for search: case, width, accents, hyphens and traditional characters make no
 * difference. The query and the names are folded alike.
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
/** The separators of words: space, control characters, and marks that distinguish no names. */
const SPACE = /[\s\p{Cc}\-‐-―_/.,:;'’‘"“”„«»‹›()[\]{}<>（）·・、，。《》「」『』【】?!¿¡*$#@~^|=\\`…]+/gu;
/** Soft hyphens and marks of direction, which nobody sees. */
const UNSEEN = /\p{Cf}+/gu;

/** Letters and digits that folding does not change but for their case. */
const PLAIN = /^[\x20-\x7e]*$/;

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

/** Scripts written without spaces: a name is found in the middle of another. */
export const isDense = (text: string): boolean => /[\u3040-\u30ff\u3400-\u9fff]/.test(text);

/** Letters and digits alone, for codes: `8112.92` and `811292` are the same. */
export const squeeze = (folded: string): string => folded.replaceAll(' ', '');
