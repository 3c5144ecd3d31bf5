/**
 * From candidates to mentions: what each stands for, or nothing. First the names that can mean one
 * thing only, then the others in the light of those, twice, so that they may lean on each other.
 */
import { gather, holdsName, ruleFlags, type Candidate } from './candidates.ts';
import { RULED } from './compiled.ts';
import { Countries } from './country.ts';
import { findDefinitions } from './definitions.ts';
import { properNamePoints } from './guards.ts';
import { languageOf } from './language.ts';
import { all, isLower } from './letters.ts';
import type { BlockReading, Matcher } from './matcher.ts';
import { Taken, kindOf, spelling, type Context, type Scored, type Why } from './context.ts';
import { LEAD, TAKEN_FROM, scoreCandidate } from './scoring.ts';
import { Texts } from './texts.ts';
import { yearFinder } from './years.ts';

export interface SenseOptions {
  /** The article's day, YYYY-MM-DD. */
  date?: string | undefined;
  /** BCP 47, as the page says. */
  lang?: string | undefined;
  /** The reader's choices: spelling in lower case -> entry id. */
  choices?: ReadonlyMap<string, string> | undefined;
  /** Never marked: spellings in lower case, and entry ids. */
  muted?: ReadonlySet<string> | undefined;
  /** Where a name stands for several entries, all are told instead of none: for lists that only say whom they name. */
  together?: boolean | undefined;
}

export interface OtherReading {
  entry: string;
  name: string;
  score: number;
  why: readonly Why[];
}

/** A mark: [start, end) in UTF-16 units of the block's given text. */
export interface Mention {
  block: number;
  start: number;
  end: number;
  entry: string;
  name: string;
  kind: string;
  list: string;
  score: number;
  why: readonly Why[];
  /** Other entries that the name may stand for, where they came close. */
  readings?: readonly OtherReading[];
}

const CLOSE = 2;
/** From here on a sense counts as beyond doubt, and carries over to the same spelling elsewhere. */
const SURE = 4;
const ROUNDS = 3;
const NO_WHY: readonly Why[] = [];

export function chooseSenses(matcher: Matcher, blocks: readonly BlockReading[], options: SenseOptions = {}): Mention[] {
  const judged = judge(matcher, blocks, options);
  return judged ? judged.context.article.candidates.flatMap((c) => mentionOf(judged.context, c, judged.results.get(c) ?? [])) : [];
}

/** All candidates with the points of their readings, best first: also of those that are not taken. */
function judge(matcher: Matcher, blocks: readonly BlockReading[], options: SenseOptions): { context: Context; results: ReadonlyMap<Candidate, Scored[]> } | null {
  // Cues alone, as in ordinary news, are evidence for nothing.
  if (!blocks.some((block) => holdsName(matcher, block))) return null;
  const article = gather(matcher, blocks, languageOf(blocks, options.lang));
  const texts = new Texts(blocks);
  const muted = options.muted ?? new Set<string>();
  if (muted.size) article.candidates = article.candidates.filter((c) => allowed(c, spelling({ texts }, c), muted));
  article.candidates.forEach((c, k) => (c.index = k));
  if (!article.candidates.length) return null;
  const context: Context = {
    article,
    texts,
    countries: new Countries(article, texts),
    definitions: findDefinitions(article),
    properNames: properNames(article.candidates, texts, article.lang),
    taken: new Taken(),
    choices: options.choices ?? new Map(),
    together: options.together === true,
  };
  const yearOf = yearFinder(article.candidates, texts, options.date);
  const results = new Map<Candidate, Scored[]>();
  const winner = winnerIn(context);
  const open: Candidate[] = [];
  for (const c of article.candidates) {
    if (isPlain(c)) results.set(c, scoreCandidate(context, c, yearOf));
    else open.push(c);
  }
  for (let round = 0; round < ROUNDS && open.length; round++) {
    context.taken = takenFrom(context, results);
    let changed = false;
    for (const c of open) {
      const before = winner(results.get(c) ?? []);
      const scored = scoreCandidate(context, c, yearOf);
      const after = winner(scored);
      if (before?.reading.id !== after?.reading.id || (before?.points ?? 0) >= SURE !== (after?.points ?? 0) >= SURE) changed = true;
      results.set(c, scored);
    }
    if (!changed) break;
  }
  return { context, results };
}

