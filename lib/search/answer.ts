/**
 * Answers a question: entries for which every part of the query is met, by names and by facets. The
 * parts about a measure (who, toward whom, which act, in which way) are best met by one measure:
 * "china gallium ban" is gallium with China's ban on it, and not with China's licence and another
 * country's ban.
 */
import type { Law } from './law.ts';
import { WEIGHT, type NameMatch, type PartMatch } from './part-matches.ts';

export interface Answer {
  entry: number;
  score: number;
  /** The line of the name that matched; null where only facets did. */
  line: number | null;
  isTypo: boolean;
  /** The code that matched, where no name on file says it. */
  code: NameMatch['code'] | null;
  /** Places of the measures that the query asks for; empty where it asks for none. */
  measures: number[];
  /** How many parts are met, of those that have to be. */
  met: number;
  /** Some part is the whole of one of its names. */
  isExact: boolean;
}

/** A question is about a thing or a firm before it is about a rule or a body. */
const SUBJECT: Readonly<Record<string, number>> = { mineral: 30, chip: 30, company: 30, technology: 26, instrument: 8 };
const isSubject = (kind: string): boolean => kind !== 'instrument' && kind !== 'agency';
/** For an entry of whose measures all are asked for, where nothing is named. */
const SPECIFIC = 24;
/** For a measure toward the country asked for alone; less, the more countries it is toward. */
const NARROW = 16;
/** A query has fewer parts than this. */
const MET = 100;
/** For a country that a measure reaches only since it is toward all. */
const MET_BY_ALL = 50;
const IMPORTANCE = 3.5;
/** Added for what the page in the tab mentions. */
const HERE = 40;

/**
 * The parts that each measure meets, computed once a query: a hundred measures may touch one entry.
 */
class Fits {
  /** By measure: a bit for each part that it meets, and for each that it meets well. */
  readonly #met: Int32Array;
  readonly #well: Int32Array;
  readonly #sums: Int32Array;

  constructor(parts: readonly { fits: Uint8Array; isCountry: boolean }[], count: number) {
    this.#met = new Int32Array(count);
    this.#well = new Int32Array(count);
    this.#sums = new Int32Array(count);
    parts.forEach(({ fits, isCountry }, part) => {
      for (let place = 0; place < count; place++) {
        const fit = fits[place] ?? 0;
        if (fit === 0) continue;
        this.#met[place] = (this.#met[place] ?? 0) | (1 << part);
        if (fit >= 2) this.#well[place] = (this.#well[place] ?? 0) | (1 << part);
        // A measure toward the country asked for comes before one toward all, which meets less
        // than a ban does that was asked for. Of ways the lead decides, not we.
        const met = !isCountry ? MET : fit === 1 ? MET_BY_ALL : MET + fit;
        this.#sums[place] = (this.#sums[place] ?? 0) + met;
      }
    });
  }

  /** The measures that meet most parts, and what they meet. */
  best(places: readonly number[]): Fit {
    const fit: Fit = { measures: [], met: 0, well: 0, any: 0 };
    let best = 1;
    for (const place of places) {
      const sum = this.#sums[place] ?? 0;
      fit.any |= this.#met[place] ?? 0;
      if (sum < best) continue;
      if (sum > best) Object.assign(fit, { measures: [], met: 0, well: 0 });
      best = sum;
      fit.measures.push(place);
      fit.met |= this.#met[place] ?? 0;
      fit.well |= this.#well[place] ?? 0;
    }
    return fit;
  }
}

interface Fit {
  measures: number[];
  /**
   * A bit for each part that the best measures meet, for each that they meet well, and for each
   * that any meets.
   */
  met: number;
  well: number;
  any: number;
}

