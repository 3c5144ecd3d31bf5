/**
 * Describes a body or a list by its newest acts and the states of its measures, instead of one
 * status.
 */
import { compareDates } from '../../knowledge/model/fuzzy-dates.ts';
import type { Knowledge } from '../../knowledge/model/knowledge-index.ts';
import type { Act, Control, Day, Entry } from '../../knowledge/model/schema.ts';
import type { Row } from '../../knowledge/status/row.ts';
import { effectDate } from '../../knowledge/status/effects.ts';
import { isLegal, sourcesOf } from '../../knowledge/status/states.ts';
import { rowOfLine, type Line } from '../../knowledge/status/then-now-next.ts';
import { dateWords, sinceWords } from '../../knowledge/wording/dates.ts';
import { countryWords, fewWords, nameWords, phraseWords, type Voice } from '../../knowledge/wording/terms.ts';
import { wayNoun } from '../../knowledge/wording/state-parts.ts';
import type { MessageKey } from '../../i18n/translate.ts';
import { capitalize } from '../../core/letters.ts';
import type { CardModel } from '../model/card-model.ts';
import type { GlanceModel } from '../model/glance-model.ts';
import { bestSource } from './best-source.ts';
import { stateRow } from './glance-lead.ts';
import { shortTitle } from './short-title.ts';
import { measureWords, whoWhom } from './who-whom.ts';

type Digest = NonNullable<GlanceModel['digest']>;
type ActOnControl = { act: Act; control: Control };

const MAX_GLANCE_ACTS = 5;
/**
 * A law under which measures were made on this many days is a series of measures, not one measure.
 */
const MIN_DAYS_OF_A_SERIES = 4;

const imposedOn = (knowledge: Knowledge, { id }: Control): string[] =>
  (knowledge.actsOn.get(id) ?? []).flatMap((act) => (act.does === 'imposes' && isLegal(act) ? [act.public] : []));

/**
 * True for bodies that issue measures, and for laws or lists under which many measures are made. A
 * body that measures only target, such as a military university, counts as a target, like a
 * company.
 */
export function hasDigest(knowledge: Knowledge, entry: Entry): boolean {
  const links = knowledge.linksOf.get(entry.id) ?? [];
  if (entry.kind === 'agency') return links.length === 0 || links.some(({ relation }) => relation === 'by');
  if (entry.kind !== 'instrument') return false;
  const own = links.filter(({ relation }) => relation === 'text');
  return new Set(own.flatMap(({ control }) => imposedOn(knowledge, control))).size >= MIN_DAYS_OF_A_SERIES;
}

/**
 * False for acts that a glance has no room for: renewals, and acts known only to exist by some day.
 */
const isShown = (act: Act): boolean =>
  isLegal(act) && act.does !== 'extends' && act.does !== 'grants' && !/^[~<]/.test(act.public);

/** The most words of a name in a line of acts; in Chinese, the most characters. */
const MAX_NAME_WORDS = 3;
const MAX_NAME_CHARACTERS = 8;

function shortName(full: string, lang: string): string {
  const name = shortTitle(full);
  if (lang.startsWith('zh'))
    return name.length <= MAX_NAME_CHARACTERS ? name : `${name.slice(0, MAX_NAME_CHARACTERS)}…`;
  const words = name.split(' ');
  return words.length <= MAX_NAME_WORDS ? name : `${words.slice(0, MAX_NAME_WORDS).join(' ')}…`;
}

/** A name, and the number of further ones. */
const counted = (name: string, count: number, { t }: Voice): string =>
  count > 1 ? t('digest_and_more', name, count - 1) : name;

/**
 * The target of an act: the first company or good, and the number of others. The law that the
 * measure belongs to is left out, since the act is under it anyway.
 */
