/** Removes or expands units that folding cannot handle, and keeps the way back to the source. */
import { SPECIAL, classOf, type Units } from './code-units.ts';

/** A text for matching, with the way back to its source. */
export interface NormalizedText {
  /**
   * The text without dropped and combining units, with ligatures expanded; case and spaces are
   * unchanged.
   */
  text: string;
  /** The source offset of each unit of `text`. */
  offsets: Int32Array;
}

const isMark = (code: number) =>
  (code >= 0x300 && code <= 0x36f) || code === 0x3099 || code === 0x309a || code === 0xff9e || code === 0xff9f;
const isJamo = (code: number) => code >= 0x1100 && code <= 0x11ff;
const voicing: Record<number, string> = { 0xff9e: '\u3099', 0xff9f: '\u309a' };

/** Jamo of a syllable: consonant, vowel, consonant. */
const MAX_JAMO_IN_SYLLABLE = 3;

const SOFT_HYPHEN = 0xad;
const LINE_END = /\r?\n *(?=\S)/y;

/** True if a text has a SPECIAL unit. Most texts have none and are scanned as they are. */
export function needsCleaning(units: Units, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (classOf(units, text.charCodeAt(i)) === SPECIAL) return true;
  return false;
}

/** Drops and expands units. Needed only if `needsCleaning`. */
export function normalize(units: Units, source: string): NormalizedText {
  const out: string[] = [];
  const from: number[] = [];
  const push = (text: string, place: number) => {
    for (let k = 0; k < text.length; k++) {
      out.push(text.charAt(k));
      from.push(place);
    }
  };
  for (let i = 0; i < source.length; i++) {
    const code = source.charCodeAt(i);
    if (classOf(units, code) !== SPECIAL) {
      push(source.charAt(i), i);
    } else if (isMark(code)) {
      const last = out.length - 1;
      const composed = ((out[last] ?? '') + (voicing[code] ?? source.charAt(i))).normalize('NFC');
      if (last >= 0 && composed.length === 1) out[last] = composed;
    } else if (isJamo(code)) {
      let end = i + 1;
      while (end < source.length && isJamo(source.charCodeAt(end))) end++;
      // Syllable by syllable, so that each keeps its offset.
      for (let at = i; at < end;) {
        let stop = Math.min(end, at + MAX_JAMO_IN_SYLLABLE);
        while (stop > at + 1 && source.slice(at, stop).normalize('NFC').length > 1) stop--;
        push(source.slice(at, stop).normalize('NFC'), at);
        at = stop;
      }
      i = end - 1;
    } else if ((code >= 0xfb00 && code <= 0xfb06) || code >= 0xff61) {
      push(source.charAt(i).normalize('NFKC'), i);
    } else if (code === SOFT_HYPHEN) {
      // A word broken at the end of a line.
      LINE_END.lastIndex = i + 1;
      if (LINE_END.test(source)) i = LINE_END.lastIndex - 1;
    }
  }
  return { text: out.join(''), offsets: Int32Array.from(from) };
}

/** The source offset after the normalized unit at `last` and the marks that belong to it. */
export function sourceEnd(units: Units, source: string, offsets: Int32Array, last: number): number {
  let end = (offsets[last] ?? 0) + 1;
  const next = last + 1 < offsets.length ? (offsets[last + 1] ?? source.length) : source.length;
  let kept = end;
  for (; end < next; end++) {
    const code = source.charCodeAt(end);
    if (isMark(code) || isJamo(code)) kept = end + 1;
    else if (classOf(units, code) !== SPECIAL) break;
  }
  return kept;
}