/** An entry as the answer to one part of a query. */
interface PartAnswer {
  weight: number;
  /** The name that meets the part, where no measure meets it better. */
  name: { weight: number; line: number; code: NonNullable<Answer['code']> | null } | null;
  isTypo: boolean;
  isExact: boolean;
  /** A measure meets the part better than a name. */
  asksMeasure: boolean;
  /** The part names the entry or its kind. */
  isNamed: boolean;
  /** It does so before it asks for a measure: "tariff" within "steel tariff" names no steel. */
  isNamedFirst: boolean;
  isMet: boolean;
  /** The part names another thing. */
  isOther: boolean;
}

function partAnswer(entry: number, match: PartMatch, facet: number): PartAnswer {
  const name = match.names.get(entry);
  const nameWeight = name?.weight ?? 0;
  const weight = Math.max(nameWeight, facet);
  const isByName = name !== undefined && nameWeight >= facet;
  const isWanted = !match.part.isOptional;
  return {
    weight,
    name: isByName ? { weight: nameWeight, line: name.line, code: name.code ?? null } : null,
    isTypo: name?.isTypo === true,
    isExact: name?.isExact === true,
    asksMeasure: facet > nameWeight || (facet > 0 && name?.isExact !== true && match.asksWay),
    isNamed: isByName || match.own.get(entry) === WEIGHT.kind,
    isNamedFirst:
      (isByName && (match.part.senses.length === 0 || name.isExact)) || match.own.get(entry) === WEIGHT.kind,
    isMet: weight > 0 && isWanted,
    isOther: weight <= 0 && match.namesEntry && isWanted,
  };
}

/** By a word that asks for no measure, or by several that do: "tariffs" and "China". */
const isNamedFirst = (parts: readonly PartAnswer[]): boolean =>
  parts.some((part) => part.isNamedFirst) || parts.filter(({ isNamed }) => isNamed).length > 1;

/** Some part of a query names the entry; and does so before it asks for a measure. */
interface Named {
  isNamed: boolean;
  first: boolean;
  /** By a word that asks for no measure. */
  byThing: boolean;
}

/** The name that is worth most, of equals the first. */
const bestName = (parts: readonly PartAnswer[]): PartAnswer['name'] =>
  parts.reduce<PartAnswer['name']>((best, { name }) => (name && name.weight > (best?.weight ?? 0) ? name : best), null);

export class Answerer {
  readonly #law: Law;
  readonly #here: (entry: number) => boolean;

  constructor(law: Law, here: (entry: number) => boolean) {
    this.#law = law;
    this.#here = here;
  }

