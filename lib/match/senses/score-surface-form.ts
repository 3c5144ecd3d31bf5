/** Scores the form of a name: its case, and the words that it is joined with. */
import { ruleFlags, kindOf } from '../evidence/readings.ts';
import type { Candidate, Reading, Note, EvidenceWord } from '../model.ts';
import { RULE_ALONE, ENTRY_ELEMENT, RULE_STATED } from '../names/compiled-names.ts';
import type { Context } from '../evidence/context.ts';
import { isCounted, isFigurativeCompound, isQuoted, isShade } from '../evidence/metal-words.ts';
import { hasTitle, isGivenName } from '../evidence/person-names.ts';
import {
  headsRow,
  isAbbreviation,
  isNamePart,
  isOwner,
  isPlace,
  properNamePoints,
  wordAfter,
  wordBefore,
} from '../evidence/surface-form.ts';
import { everyUnit, someUnit, isLetter, isLower, isUpper, startsLower, startsUpper } from '../text/characters.ts';
import type { Article } from '../evidence/article.ts';
import { isSymbol } from './symbol-points.ts';
import { endOf, numberOf, spanCount } from '../text/flat-spans.ts';

const isElement = ({ segment, entry }: Reading) => ((segment.names.entryFlags[entry] ?? 0) & ENTRY_ELEMENT) !== 0;

export function surfaceFormPoints(context: Context, c: Candidate, reading: Reading, add: Note): number {
  const kind = kindOf(reading);
  const mineralPoints = kind === 'mineral' ? mineralFormPoints(context, c, reading, c.text) : 0;
  if (mineralPoints) add(c.text, mineralPoints);
  const loss =
    (kind === 'company' ? companyFormLoss(context, c, reading) : null) ??
    longerNameLoss(context, c, reading, kind) ??
    capitalsLoss(context, c, reading);
  if (!loss) return mineralPoints;
  add(loss.word, loss.points);
  return mineralPoints + loss.points;
}

/** Points against a company's name in lower case or directly after a digit; null for others. */
function companyFormLoss(context: Context, c: Candidate, reading: Reading): EvidenceWord | null {
  // Company names keep their capital: not in "applied materials science".
  if (!reading.lowered && startsUpper(reading.text) && startsLower(c.text)) return { word: c.text, points: -3 };
  // "10마이크론" is a unit of length.
  return /\d/.test(context.sentences.text(c.block).charAt(c.start - 1)) ? { word: c.text, points: -8 } : null;
}

/** Points against a short company name that is part of a longer name: "Wendy Lam". */
function longerNameLoss(context: Context, c: Candidate, reading: Reading, kind: string): EvidenceWord | null {
  const flags = ruleFlags(reading);
  if (kind !== 'chip' && (kind !== 'company' || (flags & RULE_ALONE) !== 0)) return null;
  const { text } = reading;
  if (text.length < 2 || !startsUpper(text) || !everyUnit(text, isLower, 1) || (flags & RULE_STATED) === 0) return null;
  const points = longerName(context, c);
  return points < 0 ? { word: c.text, points } : null;
}

/**
 * Points against an abbreviation after another word in capitals, which is part of a name or a
 * headline: "JANE DOE".
 */
function capitalsLoss(
  { sentences }: Context,
  { text, block, start, end }: Candidate,
  reading: Reading,
): EvidenceWord | null {
  const whole = sentences.text(block);
  if (!isAbbreviation(text) || (ruleFlags(reading) & RULE_STATED) === 0 || headsRow(whole, start, end)) return null;
  const before = wordBefore(whole, start);
  if (sentences.style(block, start).capitals || before.length <= 2 || !everyUnit(before, isUpper)) return null;
  return { word: `${before} ${text}`, points: -2 };
}

const POSSIBLY_A_PERSON = -3;
/** "Mr Blackwell", "north of Cobalt" */
const SURELY_A_PERSON = -8;

/**
 * Points against a name next to an unknown capitalised word ("Dale Blackwell", "Hopper Hall"), or
 * 0.
 */
function longerName(context: Context, c: Candidate): number {
  const { sentences: texts, article } = context;
  const text = texts.text(c.block);
  if (hasTitle(text, c.start) || isPlace(text, c.start, c.end)) return SURELY_A_PERSON;
  const style = texts.style(c.block, c.start);
  if (style.title || style.capitals) return 0;
  // In German all nouns have capitals, so "der Chipentwickler Arm" is not a longer name.
  if (article.language?.capitalNouns) return isSurname(context, c) ? POSSIBLY_A_PERSON : 0;
  const before = texts.opens(c.block, c.start) ? '' : wordBefore(text, c.start);
  const after = wordAfter(text, c.end);
  const known = (start: number, end: number) =>
    [c.index - 1, c.index + 1].some((k) => {
      const other = article.candidates[k];
      return other?.block === c.block && other.start < end && other.end > start;
    });
  if (isNamePart(after) && !known(c.end, c.end + after.length + 1)) return POSSIBLY_A_PERSON;
  const start = c.start - before.length - 1;
  return isNamePart(before) && !isOwner(before) && !texts.opens(c.block, start) && !known(start, c.start)
    ? POSSIBLY_A_PERSON
    : 0;
}