function subjectOf(control: Control, act: Act, entryId: string, voice: Voice): string {
  const own = new Set([entryId, control.text.instrument, act.text?.instrument]);
  const covered = control.covers.flatMap(({ entry, list }) => entry ?? list ?? []).filter((id) => !own.has(id));
  const goods = covered.filter((id) => !id.startsWith('instrument/'));
  const named = [...(act.part?.parties ?? control.toward.parties ?? []), ...(goods.length > 0 ? goods : covered)];
  const [first] = named;
  const { origin = [], destinations = [] } = control.toward;
  const places = (control.restrains === 'import' ? origin : destinations).filter((code) => code !== 'all');
  if ((first === undefined || goods.length === 0) && !control.toward.parties && places.length > 0)
    return counted(countryWords(places[0] ?? '', voice), places.length, voice);
  const name = shortName(nameWords(first ?? act.text?.instrument ?? control.text.instrument, voice), voice.lang);
  return counted(name, named.length, voice);
}

/** False if an act covers only the law itself: the law's name would add nothing. */
const hasSubject = ({ control, act }: ActOnControl, entryId: string): boolean =>
  (act.part?.parties ?? control.toward.parties ?? []).length > 0 ||
  [control.toward.origin, control.toward.destinations].some((codes) => codes?.some((code) => code !== 'all')) ||
  control.covers.some(({ entry, list }) => {
    const id = entry ?? list;
    return id !== undefined && id !== entryId && id !== control.text.instrument && id !== act.text?.instrument;
  });

/** The word for the effect of an act: "ban", "suspended". */
const deedOf = ({ control, act }: ActOnControl, voice: Voice): string =>
  act.does === 'imposes' ? wayNoun(control.way, voice) : voice.t(DONE[act.does] ?? 'digest_changed');

/** "Gallium and 3 more: export ban". */
const labelOf = (told: ActOnControl, entryId: string, voice: Voice): string =>
  voice.t('status_with_amount', subjectOf(told.control, told.act, entryId, voice), deedOf(told, voice));
const DONE: Partial<Record<Act['does'], MessageKey>> = {
  suspends: 'status_state_paused',
  stays: 'status_state_paused',
  'declines to enforce': 'status_state_not_enforced',
  ends: 'status_state_ended',
  withdraws: 'status_state_ended',
  voids: 'status_state_void',
  resumes: 'status_state_in_force',
  plans: 'status_state_planned',
};

const COUNTED: readonly {
  key: MessageKey;
  glyph: Digest['counts'][number]['glyph'];
  states: readonly Row['state'][];
}[] = [
  { key: 'glance_in_force', glyph: 'force', states: ['in force', 'in force in part', 'listed as needed'] },
  { key: 'glance_suspended', glyph: 'paused', states: ['paused', 'paused before start', 'on the books, not enforced'] },
  { key: 'glance_not_known', glyph: 'unknown', states: ['not known since'] },
  { key: 'glance_planned', glyph: 'planned', states: ['planned', 'made, not started'] },
];

/** Ways that by themselves restrict nothing. */
const MILD: ReadonlySet<Control['way']> = new Set(['designation', 'general authorisation']);

/** The newest acts, one for each day and kind of act: a single notice may act on many measures. */
function newestActs(knowledge: Knowledge, entry: Entry, rows: readonly Row[], upTo: Day): ActOnControl[] {
  const own = (knowledge.linksOf.get(entry.id) ?? [])
    .filter(({ relation }) => relation === 'by' || relation === 'text')
    .map(({ control }) => control);
  const controls = own.length > 0 ? own : rows.map(({ control }) => control);
  const found = new Map<string, ActOnControl>();
  for (const control of controls)
    for (const act of knowledge.actsOn.get(control.id) ?? []) {
      if (!isShown(act) || act.public > upTo) continue;
      const key = `${act.public} ${act.does} ${MILD.has(control.way)}`;
      if (!found.has(key)) found.set(key, { act, control });
    }
  const isMild = ({ control }: ActOnControl) => Number(MILD.has(control.way));
  // Acts on measures that restrict nothing come last.
  return [...found.values()].sort((a, b) => isMild(a) - isMild(b) || compareDates(b.act.public, a.act.public));
}

