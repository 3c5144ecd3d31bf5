/** Finds abbreviations that an article explains: "Bureau of Industry and Security (BIS)". */
import { languages } from '../languages/index.ts';
import type { Article } from './article.ts';
import type { Candidate, Reading } from '../model.ts';
import { ruleFlags } from './readings.ts';
import { RULE_ALONE, RULE_STATED } from '../names/compiled-names.ts';
import { isAbbreviation } from './surface-form.ts';
import { endOfRun, isApostrophe, isLetter, isLower, isSpace } from '../text/characters.ts';
import { lowerBound } from '../../core/lower-bound.ts';

/** What the abbreviations of an article mean. */
export interface Definitions {
  /** The entry of each abbreviation, by its spelling; null if it stands for something unknown. */
  bound: Map<string, string | null>;
  /**
   * Candidates whose entry follows from a partner in brackets: "Bureau of Industry and Security
   * (BIS)".
   */
  pairs: Map<Candidate, string>;
  /** Candidates of pairs in which neither name is enough without other evidence. */
  unsupported: Set<Candidate>;
}

const ids = (candidate: Candidate) => new Set(candidate.readings.map((reading) => reading.id));
const ambiguous = (candidate: Candidate) =>
  candidate.readings.length > 1 ||
  candidate.readings.some((reading: Reading) => (ruleFlags(reading) & RULE_STATED) !== 0);
const standsAlone = (candidate: Candidate, id: string) =>
  candidate.readings.some((reading) => reading.id === id && (ruleFlags(reading) & RULE_ALONE) !== 0);

/**
 * The end of blanks, hyphens and small words that give no letter to an abbreviation; `at` if there
 * are none.
 */
function pastSmallWords(text: string, at: number): number {
  let end = endOfRun(text, at, isBlankOrHyphen);
  while (end > at) {
    const word = text.charAt(end) === '&' ? '&' : text.slice(end, endOfRun(text, end, isLetter, end + MAX_SMALL_WORD));
    const next = end + word.length;
    if (!languages().bodies.smallWords.has(word) || !isSpace(text.charCodeAt(next))) break;
    end = endOfRun(text, next, isSpace);
  }
  return end;
}
const isBlankOrHyphen = (code: number) => code === 45 || isSpace(code);
/** Letters that are read of a small word: one more than the longest has. */
const MAX_SMALL_WORD = 6;
const inLowerWord = (code: number) => isLower(code) || isApostrophe(code);

/**
 * The end of the words from `at` on whose initials are the abbreviation, with small words between;
 * or -1.
 */
function spelledOut(text: string, at: number, short: string): number {
  let end = at;
  for (let k = 0; k < short.length; k++) {
    if (k > 0) {
      const next = pastSmallWords(text, end);
      if (next === end) return -1;
      end = next;
    }
    if (text.charCodeAt(end) !== short.charCodeAt(k)) return -1;
    const start = end + 1;
    end = endOfRun(text, start, inLowerWord);
    if (end === start) return -1;
  }
  return isLetter(text.charCodeAt(end)) ? -1 : end;
}

/** Runs of capitalised words that the abbreviation may stand for, as [start, end). */
function* expansions(text: string, short: string): Generator<[number, number]> {
  const letter = short.charAt(0);
  for (let at = text.indexOf(letter); at >= 0; at = text.indexOf(letter, at + 1)) {
    if (at > 0 && isLetter(text.charCodeAt(at - 1))) continue;
    const end = spelledOut(text, at, short);
    if (end < 0) continue;
    yield [at, end];
    at = end - 1;
  }
}

export function* findDefinitions(article: Article): Generator<void, Definitions> {
  const bound = new Map<string, string | null>();
  const pairs = new Map<Candidate, string>();
  const unsupported = new Set<Candidate>();
  const { candidates, blocks } = article;
  const seen = new Set<string>();
  for (const [k, candidate] of candidates.entries()) {
    const text = blocks[candidate.block]?.text ?? '';
    const next = candidates[k + 1];
    if (
      next &&
      next.block === candidate.block &&
      next.start - candidate.end <= 4 &&
      /^[”"’'»]?\s*[(（[［]["“「]?$/.test(text.slice(candidate.end, next.start)) &&
      /^["”」]?\s*[)）\]］,，;；]/.test(text.slice(next.end, next.end + 3))
    ) {
      const mine = ids(candidate);
      const shared = next.readings.filter((reading) => mine.has(reading.id));
      if (shared.length === 1 && shared[0]) {
        const { id } = shared[0];
        pairs.set(candidate, id).set(next, id);
        if (!standsAlone(candidate, id) && !standsAlone(next, id)) unsupported.add(candidate).add(next);
        for (const side of [candidate, next]) {
          const name = text.slice(side.start, side.end);
          if (isAbbreviation(name)) bound.set(name, id);
        }
      }
    }
    const name = text.slice(candidate.start, candidate.end);
    if (!isAbbreviation(name) || !ambiguous(candidate) || bound.has(name) || seen.has(name)) continue;
    seen.add(name);
    yield;
    const meaning = findExpansion(article, candidate, name);
    if (meaning !== undefined) bound.set(name, meaning);
  }
  return { bound, pairs, unsupported };
}

/** The candidates of a block that overlap [start, end). */
function overlapping(candidates: readonly Candidate[], block: number, start: number, end: number): Candidate[] {
  const found: Candidate[] = [];
  const first = lowerBound(candidates.length, (k) => {
    const other = candidates[k] as Candidate;
    return other.block < block || (other.block === block && other.end <= start);
  });
  for (let k = first; k < candidates.length; k++) {
    const other = candidates[k] as Candidate;
    if (other.block !== block || other.start >= end) break;
    found.push(other);
  }
  return found;
}

/**
 * The entry whose name spells out the abbreviation nearby; null for an unknown name; undefined if
 * there is none.
 */
function findExpansion({ candidates, blocks }: Article, candidate: Candidate, name: string): string | null | undefined {
  let unknown = false;
  for (let b = Math.max(0, candidate.block - 4); b <= Math.min(blocks.length - 1, candidate.block + 4); b++) {
    const text = blocks[b]?.text ?? '';
    for (const [start, end] of expansions(text, name)) {
      const named = overlapping(candidates, b, start, end);
      const mine = ids(candidate);
      const same = new Set(named.flatMap((other) => [...ids(other)].filter((id) => mine.has(id))));
      // Both names share several entries: the score of the long name then decides the short one.
      if (same.size > 1) return undefined;
      const [only] = same;
      if (only !== undefined) return only;
      // Words that are only part of a longer known name are no evidence.
      if (!named.some((other) => other.start <= start && other.end >= end)) unknown = true;
      else return null;
    }
  }
  return unknown ? null : undefined;
}
