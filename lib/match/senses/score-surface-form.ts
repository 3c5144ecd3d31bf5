/**
 * The evidence of a name's form for or against a reading: its case, and the words it is joined
 * with.
 */
import { ruleFlags, kindOf } from '../evidence/readings.ts';
import type { Candidate, Reading, Note, Why } from '../model.ts';
import { ALONE, ELEMENT, RULED } from '../names/compiled-names.ts';
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
import { all, any, isLetter, isLower, isUpper, startsLower, startsUpper } from '../text/characters.ts';
import type { Article } from '../evidence/article.ts';
import { isSymbol } from './symbol-points.ts';
import { endOf, numberOf, spanCount } from '../text/flat-spans.ts';

const isElement = ({ segment, entry }: Reading) => ((segment.names.entryFlags[entry] ?? 0) & ELEMENT) !== 0;

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

/** A company's name that starts small, or with a figure right before it; null for others. */
function companyFormLoss(context: Context, c: Candidate, reading: Reading): Why | null {
  // A firm's name is never written small: "applied materials science".
  if (!reading.lowered && startsUpper(reading.text) && startsLower(c.text)) return { word: c.text, points: -3 };
  // "10마이크론" is a measure.
  return /\d/.test(context.sentences.text(c.block).charAt(c.start - 1)) ? { word: c.text, points: -8 } : null;
}

/** "Wendy Lam", where the firm's short name is never alone. */
function longerNameLoss(context: Context, c: Candidate, reading: Reading, kind: string): Why | null {
  const flags = ruleFlags(reading);
  if (kind !== 'chip' && (kind !== 'company' || (flags & ALONE) !== 0)) return null;
  const { text } = reading;
  if (text.length < 2 || !startsUpper(text) || !all(text, isLower, 1) || (flags & RULED) === 0) return null;
  const points = longerName(context, c);
  return points < 0 ? { word: c.text, points } : null;
}

/** "JANE DOE": an abbreviation after another word in capitals is part of a name or a headline. */
function capitalsLoss({ sentences }: Context, { text, block, start, end }: Candidate, reading: Reading): Why | null {
  const whole = sentences.text(block);
  if (!isAbbreviation(text) || (ruleFlags(reading) & RULED) === 0 || headsRow(whole, start, end)) return null;
  const before = wordBefore(whole, start);
  if (sentences.style(block, start).capitals || before.length <= 2 || !all(before, isUpper)) return null;
  return { word: `${before} ${text}`, points: -2 };
}

const PERHAPS_SOMEBODY = -3;
/** "Mr Blackwell", "north of Cobalt" */
const SURELY_SOMEBODY = -8;

/**
 * "Dale Blackwell", "Hopper Hall": points against a name beside a capitalised word that no list
 * knows; 0 where there is none.
 */
function longerName(context: Context, c: Candidate): number {
  const { sentences: texts, article } = context;
  const text = texts.text(c.block);
  if (hasTitle(text, c.start) || isPlace(text, c.start, c.end)) return SURELY_SOMEBODY;
  const style = texts.style(c.block, c.start);
  if (style.title || style.capitals) return 0;
  // Where all nouns have a capital, "der Chipentwickler Arm" is not a longer name.
  if (article.language?.capitalNouns) return isSurname(context, c) ? PERHAPS_SOMEBODY : 0;
  const before = texts.opens(c.block, c.start) ? '' : wordBefore(text, c.start);
  const after = wordAfter(text, c.end);
  const known = (start: number, end: number) =>
    [c.index - 1, c.index + 1].some((k) => {
      const other = article.candidates[k];
      return other?.block === c.block && other.start < end && other.end > start;
    });
  if (isNamePart(after) && !known(c.end, c.end + after.length + 1)) return PERHAPS_SOMEBODY;
  const start = c.start - before.length - 1;
  return isNamePart(before) && !isOwner(before) && !texts.opens(c.block, start) && !known(start, c.start)
    ? PERHAPS_SOMEBODY
    : 0;
}

/**
 * "Wolfram Nickel": in German two elements with a space between them are a person. A group of
 * metals before one of them is no name.
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

/** Given names of an article that are looked at. */
const MAX_GIVEN_NAMES = 100;

/**
 * "Petra Nickel", and then "sagt Nickel": in German a given name before it, here or elsewhere,
 * makes it a person.
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
  const isRuledElement = (ruleFlags(reading) & RULED) !== 0 && isElement(reading) && !isSymbol(reading);
  return isRuledElement && isQuoted(whole, c.end) ? 1 : 0;
}

/** A word in small letters of the Latin, Greek or Cyrillic script. */
const isPlainWord = (text: string) =>
  !any(text, isUpper) && isLetter(text.charCodeAt(0)) && !/[\u3041-\u9fff\uac00-\ud7a3]/.test(text);

/** A mineral with a capital may be the name of something else. */
function capitalPoints({ sentences, article, properNames }: Context, c: Candidate, reading: Reading): number {
  const whole = sentences.text(c.block);
  // A heading that is the name alone is no evidence.
  if (article.language?.capitalNouns || whole.trim().length <= c.end - c.start) return 0;
  const capital = isUpper(whole.charCodeAt(c.start));
  const opens = (capital || properNames.has(reading.text)) && sentences.opens(c.block, c.start);
  // For a small letter the style of its sentence means nothing, and most letters are small.
  const points =
    capital && !headsRow(whole, c.start, c.end)
      ? properNamePoints(whole, c.start, c.end, opens, sentences.style(c.block, c.start))
      : 0;
  return points === 0 && opens && properNames.has(reading.text) ? -2 : -points;
}

/** A mineral as a colour, as part of a figure of speech, or as a thing that is counted. */
function wordUsePoints({ sentences, article }: Context, c: Candidate, reading: Reading): number {
  const whole = sentences.text(c.block);
  // Its colours and counters are other words in other languages.
  const hasMetalWords = !!article.language?.metals;
  let points = 0;
  if (isFigurativeCompound(whole, c.end) || (hasMetalWords && isShade(whole, c.start, c.end))) points -= 8;
  if (hasMetalWords && isElement(reading) && !/\s/.test(c.text) && isCounted(whole, c.start, c.end)) points -= 2;
  return points;
}

/**
 * Coppers are coins and constables; "les cuivres" are trumpets, and no market has more than one
 * copper.
 */
function pluralPoints({ language }: Article, text: string, reading: Reading): number {
  const plural = language?.pluralMetal;
  if (!plural || !isElement(reading) || !text.endsWith(plural.ending) || reading.text.endsWith(plural.ending)) return 0;
  return all(text, isLetter) && !any(text, isUpper) ? plural.points : 0;
}
