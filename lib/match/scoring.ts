/** Points for one reading of one candidate, as lib/knowledge/README.md tells. */
import type { Article, Candidate, Reading } from './candidates.ts';
import { ruleFlags } from './candidates.ts';
import { ALONE, BY_COUNTRY, RULED, SAID_ALONE } from './compiled.ts';
import type { Countries } from './country.ts';
import type { Definitions } from './definitions.ts';
import { ARTICLE, BESIDE, Evidence, SENTENCE, wordsBetween } from './evidence.ts';
import { isAbbreviation, isCounted, isFigurativeCompound, isNamePart, properNamePoints, wordAfter, wordBefore } from './guards.ts';
import { all, any, endOfRun, isLetter, isLower, isUpper, startsLower, startsUpper } from './letters.ts';
import type { Texts } from './texts.ts';

/** A word that decided, and what it weighed: for (positive) or against. */
export interface Why {
  word: string;
  points: number;
}
export interface Scored {
  reading: Reading;
  points: number;
  why: Why[];
}

export const TAKEN_FROM = 2;
export const LEAD = 1;
const NEVER = -1000;
const DEFAULT_COUNTRY = 3;
/** However many words speak for a reading: what speaks against it, and its form, must still count. */
const MOST_FOR = 6;
const STRENGTH = [1, 2, 4] as const;
/** Paragraphs shorter than this are read together with their neighbours. */
const SHORT = 500;

/** What the mentions taken so far say: entries and kinds where they stand, names by entry. */
export class Taken {
  readonly evidence = new Evidence();
  readonly names = new Map<string, Map<string, Set<number>>>();
  /** Blocks in which an agency of a country stands: country -> block -> entries. */
  readonly agencies = new Map<string, Map<number, Set<string>>>();
  /** By spelling, the candidates that stood for an entry beyond doubt. */
  readonly senses = new Map<string, { candidate: Candidate; id: string }[]>();
}

export interface Context {
  article: Article;
  texts: Texts;
  countries: Countries;
  definitions: Definitions;
  /** Mineral names that the article uses as a proper name, and never as a word. */
  properNames: ReadonlySet<string>;
  taken: Taken;
  choices: ReadonlyMap<string, string>;
}

export const spelling = (context: { texts: Texts }, c: Candidate): string => context.texts.text(c.block).slice(c.start, c.end);
export const kindOf = (reading: Reading): string => reading.segment.names.entryKinds[reading.entry] ?? '';
const countryOf = (reading: Reading): string => reading.segment.names.entryCountries[reading.entry] ?? '';

/** Decided by country, and yet not by that alone: `by: country` with `alone: false`. */
const needsMore = (flags: number) => (flags & (BY_COUNTRY | SAID_ALONE | ALONE)) === (BY_COUNTRY | SAID_ALONE);

/** The word that speaks for a cue near a candidate, or null. */
function findCue(context: Context, c: Candidate, cue: number, within: number, own: string): string | null {
  const { article, texts, taken } = context;
  for (const evidence of [article.evidence, taken.evidence]) {
    const list = evidence.of(cue);
    if (!list.length) continue;
    const accept = (block: number, start: number, end: number): string | null => {
      if (block === c.block && start < c.end && end > c.start) return null;
      const word = texts.text(block).slice(start, end);
      // A name said again is no evidence for itself.
      return word.toLowerCase() === own ? null : word;
    };
    if (within === ARTICLE) {
      for (let k = 0; k < list.length; k += 3) {
        const word = accept(list[k] ?? 0, list[k + 1] ?? 0, list[k + 2] ?? 0);
        if (word !== null) return word;
      }
      continue;
    }
    let found: string | null = null;
    const text = texts.text(c.block);
    const [from, to] = within <= SENTENCE ? texts.sentence(c.block, c.start) : [0, text.length];
    evidence.some(cue, c.block, (start, end) => {
      if (start < from || start >= to) return false;
      if (within === BESIDE && (end <= c.start ? wordsBetween(text, end, c.start) : wordsBetween(text, c.end, start)) > 2) return false;
      found = accept(c.block, start, end);
      return found !== null;
    });
    if (found === null && within > SENTENCE && text.length < SHORT)
      for (const block of [c.block - 1, c.block + 1])
        evidence.some(cue, block, (start, end) => {
          found ??= accept(block, start, end);
          return found !== null;
        });
    if (found !== null) return found;
  }
  return null;
}

