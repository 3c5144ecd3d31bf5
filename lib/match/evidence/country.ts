/**
 * Finds the country of a name that bodies of several countries share. A country next to the name
 * decides. Otherwise the dateline, places and officials in the sentence and paragraph, and the main
 * country of the article give points.
 */
import { isActor, opensWithCountry } from './acting-country.ts';
import { ruleFlags, countryOf, kindOf } from './readings.ts';
import type { Article } from './article.ts';
import { countriesOf, type CountryCue } from './country-cues.ts';
import { ownCountry } from './own-country.ts';
import type { Candidate, CountryEvidence, Reading } from '../model.ts';
import { RULE_ALONE, RULE_BY_COUNTRY, RULE_STATES_ALONE } from '../names/compiled-names.ts';
import { datelineLength } from './dateline.ts';
import { languages } from '../languages/index.ts';
import {
  opensWithPlace,
  overlaps,
  relationOf,
  type CandidateInText,
  type CountryOccurrence,
  type NamedBeside,
} from './country-relation.ts';
import { isUpper } from '../text/characters.ts';
import { lowerBound } from '../../core/lower-bound.ts';
import { ownerBehind } from './owner-behind.ts';
import { isOwnerBefore } from './owner-before.ts';
import { MAX_SEAT_UNITS, isBeforeSeat, mayOwn, endOfOwnerPhrase, wordBeside } from './possessor.ts';
import type { SentenceIndex } from './sentence-index.ts';
import { CountryTally } from './country-tally.ts';
import { endOf, numberOf, spanCount, startOf } from '../text/flat-spans.ts';

/** Stands for an owner that is not a country of the list. */
const UNKNOWN = '?';
const isNobody = (word: string) =>
  languages().longerNames.noOwners.has(word) || languages().capitals.calendar.has(word);

/** UTF-16 units at the start of a sentence in which the opening country must come. */
const MAX_OPENER_UNITS = 24;
/** Names between a body and the body that it is joined to. */
const MAX_NEIGHBOURS = 6;
/** UTF-16 units of the longest "and" between two bodies. */
const MAX_JOINT = 6;
const CLAUSE_ENDS = ['，', '；', '。', ', ', '; '];
const DATELINE_POINTS = 3;
/** UTF-16 units before a name in which its owner may come. */
const MAX_OWNER_DISTANCE = 60;
/** Blocks at the top of an article that may have a dateline. */
const MAX_DATELINE_BLOCKS = 7;

const DEFAULT = RULE_ALONE | RULE_BY_COUNTRY | RULE_STATES_ALONE;
const isDefault = (flags: number) => (flags & DEFAULT) === DEFAULT;

const NONE_NAMED: readonly CountryOccurrence[] = [];
/** Countries that are considered on each side of a name, and at the start of its sentence. */
const MAX_NAMED_NEAR = 24;
const MAX_NAMED_AT_START = 4;
const firstFrom = (places: readonly CountryOccurrence[], at: number) =>
  lowerBound(places.length, (k) => (places[k]?.start ?? 0) < at);

export class Countries {
  readonly #article: Article;
  readonly #texts: SentenceIndex;
  readonly #list: CountryCue[];
  readonly #dateline = new Map<string, number>();
  /** Occurrences of countries by block, in order. */
  readonly #named = new Map<number, CountryOccurrence[]>();
  /** The first and last occurrence by block and country. */
  readonly #spread = new Map<number, Map<string, [CountryOccurrence, CountryOccurrence]>>();
  /** Cached owners of candidates. */
  readonly #besides = new WeakMap<Candidate, string>();
  /**
   * Entries whose name a foreign body has in this article, known from longer names and from owners
   * that are not countries of the list.
   */
  readonly #foreignBodies: Set<string>;
  #majority = '';
  /** The length of the dateline, by block near the top. */
  #lengths: readonly number[] = [];
  /** The country that acts in the first sentence of the article. */
  #leading = '';
  /** True if the article names its home or something of home alone. Known from the survey on. */
  namesHome = true;
  /** If not: the country that it names most, or that of the first body; none in Taiwan. */
  #elsewhere = '';
  #surveyed = false;

  constructor(article: Article, texts: SentenceIndex) {
    this.#article = article;
    this.#texts = texts;
    this.#list = countriesOf(article.matcher);
    this.#foreignBodies = new Set(article.foreignBodies);
  }

  /** True if a candidate so far is a foreign body with a name of this entry. */
  isForeignBody(entry: string): boolean {
    return this.#foreignBodies.has(entry);
  }

