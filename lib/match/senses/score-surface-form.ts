/**
 * What the form of a name says for a reading or against it: its case, and the words it is joined
 * with.
 */
import { ruleFlags, kindOf } from '../evidence/readings.ts';
import type { Candidate, Reading, Note } from '../model.ts';
import { ALONE, ELEMENT, RULED } from '../names/compiled-names.ts';
import type { Context } from '../evidence/context.ts';
import {
  hasTitle,
  headsRow,
  isAbbreviation,
  isCounted,
  isFigurativeCompound,
  isGivenName,
  isNamePart,
  isPlace,
  isQuoted,
  isShade,
  properNamePoints,
  wordAfter,
  wordBefore,
} from '../evidence/surface-form.ts';
import { all, any, isLetter, isLower, isUpper, startsLower, startsUpper } from '../text/characters.ts';
import type { Article } from '../evidence/article.ts';

const isElement = ({ segment, entry }: Reading) => ((segment.names.entryFlags[entry] ?? 0) & ELEMENT) !== 0;

export function surfaceFormPoints(context: Context, c: Candidate, reading: Reading, add: Note): number {
  const text = c.text;
  const mineralPoints = kindOf(reading) === 'mineral' ? mineralFormPoints(context, c, reading, text) : 0;
  if (mineralPoints) add(text, mineralPoints);
  // A firm's name is never written small: "applied materials science".
  if (kindOf(reading) === 'company' && !reading.lowered && startsUpper(reading.text) && startsLower(text)) {
    add(text, -3);
    return mineralPoints - 3;
  }
  // "10마이크론" is a measure.
  if (kindOf(reading) === 'company' && /\d/.test(context.sentences.text(c.block).charAt(c.start - 1))) {
    add(text, -8);
    return mineralPoints - 8;
  }
  // "Wendy Lam", where the firm's short name never stands alone.
  const flags = ruleFlags(reading);
  if (
    (kindOf(reading) === 'chip' || (kindOf(reading) === 'company' && (flags & ALONE) === 0)) &&
    reading.text.length > 1 &&
    startsUpper(reading.text) &&
    all(reading.text, isLower, 1) &&
    (flags & RULED) !== 0
  ) {
    const loss = longerName(context, c);
    if (loss < 0) {
      add(text, loss);
      return mineralPoints + loss;
    }
  }
  // "JANE DOE": an abbreviation after another word in capitals is part of a name or a headline.
  if (
    isAbbreviation(text) &&
    (ruleFlags(reading) & RULED) !== 0 &&
    !headsRow(context.sentences.text(c.block), c.start, c.end)
  ) {
    const before = wordBefore(context.sentences.text(c.block), c.start);
    const style = context.sentences.style(c.block, c.start);
    if (!style.capitals && before.length > 2 && all(before, isUpper)) {
      add(`${before} ${text}`, -2);
      return mineralPoints - 2;
    }
  }
  return mineralPoints;
}

const PERHAPS_SOMEBODY = -3;
/** "Mr Blackwell", "north of Cobalt" */
const SURELY_SOMEBODY = -8;

/**
 * "Dale Blackwell", "Hopper Hall": what a capitalised word beside that nothing in the list knows
 * says against a name; 0 where none stands there.
 */
