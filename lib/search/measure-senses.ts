/**
 * Scores how well a measure meets a meaning: 0 not at all, 1 in a wider sense, 2 exactly, 3 exactly
 * and with the country in its likelier role.
 */
import type { Measure } from './facet-index.ts';

type Ways = Readonly<Partial<Record<Measure['ways'][number], number>>>;
type Acts = Readonly<Partial<Record<Measure['restrains'], number>>>;

const BY_WAY: Readonly<Record<string, Ways>> = {
  ban: { prohibited: 2, 'refused in principle': 2, 'presumption of denial': 1, 'case by case': 1 },
  licence: {
    licence: 2,
    'case by case': 2,
    'general authorisation': 2,
    'presumption of denial': 1,
    'refused in principle': 1,
    notice: 1,
  },
  duty: { duty: 2 },
  quota: { quota: 2 },
  notice: { notice: 2 },
  control: {
    prohibited: 2,
    'refused in principle': 2,
    'presumption of denial': 2,
    'case by case': 2,
    licence: 2,
    quota: 2,
    duty: 1,
    'general authorisation': 1,
    notice: 1,
    'advised against': 1,
  },
};
const BY_ACT: Readonly<Record<string, Acts>> = {
  export: { export: 2, 're-export': 1, 'transfer-technology': 1 },
  reexport: { 're-export': 2 },
  import: { import: 2 },
  invest: { invest: 2 },
  buy: { buy: 2, use: 1 },
  technology: { 'transfer-technology': 2 },
  help: { help: 2 },
};
const SANCTION_ACTS: Acts = { help: 2, buy: 2, invest: 2, use: 1, comply: 1 };

function meetsWay(measure: Measure, way: string): number {
  if (way === 'list') return measure.ways.includes('designation') || measure.hasParties ? 2 : 0;
  if (way === 'sanction') {
    const isBarred = measure.ways.includes('prohibited') && measure.restrains !== 'export' ? 1 : 0;
    return Math.max(SANCTION_ACTS[measure.restrains] ?? 0, measure.hasParties ? 2 : 0, isBarred);
  }
  if (way === 'control' && measure.restrains === 'nothing') return 0;
  return Math.max(0, ...measure.ways.map((one) => BY_WAY[way]?.[one] ?? 0));
}

/**
 * The role of a country in a measure: stated by a word before it, or likely from its position among
 * two countries.
 */
export type CountryRole = 'toward' | 'from' | 'likely source' | 'likely target';

function meetsCountry({ byCountry, toward }: Measure, code: string, role: CountryRole | undefined): number {
  const isBy = byCountry === code;
  const isTarget = toward.has(code);
  if ((role === 'likely source' && isBy) || (role === 'likely target' && isTarget)) return 3;
  if (role === 'toward') return isTarget ? 2 : toward.has('all') && !isBy ? 1 : 0;
  if (isBy || isTarget) return 2;
  // A measure toward all countries reaches this one, unless the query asks for it as the source.
  return role !== 'from' && toward.has('all') ? 1 : 0;
}

/** A sense of a word of the query, such as "way:ban" or "state:paused". */
export interface Meaning {
  sort: string;
  value: string;
}

/** Parses a meaning such as "way:ban". */
export function meaningOf(text: string): Meaning {
  const [sort = '', value = ''] = text.split(':');
  return { sort, value };
}

/** Scores one meaning. Meanings that are not about measures (`kind:`, `role`) score 0. */
export function scoreMeaning(measure: Measure, { sort, value }: Meaning, role: CountryRole | undefined): number {
  switch (sort) {
    case 'way':
      return meetsWay(measure, value);
    case 'act':
      return BY_ACT[value]?.[measure.restrains] ?? 0;
    case 'country':
      return meetsCountry(measure, value, role);
    case 'state':
      return measure.states.includes(value) ? 2 : 0;
    default:
      return 0;
  }
}
