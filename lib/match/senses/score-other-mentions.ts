/**
 * Scores the evidence of other mentions for a reading: other names of the entry, its officials,
 * codes of the same kind.
 */
import { ruleFlags, countryOf, kindOf } from '../evidence/readings.ts';
import type { Candidate, Reading, Note } from '../model.ts';
import { RULE_BY_COUNTRY } from '../names/compiled-names.ts';
import type { Context } from '../evidence/context.ts';
import { findCue } from '../evidence/cue-proximity.ts';
import { PARAGRAPH } from '../names/cue-use.ts';
import { endOf, numberOf, startOf } from '../text/flat-spans.ts';
import { headsRow } from '../evidence/surface-form.ts';
import { languages } from '../languages/index.ts';
import { everyUnit, endOfRun, isLower, isNumber, isUpper } from '../text/characters.ts';
import type { Article } from '../evidence/article.ts';

/** True if the list spells it as a name, that is, not in lower case. */
const isName = (text: string) => !everyUnit(text, (code) => isLower(code) || code === 32 || code === 45);

/**
 * The most points from other names. A word such as "lead" may still be the word although the full
 * name occurs elsewhere.
 */
const maxPointsOf = (reading: Reading) => (isName(reading.text) ? 3 : 1);

/** A nearby word that names an official of the reading's entry, or null. */
export function officialOf({ article, sentences: texts }: Context, c: Candidate, reading: Reading): string | null {
  const cue = article.matcher.cues.get(reading.id);
  const places = article.evidence.of(cue);
  if (places.length === 0) return null;
  for (const block of [c.block - 1, c.block, c.block + 1]) {
    const n = article.evidence.firstIn(cue, block);
    if (numberOf(places, n) === block) return texts.text(block).slice(startOf(places, n), endOf(places, n));
  }
  return null;
}

/**
 * UTF-16 units of a title before a name at the start of a sentence: 美国财长, "US Commerce Secretary".
 */
const MAX_TITLE = 24;

/**
 * True if an official of the body opens this sentence or the one before, so that the body is
 * theirs. In 针对…的言论 somebody else answers the official.
 */
function hasActingOfficial({ article, sentences: texts }: Context, c: Candidate, reading: Reading): boolean {
  const cue = article.matcher.cues.get(reading.id);
  const places = article.evidence.of(cue);
  const [from] = texts.sentence(c.block, c.start);
  const before = from > 0 ? texts.sentence(c.block, from - 1)[0] : from;
  const n = article.evidence.firstIn(cue, c.block, before);
  const start = startOf(places, n);
  if (numberOf(places, n) !== c.block || start >= c.start) return false;
  const opens = texts.sentence(c.block, start)[0];
  return start - opens <= MAX_TITLE && !languages().countries.about.test(texts.text(c.block).slice(opens, start));
}

/**
 * True if the Chinese sentence also has the full name of another body: in 美国商务部…，商务部则… they are
 * two.
 */
function isNamedInFullBeside({ article, sentences: texts }: Context, c: Candidate, name: string): boolean {
  if (c.text.length < 3 || !article.language?.bodies.bareIsAnother) return false;
  const [from, to] = texts.sentence(c.block, c.start);
  return texts
    .text(c.block)
    .slice(from, to + name.length - 1)
    .includes(name);
}

/**
 * True if the article has the full name before the bare one, and does not mention the home country.
 */
const isNamedInFullBefore = ({ article, countries }: Context, c: Candidate, name: string): boolean =>
  !countries.namesHome && occursFirst(article, name, c.text);

/** True if the first occurrence of `one` comes before that of `other`; both must occur. */
function occursFirst(article: Article, one: string, other: string): boolean {
  let firsts = firstPlaces.get(article);
  if (!firsts) {
    firsts = new Map();
    for (const { text, index } of article.candidates) if (!firsts.has(text)) firsts.set(text, index);
    firstPlaces.set(article, firsts);
  }
  const place = firsts.get(one);
  return place !== undefined && place <= (firsts.get(other) ?? Infinity);
}
const firstPlaces = new WeakMap<Article, Map<string, number>>();

/**
 * Points from other mentions. `official`: result of `officialOf`. `own`: the candidate's text in
 * lower case.
 */
export function supportPoints(
  context: Context,
  c: Candidate,
  reading: Reading,
  official: string | null,
  own: string,
  add: Note,
): number {
  // A customs code without a full stop may count tonnes of the goods.
  let points = isNumber(own) ? 0 : otherNamePoints(context, c, reading, own, add);
  if (official !== null) {
    const byCountry = (ruleFlags(reading) & RULE_BY_COUNTRY) !== 0;
    const worth = maxPointsOf(reading) + (byCountry && hasActingOfficial(context, c, reading) ? 3 : 0);
    points += worth;
    add(official, worth);
  }
  if (context.decided.isSureElsewhere(c.text, reading.id, c) && isName(reading.text)) {
    points += 2;
    add(c.text, 2);
  }
  return reading.lowered ? points + loweredPoints(context, c, reading, own, add) : points;
}

