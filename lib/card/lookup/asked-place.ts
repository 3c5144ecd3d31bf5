/**
 * Tests how well a measure meets the countries of a query, so that a row never shows another
 * country's measure as the answer.
 */
import type { Knowledge } from '../../knowledge/model/knowledge-index.ts';
import type { Row } from '../../knowledge/status/row.ts';
import { countryWords, inSentence, type Voice } from '../../knowledge/wording/terms.ts';
import type { AskedPlace } from '../../search/asked-places.ts';

/** A measure by or on the European Union counts as one by or on each member. */
const EU_MEMBERS: ReadonlySet<string> = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
);

/** How a measure applies to a country: 0 not at all, 1 as to all countries, 2 by name. */
export type PlaceMatch = 0 | 1 | 2;

const isSame = (code: string, asked: string): boolean => code === asked || (code === 'EU' && EU_MEMBERS.has(asked));

function meetsAsSource({ issuer }: Row, { codes }: AskedPlace, knowledge: Knowledge): PlaceMatch {
  const home = knowledge.entries.get(issuer)?.country;
  return home !== undefined && codes.some((asked) => isSame(home, asked)) ? 2 : 0;
}

function meetsAsTarget({ toward, control }: Row, { codes }: AskedPlace, knowledge: Knowledge): PlaceMatch {
  const homes = (control.toward.parties ?? []).flatMap((party) => knowledge.entries.get(party)?.country ?? []);
  const named = [...(toward.destinations ?? []), ...(toward.hq ?? []), ...(toward.origin ?? []), ...homes];
  if (codes.some((asked) => named.some((code) => isSame(code, asked)))) return 2;
  return named.includes('all') ? 1 : 0;
}

const isSource = ({ role }: AskedPlace): boolean => role === 'from' || role === 'likely source';
const isTarget = ({ role }: AskedPlace): boolean => role === 'toward' || role === 'likely target';

/** A word before a country states its role; the order of two countries only suggests it. */
const isSure = ({ role }: AskedPlace): boolean => role === 'toward' || role === 'from';

function meetsBoth(row: Row, source: AskedPlace, target: AskedPlace, knowledge: Knowledge): PlaceMatch {
  return meetsAsSource(row, source, knowledge) === 0 ? 0 : meetsAsTarget(row, target, knowledge);
}

/** No single measure can meet more than two countries. */
export function meetsPlaces(row: Row, places: readonly AskedPlace[], knowledge: Knowledge): PlaceMatch {
  const [one, two, three] = places;
  if (!one || three) return 2;
  if (two) {
    const [source, target] = isSource(two) || isTarget(one) ? [two, one] : [one, two];
    const met = meetsBoth(row, source, target, knowledge);
    return met > 0 || (isSure(one) && isSure(two)) ? met : meetsBoth(row, target, source, knowledge);
  }
  const asTarget = meetsAsTarget(row, one, knowledge);
  if (one.role === 'toward') return asTarget;
  // "From" a country matches its own measures and those on imports from it.
  if (one.role === 'from' && row.restrains !== 'import') return meetsAsSource(row, one, knowledge);
  // A measure toward all countries does not count as the country's own.
  return Math.max(meetsAsSource(row, one, knowledge), asTarget === 2 ? 2 : 0) as PlaceMatch;
}

/** "No measure by Chile in our list." */
export function noneWords(places: readonly AskedPlace[], voice: Voice): string {
  const words = ({ codes: [code = ''] }: AskedPlace) => inSentence(countryWords(code, voice), voice);
  const [one, two] = places;
  if (!one) return '';
  if (!two) return voice.t(one.role === 'toward' ? 'result_none_toward' : 'result_none_by', words(one));
  const [source, target] = isSource(two) || isTarget(one) ? [two, one] : [one, two];
  return voice.t('result_none_between', words(source), words(target));
}
