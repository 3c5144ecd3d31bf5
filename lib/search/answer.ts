/**
 * Answers a question with the entries that meet every part of it, by their names or by facets.
 * Parts about a measure (who, toward whom, which act, in which way) should be met by a single
 * measure: "china gallium ban" asks for gallium with China's ban, not with China's licence and
 * another country's ban.
 */
import type { FacetIndex } from './facet-index.ts';
import { WEIGHT, type NameMatch, type PartMatch } from './part-matches.ts';

/** An entry that meets parts of the query. `entry`: its line in `SearchText.refs`. */
export interface Answer {
  entry: number;
  score: number;
  /** The line of the name that matched; null if only facets did. */
  line: number | null;
  isTypo: boolean;
  /** The code or nickname that matched, if it is not a name of the entry. */
  code: NameMatch['code'] | null;
  /** Indexes (in `FacetIndex.measures`) of the measures that the query asks for; may be empty. */
  measures: number[];
  /** Number of parts met, of those that are not optional. */
  met: number;
  /** True if some part of the query is a full name of the entry. */
  isExact: boolean;
}

/**
 * Points added by kind to an exactly named entry: questions are more often about goods and
 * companies than about rules and bodies.
 */
const SUBJECT_BONUS: Readonly<Record<string, number>> = {
  mineral: 30,
  chip: 30,
  company: 30,
  technology: 26,
  instrument: 8,
};
const isSubject = (kind: string): boolean => kind !== 'instrument' && kind !== 'agency';
/**
 * Most points for the share of an entry's measures that the query asks for, if the query names no
 * entry.
 */
const SPECIFIC_BONUS = 24;
/**
 * Most points for measures toward the country of the query alone; fewer, the more countries they
 * are toward.
 */
const NARROW_BONUS = 16;
/** Points of a measure for each part it meets; more than the sum of all finer differences. */
const PART_MET = 100;
/** The same if the part is a country and the measure is toward all countries. */
const PART_MET_BY_ALL = 50;
const IMPORTANCE_FACTOR = 3.5;
/** Added to an entry that the page in the tab mentions. */
const ON_PAGE_BONUS = 40;

/**
 * Which parts each measure meets. Computed once a query, because a hundred measures may touch an
 * entry.
 */
class MeasureFits {
  /** By measure: bits of the parts that the measure meets, and of those that it meets exactly. */
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
        // A measure toward the country comes before a measure toward all, which counts less than
        // meeting a ban. How well ways match does not count here: the card chooses the lead among
        // them.
        const met = !isCountry ? PART_MET : fit === 1 ? PART_MET_BY_ALL : PART_MET + fit;
        this.#sums[place] = (this.#sums[place] ?? 0) + met;
      }
    });
  }

  /** Bits of the parts that any of the measures meets. */
  any(places: readonly number[]): number {
    let bits = 0;
    for (const place of places) bits |= this.#met[place] ?? 0;
    return bits;
  }

  /** The measures that meet the most parts, and which parts those are. */
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
   * Bits of parts: `met` by the best measures, met `well` (exactly) by them, met by `any` measure.
   */
  met: number;
  well: number;
  any: number;
}

/** How an entry meets one part of a query. */
interface PartAnswer {
  weight: number;
  /** The name that meets the part, if no facet meets it better. */
  name: { weight: number; line: number; code: NonNullable<Answer['code']> | null } | null;
  isTypo: boolean;
  isExact: boolean;
  /** True if a measure meets the part better than a name does. */
  asksMeasure: boolean;
  /** True if the part names the entry or its kind. */
  isNamed: boolean;
  /**
   * True if the part names the entry and does not merely ask for a measure: "tariff" does not name
   * "steel tariff".
   */
  isNamedFirst: boolean;
  isMet: boolean;
  /** True if the part names another entry. */
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

/**
 * True if the query names the entry: by a word that does not ask for a measure, or by several words
 * that do ("tariffs" and "China").
 */
const isNamedFirst = (parts: readonly PartAnswer[]): boolean =>
  parts.some((part) => part.isNamedFirst) || parts.filter(({ isNamed }) => isNamed).length > 1;

/** How a query names an entry. */
interface Named {
  isNamed: boolean;
  first: boolean;
  /** True if a word names it that does not ask for a measure. */
  byThing: boolean;
}

/** The name with the most points; the first of equals. */
const bestName = (parts: readonly PartAnswer[]): PartAnswer['name'] =>
  parts.reduce<PartAnswer['name']>((best, { name }) => (name && name.weight > (best?.weight ?? 0) ? name : best), null);

export class Answerer {
  readonly #facets: FacetIndex;
  readonly #here: (entry: number) => boolean;

  constructor(facets: FacetIndex, here: (entry: number) => boolean) {
    this.#facets = facets;
    this.#here = here;
  }

