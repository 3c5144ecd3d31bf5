/**
 * The relation between a name and a country beside it: the country owns it, or the scene is set
 * there.
 */
import { languages } from '../languages/index.ts';
import type { LanguagePack } from '../languages/language-pack.ts';
import type { Candidate } from '../model.ts';
import { owns } from './owner-before.ts';

/** A country, or a word that speaks for it, in a block. */
export type Named = { code: string; start: number; end: number };

export const opensWithPlace = (text: string): boolean => languages().countries.placeAtStart.test(text);

const BRACKET = /^\s*[(（]$/;
/** As far back as "in", "en", "à" or 在 stands before a country. */
const MAX_UNITS_TO_IN = 8;

/** True if words between a name and a country after it make the country its owner. */
function isOwnerBehind(between: string, language: LanguagePack | undefined): boolean {
  return (
    BRACKET.test(between) ||
    languages().countries.ofCountry.test(between) ||
    languages().countries.speaker.test(between) ||
    (/^\s+$/.test(between) && language?.countries.followsBody === true)
  );
}

/** A candidate with its surroundings. */
export interface Asked {
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
  /** The country that owns the candidate, or ''; its start if before it, else -1. */
  owner: string;
  ownerStart: number;
  /** The country in which the sentence, or the one before, says that it is. */
  place: string;
  placeStart: number;
  inSentence: Set<string>;
  /** Country -> the words that name it. */
  words: Map<string, string>;
}

export const overlaps = ({ start, end }: Named, candidate: Candidate): boolean =>
  start < candidate.end && end > candidate.start;

/** How far behind a candidate its owner may stand, in UTF-16 units. */
const MAX_DISTANCE_BEHIND = 40;

/**
 * A country before a candidate owns it, or its sentence is set there; one behind it may own it.
 */
export function relationOf(
  { start, end }: Named,
  { candidate, text, sentence: [from] }: Asked,
  found: NamedBeside,
  language: LanguagePack | undefined,
): 'owner' | 'place' | null {
  if (start >= candidate.end) {
    const mayOwn = !found.owner && start - candidate.end < MAX_DISTANCE_BEHIND;
    return mayOwn && isOwnerBehind(text.slice(candidate.end, start), language) ? 'owner' : null;
  }
  if (start > found.ownerStart && owns(text.slice(end, candidate.start))) return 'owner';
  if (start <= found.placeStart) return null;
  const isPlace =
    opensWithPlace(text.slice(from, start)) ||
    (languages().countries.placeBefore.test(text.slice(Math.max(from, start - MAX_UNITS_TO_IN), start)) &&
      languages().countries.bodyArticle.test(text.slice(end, candidate.start)));
  return isPlace ? 'place' : null;
}