  /** Collects the countries of the article once, when the first candidate is examined. */
  #survey(): void {
    if (this.#surveyed) return;
    this.#surveyed = true;
    const { home, candidates } = this.#article;
    let all = 0;
    this.#lengths = this.#article.blocks.slice(0, MAX_DATELINE_BLOCKS).map(({ text }) => datelineLength(text));
    const first = this.#lengths.findIndex((length) => length > 0);
    const length = this.#lengths[first] ?? 0;
    const counts = this.#list.map(({ code, cue }) => {
      const places = this.#article.evidence.of(cue);
      for (let n = 0; n < spanCount(places); n++) {
        const block = numberOf(places, n);
        const end = endOf(places, n);
        const place = { code, start: startOf(places, n), end };
        if (block === first && end <= length) {
          // Xinhua also writes from Washington.
          if (languages().countries.newsAgency.has(this.#texts.text(block).charAt(end - 1))) continue;
          this.#dateline.set(code, DATELINE_POINTS);
        }
        const others = this.#named.get(block);
        if (others) others.push(place);
        else this.#named.set(block, [place]);
      }
      all += spanCount(places);
      return spanCount(places);
    });
    counts.forEach((count, k) => {
      if (count === 0 && this.#list[k]?.code === home) this.namesHome = false;
      if (count >= 2 && count > all * 0.6) this.#majority = this.#list[k]?.code ?? '';
    });
    // 海关总署 and 2025年第61号公告 are of no other country; a firm is named abroad too.
    this.namesHome ||= candidates.some(({ readings }) =>
      readings.every((one) => one.form !== null || (countryOf(one) === home && kindOf(one) !== 'company')),
    );
    if (!this.namesHome && home !== 'tw')
      this.#elsewhere = this.#majority || (candidates.map(ownCountry).find(Boolean) ?? '');
    for (const [block, places] of this.#named) {
      places.sort((a, b) => a.start - b.start);
      const spread = new Map<string, [CountryOccurrence, CountryOccurrence]>();
      for (const place of places) spread.set(place.code, [spread.get(place.code)?.[0] ?? place, place]);
      this.#spread.set(block, spread);
    }
    const top = this.#article.blocks.findIndex(({ text }) => text.trim() !== '');
    if (top >= 0) this.#leading = this.#actor(top, ...this.#texts.sentence(top, this.#lengths[top] ?? 0));
  }

  /** The countries of a block that start in [from, to). */
  #namedIn(block: number, from: number, to: number): readonly CountryOccurrence[] {
    this.#survey();
    const places = this.#named.get(block) ?? NONE_NAMED;
    return places.slice(firstFrom(places, from), firstFrom(places, to));
  }

