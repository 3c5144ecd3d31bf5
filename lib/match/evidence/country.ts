/**
 * Which country a name is about, where several countries have a body of that name: the one that
 * stands beside it decides; else the dateline, the places and officials of the sentence and
 * paragraph, and what the article is mostly about speak for one.
 */
import { acts, opensWithCountry } from './acting-country.ts';
import { ruleFlags, countryOf } from './readings.ts';
import type { Article } from './article.ts';
import type { Candidate, CountryEvidence } from '../model.ts';
import { ALONE, BY_COUNTRY, SAID_ALONE } from '../names/compiled-names.ts';
import { datelineLength } from './dateline.ts';
import { lazily } from '../../core/lazily.ts';
import { LANGUAGES, expressionsOfAll, fitsAny, languageOfTag, wordsOfAll } from '../languages/index.ts';
import { isUpper } from '../text/characters.ts';
import { lowerBound } from '../../core/lower-bound.ts';
import type { Matcher } from '../scan/matcher.ts';
import { ownerBehind } from './owner-behind.ts';
import { owns } from './owner-before.ts';
import { IN_PLACE, IN_REACH, mayOwn, ofWhom, wordBeside } from './possessor.ts';
import type { SentenceIndex } from './sentence-index.ts';

type CountryCue = { code: string; cue: number };
/** Where a country, or what speaks for it, is named in a block. */
type Named = { code: string; start: number; end: number };
const known = new WeakMap<Matcher, CountryCue[]>();

/** Countries by cue number, from the cues `country/xx` of all lists. */
function countriesOf(matcher: Matcher): CountryCue[] {
  let found = known.get(matcher);
  if (!found) {
    found = [];
    const keys = matcher.cueKeys;
    for (let cue = 0; cue < keys.length; cue++) {
      const key = keys[cue] as string;
      if (key.startsWith('country/')) found.push({ code: key.slice(8), cue });
    }
    known.set(matcher, found);
  }
  return found;
}

/** Somebody who is no country that the list knows. */
const UNKNOWN = '?';
const noOwners = lazily(() => new Set(LANGUAGES.flatMap(({ countries }) => countries.noOwners.split(' '))));
const ofCountry = lazily(() => expressionsOfAll(({ countries }) => countries.ofCountry));
const ofActor = lazily(() => expressionsOfAll(({ countries }) => countries.ofActor));
const speakers = lazily(() => expressionsOfAll(({ countries }) => countries.speaker));
const placesAtStart = lazily(() => expressionsOfAll(({ countries }) => countries.placeAtStart));
const placesBefore = lazily(() => expressionsOfAll(({ countries }) => countries.placeBefore));
const bodyArticles = lazily(() => expressionsOfAll(({ countries }) => countries.bodyArticle));
const newsAgencies = lazily(() => wordsOfAll(({ countries }) => countries.newsAgency));

