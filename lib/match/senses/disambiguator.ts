/** Turns candidates into mentions: chooses an entry for each, or none. */
import { runToEnd } from '../../core/run-to-end.ts';
import { gatherBlock, holdsName } from '../candidates/gather.ts';
import type { Article } from '../evidence/article.ts';
import { Decided, type Context } from '../evidence/context.ts';
import type {
  BlockReading,
  Candidate,
  Gathered,
  ResolvedCandidate,
  Mention,
  ScoredReading,
  Span,
  EvidenceWord,
} from '../model.ts';
import { offTopicNames } from './off-topic.ts';
import { Countries } from '../evidence/country.ts';
import { findDefinitions } from '../evidence/abbreviations.ts';
import { properNamePoints } from '../evidence/surface-form.ts';
import { homeOf, languageOf } from '../candidates/language.ts';
import { languageOfTag } from '../languages/index.ts';
import { everyUnit, isLower } from '../text/characters.ts';
import { endOf, numberOf, spanCount, startOf } from '../text/flat-spans.ts';
import type { Matcher } from '../scan/matcher.ts';
import { isGeneric, kindOf } from '../evidence/readings.ts';
import { CueIndex } from '../evidence/cue-index.ts';
import { scoreInRounds } from './rounds.ts';
import { MIN_TAKEN_POINTS } from './score.ts';
import { SentenceIndex } from '../evidence/sentence-index.ts';
import { yearFinder } from '../evidence/act-year.ts';

/** What the choice of senses knows besides the text. */
export interface SenseOptions {
  /** The article's day, YYYY-MM-DD. */
  date?: string | undefined;
  /** The page's language tag, BCP 47. */
  lang?: string | undefined;
  /** The user's choices: entry ids by lower-case spelling. */
  choices?: ReadonlyMap<string, string> | undefined;
  /** What is never marked: lower-case spellings and entry ids. */
  muted?: ReadonlySet<string> | undefined;
  /** Keeps all entries of an ambiguous name instead of none, for lists without rules. */
  allReadings?: boolean | undefined;
}

/**
 * For a page that keeps changing: scores are kept from one choice to the next. `onlyNew`: kept
 * scores are reused, although the text around has changed since.
 */
export interface RescoreOptions {
  onlyNew: boolean;
}

const MAX_LEAD_OF_CLOSE_READING = 2;
const NO_EVIDENCE_WORDS: readonly EvidenceWord[] = [];

/** The results of the last choice for a block. */
interface KnownBlock {
  /** A key of the language and mutes that the results depend on. */
  under: string;
  found: Gathered;
  /** By span; null if the page was not changing. */
  resolved: readonly ResolvedCandidate[] | null;
}

/** An article, and the last result for each of its candidates. */
interface GatheredArticle {
  article: Article;
  resolvedBefore: readonly (ResolvedCandidate | null)[];
}

/** Chooses the senses of a page, repeatedly as it changes. Caches the candidates of each block. */
export class Disambiguator {
  readonly #matcher: Matcher;
  readonly #known = new WeakMap<BlockReading, KnownBlock>();

  constructor(matcher: Matcher) {
    this.#matcher = matcher;
  }

  /**
   * The mentions of an article in reading order. It is a generator, so that the caller can pause
   * between steps of a fraction of a millisecond.
   */
  *choose(
    blocks: readonly BlockReading[],
    options: SenseOptions = {},
    moving: RescoreOptions | null = null,
  ): Generator<void, Mention[]> {
    const matcher = this.#matcher;
    // Most news has cues but no names, so there is nothing to decide.
    if (!blocks.some((block) => holdsName(matcher, block))) return [];
    const { article, resolvedBefore } = yield* this.#gather(blocks, languageOf(blocks, options.lang), options);
    if (!article.candidates.length) return [];
    const texts = new SentenceIndex(blocks);
    const definitions = yield* findDefinitions(article);
    const context: Context = {
      article,
      sentences: texts,
      countries: new Countries(article, texts),
      definitions,
      properNames: yield* properNames(article, texts),
      decided: new Decided(),
      choices: options.choices ?? new Map(),
      allReadings: options.allReadings === true,
    };
    const standing = moving?.onlyNew ? resolvedBefore : [];
    const yearOf = yearFinder(article.candidates, texts, options.date);
    const { results, winners } = yield* scoreInRounds(context, yearOf, standing);
    const isOffTopic = offTopicNames(context, winners);
    const mentions: Mention[] = [];
    const resolved: ResolvedCandidate[][] = blocks.map(() => []);
    for (const c of article.candidates) {
      if (c.index % ITEMS_IN_STEP === 0) yield;
      const scored = results[c.index] ?? [];
      const winner = winners[c.index] ?? null;
      const before = standing[c.index]?.mention;
      let mention: Mention | null = null;
      if (winner && !isOffTopic(c, winner))
        mention = before ? inBlock(before, c.block) : mentionOf(context, c, scored, winner);
      if (mention) mentions.push(mention);
      resolved[c.block]?.push({ scored, winner, mention });
    }
    // Results are kept only while the page keeps changing.
    yield* this.#remember(blocks, moving ? resolved : []);
    return mentions;
  }

