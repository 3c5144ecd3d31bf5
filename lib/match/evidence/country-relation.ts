/**
 * Decides the relation between a name and a country next to it: the country owns the body, or is
 * the place of the sentence.
 */
import { languages } from '../languages/index.ts';
import type { BuiltPack } from '../languages/language-pack.ts';
import type { Candidate } from '../model.ts';
import { isOwnerBefore } from './owner-before.ts';

/** An occurrence of a country, or of a word that stands for it, in a block. */
export type CountryOccurrence = { code: string; start: number; end: number };

/** True for a sentence that opens with a place: "In Beijing". */
export const opensWithPlace = (text: string): boolean => languages().countries.placeAtStart.test(text);

const BRACKET = /^\s*[(（]$/;
/** UTF-16 units before a country in which "in", "en", "à" or 在 may come. */
const MAX_UNITS_TO_IN = 8;

/** True if the words between a name and a later country make the country its owner. */
function isOwnerBehind(between: string, language: BuiltPack | undefined): boolean {
  return (
    BRACKET.test(between) ||
    languages().countries.ofCountry.test(between) ||
    languages().countries.speaker.test(between) ||
    (/^\s+$/.test(between) && language?.countries.followsBody === true)
  );
}

/** A candidate with its surroundings. */
export interface CandidateInText {
  candidate: Candidate;
  /** The text of its block. */
  text: string;
  /** Start and end of its sentence. */
  sentence: readonly [number, number];
  /** The countries of its readings. */
  held: ReadonlySet<string>;
}

/** The countries in the sentence of a candidate. */
export interface NamedBeside {
  /**
   * The country that owns the candidate, or ''; and its offset if it comes before the candidate, or
   * -1.
   */
  owner: string;
  ownerStart: number;
  /** The country that the sentence, or the one before, gives as the place. */
  place: string;
  placeStart: number;
  inSentence: Set<string>;
  /** Country -> the words that name it. */
  words: Map<string, string>;
}

/** True if the country stands within the name itself ("US Department of …"). */
export const overlaps = ({ start, end }: CountryOccurrence, candidate: Candidate): boolean =>
  start < candidate.end && end > candidate.start;

/** UTF-16 units after a candidate in which its owner may follow. */
const MAX_DISTANCE_BEHIND = 40;

/**
 * A country before a candidate is its owner or the place of its sentence; a country after it may be
 * its owner.
 */
export function relationOf(
  { start, end }: CountryOccurrence,
  { candidate, text, sentence: [from] }: CandidateInText,
  found: NamedBeside,
  language: BuiltPack | undefined,
): 'owner' | 'place' | null {
  if (start >= candidate.end) {
    const mayOwn = !found.owner && start - candidate.end < MAX_DISTANCE_BEHIND;
    return mayOwn && isOwnerBehind(text.slice(candidate.end, start), language) ? 'owner' : null;
  }
  if (start > found.ownerStart && isOwnerBefore(text.slice(end, candidate.start))) return 'owner';
  if (start <= found.placeStart) return null;
  const isPlace =
    opensWithPlace(text.slice(from, start)) ||
    (languages().countries.placeBefore.test(text.slice(Math.max(from, start - MAX_UNITS_TO_IN), start)) &&
      languages().countries.bodyArticle.test(text.slice(end, candidate.start)));
  return isPlace ? 'place' : null;
}
