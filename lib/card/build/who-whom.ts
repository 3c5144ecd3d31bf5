/** Who restricts what toward whom, so that a line can be read alone. */
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

export type WhoWhom = { who: string; toward: string; restricts: string };

/** Characters of a target on one line. */
const LONGEST_TARGET = 76;
const MOST_PARTS = 2;

const LONGEST_TARGET_HAN = 30;
/** Characters of a bound party: of a longer one the title of the measure says enough. */
const LONGEST_BOUND = 36;

const longestTarget = ({ lang }: Voice): number => (lang.startsWith('zh') ? LONGEST_TARGET_HAN : LONGEST_TARGET);

function cut(text: string, voice: Voice): string {
  const longest = longestTarget(voice);
  if (text.length <= longest) return text;
  const start = text.slice(0, longest);
  // Up to the end of the last whole word.
  return `${/^(.*[^\s,·、])[\s,·、]/su.exec(start)?.[1] ?? start}…`;
}

/**
 * The goods of some countries, for duties and bans of imports: the countries are whom it is aimed
 * at.
 */
function originOf({ toward: { origin } }: Row, voice: Voice): string {
  if (!origin) return '';
  return origin.includes('all') ? voice.t('status_origin_all') : fewWords(origin, voice);
}

/** Acts of those who are bound at home: whom they may not buy from or deal with is the target. */
const BINDS_OWN: ReadonlySet<Row['restrains']> = new Set(['buy', 'help', 'comply', 'invest']);
/** Acts with a thing: those who are named may be strangers, unless it is a firm’s. */
const WITH_THINGS: ReadonlySet<Row['restrains']> = new Set(['use', 'make']);

/** Firms that the measure covers; not the firm whose word it is. */
const firmsOf = ({ control, issuer }: Row): string[] =>
  control.covers.flatMap(({ entry }) => (entry?.startsWith('company/') && entry !== issuer ? entry : []));

function placesOf(row: Row, voice: Voice): string[] | undefined {
  // A measure at home is not aimed at another country.
  const home = voice.knowledge.entries.get(row.issuer)?.country;
  const { destinations } = row.toward;
  return destinations?.every((code) => code === home) ? undefined : destinations;
}

/** Whom those who are bound may not deal with; '' where the measure does not say. */
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

/** On the card of a chip its maker comes first. */
const makerFirst = (parties: readonly string[], { maker = '' }: Entry): string[] =>
  parties.includes(maker) ? [maker, ...parties.filter((party) => party !== maker)] : [...parties];

/** Whose goods may not come in: those of countries, of groups, of makers. */
function importedFrom(row: Row, voice: Voice): string {
  const { destinations: _, origin, groups, ...rest } = row.toward;
  const grouped = groups ? towardWords({ groups }, voice) : '';
  // Goods of some firms or places, wherever they are finished, are not those of all countries.
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
  // Groups and headquarters would repeat the countries that are named; content describes the goods.
  const { destinations: _, content: __, ...others } = row.toward;
  const named = { ...(users && { users }), ...(parties && { parties }) };
  // Named users are those of all countries.
  const isAll = destinations?.includes('all') === true && Object.keys(named).length > 0;
  const toward = destinations ? { ...(!isAll && { destinations }), ...named } : { ...others, ...named };
  const parts = towardWords(toward, voice).split(' · ').filter(Boolean).slice(0, MOST_PARTS);
  // Named parties are known without their country.
  const isLong = parts.join(' · ').length > longestTarget(voice);
  return destinations && parties && isLong && parts.length > 1 ? parts.slice(1) : parts;
}

function targetOf(row: Row, entry: Entry, voice: Voice): string {
  if (row.relation === 'toward') return nameWords(entry.id, voice);
  if (row.restrains === 'import') return importedFrom(row, voice);
  const parts = targetParts(row, entry, voice);
  if (parts.length > 0) return cut(parts.join(' · '), voice);
  return entry.kind === 'company' ? nameWords(entry.id, voice) : atHome(row, voice);
}

/** The firms that a measure at home names, else the country itself. */
function atHome(row: Row, voice: Voice): string {
  const firms = firmsOf(row);
  if (firms.length > 0) return cut(fewWords(firms, voice), voice);
  const home = voice.knowledge.entries.get(row.issuer)?.country;
  if (home === undefined || home === 'INT' || row.restrains === 'nothing') return '';
  return voice.t('toward_home', inSentence(countryWords(home, voice), voice));
}

export function whoWhom(row: Row, entry: Entry, voice: Voice): WhoWhom {
  const act = restrainsWords(row.restrains, voice);
  // For a firm on a list, the name of the list is the question.
  const list = row.relation === 'toward' ? nameWords(row.control.text.instrument, voice) : '';
  const { users } = row.toward;
  const isBound = BINDS_OWN.has(row.restrains) || (WITH_THINGS.has(row.restrains) && entry.kind === 'company');
  const others = users && isBound && !list ? dealtWith(row, entry, voice) : '';
  // The bound party follows the act: "purchases · US Department of Defense".
  const bound = others && users ? towardWords({ users }, voice) : '';
  return {
    who: issuerWords(row.issuer, voice),
    toward: others || targetOf(row, entry, voice),
    restricts: [act, list, bound.length > LONGEST_BOUND ? '' : bound].filter(Boolean).join(' · '),
  };
}

/** Characters before the title: a longer part says whom it binds, and not what it bars. */
const LONGEST_BEFORE = 40;

/** Acts that a title names itself: "no government purchases of …", "no dealings with …". */
const IN_TITLE: ReadonlySet<Row['restrains']> = new Set(['buy', 'help', 'comply', 'invest', 'use', 'make', 'nothing']);

/**
 * "Entity List: licence for items under US export rules": the measure in a few words, with the
 * goods, for places where it stands alone. The act is left out where the title says it.
 */
export function measureWords(row: Row, { restricts }: WhoWhom, voice: Voice): string {
  const act = restrainsWords(row.restrains, voice);
  const title = phraseWords(row.control.title, voice);
  const isInTitle = IN_TITLE.has(row.restrains);
  const isSaid = isInTitle || title.toLowerCase().includes(act.replace(/s$/, '').toLowerCase());
  const [, ...rest] = restricts.split(' · ');
  // Such a title names the bound party too; of a firm on a list, the rest is the name of the list.
  const others = isInTitle && row.relation !== 'toward' ? [] : rest.filter((part) => part.length <= LONGEST_BEFORE);
  const before = isSaid ? others : [act, ...others];
  return before.length > 0 ? voice.t('status_with_amount', before.join(' · '), title) : title;
}