  /**
   * The countries in [from, to). Of many, only those at the start and those around `at`, because a
   * row of names is not a sentence.
   */
  #namedAround(block: number, from: number, at: number, to: number): readonly CountryOccurrence[] {
    this.#survey();
    const places = this.#named.get(block) ?? NONE_NAMED;
    const first = firstFrom(places, from);
    const end = firstFrom(places, to);
    const middle = firstFrom(places, at);
    const near = Math.max(first, middle - MAX_NAMED_NEAR);
    return [
      ...places.slice(first, Math.min(near, first + MAX_NAMED_AT_START)),
      ...places.slice(near, Math.min(end, middle + MAX_NAMED_NEAR)),
    ];
  }

  /**
   * Finds an owner that is not a country of the list: "Ruritania's Commerce Ministry", "the Ohio
   * Department of Commerce".
   */
  #owner(candidate: Candidate, text: string, from: number): string {
    // "the Supreme Court of Ruritania"
    const after = endOfOwnerPhrase(text, candidate.end);
    const next = this.#article.candidates[candidate.index + 1];
    // "of the Commerce Department" names a known body.
    const isKnown = next?.block === candidate.block && next.start <= after;
    if (after > candidate.end && !isKnown && !this.#texts.style(candidate.block, candidate.start).title) return UNKNOWN;
    const before = wordBeside(text, Math.max(from, candidate.start - MAX_OWNER_DISTANCE), candidate.start);
    if (!before || (!before.owns && (!mayOwn(before.name) || !isUpper(text.charCodeAt(candidate.start))))) return '';
    const style = this.#texts.style(candidate.block, candidate.start);
    if (style.title || style.capitals || isNobody(before.name.replace(/\.$/, ''))) return '';
    const ruled = candidate.readings.find((reading) => this.#isOfficialOf(reading, candidate, before.start));
    if (ruled) return countryOf(ruled);
    for (const { id } of candidate.readings) this.#foreignBodies.add(id);
    return UNKNOWN;
  }

  /**
   * True if an official of the reading's body is between `from` and the candidate. Officials also
   * own a body: "Lutnick's Commerce Department".
   */
  #isOfficialOf(reading: Reading, { block, start }: Candidate, from: number): boolean {
    const { evidence, matcher } = this.#article;
    const cue = matcher.cues.get(reading.id);
    const places = evidence.of(cue);
    const first = evidence.firstIn(cue, block, start - 2 * MAX_OWNER_DISTANCE);
    for (let n = first; numberOf(places, n) === block && startOf(places, n) < start; n++)
      if (endOf(places, n) > from) return true;
    return false;
  }

  /**
   * The country that opens a sentence and acts in it ("Beijing has tightened the screw"), or ''.
   */
  #actor(block: number, from: number, to: number): string {
    const text = this.#texts.text(block);
    const start = Math.max(from, Math.min(this.#lengths[block] ?? 0, to));
    const first = this.#namedIn(block, start, Math.min(to, start + MAX_OPENER_UNITS))[0];
    if (
      !first ||
      !isActor(text.slice(start, first.start), text.slice(first.start, first.end), text.slice(first.end, first.end + 8))
    )
      return '';
    return first.code;
  }

  /**
   * The country of the actor in the clause before a name, if the actor speaks about the body or
   * orders it: "Lutnick said the Commerce Department", 特朗普要求商务部.
   */
  #clauseActor({ block, start }: Candidate, text: string, from: number): string {
    const reach = Math.max(from, start - MAX_OWNER_DISTANCE);
    const before = text.slice(reach, start);
    const verb = languages().countries.ofActor.exec(before);
    if (!verb) return '';
    const clause = before.slice(0, verb.index);
    const opens = reach + 1 + Math.max(...CLAUSE_ENDS.map((sign) => clause.lastIndexOf(sign)));
    // "Trump signed an order, directing the": the opener of the sentence is the actor.
    if (text.slice(opens, reach + verb.index).trim() === '') return this.#opener(block, from, start);
    return this.#namedIn(block, opens, reach + verb.index)[0]?.code ?? '';
  }

  /** The country that opens a sentence, whether it acts or not. */
  #opener(block: number, from: number, to: number): string {
    const start = Math.max(from, Math.min(this.#lengths[block] ?? 0, to));
    const [first] = this.#namedIn(block, start, Math.min(to, start + MAX_OPENER_UNITS));
    return first && opensWithCountry(this.#texts.text(block).slice(start, first.start)) ? first.code : '';
  }

  /**
   * The owner of the body that this one is joined to: 财政部和商务部. A body in another clause of the
   * sentence only gives points, which go to `add`.
   */
  #joined(candidate: Candidate, text: string, from: number, add: (code: string) => void): string {
    for (let k = candidate.index - 1; k >= candidate.index - MAX_NEIGHBOURS; k--) {
      const last = this.#article.candidates[k];
      if (last?.block !== candidate.block || last.start < from) break;
      // Only offices of one kind share an owner: 美国商务部与财政部, but not 荷兰经济大臣与商务部.
      const isAlike = last.text.at(-1) === candidate.text.at(-1);
      const code = this.#besides.get(last) ?? (isAlike ? ownCountry(last) : '');
      if (!code || code === UNKNOWN) continue;
      const between = text.slice(last.end, candidate.start);
      if (between.length <= MAX_JOINT && languages().bodies.joints.has(between.trim().toLowerCase())) return code;
      if (!this.#besides.has(last)) continue;
      add(code);
      this.#besides.set(candidate, code);
      break;
    }
    return '';
  }

  /** The country that acts in the previous sentence, even in the previous block. */
  #actorBefore(block: number, from: number): string {
    if (from > 0) return this.#actor(block, ...this.#texts.sentence(block, from - 1));
    const length = this.#texts.text(block - 1).length;
    return length > 0 ? this.#actor(block - 1, ...this.#texts.sentence(block - 1, length - 1)) : '';
  }

  /**
   * The country that owns an abbreviation: "India's BIS", or "GAC in Ottawa" if a reading is of
   * that country; otherwise ''.
   */
  ownerOf(candidate: Candidate): string {
    const { block, start, end } = candidate;
    const text = this.#article.blocks[block]?.text ?? '';
    const before = this.#namedIn(block, start - MAX_OWNER_DISTANCE, start).findLast(
      (one) => one.end <= start && isOwnerBefore(text.slice(one.end, start)),
    );
    if (before) return before.code;
    const [after] = this.#namedIn(block, end, end + MAX_SEAT_UNITS);
    return after &&
      isBeforeSeat(text.slice(end, after.start)) &&
      candidate.readings.some((one) => countryOf(one) === after.code)
      ? after.code
      : '';
  }

  /** The evidence for the country of a candidate. */
  at(candidate: Candidate): CountryEvidence {
    this.#survey();
    const asked: CandidateInText = {
      candidate,
      text: this.#article.blocks[candidate.block]?.text ?? '',
      sentence: this.#texts.sentence(candidate.block, candidate.start),
      held: new Set(candidate.readings.map(countryOf).filter(Boolean)),
    };
    const named = this.#namedBeside(asked);
    const tally = new CountryTally(named.words);
    this.#addNamed(tally, asked, named);
    const beside = named.owner || this.#ownerOutside(tally, asked);
    if (beside) this.#besides.set(candidate, beside);
    this.#addActors(tally, asked);
    const { home } = this.#article;
    const abroad =
      asked.held.has(this.#elsewhere) ||
      (home !== '' && [...this.#dateline.keys()].some((code) => asked.held.has(code) && code !== home));
    // A page that is tagged as Taiwanese is stronger evidence than a text in Chinese is for China.
    if (home && !abroad && asked.held.has(home)) tally.add(home, home === 'tw' ? 3 : 2, '');
    return { beside, points: tally.points, why: tally.words, abroad };
  }

  /** The owner of a candidate that is not a country in its sentence, or ''. */
  #ownerOutside(tally: CountryTally, { candidate, text, sentence: [from] }: CandidateInText): string {
    return (
      ownerBehind(this.#article, candidate, text) ||
      this.#clauseActor(candidate, text, from) ||
      this.#joined(candidate, text, from, (code) => tally.add(code, 4, code)) ||
      this.#owner(candidate, text, from)
    );
  }

  /** The countries in the sentence of a candidate with their relations to it. */
  #namedBeside(asked: CandidateInText): NamedBeside {
    const { candidate, text, sentence, held } = asked;
    const [from, to] = sentence;
    const before = from > 0 ? this.#texts.sentence(candidate.block, from - 1)[0] : from;
    const found: NamedBeside = {
      owner: '',
      ownerStart: -1,
      place: '',
      placeStart: -1,
      inSentence: new Set(),
      words: new Map(),
    };
    let placeBefore = '';
    for (const one of this.#namedAround(candidate.block, before, candidate.start, to)) {
      const { code, start, end } = one;
      if (overlaps(one, candidate)) continue;
      if (end <= from && held.has(code) && opensWithPlace(text.slice(before, start))) placeBefore = code;
      if (start < from || end > to) continue;
      found.inSentence.add(code);
      const relation = relationOf(one, asked, found, this.#article.language);
      const word = text.slice(start, end);
      if (relation === 'owner') {
        found.owner = code;
        if (end <= candidate.start) found.ownerStart = start;
      } else if (relation === 'place') {
        found.place = code;
        found.placeStart = start;
      }
      if (relation === 'owner' || !found.words.has(code)) found.words.set(code, word);
    }
    return !found.place && found.inSentence.size === 0 ? { ...found, place: placeBefore } : found;
  }

  /** Gives points to the countries in the sentence, the paragraph and the dateline. */
  #addNamed(tally: CountryTally, { candidate }: CandidateInText, { place, inSentence }: NamedBeside): void {
    const spread = this.#spread.get(candidate.block);
    for (const { code } of this.#list) {
      if (code === place) tally.add(code, 2, code);
      else if (inSentence.has(code)) tally.add(code, 1, '');
      // In "In Islamabad the ministry" the dateline does not count.
      if (place && code !== place) continue;
      if (!inSentence.has(code) && spread?.get(code)?.some((one) => !overlaps(one, candidate)))
        tally.add(code, 1, code);
      if (this.#dateline.has(code)) tally.add(code, DATELINE_POINTS, code);
      if (this.#majority === code) tally.add(code, 1, code);
    }
  }

  /**
   * Gives points to the country that acts in this sentence, the one before, or the first of the
   * article.
   */
  #addActors(tally: CountryTally, { candidate, text, sentence: [from, to], held }: CandidateInText): void {
    const { home } = this.#article;
    const own = this.#actor(candidate.block, from, Math.min(to, candidate.start));
    const actor = own || this.#actorBefore(candidate.block, from);
    if (held.has(actor)) {
      // A body that is meant by default stays meant, whoever acts in the sentence before.
      const isSettled = candidate.readings.some(
        (reading) => isDefault(ruleFlags(reading)) && (home === '' || home === countryOf(reading)),
      );
      const isCarriedOn = !own && opensWithCountry(text.slice(from, candidate.start));
      tally.add(actor, isSettled ? (this.namesHome ? 1 : 5) : isCarriedOn ? 3 : 2, actor);
    } else if (own && this.#elsewhere) {
      // A body of a country that no reading has is not the default one.
      tally.add(own, 5, own);
    }
    if (this.#leading && this.#leading !== actor && held.has(this.#leading)) tally.add(this.#leading, 1, this.#leading);
  }
}