function longerName(context: Context, c: Candidate): number {
  const { sentences: texts, article } = context;
  const text = texts.text(c.block);
  if (hasTitle(text, c.start) || isPlace(text, c.start, c.end)) return SURELY_SOMEBODY;
  const style = texts.style(c.block, c.start);
  if (style.title || style.capitals) return 0;
  // Where all nouns have a capital, "der Chipentwickler Arm" is no longer name.
  if (article.lang === 'de') return isSurname(context, c) ? PERHAPS_SOMEBODY : 0;
  const before = texts.opens(c.block, c.start) ? '' : wordBefore(text, c.start);
  const after = wordAfter(text, c.end);
  const known = (start: number, end: number) =>
    [c.index - 1, c.index + 1].some((k) => {
      const other = article.candidates[k];
      return other?.block === c.block && other.start < end && other.end > start;
    });
  if (isNamePart(after) && !known(c.end, c.end + after.length + 1)) return PERHAPS_SOMEBODY;
  const start = c.start - before.length - 1;
  return isNamePart(before) && !/['’]s?$/.test(before) && !texts.opens(c.block, start) && !known(start, c.start)
    ? PERHAPS_SOMEBODY
    : 0;
}

/** "Wolfram Nickel": in German two metals with a space between them are somebody. */
const isFullName = ({ candidates }: Article, c: Candidate, text: string): boolean =>
  [c.index - 1, c.index + 1].some((k) => {
    const other = candidates[k];
    const [first, second] = k < c.index ? [other, c] : [c, other];
    return (
      other?.block === c.block &&
      second?.start === (first?.end ?? 0) + 1 &&
      text.charAt(first?.end ?? 0) === ' ' &&
      other.readings.some((reading) => kindOf(reading) === 'mineral') &&
      !headsRow(text, second.start, second.end)
    );
  });

/** So many given names of an article are looked at. */
const MAX_GIVEN_NAMES = 100;

/**
 * "Petra Nickel", and then "sagt Nickel": in German a given name before it, here or elsewhere,
 * makes it somebody.
 */
function isSurname({ article, sentences: texts }: Context, c: Candidate): boolean {
  const places = article.evidence.of(article.matcher.cues.get('topic/given-names'));
  for (let k = 0; k < Math.min(places.length, 3 * MAX_GIVEN_NAMES); k += 3) {
    const text = texts.text(places[k] ?? 0);
    const end = places[k + 2] ?? 0;
    if (text.startsWith(` ${c.text}`, end) && !isLetter(text.charCodeAt(end + c.text.length + 1))) return true;
  }
  return false;
}

function mineralFormPoints(context: Context, c: Candidate, reading: Reading, text: string): number {
  const { sentences: texts, article, properNames } = context;
  const whole = texts.text(c.block);
  if (
    isGivenName(whole, c.start, c.end) ||
    (article.lang === 'de' && (isFullName(article, c, whole) || isSurname(context, c)))
  )
    return -8;
  const quoted = () => ((ruleFlags(reading) & RULED) !== 0 && isElement(reading) && isQuoted(whole, c.end) ? 1 : 0);
  if (
    any(reading.text, isUpper) ||
    !isLetter(reading.text.charCodeAt(0)) ||
    /[\u3041-\u9fff\uac00-\ud7a3]/.test(reading.text)
  )
    return quoted();
  let points = 0;
  // A heading that is the name alone tells nothing.
  if (article.lang !== 'de' && whole.trim().length > c.end - c.start) {
    const capital = isUpper(whole.charCodeAt(c.start));
    const opens = (capital || properNames.has(reading.text)) && texts.opens(c.block, c.start);
    // Of a small letter the style of its sentence tells nothing, and most are small.
    if (capital && !headsRow(whole, c.start, c.end))
      points -= properNamePoints(whole, c.start, c.end, opens, texts.style(c.block, c.start));
    if (points === 0 && opens && properNames.has(reading.text)) points -= 2;
  }
  if (isFigurativeCompound(whole, c.end) || (article.lang === 'en' && isShade(whole, c.start, c.end))) points -= 8;
  if (article.lang === 'en' && isElement(reading) && !/\s/.test(text) && isCounted(whole, c.start, c.end)) points -= 2;
  // Coppers are coins and constables; "les cuivres" are trumpets, and no market has more than one
  // copper.
  if (
    isElement(reading) &&
    text.endsWith('s') &&
    all(text, isLetter) &&
    !any(text, isUpper) &&
    !reading.text.endsWith('s')
  )
    points -= article.lang === 'en' ? 2 : /^(?:fr|es)$/.test(article.lang) ? 8 : 0;
  return points === 0 ? quoted() : points;
}