function allowed(c: Candidate, text: string, muted: ReadonlySet<string>): boolean {
  c.readings = c.readings.filter((reading) => !muted.has(reading.id));
  return c.readings.length > 0 && !muted.has(text.toLowerCase());
}

const isPlain = (c: Candidate) => c.readings.length === 1 && c.readings.every((reading) => (ruleFlags(reading) & RULED) === 0);

const first = ([best]: readonly Scored[]): Scored | null => (best && best.points >= TAKEN_FROM ? best : null);

const winnerIn = ({ together }: Context) => (together ? first : leader);

function leader(scored: readonly Scored[]): Scored | null {
  const [best, next] = scored;
  if (!best || best.points < TAKEN_FROM) return null;
  if (!next || best.points - next.points >= LEAD) return best;
  // Two lists that mean different things by one name: the list that stands first.
  return best.reading.segment === next.reading.segment ? null : ([best, next].sort((a, b) => a.reading.segment.base - b.reading.segment.base)[0] ?? null);
}

/** What the decided mentions say about the others. */
function takenFrom(context: Context, results: ReadonlyMap<Candidate, Scored[]>): Taken {
  const taken = new Taken();
  const { cues } = context.article.matcher;
  const winner = winnerIn(context);
  for (const c of context.article.candidates) {
    const best = winner(results.get(c) ?? []);
    if (!best) continue;
    const { id } = best.reading;
    for (const key of [id, `kind/${kindOf(best.reading)}`]) {
      const cue = cues.get(key);
      if (cue !== undefined) taken.evidence.add(cue, c.block, c.start, c.end);
    }
    const country = ['agency', 'company'].includes(kindOf(best.reading)) ? best.reading.segment.names.entryCountries[best.reading.entry] : '';
    if (country) {
      const blocks = taken.bodies.get(country) ?? new Map<number, Set<string>>();
      taken.bodies.set(country, blocks.set(c.block, (blocks.get(c.block) ?? new Set()).add(id)));
    }
    const text = spelling(context, c);
    const names = taken.names.get(id) ?? new Map<string, Set<number>>();
    taken.names.set(id, names.set(text, (names.get(text) ?? new Set()).add(c.block)));
    if (best.points >= SURE) {
      const senses = taken.senses.get(text);
      if (senses) senses.push({ candidate: c, id });
      else taken.senses.set(text, [{ candidate: c, id }]);
    }
  }
  return taken;
}

/** Minerals that are written as names in this article and never as a word. */
function properNames(candidates: readonly Candidate[], texts: Texts, lang: string): ReadonlySet<string> {
  const proper = new Set<string>();
  const words = new Set<string>();
  if (lang === 'de') return proper;
  for (const c of candidates) {
    const mineral = c.readings.find((reading) => kindOf(reading) === 'mineral' && all(reading.text, (code) => isLower(code) || code === 32 || code === 45));
    if (!mineral) continue;
    const text = texts.text(c.block);
    if (isLower(text.charCodeAt(c.start))) words.add(mineral.text);
    else if (properNamePoints(text, c.start, c.end, texts.opens(c.block, c.start), texts.style(c.block, c.start)) > 0) proper.add(mineral.text);
  }
  for (const word of words) proper.delete(word);
  return proper;
}

function mentionOf(context: Context, c: Candidate, scored: readonly Scored[]): Mention[] {
  const best = winnerIn(context)(scored);
  if (!best) return [];
  const { article } = context;
  const block = article.blocks[c.block];
  if (!block) return [];
  const [start, end] = article.matcher.sourceSpan(block, c.start, c.end);
  const nameOf = ({ reading }: Scored) => reading.segment.names.entryNames[reading.entry] ?? reading.id;
  const others = scored.filter((other) => other !== best && (context.together ? other.points >= TAKEN_FROM : other.points > 0 && best.points - other.points <= CLOSE));
  const mention: Mention = {
    block: c.block,
    start,
    end,
    entry: best.reading.id,
    name: nameOf(best),
    kind: kindOf(best.reading),
    list: best.reading.segment.names.list,
    score: best.points,
    why: best.why.length ? best.why : NO_WHY,
  };
  if (others.length) mention.readings = others.map((other) => ({ entry: other.reading.id, name: nameOf(other), score: other.points, why: other.why }));
  return [mention];
}
