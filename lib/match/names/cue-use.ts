/**
 * The use of a cue in a rule of a name, packed into one number, so that a list's rules are one
 * column of numbers:
 *
 *     bit  31 ............ 5   4         3 2      1 0
 *          number of the cue   against   within   strength
 *
 * `within` is how far the cue looks (BESIDE to ARTICLE), `strength` 0 for weak, 1 normal, 2 strong.
 */
export type CueUse = number;

const CUE_SHIFT = 5;
const AGAINST = 16;
const WITHIN_SHIFT = 2;
const TWO_BITS = 3;

/** How far a cue may be from the name, the nearest first. BESIDE: within three words. */
export const BESIDE = 0;
export const SENTENCE = 1;
export const PARAGRAPH = 2;
export const ARTICLE = 3;

/** The strongest cue. */
export const STRONG = 2;

/** Packs one use. */
export const packCueUse = (cue: number, isAgainst: boolean, within: number, strength: number): CueUse =>
  (cue << CUE_SHIFT) | (isAgainst ? AGAINST : 0) | (within << WITHIN_SHIFT) | strength;

/** The number of the cue within its list. */
export const cueOfUse = (use: CueUse): number => use >>> CUE_SHIFT;
/** True if the cue speaks against the name. */
export const isAgainst = (use: CueUse): boolean => (use & AGAINST) !== 0;
/** The distance in which the cue counts: BESIDE to ARTICLE. */
export const withinOf = (use: CueUse): number => (use >>> WITHIN_SHIFT) & TWO_BITS;
/** 0 to STRONG. */
export const strengthOf = (use: CueUse): number => use & TWO_BITS;

/** The same use with another cue number. */
export const withCue = (use: CueUse, cue: number): CueUse => (cue << CUE_SHIFT) | (use & ((1 << CUE_SHIFT) - 1));