  /** Keeps the results by block and span. */
  *#remember(
    blocks: readonly BlockReading[],
    resolved: readonly (readonly ResolvedCandidate[])[],
  ): Generator<void, void> {
    for (const [b, block] of blocks.entries()) {
      if (b % ITEMS_IN_STEP === 0) yield;
      const known = this.#known.get(block);
      if (known) known.resolved = resolved[b] ?? null;
    }
  }

  *#gather(
    blocks: readonly BlockReading[],
    lang: string,
    { lang: given, muted = new Set() }: SenseOptions,
  ): Generator<void, GatheredArticle> {
    const under = JSON.stringify([lang, ...muted]);
    const evidence = new CueIndex();
    const candidates: Candidate[] = [];
    const resolvedBefore: (ResolvedCandidate | null)[] = [];
    const foreignBodies = new Set<string>();
    for (const [b, block] of blocks.entries()) {
      let known = this.#known.get(block);
      if (known?.under !== under) {
        const found = withoutMuted(yield* gatherBlock(this.#matcher, block, lang), muted);
        this.#known.set(block, (known = { under, found, resolved: null }));
        yield;
      }
      const { found, resolved } = known;
      for (const [k, { start, end, text, readings }] of found.spans.entries()) {
        resolvedBefore.push(resolved?.[k] ?? null);
        candidates.push({ index: candidates.length, block: b, start, end, text, readings });
      }
      for (const id of found.foreignBodies) foreignBodies.add(id);
      const { cues } = found;
      for (let n = 0; n < spanCount(cues); n++) evidence.add(numberOf(cues, n), b, startOf(cues, n), endOf(cues, n));
      if (b % ITEMS_IN_STEP === 0) yield;
    }
    const article: Article = {
      matcher: this.#matcher,
      blocks,
      lang,
      home: homeOf(lang, given),
      language: languageOfTag(lang),
      candidates,
      evidence,
      foreignBodies,
    };
    return { article, resolvedBefore };
  }
}

/** An earlier mention; a new object only if its block has moved. */
const inBlock = (mention: Mention, block: number): Mention =>
  mention.block === block ? mention : { ...mention, block };

/** Small items that are handled in one step. */
const ITEMS_IN_STEP = 64;

/** Chooses the senses of all blocks without pauses. */
export function chooseSenses(matcher: Matcher, blocks: readonly BlockReading[], options: SenseOptions = {}): Mention[] {
  return runToEnd(new Disambiguator(matcher).choose(blocks, options));
}

function withoutMuted(found: Gathered, muted: ReadonlySet<string>): Gathered {
  if (muted.size === 0) return found;
  const spans = found.spans.flatMap((span): Span[] => {
    const readings = span.readings.filter(({ id }) => !muted.has(id));
    return readings.length > 0 && !muted.has(span.text.toLowerCase()) ? [{ ...span, readings }] : [];
  });
  return { ...found, spans };
}

/** Minerals that this article writes as proper names and never as words. */
function* properNames({ candidates, language }: Article, texts: SentenceIndex): Generator<void, ReadonlySet<string>> {
  const proper = new Set<string>();
  const words = new Set<string>();
  if (language?.capitalNouns) return proper;
  for (const c of candidates) {
    const mineral = c.readings.find(
      (reading) =>
        kindOf(reading) === 'mineral' && everyUnit(reading.text, (code) => isLower(code) || code === 32 || code === 45),
    );
    if (!mineral) continue;
    yield;
    const text = texts.text(c.block);
    if (isLower(text.charCodeAt(c.start))) words.add(mineral.text);
    else if (properNamePoints(text, c.start, c.end, texts.opens(c.block, c.start), texts.style(c.block, c.start)) > 0)
      proper.add(mineral.text);
  }
  for (const word of words) proper.delete(word);
  return proper;
}

function mentionOf(
  { article, allReadings }: Context,
  c: Candidate,
  scored: readonly ScoredReading[],
  best: ScoredReading,
): Mention {
  const block = article.blocks[c.block] as BlockReading;
  const [start, end] = article.matcher.sourceSpan(block, c.start, c.end);
  const nameOf = ({ reading }: ScoredReading) => reading.segment.names.entryNames[reading.entry] ?? reading.id;
  const others = scored.filter(
    (other) =>
      other !== best &&
      (allReadings
        ? other.points >= MIN_TAKEN_POINTS
        : other.points > 0 && best.points - other.points <= MAX_LEAD_OF_CLOSE_READING),
  );
  const mention: Mention = {
    block: c.block,
    start,
    end,
    entry: best.reading.id,
    name: nameOf(best),
    kind: kindOf(best.reading),
    list: best.reading.segment.names.list,
    generic: isGeneric(best.reading),
    score: best.points,
    why: best.why.length ? best.why : NO_EVIDENCE_WORDS,
  };
  if (others.length)
    mention.readings = others.map((other) => ({
      entry: other.reading.id,
      name: nameOf(other),
      score: other.points,
      why: other.why,
    }));
  return mention;
}