/** How far into a sentence the country may stand that it opens with. */
const OPENER_REACH = 24;
/** So many names before a body may a body stand that it is joined to. */
const MAX_NEIGHBOURS = 6;
/** Longer than any "and" between two bodies. */
const MAX_JOINT = 6;
const bodyJoints = lazily(() => new Set(['、', ...wordsOfAll(({ bodies }) => bodies.joints)]));
const CLAUSE_ENDS = ['，', '；', '。', ', ', '; '];
const BRACKET = /^\s*[(（]$/;
const DATELINE_POINTS = 3;
/** How far back an owner is looked for. */
const MAX_OWNER_DISTANCE = 60;
/** A dateline stands near the top. */
const MAX_DATELINE_BLOCKS = 7;

const DEFAULT = ALONE | BY_COUNTRY | SAID_ALONE;
const isDefault = (flags: number) => (flags & DEFAULT) === DEFAULT;

const NONE_NAMED: readonly Named[] = [];
/**
 * Of the countries around a name so many are looked at before it, as many behind it, and a few at
 * the start.
 */
const MAX_NAMED_NEAR = 24;
const MAX_NAMED_AT_START = 4;
/** As far back as "in", "en", "à" or 在 stands before a country. */
const IN_LOOKBACK = 8;

const firstFrom = (places: readonly Named[], at: number) =>
  lowerBound(places.length, (k) => (places[k]?.start ?? 0) < at);

export class Countries {
  private readonly list: CountryCue[];
  private readonly dateline = new Map<string, number>();
  /** By block, in order. */
  private readonly named = new Map<number, Named[]>();
  /** By block and country, where it stands first and last. */
  private readonly spread = new Map<number, Map<string, [Named, Named]>>();
  /** Of candidates that were asked about, whose they are. */
  private readonly besides = new WeakMap<Candidate, string>();
  private majority = '';
  /** By block near the top, how far its dateline reaches. */
  private lengths: readonly number[] = [];
  /** Who acts in the first sentence of the article. */
  private leading = '';
  private surveyed = false;

  constructor(
    private readonly article: Article,
    private readonly texts: SentenceIndex,
  ) {
    this.list = countriesOf(article.matcher);
  }

  /** Looks over the article once, when a name is first asked about. */
  private survey(): void {
    if (this.surveyed) return;
    this.surveyed = true;
    let all = 0;
    this.lengths = this.article.blocks.slice(0, MAX_DATELINE_BLOCKS).map(({ text }) => datelineLength(text));
    const first = this.lengths.findIndex((length) => length > 0);
    const length = this.lengths[first] ?? 0;
    const counts = this.list.map(({ code, cue }) => {
      const places = this.article.evidence.of(cue);
      for (let k = 0; k < places.length; k += 3) {
        const block = places[k] ?? 0;
        const end = places[k + 2] ?? 0;
        const place = { code, start: places[k + 1] ?? 0, end };
        if (block === first && end <= length) {
          // Xinhua writes from Washington as well.
          if (newsAgencies().has(this.texts.text(block).charAt(end - 1))) continue;
          this.dateline.set(code, DATELINE_POINTS);
        }
        const others = this.named.get(block);
        if (others) others.push(place);
        else this.named.set(block, [place]);
      }
      all += places.length / 3;
      return places.length / 3;
    });
    counts.forEach((count, k) => {
      if (count >= 2 && count > all * 0.6) this.majority = this.list[k]?.code ?? '';
    });
    for (const [block, places] of this.named) {
      places.sort((a, b) => a.start - b.start);
      const spread = new Map<string, [Named, Named]>();
      for (const place of places) spread.set(place.code, [spread.get(place.code)?.[0] ?? place, place]);
      this.spread.set(block, spread);
    }
    const top = this.article.blocks.findIndex(({ text }) => text.trim() !== '');
    if (top >= 0) this.leading = this.actor(top, ...this.texts.sentence(top, this.lengths[top] ?? 0));
  }

  /** Those in a block that start in [from, to). */
  private namedIn(block: number, from: number, to: number): readonly Named[] {
    this.survey();
    const places = this.named.get(block) ?? NONE_NAMED;
    return places.slice(firstFrom(places, from), firstFrom(places, to));
  }

  /**
   * Those in [from, to), where they are many, the ones at the start and those around a place: a row
   * of names is no sentence.
   */
  private namedAround(block: number, from: number, at: number, to: number): readonly Named[] {
    this.survey();
    const places = this.named.get(block) ?? NONE_NAMED;
    const first = firstFrom(places, from);
    const end = firstFrom(places, to);
    const middle = firstFrom(places, at);
    const near = Math.max(first, middle - MAX_NAMED_NEAR);
    return [
      ...places.slice(first, Math.min(near, first + MAX_NAMED_AT_START)),
      ...places.slice(near, Math.min(end, middle + MAX_NAMED_NEAR)),
    ];
  }

  /** Whether words between a name and a country after it make the country its owner. */
  private owns(between: string): boolean {
    return (
      BRACKET.test(between) ||
      fitsAny(ofCountry(), between) ||
      fitsAny(speakers(), between) ||
      (/^\s+$/.test(between) && languageOfTag(this.article.lang)?.countries.followsBody === true)
    );
  }

  /** Who else owns the name: "Ruritania's Commerce Ministry", "the Ohio Department of Commerce". */
  private owner(candidate: Candidate, text: string, from: number): string {
    // "the Supreme Court of Ruritania"
    const after = ofWhom(text, candidate.end);
    const next = this.article.candidates[candidate.index + 1];
    // "of the Commerce Department" is no stranger.
    const isKnown = next?.block === candidate.block && next.start <= after;
    if (after > candidate.end && !isKnown && !this.texts.style(candidate.block, candidate.start).title) return UNKNOWN;
    const before = wordBeside(text, Math.max(from, candidate.start - MAX_OWNER_DISTANCE), candidate.start);
    if (!before || (!before.owns && (!mayOwn(before.name) || !isUpper(text.charCodeAt(candidate.start))))) return '';
    const style = this.texts.style(candidate.block, candidate.start);
    if (style.title || style.capitals || noOwners().has(before.name.replace(/\.$/, ''))) return '';
    for (const reading of candidate.readings) {
      // Whoever speaks for the body owns it too: "Lutnick's Commerce Department".
      const cue = this.article.matcher.cues.get(reading.id);
      const places = this.article.evidence.of(cue);
      const nearby = this.article.evidence.firstIn(cue, candidate.block, candidate.start - 2 * MAX_OWNER_DISTANCE);
      for (let k = nearby; places[k] === candidate.block && (places[k + 1] ?? 0) < candidate.start; k += 3)
        if ((places[k + 2] ?? 0) > before.start) return reading.segment.names.entryCountries[reading.entry] ?? '';
    }
    for (const { id } of candidate.readings) this.article.foreignBodies.add(id);
    return UNKNOWN;
  }

  /**
   * The country that a sentence opens with and that acts in it: "Beijing has tightened the screw";
   * '' if none does.
   */
  private actor(block: number, from: number, to: number): string {
    const text = this.texts.text(block);
    const start = Math.max(from, Math.min(this.lengths[block] ?? 0, to));
    const first = this.namedIn(block, start, Math.min(to, start + OPENER_REACH))[0];
    if (
      !first ||
      !acts(text.slice(start, first.start), text.slice(first.start, first.end), text.slice(first.end, first.end + 8))
    )
      return '';
    return first.code;
  }

  /**
   * Who the clause right before a name is about, where it says or orders what the name's body does:
   * "Lutnick said the Commerce Department", 特朗普要求商务部.
   */
  private clauseActor({ block, start }: Candidate, text: string, from: number): string {
    const reach = Math.max(from, start - MAX_OWNER_DISTANCE);
    const before = text.slice(reach, start);
    const verb = ofActor()
      .map((expression) => expression.exec(before))
      .find((found) => found !== null);
    if (!verb) return '';
    const clause = before.slice(0, verb.index);
    const opens = reach + 1 + Math.max(...CLAUSE_ENDS.map((sign) => clause.lastIndexOf(sign)));
    // "Trump signed an order, directing the": who opens the sentence.
    if (text.slice(opens, reach + verb.index).trim() === '') return this.opener(block, from, start);
    return this.namedIn(block, opens, reach + verb.index)[0]?.code ?? '';
  }

  /** The country that a sentence opens with, whatever it does. */
  private opener(block: number, from: number, to: number): string {
    const start = Math.max(from, Math.min(this.lengths[block] ?? 0, to));
    const [first] = this.namedIn(block, start, Math.min(to, start + OPENER_REACH));
    return first && opensWithCountry(this.texts.text(block).slice(start, first.start)) ? first.code : '';
  }

  /**
   * Whose a body is that a row joins to the one before it: 财政部和商务部. In another clause of the
   * sentence that says less; `add` takes it in.
   */
  private joined(candidate: Candidate, text: string, from: number, add: (code: string) => void): string {
    for (let k = candidate.index - 1; k >= candidate.index - MAX_NEIGHBOURS; k--) {
      const last = this.article.candidates[k];
      if (last?.block !== candidate.block || last.start < from) break;
      const code = this.besides.get(last);
      if (!code || code === UNKNOWN) continue;
      const between = text.slice(last.end, candidate.start);
      if (between.length <= MAX_JOINT && bodyJoints().has(between.trim().toLowerCase())) return code;
      add(code);
      this.besides.set(candidate, code);
      break;
    }
    return '';
  }

  /** Who acts in the sentence before the one that starts at a place, be it in the block before. */
  private actorBefore(block: number, from: number): string {
    if (from > 0) return this.actor(block, ...this.texts.sentence(block, from - 1));
    const length = this.texts.text(block - 1).length;
    return length > 0 ? this.actor(block - 1, ...this.texts.sentence(block - 1, length - 1)) : '';
  }

  /**
   * The country that owns an abbreviation: "India's BIS", or "GAC in Ottawa" where a reading is of
   * it; '' if none does.
   */
  ownerOf(candidate: Candidate): string {
    const { block, start, end } = candidate;
    const text = this.article.blocks[block]?.text ?? '';
    const before = this.namedIn(block, start - MAX_OWNER_DISTANCE, start).findLast(
      (one) => one.end <= start && owns(text.slice(one.end, start)),
    );
    if (before) return before.code;
    const [after] = this.namedIn(block, end, end + IN_REACH);
    return after &&
      IN_PLACE.test(text.slice(end, after.start)) &&
      candidate.readings.some((one) => countryOf(one) === after.code)
      ? after.code
      : '';
  }

  /** The evidence for a candidate; `support` adds what officials and full names say. */
  at(candidate: Candidate): CountryEvidence {
    this.survey();
    const { article, texts } = this;
    const text = article.blocks[candidate.block]?.text ?? '';
    const points = new Map<string, number>();
    const why = new Map<string, string>();
    const add = (code: string, n: number, word: string) => {
      points.set(code, (points.get(code) ?? 0) + n);
      if (!why.has(code)) why.set(code, word);
    };
    const [from, to] = texts.sentence(candidate.block, candidate.start);
    const before = from > 0 ? texts.sentence(candidate.block, from - 1)[0] : from;
    const held = new Set(candidate.readings.map(({ segment, entry }) => segment.names.entryCountries[entry]));
    let beside = '';
    let besideStart = -1;
    /** The country in which the sentence, or the one before, says that it is. */
    let place = '';
    let placeStart = -1;
    let placeBefore = '';
    const overlaps = ({ start, end }: Named) => start < candidate.end && end > candidate.start;
    const spread = this.spread.get(candidate.block);
    const inSentence = new Set<string>();
    for (const one of this.namedAround(candidate.block, before, candidate.start, to)) {
      const { code, start, end } = one;
      if (overlaps(one)) continue;
      if (end <= from && held.has(code) && fitsAny(placesAtStart(), text.slice(before, start))) placeBefore = code;
      if (start < from || end > to) continue;
      inSentence.add(code);
      const word = text.slice(start, end);
      if (end <= candidate.start && start > besideStart && owns(text.slice(end, candidate.start))) {
        beside = code;
        besideStart = start;
        why.set(code, word);
      } else if (
        start >= candidate.end &&
        besideStart < 0 &&
        !beside &&
        start - candidate.end < 40 &&
        this.owns(text.slice(candidate.end, start))
      ) {
        beside = code;
        why.set(code, word);
      } else if (
        end <= candidate.start &&
        start > placeStart &&
        (fitsAny(placesAtStart(), text.slice(from, start)) ||
          (fitsAny(placesBefore(), text.slice(Math.max(from, start - IN_LOOKBACK), start)) &&
            fitsAny(bodyArticles(), text.slice(end, candidate.start))))
      ) {
        place = code;
        placeStart = start;
      }
      if (!why.has(code)) why.set(code, word);
    }
    if (!place && inSentence.size === 0) place = placeBefore;
    for (const { code } of this.list) {
      if (code === place) add(code, 2, code);
      else if (inSentence.has(code)) add(code, 1, why.get(code) ?? '');
      // "In Islamabad the ministry" is not about where the article was written.
      if (place && code !== place) continue;
      if (!inSentence.has(code) && spread?.get(code)?.some((one) => !overlaps(one))) add(code, 1, code);
      if (this.dateline.has(code)) add(code, DATELINE_POINTS, code);
      if (this.majority === code) add(code, 1, code);
    }
    if (!beside)
      beside =
        ownerBehind(article, candidate, text) ||
        this.clauseActor(candidate, text, from) ||
        this.joined(candidate, text, from, (code) => add(code, 3, code)) ||
        this.owner(candidate, text, from);
    if (beside) this.besides.set(candidate, beside);
    const own = this.actor(candidate.block, from, Math.min(to, candidate.start));
    const actor = own || this.actorBefore(candidate.block, from);
    if (held.has(actor)) {
      // Whoever is meant where no country is named is not another because of the sentence before.
      const settled = candidate.readings.some(
        (reading) => isDefault(ruleFlags(reading)) && (article.home === '' || article.home === countryOf(reading)),
      );
      add(actor, settled ? 1 : !own && opensWithCountry(text.slice(from, candidate.start)) ? 3 : 2, actor);
    }
    if (this.leading && this.leading !== actor && held.has(this.leading)) add(this.leading, 1, this.leading);
    const abroad =
      article.home !== '' && [...this.dateline.keys()].some((code) => held.has(code) && code !== article.home);
    // Where the page's own tag says Taiwan, and not only the language says China, it weighs more.
    if (article.home && !abroad && held.has(article.home)) add(article.home, article.home === 'tw' ? 3 : 2, '');
    return { beside, points, why, abroad };
  }
}