/** Names the effect of the newest act with its date; '' if the state already says it. */
function asideOf({ act }: ActOnControl, row: Row, voice: Voice): string {
  const isInForce = row.state === 'in force' || row.state === 'in force in part';
  if (!isInForce || act.does === 'imposes') return '';
  return voice.t(act.does === 'plans' ? 'glance_change_planned' : 'glance_amended', dateWords(act.public, voice));
}

/**
 * "China → Lockheed Martin and 7 others · no dual-use items for …: prohibited, since 26 Dec 2025".
 */
function latestOf(told: ActOnControl | undefined, row: Row | undefined, entry: Entry, voice: Voice): Digest['latest'] {
  if (!row) return null;
  const { act } = told ?? {};
  const whom = whoWhom(row, entry, voice);
  const parties = act?.part?.parties;
  const state = stateRow(row, entry, voice);
  // The measure binds parties that a later act added only since that act.
  const isAdded = act?.does === 'imposes' && act.part !== undefined;
  return {
    who: whom.who,
    toward: parties ? fewWords(parties, voice) : whom.toward,
    measure: measureWords(row, whom, voice),
    row: {
      ...state,
      label: voice.t('card_latest'),
      rest: (told && asideOf(told, row, voice)) || state.rest,
      ...(isAdded && { date: capitalize(sinceWords(effectDate(act), voice)) }),
    },
  };
}

/** Null if no measure belongs to the entry. */
export function digestOf(
  knowledge: Knowledge,
  entry: Entry,
  lines: readonly Line[],
  today: Day,
  voice: Voice,
): { digest: Digest; newest: ActOnControl | undefined } | null {
  const rows = lines.flatMap((line) => rowOfLine(line) ?? []);
  const acts = newestActs(knowledge, entry, rows, today).slice(0, MAX_GLANCE_ACTS);
  if (rows.length === 0 && acts.length === 0) return null;
  const counts = COUNTED.flatMap(({ key, glyph, states }) => {
    const count = rows.filter(({ state }) => states.includes(state)).length;
    return count > 0 ? [{ glyph, text: voice.t(key, count) }] : [];
  });
  const rowOf = ({ control }: ActOnControl) => rows.find((row) => row.control.id === control.id);
  // A measure that another one continues no longer has a state of its own.
  const newest = acts.find(rowOf);
  // If no act has a day, the first measure is taken.
  const row = newest ? rowOf(newest) : rows[0];
  const latest = latestOf(newest, row, entry, voice);
  const earlier = acts
    .slice(newest ? acts.indexOf(newest) + 1 : 0)
    .filter((one) => one.act.does !== 'amends' && hasSubject(one, entry.id));
  const digest: Digest = {
    heading: latest ? '' : voice.t('glance_acts'),
    aside: '',
    acts: earlier.map((one) => ({
      label: labelOf(one, entry.id, voice),
      day: dateWords(one.act.public.slice(0, one.act.public.length > 7 ? -3 : undefined), voice),
    })),
    counts,
    latest,
  };
  return { digest, newest };
}

/** The most acts that a body or a list shows in its full card and on its page. */
const MAX_ACTS = 12;

/** The same acts, each with the words of its measure and its source. */
export function wordedActs(
  knowledge: Knowledge,
  entry: Entry,
  lines: readonly Line[],
  today: Day,
  voice: Voice,
): CardModel['acts'] {
  const rows = lines.flatMap((line) => rowOfLine(line) ?? []);
  return newestActs(knowledge, entry, rows, today)
    .slice(0, MAX_ACTS)
    .map((told) => {
      const { act, control } = told;
      return {
        day: dateWords(act.public, voice),
        label: labelOf(told, entry.id, voice),
        text: capitalize(phraseWords(control.title, voice)),
        source: bestSource(sourcesOf(act), act.text?.instrument ?? control.text.instrument, voice),
      };
    });
}
