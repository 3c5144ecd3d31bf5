/**
 * Recognises how a metal's name is used: as a colour, in a figure of speech, as a counted thing,
 * with a price.
 */
import { lazily } from '../../core/lazily.ts';
import { languages } from '../languages/index.ts';
import { endOfRun, isLetter, isSpace, startOfRun } from '../text/characters.ts';

/** True if a metal is the first part of a figurative adjective: tin-eared, silver-haired. */
export function isFigurativeCompound(text: string, end: number): boolean {
  if (isColoured(text, end)) return true;
  if (text.charCodeAt(end) !== 45) return false;
  const part = text.slice(end + 1, endOfRun(text, end + 1, isLetter, Math.min(text.length, end + 30))).toLowerCase();
  return (
    (languages().metals.participle.test(part) && !languages().metals.plainParticiples.has(part)) ||
    languages().metals.figurative.has(part)
  );
}

/** Letters that are read of a word; longer than any word that is looked up. */
const MAX_WORD_LETTERS = 12;

/** The word that starts at an offset, and the word that ends there; '' if there is none. */
function wordFrom(text: string, at: number): string {
  const near = text.slice(at, at + MAX_WORD_LETTERS);
  return near.slice(0, endOfRun(near, 0, isLetter));
}
const wordTo = (text: string, at: number): string =>
  text.slice(startOfRun(text, at, Math.max(0, at - MAX_WORD_LETTERS), isLetter), at);

/**
 * True if a metal is a colour or a finish: cobalt blue, titanium-grey, a neon pink, “rare earth”
 * tones.
 */
function isColoured(text: string, end: number): boolean {
  const at = end < text.length && '”’"'.includes(text.charAt(end)) ? end + 1 : end;
  if (text.charCodeAt(at) !== 32 && text.charCodeAt(at) !== 45) return false;
  const word = wordFrom(text, at + 1).toLowerCase();
  return languages().metals.colours.has(word) || languages().metals.finishes.has(word);
}

const shadeJoints = lazily(() => [', ', ...[...languages().sentences.rowJoints.words].map((word) => ` ${word} `)]);

/** True if an item of a row ends at an offset: "," or " and" follows. */
function endsShade(text: string, at: number): boolean {
  const sign = text.charAt(at);
  return sign === ' '
    ? languages().sentences.rowJoints.has(wordFrom(text, at + 1))
    : sign === '' || ',.;:'.includes(sign);
}

/** True if a metal is in a row of colours: "in graphite, oat and cobalt", "black or silver". */
export function isShade(text: string, start: number, end: number): boolean {
  for (const joint of shadeJoints()) {
    if (text.startsWith(joint, end)) {
      const word = wordFrom(text, end + joint.length);
      if (languages().metals.colours.has(word) && endsShade(text, end + joint.length + word.length)) return true;
    }
    const from = start - joint.length;
    if (text.startsWith(joint, from) && languages().metals.colours.has(wordTo(text, from))) return true;
  }
  return false;
}

/**
 * True if a metal is counted like a thing: flipped a nickel, won a silver, a copper on the beat.
 */
export const isCounted = (text: string, start: number, end: number): boolean =>
  isSpace(text.charCodeAt(start - 1)) &&
  languages().metals.counters.has(wordTo(text, start - 1).toLowerCase()) &&
  languages().metals.noNoun.test(text.slice(end, end + 12));

/** A sum of money a few words later: "costs US$ 45". */
const SUM = /^(?:(?:\s[^\s.,;:]+){1,5}\s|[^\s。，、]{0,12}(?:\s\S{1,8})?)[A-Z]{0,2}[$€£¥]\s?\d/;
/** A few words and a figure or a number word, before a unit. */
const FIGURE = /^(?:(?:\s[^\s.,;:]+){1,5}\s|[^\s。，、]{0,12}(?:\s\S{1,8})?)(?:\d[\d.,]{0,24}|[a-z]{1,24}\s)\s?$/;
const MAX_FIGURE_DISTANCE = 56;

/**
 * True if the text after a metal quotes its price, as a percentage or a sum of money: "jumped 13%",
 * "站上4500美元", "fiel um neun Prozent".
 */
export function isQuoted(text: string, end: number): boolean {
  const behind = text.slice(end, end + MAX_FIGURE_DISTANCE);
  if (SUM.test(behind)) return true;
  for (const unit of ['%', '％', ...languages().numbers.priceUnits.words])
    for (let at = behind.indexOf(unit); at >= 0; at = behind.indexOf(unit, at + 1))
      if (FIGURE.test(behind.slice(0, at))) return true;
  return false;
}