/**
 * True for "Wolfram Nickel": in German two elements side by side are a person. A group of metals
 * before an element is not a name.
 */
const isFullName = ({ candidates }: Article, c: Candidate, text: string): boolean =>
  [c.index - 1, c.index + 1].some((k) => {
    const other = candidates[k];
    const [first, second] = k < c.index ? [other, c] : [c, other];
    return (
      other?.block === c.block &&
      second?.start === (first?.end ?? 0) + 1 &&
      text.charAt(first?.end ?? 0) === ' ' &&
      other.readings.some(isElement) &&
      !headsRow(text, second.start, second.end)
    );
  });

/** Given names in an article that are examined. */
const MAX_GIVEN_NAMES = 100;

/**
 * True if a given name comes before the word anywhere in a German article: "Petra Nickel", and then
 * "sagt Nickel".
 */
function isSurname({ article, sentences: texts }: Context, c: Candidate): boolean {
  const places = article.evidence.of(article.matcher.cues.get('topic/given-names'));
  for (let n = 0; n < Math.min(spanCount(places), MAX_GIVEN_NAMES); n++) {
    const text = texts.text(numberOf(places, n));
    const end = endOf(places, n);
    if (text.startsWith(` ${c.text}`, end) && !isLetter(text.charCodeAt(end + c.text.length + 1))) return true;
  }
  return false;
}

function mineralFormPoints(context: Context, c: Candidate, reading: Reading, text: string): number {
  const { article } = context;
  const whole = context.sentences.text(c.block);
  if (
    isGivenName(whole, c.start, c.end) ||
    (article.language?.capitalNouns && ((isElement(reading) && isFullName(article, c, whole)) || isSurname(context, c)))
  )
    return -8;
  const points = isPlainWord(reading.text)
    ? capitalPoints(context, c, reading) + wordUsePoints(context, c, reading) + pluralPoints(article, text, reading)
    : 0;
  if (points !== 0) return points;
  const isRuledElement = (ruleFlags(reading) & RULE_STATED) !== 0 && isElement(reading) && !isSymbol(reading);
  return isRuledElement && isQuoted(whole, c.end) ? 1 : 0;
}

/** True for a lower-case word in Latin, Greek or Cyrillic letters. */
const isPlainWord = (text: string) =>
  !someUnit(text, isUpper) && isLetter(text.charCodeAt(0)) && !/[\u3041-\u9fff\uac00-\ud7a3]/.test(text);

/** Points against a capitalised mineral, which may be the name of something else. */
function capitalPoints({ sentences, article, properNames }: Context, c: Candidate, reading: Reading): number {
  const whole = sentences.text(c.block);
  // A heading with nothing but the name is no evidence.
  if (article.language?.capitalNouns || whole.trim().length <= c.end - c.start) return 0;
  const capital = isUpper(whole.charCodeAt(c.start));
  const opens = (capital || properNames.has(reading.text)) && sentences.opens(c.block, c.start);
  // The style of the sentence is only computed for capitals, because most words start with a small
  // letter.
  const points =
    capital && !headsRow(whole, c.start, c.end)
      ? properNamePoints(whole, c.start, c.end, opens, sentences.style(c.block, c.start))
      : 0;
  return points === 0 && opens && properNames.has(reading.text) ? -2 : -points;
}

/** Points against a mineral as a colour, in a figure of speech, or as a counted thing. */
function wordUsePoints({ sentences, article }: Context, c: Candidate, reading: Reading): number {
  const whole = sentences.text(c.block);
  // Only if the language has words for these uses.
  const hasMetalWords = !!article.language?.metals;
  let points = 0;
  if (isFigurativeCompound(whole, c.end) || (hasMetalWords && isShade(whole, c.start, c.end))) points -= 8;
  if (hasMetalWords && isElement(reading) && !/\s/.test(c.text) && isCounted(whole, c.start, c.end)) points -= 2;
  return points;
}

/**
 * Points against the plural of a metal: coppers are coins and constables, "les cuivres" are
 * trumpets.
 */
function pluralPoints({ language }: Article, text: string, reading: Reading): number {
  const plural = language?.pluralMetal;
  if (!plural?.ending || !isElement(reading)) return 0;
  if (!text.endsWith(plural.ending) || reading.text.endsWith(plural.ending)) return 0;
  return everyUnit(text, isLetter) && !someUnit(text, isUpper) ? plural.points : 0;
}
