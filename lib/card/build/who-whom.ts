/** States who restricts what toward whom, so that a line can be read by itself. */
import type { Entry } from '../../knowledge/model/schema.ts';
import type { Row } from '../../knowledge/status/row.ts';
import {
  countryWords,
  fewWords,
  inSentence,
  nameWords,
  phraseWords,
  restrainsWords,
  towardWords,
  type Voice,
} from '../../knowledge/wording/terms.ts';
import { issuerWords } from './issuer.ts';

/** Texts of the first line of an answer: issuer, target, and the restricted activity with goods. */
export type WhoWhom = { who: string; toward: string; restricts: string };

/** Characters of a target on one line, in other languages and in Chinese. */
const MAX_TARGET_LENGTH = 76;
const MAX_TARGET_LENGTH_HAN = 30;
/** Parts of a target that are shown. */
const MAX_PARTS = 2;
/** Characters of a bound party. A longer one is left out, since the measure's title names it. */
const MAX_BOUND_LENGTH = 36;

const maxTargetLength = ({ lang }: Voice): number =>
  lang.startsWith('zh') ? MAX_TARGET_LENGTH_HAN : MAX_TARGET_LENGTH;

function cut(text: string, voice: Voice): string {
  const longest = maxTargetLength(voice);
  if (text.length <= longest) return text;
  const start = text.slice(0, longest);
  // Cuts after the last whole word. Chinese has no spaces, so also before "and" and brackets.
  const whole = /^(.*[^\s,·、（])[\s,·、（和及]/su.exec(start)?.[1] ?? start;
  const open = whole.lastIndexOf('（');
  return `${open > whole.lastIndexOf('）') ? whole.slice(0, open) : whole}…`;
}

/** The countries of origin of goods: the targets of duties and import bans. */
function originOf({ toward: { origin } }: Row, voice: Voice): string {
  if (!origin) return '';
  return origin.includes('all') ? voice.t('status_origin_all') : fewWords(origin, voice);
}

/** Acts of parties at home; the target is the party that they may not buy from or deal with. */
const BINDS_OWN: ReadonlySet<Row['restrains']> = new Set(['buy', 'help', 'comply', 'invest']);
/** Acts with a thing. The named users are bound parties only on the card of a company. */
const WITH_THINGS: ReadonlySet<Row['restrains']> = new Set(['use', 'make']);

/** Companies that the measure covers, without the company that issued it. */
const firmsOf = ({ control, issuer }: Row): string[] =>
  control.covers.flatMap(({ entry }) => (entry?.startsWith('company/') && entry !== issuer ? entry : []));

function placesOf(row: Row, voice: Voice): string[] | undefined {
  // A measure whose only destination is the issuer's country has no target country.
  const home = voice.knowledge.entries.get(row.issuer)?.country;
  const { destinations } = row.toward;
  return destinations?.every((code) => code === home) ? undefined : destinations;
}

/** The party that bound parties may not deal with; '' if the measure does not say. */
function dealtWith(row: Row, entry: Entry, voice: Voice): string {
  const { parties } = row.toward;
  if (entry.kind === 'company' && row.relation === 'covers' && entry.id !== row.issuer)
    return nameWords(entry.id, voice);
  if (parties) return cut(fewWords(parties, voice), voice);
  const destinations = placesOf(row, voice);
  const { groups } = row.toward;
  const places = originOf(row, voice) || (destinations ? towardWords({ destinations }, voice) : '');
  return cut(
    places ||
      (groups ? towardWords({ groups }, voice) : '') ||
      (firmsOf(row).length > 0 ? fewWords(firmsOf(row), voice) : ''),
    voice,
  );
}

/** Puts the maker of a chip first. */
const makerFirst = (parties: readonly string[], { maker = '' }: Entry): string[] =>
  parties.includes(maker) ? [maker, ...parties.filter((party) => party !== maker)] : [...parties];

/** The countries, groups or makers whose goods may not be imported. */
function importedFrom(row: Row, voice: Voice): string {
  const { destinations: _, origin, groups, ...rest } = row.toward;
  const grouped = groups ? towardWords({ groups }, voice) : '';
  // If the measure is about content from some makers or places, "all countries" would mislead.
  const makers = row.toward.content === undefined ? '' : grouped || fewWords(firmsOf(row), voice);
  if (origin?.includes('all') && makers) return cut(makers, voice);
  const origins = [originOf(row, voice), grouped].filter(Boolean).join(' · ');
  const [other = ''] = towardWords(rest, voice).split(' · ');
  return cut(origins || other || fewWords(firmsOf(row), voice), voice) || voice.t('status_origin_all');
}