  /** Measures how well known an entry is: the logarithm of its number of measures. */
  importance(entry: number): number {
    return Math.log2(1 + this.#facets.touching(entry).length);
  }

  /**
   * The answers that meet all `wanted` parts, and incomplete ones whose full name is in the query.
   * If no answer is complete, all that meet some part. Not sorted.
   */
  answers(matches: readonly PartMatch[], wanted: number): Answer[] {
    const count = this.#facets.measures.length;
    const fits = new MeasureFits(
      matches.map(({ measures, isCountry }) => ({ fits: measures, isCountry })),
      count,
    );
    const subjectFits = new MeasureFits(
      matches.map(({ subjectMeasures, isCountry }) => ({ fits: subjectMeasures, isCountry })),
      count,
    );
    const fitsOf = (entry: number) => (isSubject(this.#facets.entries.get(entry)?.kind ?? '') ? subjectFits : fits);
    const answersOf = (entries: readonly number[]) =>
      entries.flatMap((entry) => this.#answer(entry, matches, fitsOf(entry)) ?? []);
    const [likely, others] = this.#candidates(matches, fitsOf);
    const found = answersOf(likely);
    const least = Math.min(1, wanted);
    if (found.some(({ met }) => met >= wanted))
      return found.filter(({ met, isExact }) => met >= wanted || (isExact && met >= least));
    return [...found, ...answersOf(others)].filter(({ met }) => met >= least);
  }

  /**
   * Splits entries into those that may meet all parts or are named in full, and others that meet
   * some. Answering for all of them would take most of the time of a key.
   */
  #candidates(matches: readonly PartMatch[], fitsOf: (entry: number) => MeasureFits): [number[], number[]] {
    const entries = [...this.#facets.entries.keys()];
    const named = matches.flatMap(({ names }) => [...names.keys()].filter((entry) => !this.#facets.entries.has(entry)));
    const all = [...entries, ...new Set(named)];
    const touched = new Int32Array(1 + all.reduce((most, entry) => Math.max(most, entry), 0));
    const exact = new Uint8Array(touched.length);
    matches.forEach((match, part) => {
      for (const entry of match.touched) touched[entry] = (touched[entry] ?? 0) | (1 << part);
      for (const [entry, { isExact }] of match.names) if (isExact) exact[entry] = 1;
    });
    const required = matches.reduce((sum, { part }, k) => (part.isOptional ? sum : sum | (1 << k)), 0);
    const likely: number[] = [];
    const others: number[] = [];
    for (const entry of all) {
      const fits = fitsOf(entry);
      let met = (touched[entry] ?? 0) | fits.any(this.#facets.touching(entry));
      if ((met & required) !== required) met |= fits.any(this.#facets.indirect(entry));
      if ((met & required) === required || exact[entry] === 1) likely.push(entry);
      else if (met !== 0) others.push(entry);
    }
    return [likely, others];
  }

  #answer(entry: number, matches: readonly PartMatch[], fits: MeasureFits): Answer | null {
    const all = (1 << matches.length) - 1;
    const direct = fits.best(this.#facets.touching(entry));
    const indirect = direct.any === all ? null : fits.best(this.#facets.indirect(entry));
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
    const kind = this.#facets.entries.get(entry)?.kind ?? '';
    // A query may name several entries ("gallium germanium"): each is an answer, so parts that name
    // another entry count as met.
    const others = isExact && kind !== 'agency' ? parts.filter(({ isOther }) => isOther).length : 0;
    const named = {
      isNamed: parts.some((part) => part.isNamed),
      first: isNamedFirst(parts),
      byThing: parts.some((part) => part.isNamedFirst),
    };
    const fit = direct.measures.length > 0 ? direct : (indirect ?? direct);
    return {
      ...answer,
      score: points + (isExact ? (SUBJECT_BONUS[kind] ?? 0) : 0) + this.#bonus(entry, kind, matches, direct, named),
      measures: parts.some(({ asksMeasure }) => asksMeasure) ? fit.measures : [],
      met: answer.met + others,
    };
  }

  /** Points besides those for the parts that an entry meets. */
  #bonus(entry: number, kind: string, matches: readonly PartMatch[], direct: Fit, named: Named): number {
    const touching = this.#facets.touching(entry).length;
    // A question that names no entry is about the measures: the instrument that makes them comes
    // before the body that issues them.
    const specific =
      !named.isNamed && touching > 0
        ? (SPECIFIC_BONUS * direct.measures.length) / touching + (kind === 'instrument' ? SPECIFIC_BONUS / 2 : 0)
        : 0;
    const isTarget = matches.some(({ part, isCountry }) => isCountry && part.role === 'toward');
    const narrow = !named.byThing && isTarget ? NARROW_BONUS * this.#narrowness(direct) : 0;
    // "is Hikvision on the Entity List" is about Hikvision, although the list has more measures.
    const isBeside = !isSubject(kind) && matches.some(({ namesSubject }) => namesSubject);
    const importance = this.importance(entry) * (named.first && !isBeside ? IMPORTANCE_FACTOR : IMPORTANCE_FACTOR / 2);
    return specific + narrow + importance + (this.#here(entry) && !isBeside ? ON_PAGE_BONUS : 0);
  }

  /** 1 if each measure is toward a single country, 0 if all are toward all countries. */
  #narrowness({ measures }: Fit): number {
    const shares = measures.map((place) => {
      const toward = this.#facets.measures[place]?.toward;
      return toward && toward.size > 0 && !toward.has('all') ? 1 / toward.size : 0;
    });
    return shares.length > 0 ? shares.reduce((sum, share) => sum + share, 0) / shares.length : 0;
  }

  #facetWeight(entry: number, match: PartMatch, k: number, direct: Fit, indirect: Fit | null): number {
    const own = match.own.get(entry) ?? 0;
    const linked = match.linked.has(entry) ? WEIGHT.linked : 0;
    const bit = 1 << k;
    // "China's commerce minister" asks for a ministry in China, not for a ministry that restricts
    // China.
    if (match.isCountry && this.#facets.entries.get(entry)?.kind === 'agency')
      return own > 0 ? WEIGHT.home : direct.any & bit ? WEIGHT.apart : 0;
    if (direct.met & bit) return Math.max(own, linked, direct.well & bit ? WEIGHT.linked : WEIGHT.wide);
    if (direct.any & bit) return Math.max(own, linked, WEIGHT.apart);
    if (own > 0 || linked > 0) return Math.max(own, linked);
    return indirect && indirect.any & bit ? WEIGHT.indirect : 0;
  }
}