/**
 * True if a reading is foreign while the home country has a body of the name too: a Taiwanese text
 * with 美國國安局 means Taiwan's by 國安局 alone.
 */
const isOtherThanHome = ({ home }: Article, c: Candidate, reading: Reading): boolean =>
  home !== '' && countryOf(reading) !== home && c.readings.some((other) => countryOf(other) === home);

/** Points from other names of the reading's entry in the article. */
function otherNamePoints(context: Context, c: Candidate, reading: Reading, own: string, add: Note): number {
  // A text that calls China's body "Commerce Ministry" means another by "Commerce Department".
  const byCountry = (ruleFlags(reading) & RULE_BY_COUNTRY) !== 0;
  const abroad = isOtherThanHome(context.article, c, reading);
  let points = 0;
  let best = { name: '', worth: 0 };
  for (const [name, { lower, blocks }] of context.decided.names.get(reading.id) ?? []) {
    if (lower === own || (byCountry && /\s/.test(lower) && !isOfOneOffice(lower, own))) continue;
    if (!lower.endsWith(own)) {
      const worth = blocks.has(c.block) ? 3 : 2;
      if (worth > best.worth) best = { name, worth };
      continue;
    }
    if (isNamedInFullBeside(context, c, name)) points -= 2;
    if (points < 0 || (abroad && !isNamedInFullBefore(context, c, name))) continue;
    if (abroad) points += 2;
    // If several ministries share the name, one that is named in full only later may be another.
    const isLater = byCountry && c.readings.length > 1 && !occursFirst(context.article, name, c.text);
    const worth = isLater ? 1 : 3;
    if (worth > best.worth) best = { name, worth };
  }
  if (best.worth === 0) return points;
  const worth = Math.min(maxPointsOf(reading), best.worth);
  add(best.name, worth);
  return points + worth;
}

const MIN_LONG_NAME = 4;

/**
 * Points for a name in lower case, which may be a word ("intel suggests"): it needs the list's
 * field nearby.
 */
function loweredPoints(context: Context, c: Candidate, reading: Reading, own: string, add: Note): number {
  const loss = reading.text.length < MIN_LONG_NAME ? -2 : -1;
  add(c.text, loss);
  const { segments, cues } = context.article.matcher;
  for (const { names } of segments)
    for (const key of names.field) {
      const cue = cues.get(key);
      const word = cue === undefined ? null : findCue(context, c, cue, PARAGRAPH, own);
      if (word === null) continue;
      add(word, 2);
      return loss + 2;
    }
  return loss;
}

const lastWord = (text: string) => text.split(/\s+/).at(-1);
/**
 * The stem of a word for a body ("minist", "depart"). A text does not use both words for the same
 * body.
 */
const officeIn = (name: string) => [...languages().bodies.offices.words].find((stem) => name.includes(stem));
const isOfOneOffice = (one: string, other: string) =>
  lastWord(one) === lastWord(other) && officeIn(one) === officeIn(other);

const MAX_NEIGHBOURS = 8;
/** True for H100, MI-308, RTX 4090, Section 301. */
function isCode(text: string): boolean {
  const word = text.slice(0, Math.max(0, text.indexOf(' ')));
  const end = languages().acts.parts.has(word) ? word.length : endOfRun(text, 0, isUpper);
  return end > 0 && /^[ -]?\d/.test(text.slice(end, end + 2));
}

/** Codes of the same kind in a sentence ("H100, H800 and A100s") support each other. */
export function codePoints(context: Context, c: Candidate, reading: Reading, add: Note): number {
  if (!isCode(reading.text)) return 0;
  const [from, to] = context.sentences.sentence(c.block, c.start);
  const kind = kindOf(reading);
  const { candidates } = context.article;
  const others = new Set<string>();
  for (const step of [-1, 1])
    for (let k = c.index + step, left = MAX_NEIGHBOURS; left > 0; k += step, left--) {
      const other = candidates[k];
      if (!other || other.block !== c.block || other.start < from || other.end > to) break;
      if (other.readings.some((one) => one.id !== reading.id && isCode(one.text) && kindOf(one) === kind))
        others.add(other.text);
    }
  const points = Math.min(2, others.size);
  if (points) add([...others].join(', '), points);
  return points;
}

/** Blocks between two rows of a table, whose cells are blocks. */
const MAX_BLOCKS_BETWEEN_ROWS = 16;

/** Metals at the heads of a table's rows support each other if at least one is sure. */
export function tablePoints(
  { article, sentences: texts, decided: taken }: Context,
  c: Candidate,
  reading: Reading,
  add: Note,
): number {
  for (const step of [-1, 1])
    for (let k = c.index + step, left = MAX_NEIGHBOURS; left > 0; k += step, left--) {
      const other = article.candidates[k];
      if (!other || Math.abs(other.block - c.block) > MAX_BLOCKS_BETWEEN_ROWS) break;
      const isTaken = other.readings.some(
        (one) => kindOf(one) === 'mineral' && one.id !== reading.id && taken.names.get(one.id)?.has(other.text),
      );
      if (!isTaken || !headsRow(texts.text(other.block), other.start, other.end)) continue;
      add(other.text, 2);
      return 2;
    }
  return 0;
}