/** The parts of the target: countries, groups, users, parties. */
function targetParts(row: Row, entry: Entry, voice: Voice): string[] {
  const { users } = row.toward;
  const parties = row.toward.parties && makerFirst(row.toward.parties, entry);
  const destinations = placesOf(row, voice);
  // Groups and headquarters would repeat the named countries, and content describes the goods.
  const { destinations: _, content: __, ...others } = row.toward;
  const named = { ...(users && { users }), ...(parties && { parties }) };
  // Named users in all countries need no "all countries".
  const isAll = destinations?.includes('all') === true && Object.keys(named).length > 0;
  const toward = destinations ? { ...(!isAll && { destinations }), ...named } : { ...others, ...named };
  const parts = towardWords(toward, voice).split(' · ').filter(Boolean).slice(0, MAX_PARTS);
  // Named parties do not need their country if room is short.
  const isLong = parts.join(' · ').length > maxTargetLength(voice);
  return destinations && parties && isLong && parts.length > 1 ? parts.slice(1) : parts;
}

function targetOf(row: Row, entry: Entry, voice: Voice): string {
  if (row.relation === 'toward') return nameWords(entry.id, voice);
  if (row.restrains === 'import') return importedFrom(row, voice);
  const parts = targetParts(row, entry, voice);
  if (parts.length > 0) return cut(parts.join(' · '), voice);
  return entry.kind === 'company' ? nameWords(entry.id, voice) : atHome(row, voice);
}

/** The companies that a domestic measure names, or else the country itself. */
function atHome(row: Row, voice: Voice): string {
  const firms = firmsOf(row);
  if (firms.length > 0) return cut(fewWords(firms, voice), voice);
  const home = voice.knowledge.entries.get(row.issuer)?.country;
  if (home === undefined || home === 'INT' || row.restrains === 'nothing') return '';
  return voice.t('toward_home', inSentence(countryWords(home, voice), voice));
}

/**
 * The issuer, the target and the restricted act of a measure, as the card of `entry` shows them.
 */
export function whoWhom(row: Row, entry: Entry, voice: Voice): WhoWhom {
  const act = restrainsWords(row.restrains, voice);
  // For a company on a list, the name of the list matters most.
  const list = row.relation === 'toward' ? nameWords(row.control.text.instrument, voice) : '';
  const { users } = row.toward;
  const isBound = BINDS_OWN.has(row.restrains) || (WITH_THINGS.has(row.restrains) && entry.kind === 'company');
  const others = users && isBound && !list ? dealtWith(row, entry, voice) : '';
  // The bound party comes after the act: "purchases · US Department of Defense".
  const bound = others && users ? towardWords({ users }, voice) : '';
  return {
    who: issuerWords(row.issuer, voice),
    toward: others || targetOf(row, entry, voice),
    restricts: [act, list, bound.length > MAX_BOUND_LENGTH ? '' : bound].filter(Boolean).join(' · '),
  };
}

/**
 * Characters of a part before the title. A longer part names the bound party, not the restricted
 * goods.
 */
const MAX_BEFORE_LENGTH = 40;

/** Acts that titles already name: "no government purchases of …", "no dealings with …". */
const IN_TITLE: ReadonlySet<Row['restrains']> = new Set([
  'buy',
  'help',
  'comply',
  'invest',
  'use',
  'make',
  'nothing',
  'transfer-technology',
]);

/**
 * The measure and its goods in a few words: "Entity List: licence for items under US export rules".
 * The act is left out if the title names it.
 */
export function measureWords(row: Row, { restricts }: WhoWhom, voice: Voice): string {
  const act = restrainsWords(row.restrains, voice);
  const title = phraseWords(row.control.title, voice);
  const isInTitle = IN_TITLE.has(row.restrains);
  // The name of a list says more than the act: "China's control list: no dual-use items ...".
  const isSaid =
    isInTitle || row.relation === 'toward' || title.toLowerCase().includes(act.replace(/s$/, '').toLowerCase());
  const [, ...rest] = restricts.split(' · ');
  // Such a title also names the bound party. For a company on a list, the rest is the list's name.
  const others = isInTitle && row.relation !== 'toward' ? [] : rest.filter((part) => part.length <= MAX_BEFORE_LENGTH);
  const before = isSaid ? others : [act, ...others];
  return before.length > 0 ? voice.t('status_with_amount', before.join(' · '), title) : title;
}