  /** How much is known of an entry's measures. */
  importance(entry: number): number {
    return Math.log2(1 + this.#law.touching(entry).length);
  }

  /** In no order; `wanted`: how many of the parts that are not optional have to be met at least. */
  answers(matches: readonly PartMatch[], wanted: number): Answer[] {
    const candidates = new Set<number>(this.#law.entries.keys());
    for (const { names } of matches) for (const entry of names.keys()) candidates.add(entry);
    const count = this.#law.measures.length;
    const fits = new Fits(
      matches.map(({ measures, isCountry }) => ({ fits: measures, isCountry })),
      count,
    );
    const subjectFits = new Fits(
      matches.map(({ subjectMeasures, isCountry }) => ({ fits: subjectMeasures, isCountry })),
      count,
    );
    const found: Answer[] = [];
    for (const entry of candidates) {
      const kind = this.#law.entries.get(entry)?.kind ?? '';
      const answer = this.#answer(entry, matches, isSubject(kind) ? subjectFits : fits);
      if (answer && answer.met >= wanted) found.push(answer);
    }
    return found;
  }

  #answer(entry: number, matches: readonly PartMatch[], fits: Fits): Answer | null {
    const all = (1 << matches.length) - 1;
    const direct = fits.best(this.#law.touching(entry));
    const indirect = direct.any === all ? null : fits.best(this.#law.indirect(entry));
    if ((direct.any | (indirect?.any ?? 0)) === 0 && !matches.some((match) => match.touched.has(entry))) return null;
    const parts = matches.map((match, k) =>
      partAnswer(entry, match, this.#facetWeight(entry, match, k, direct, indirect)),
    );
    const isExact = parts.some((part) => part.isExact);
    const points = parts.reduce((sum, { weight }) => sum + weight, 0);
    const name = bestName(parts);
    const answer: Answer = {
      entry,
      score: points,
      line: name?.line ?? null,
      isTypo: parts.some((part) => part.isTypo),
      code: name?.code ?? null,
      measures: [],
      met: parts.filter(({ isMet }) => isMet).length,
      isExact,
    };
    if (points === 0) return null;
    const kind = this.#law.entries.get(entry)?.kind ?? '';
    // Of two things that a query names, each is an answer: "gallium germanium".
    const others = isExact && kind !== 'agency' ? parts.filter(({ isOther }) => isOther).length : 0;
    const named = {
      isNamed: parts.some((part) => part.isNamed),
      first: isNamedFirst(parts),
      byThing: parts.some((part) => part.isNamedFirst),
    };
    const fit = direct.measures.length > 0 ? direct : (indirect ?? direct);
    return {
      ...answer,
      score: points + (isExact ? (SUBJECT[kind] ?? 0) : 0) + this.#bonus(entry, kind, matches, direct, named),
      measures: parts.some(({ asksMeasure }) => asksMeasure) ? fit.measures : [],
      met: answer.met + others,
    };
  }

  /** Points beside those for the parts that an entry meets. */
  #bonus(entry: number, kind: string, matches: readonly PartMatch[], direct: Fit, named: Named): number {
    const touching = this.#law.touching(entry).length;
    // A question that names nothing is about the measures themselves: the text that makes them
    // comes before bodies.
    const specific =
      !named.isNamed && touching > 0
        ? (SPECIFIC * direct.measures.length) / touching + (kind === 'instrument' ? SPECIFIC / 2 : 0)
        : 0;
    const isTarget = matches.some(({ part, isCountry }) => isCountry && part.role === 'toward');
    const narrow = !named.byThing && isTarget ? NARROW * this.#narrowness(direct) : 0;
    // "is Hikvision on the Entity List" is about Hikvision, however much more the list is known
    // for.
    const isBeside = !isSubject(kind) && matches.some(({ namesSubject }) => namesSubject);
    const importance = this.importance(entry) * (named.first && !isBeside ? IMPORTANCE : IMPORTANCE / 2);
    return specific + narrow + importance + (this.#here(entry) && !isBeside ? HERE : 0);
  }

  /** 1 where the measures are toward one country each, 0 where they are toward all. */
  #narrowness({ measures }: Fit): number {
    const shares = measures.map((place) => {
      const toward = this.#law.measures[place]?.toward;
      return toward && toward.size > 0 && !toward.has('all') ? 1 / toward.size : 0;
    });
    return shares.length > 0 ? shares.reduce((sum, share) => sum + share, 0) / shares.length : 0;
  }

  #facetWeight(entry: number, match: PartMatch, k: number, direct: Fit, indirect: Fit | null): number {
    const own = match.own.get(entry) ?? 0;
    const linked = match.linked.has(entry) ? WEIGHT.linked : 0;
    const bit = 1 << k;
    // "China's commerce minister" is of the ministry in China, not of one that restricts China.
    if (match.isCountry && this.#law.entries.get(entry)?.kind === 'agency')
      return own > 0 ? WEIGHT.home : direct.any & bit ? WEIGHT.apart : 0;
    if (direct.met & bit) return Math.max(own, linked, direct.well & bit ? WEIGHT.linked : WEIGHT.wide);
    if (direct.any & bit) return Math.max(own, linked, WEIGHT.apart);
    if (own > 0 || linked > 0) return Math.max(own, linked);
    return indirect && indirect.any & bit ? WEIGHT.indirect : 0;
  }
}