function formOf(context: Context, c: Candidate, reading: Reading, add: (word: string, points: number) => void): number {
  const text = spelling(context, c);
  const guards = kindOf(reading) === 'mineral' ? mineralForm(context, c, reading, text) : 0;
  if (guards) add(text, guards);
  // A firm's name is never written small: "applied materials science".
  if (kindOf(reading) === 'company' && startsUpper(reading.text) && startsLower(text)) {
    add(text, -3);
    return guards - 3;
  }
  if (kindOf(reading) === 'chip' && reading.text.length > 1 && startsUpper(reading.text) && all(reading.text, isLower, 1) && (ruleFlags(reading) & RULED) !== 0 && inLongerName(context, c)) {
    add(text, -3);
    return guards - 3;
  }
  // "JANE DOE": an abbreviation after another word in capitals is part of a name or a headline.
  if (isAbbreviation(text) && (ruleFlags(reading) & RULED) !== 0) {
    const before = wordBefore(context.texts.text(c.block), c.start);
    const style = context.texts.style(c.block, c.start);
    if (!style.capitals && before.length > 2 && all(before, isUpper)) {
      add(`${before} ${text}`, -2);
      return guards - 2;
    }
  }
  return guards;
}

/** "Dale Blackwell", "Hopper Hall": a capitalised word beside that nothing in the list knows. */
function inLongerName(context: Context, c: Candidate): boolean {
  const { texts, article } = context;
  const text = texts.text(c.block);
  const style = texts.style(c.block, c.start);
  if (style.title || style.capitals) return false;
  const before = wordBefore(text, c.start);
  const after = wordAfter(text, c.end);
  const known = (start: number, end: number) =>
    [c.index - 1, c.index + 1].some((k) => {
      const other = article.candidates[k];
      return other?.block === c.block && other.start < end && other.end > start;
    });
  if (isNamePart(after) && !known(c.end, c.end + after.length + 1)) return true;
  const start = c.start - before.length - 1;
  return isNamePart(before) && !/['’]s?$/.test(before) && !texts.opens(c.block, start) && !known(start, c.start);
}

function mineralForm(context: Context, c: Candidate, reading: Reading, text: string): number {
  const { texts, article, properNames } = context;
  const whole = texts.text(c.block);
  if (any(reading.text, isUpper) || !isLetter(reading.text.charCodeAt(0)) || /[\u3041-\u9fff\uac00-\ud7a3]/.test(reading.text)) return 0;
  let points = 0;
  // A heading that is the name alone tells nothing.
  if (article.lang !== 'de' && whole.trim().length > c.end - c.start) {
    const opens = texts.opens(c.block, c.start);
    points -= properNamePoints(whole, c.start, c.end, opens, texts.style(c.block, c.start));
    if (points === 0 && opens && properNames.has(reading.text)) points -= 2;
  }
  if (isFigurativeCompound(whole, c.end)) points -= 8;
  if (article.lang === 'en' && (reading.segment.names.entryFlags[reading.entry] ?? 0) && !/\s/.test(text) && isCounted(whole, c.start, c.end)) points -= 2;
  if ((reading.segment.names.entryFlags[reading.entry] ?? 0) && text.endsWith('s') && all(text, isLower) && !reading.text.endsWith('s') && article.lang === 'en') points -= 2;
  return points;
}

/** Whether the list spells it as a name: anything but a word in small letters. */
const isName = (text: string) => !all(text, (code) => isLower(code) || code === 32 || code === 45);

function supportOf(context: Context, c: Candidate, reading: Reading, add: (word: string, points: number) => void): number {
  const { taken, article } = context;
  const own = spelling(context, c).toLowerCase();
  // One who writes "Commerce Ministry" for China's means another body by "Commerce Department".
  const byCountry = (ruleFlags(reading) & BY_COUNTRY) !== 0;
  let points = 0;
  let best: { text: string; points: number } | null = null;
  for (const [name, blocks] of taken.names.get(reading.id) ?? []) {
    const other = name.toLowerCase();
    if (other === own || (byCountry && /\s/.test(other) && lastWord(other) !== lastWord(own))) continue;
    const worth = 2 + (other.endsWith(own) || blocks.has(c.block) ? 1 : 0);
    if (!best || worth > best.points) best = { text: name, points: worth };
  }
  // An ordinary word ("lead") may still be the ordinary word where the full name stands elsewhere.
  const most = isName(reading.text) ? 3 : 1;
  if (best) {
    points += Math.min(most, best.points);
    add(best.text, Math.min(most, best.points));
  }
  const officials = article.matcher.cues.get(reading.id);
  if (officials !== undefined) {
    const places = article.evidence.of(officials);
    for (let k = 0; k < places.length; k += 3)
      if (Math.abs((places[k] ?? 0) - c.block) <= 1) {
        points += most;
        add(context.texts.text(places[k] ?? 0).slice(places[k + 1], places[k + 2]), most);
        break;
      }
  }
  const text = spelling(context, c);
  if (isName(reading.text) && context.taken.senses.get(text)?.some((sure) => sure.candidate !== c && sure.id === reading.id)) {
    points += 2;
    add(text, 2);
  }
  return points;
}

const lastWord = (text: string) => text.split(/\s+/).at(-1);

const NEIGHBOURS = 8;
/** H100, MI-308, RTX 4090, Section 301. */
function isCode(text: string): boolean {
  const end = text.startsWith('Section ') ? 'Section'.length : endOfRun(text, 0, isUpper);
  return end > 0 && /^[ -]?\d/.test(text.slice(end, end + 2));
}

/** Codes of one kind in one sentence ("H100, H800 and A100s") lean on each other. */
function companyOf(context: Context, c: Candidate, reading: Reading, add: (word: string, points: number) => void): number {
  if (!isCode(reading.text)) return 0;
  const [from, to] = context.texts.sentence(c.block, c.start);
  const kind = kindOf(reading);
  const { candidates } = context.article;
  const others = new Set<string>();
  for (const step of [-1, 1])
    for (let k = c.index + step, left = NEIGHBOURS; left > 0; k += step, left--) {
      const other = candidates[k];
      if (!other || other.block !== c.block || other.start < from || other.end > to) break;
      if (other.readings.some((one) => one.id !== reading.id && isCode(one.text) && kindOf(one) === kind)) others.add(spelling(context, other));
    }
  const points = Math.min(2, others.size);
  if (points) add([...others].join(', '), points);
  return points;
}

/** Points for a reading of a numbered form: the body, the year and the subject of the article decide. */
function formPoints(context: Context, c: Candidate, reading: Reading, year: number | null, add: (word: string, points: number) => void): number {
  const { form } = reading;
  const known = form?.known;
  if (!form || !known) return NEVER;
  const { article } = context;
  const stated = form.year ?? year;
  if (stated !== null && stated !== known.year) return NEVER;
  let points = form.clarity - 1 + (form.year !== null ? 1 : 0);
  if (form.year !== null) add(String(form.year), 1);
  let best = 0;
  let word = '';
  for (const body of known.bodies) {
    for (const [name, blocks] of context.taken.names.get(body) ?? []) {
      const worth = blocks.has(c.block) ? 3 : 2;
      if (worth > best) [best, word] = [worth, name];
    }
    const cue = article.matcher.cues.get(`country/${countryOf(reading)}`);
    if (best < 2 && cue !== undefined) {
      const found = findCue(context, c, cue, 2, '') ?? findCue(context, c, cue, ARTICLE, '');
      if (found !== null) [best, word] = [2, found];
    }
  }
  if (best === 0 && article.lang === 'zh') best = 1;
  if (best) add(word, best);
  const topic = article.matcher.cues.get('topic/export-control');
  if (topic !== undefined) {
    const found = findCue(context, c, topic, 2, '');
    if (found !== null) {
      points += 1;
      add(found, 1);
    }
  }
  return points + best;
}

/** Scores all readings of a candidate, best first. `yearOf` gives the year of a number without one. */
export function scoreCandidate(context: Context, c: Candidate, yearOf: (c: Candidate) => number | null): Scored[] {
  const ruled = c.readings.some((reading) => (ruleFlags(reading) & RULED) !== 0);
  const country = c.readings.some((reading) => (ruleFlags(reading) & BY_COUNTRY) !== 0) ? context.countries.at(c) : null;
  const bound = ruled || c.readings.length > 1 ? context.definitions.bound.get(spelling(context, c)) : undefined;
  const pair = context.definitions.pairs.get(c);
  const scored: Scored[] = [];
  for (const reading of c.readings) {
    const why: Why[] = [];
    const add = (word: string, points: number) => word !== '' && why.push({ word, points });
    let points = reading.form ? formPoints(context, c, reading, yearOf(c), add) : rulePoints(context, c, reading, country, add);
    if (points > NEVER / 2 && !reading.form) points += formOf(context, c, reading, add);
    if (bound === null || (bound !== undefined && bound !== reading.id)) points = NEVER;
    else if (bound !== undefined || pair === reading.id) {
      // A pair in brackets says which is meant, not that it matters here.
      const worth = (ruleFlags(reading) & (ALONE | BY_COUNTRY)) === 0 && context.definitions.unsupported.has(c) ? 1 : 4;
      points = Math.max(points, 0) + worth;
      add('( )', worth);
    }
    if (context.choices.get(spelling(context, c).toLowerCase()) === reading.id) points += 100;
    const same = scored.find((other) => other.reading.id === reading.id);
    if (same && same.points >= points) continue;
    if (same) scored.splice(scored.indexOf(same), 1);
    scored.push({ reading, points, why });
  }
  // Countries that no reading is of speak for a body that no list knows.
  if (country && !country.beside) {
    const held = new Set(c.readings.map(countryOf));
    let foreign = 0;
    for (const [code, points] of country.points) if (!held.has(code)) foreign = Math.max(foreign, points);
    const holders = new Set(c.readings.filter((reading) => (ruleFlags(reading) & BY_COUNTRY) !== 0).map((reading) => reading.id)).size;
    for (const one of scored) {
      const flags = ruleFlags(one.reading);
      if ((flags & BY_COUNTRY) === 0) continue;
      const code = countryOf(one.reading);
      const own = needsMore(flags) ? (country.points.get(code) ?? 0) + agencyPoints(context, c, code, one.reading.id) + (holders === 1 ? DEFAULT_COUNTRY : 0) : one.points;
      if (own - foreign < ((flags & SAID_ALONE) !== 0 ? 0 : LEAD)) one.points = Math.min(one.points, TAKEN_FROM - 1);
    }
  }
  return scored.sort((a, b) => b.points - a.points);
}

/** An agency in the same paragraph speaks for its country: CFIUS for that of "the Treasury". */
function agencyPoints(context: Context, c: Candidate, code: string, id: string): number {
  const found = context.taken.agencies.get(code)?.get(c.block);
  return found && (found.size > 1 || !found.has(id)) ? 1 : 0;
}

function rulePoints(context: Context, c: Candidate, reading: Reading, country: ReturnType<Countries['at']> | null, add: (word: string, points: number) => void): number {
  const { names, cues } = reading.segment;
  const flags = ruleFlags(reading);
  const byCountry = (flags & BY_COUNTRY) !== 0;
  // By country, only what is said to stand alone is meant where no country is named.
  let points = (flags & ALONE) === 0 ? 0 : !byCountry ? 2 : (flags & SAID_ALONE) !== 0 ? DEFAULT_COUNTRY : 0;
  if (byCountry && country) {
    const code = countryOf(reading);
    if (country.beside) {
      if (country.beside !== code) return NEVER;
      // What never stands alone wants more than the right country.
      const worth = needsMore(flags) ? 1 : 6;
      points += worth;
      add(country.why.get(code) ?? '', worth);
    } else if (!needsMore(flags)) {
      const worth = (country.points.get(code) ?? 0) + agencyPoints(context, c, code, reading.id);
      points += worth;
      if (worth) add(country.why.get(code) ?? '', worth);
    }
  }
  if ((flags & RULED) === 0) return points;
  const own = spelling(context, c).toLowerCase();
  const to = names.ruleStarts[reading.rule + 1] ?? 0;
  // A word that stands for several cues of a rule counts once, for the strongest of them.
  const counted = new Map<string, { word: string; worth: number }>();
  for (let k = names.ruleStarts[reading.rule] ?? 0; k < to; k++) {
    const use = names.ruleUses[k] ?? 0;
    const found = findCue(context, c, cues[use >>> 5] ?? 0, (use >>> 2) & 3, own);
    if (found === null) continue;
    const worth = STRENGTH[use & 3] ?? 2;
    const key = `${use & 16 ? '-' : '+'}${found.toLowerCase()}`;
    if (worth > (counted.get(key)?.worth ?? 0)) counted.set(key, { word: found, worth });
  }
  let speaksFor = 0;
  for (const [key, { word, worth }] of counted) {
    const against = key.startsWith('-');
    if (!against && speaksFor >= MOST_FOR) continue;
    if (!against) speaksFor += worth;
    points += against ? -worth : worth;
    add(word, against ? -worth : worth);
  }
  return points + supportOf(context, c, reading, add) + companyOf(context, c, reading, add);
}
