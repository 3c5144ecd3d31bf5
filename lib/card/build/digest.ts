/** A body or a list in place of one status: its newest acts and the states of its measures. */
import { compareDates } from '../../knowledge/model/fuzzy-dates.ts';
import type { Knowledge } from '../../knowledge/model/knowledge-index.ts';
import type { Act, Control, Day, Entry } from '../../knowledge/model/schema.ts';
import type { Row } from '../../knowledge/status/row.ts';
import { isLegal, sourcesOf } from '../../knowledge/status/states.ts';
import { rowOfLine, type Line } from '../../knowledge/status/then-now-next.ts';
import { dateWords, sinceWords } from '../../knowledge/wording/dates.ts';
import { countryWords, fewWords, nameWords, phraseWords, wayWords, type Voice } from '../../knowledge/wording/terms.ts';
import { stateParts, stateSince, wayNoun } from '../../knowledge/wording/state-parts.ts';
import type { MessageKey } from '../../i18n/translate.ts';
import { capital } from '../../core/letters.ts';
import type { CardModel } from '../model/card-model.ts';
import type { GlanceModel } from '../model/glance-model.ts';
import { bestSource } from './best-source.ts';
import { shortTitle } from './short-title.ts';
import { measureWords, whoWhom } from './who-whom.ts';

type Digest = NonNullable<GlanceModel['digest']>;
type Told = { act: Act; control: Control };

const MOST_ACTS = 5;
/**
 * A law under which measures were made on this many days is a series of them, and no measure by
 * itself.
 */
const MIN_DAYS_OF_A_SERIES = 4;

const imposedOn = (knowledge: Knowledge, { id }: Control): string[] =>
  (knowledge.actsOn.get(id) ?? []).flatMap((act) => (act.does === 'imposes' && isLegal(act) ? [act.public] : []));

/**
 * Bodies that issue measures, and laws or lists under which they come again and again. A body that
 * measures are only aimed at, as a military university, is a target as a firm is.
 */
export function hasDigest(knowledge: Knowledge, entry: Entry): boolean {
  const links = knowledge.linksOf.get(entry.id) ?? [];
  if (entry.kind === 'agency') return links.length === 0 || links.some(({ relation }) => relation === 'by');
  if (entry.kind !== 'instrument') return false;
  const own = links.filter(({ relation }) => relation === 'text');
  return new Set(own.flatMap(({ control }) => imposedOn(knowledge, control))).size >= MIN_DAYS_OF_A_SERIES;
}

/** A glance has no room for renewals, nor for measures that merely existed by some day. */
const isShown = (act: Act): boolean =>
  isLegal(act) && act.does !== 'extends' && act.does !== 'grants' && !/^[~<]/.test(act.public);

/** Words of a name in a line of acts; in Chinese its characters. */
const MOST_WORDS = 3;
const MOST_CHARACTERS = 8;

function shortName(full: string, lang: string): string {
  const name = shortTitle(full);
  if (lang.startsWith('zh')) return name.length <= MOST_CHARACTERS ? name : `${name.slice(0, MOST_CHARACTERS)}…`;
  const words = name.split(' ');
  return words.length <= MOST_WORDS ? name : `${words.slice(0, MOST_WORDS).join(' ')}…`;
}

/** The first of them, and how many more. */
const counted = (name: string, count: number): string => (count > 1 ? `${name} +${count - 1}` : name);

/**
 * The target of an act: the first firm or good, and the number of others. A measure also names the
 * law that it is in: that is the act itself.
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
    return counted(countryWords(places[0] ?? '', voice), places.length);
  const name = shortName(nameWords(first ?? act.text?.instrument ?? control.text.instrument, voice), voice.lang);
  return counted(name, named.length);
}

/** "ban", "suspended": what an act did. */
const deedOf = ({ control, act }: Told, voice: Voice): string =>
  act.does === 'imposes' ? wayNoun(control.way, voice) : voice.t(DONE[act.does] ?? 'digest_changed');

/** "Gallium +3: export ban". */
const labelOf = (told: Told, entryId: string, voice: Voice): string =>
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

/** One act a day and text: what one notice did to many measures is one act. */
function newestActs(knowledge: Knowledge, entry: Entry, rows: readonly Row[], upTo: Day): Told[] {
  const own = (knowledge.linksOf.get(entry.id) ?? [])
    .filter(({ relation }) => relation === 'by' || relation === 'text')
    .map(({ control }) => control);
  const controls = own.length > 0 ? own : rows.map(({ control }) => control);
  const found = new Map<string, Told>();
  for (const control of controls)
    for (const act of knowledge.actsOn.get(control.id) ?? []) {
      if (!isShown(act) || act.public > upTo) continue;
      const key = `${act.public} ${act.does}`;
      if (!found.has(key)) found.set(key, { act, control });
    }
  return [...found.values()].sort((a, b) => compareDates(b.act.public, a.act.public));
}

/** "Bill, not law: ban", "Change planned", "Quota: changed". */
function deedInFull(told: Told, row: Row, voice: Voice): string {
  const { act, control } = told;
  if (act.does === 'imposes') return wayWords(control.way, voice);
  if (act.does === 'plans')
    return row.state === 'planned' ? stateParts(row, voice).title : voice.t('digest_change_planned');
  return voice.t('status_with_amount', capital(wayNoun(control.way, voice)), deedOf(told, voice));
}

/** "Since 13 Oct 2022"; '' where that is not known. */
function sinceText(row: Row, voice: Voice): string {
  const since = stateSince(row, voice);
  return since === null ? '' : capital(sinceWords(since, voice));
}

/** Since when, of a measure that the act put in force whole; else the day of the act. */
function dayOf({ act }: Told, row: Row, voice: Voice): string {
  const isWhole = act.does === 'imposes' && !act.part && row.state === 'in force';
  return (isWhole && sinceText(row, voice)) || dateWords(act.public, voice);
}

function whoAndMeasure(row: Row, entry: Entry, voice: Voice): { who: string; toward: string; measure: string } {
  const whom = whoWhom(row, entry, voice);
  return { who: whom.who, toward: whom.toward, measure: measureWords(row, whom, voice) };
}

/** "China → Lockheed Martin and 7 more · no dual-use items for …: ban, 26 Dec 2025". */
function latestOf(told: Told, rows: readonly Row[], entry: Entry, voice: Voice): Digest['latest'] {
  const { act, control } = told;
  const row = rows.find((one) => one.control.id === control.id);
  if (!row) return null;
  const parties = act.part?.parties;
  return {
    ...whoAndMeasure(row, entry, voice),
    ...(parties && { toward: fewWords(parties, voice) }),
    deed: deedInFull(told, row, voice),
    day: dayOf(told, row, voice),
  };
}

/**
 * The measure that comes first, where no act has a day: "Prohibited, since 1 Jan 2024 or earlier".
 */
function standingOf(row: Row | undefined, entry: Entry, voice: Voice): Digest['latest'] {
  if (!row) return null;
  return {
    ...whoAndMeasure(row, entry, voice),
    deed: stateParts(row, voice).title,
    day: sinceText(row, voice),
  };
}

/** Null where no measure is of it. */
export function digestOf(
  knowledge: Knowledge,
  entry: Entry,
  lines: readonly Line[],
  today: Day,
  voice: Voice,
): { digest: Digest; newest: Told | undefined } | null {
  const rows = lines.flatMap((line) => rowOfLine(line) ?? []);
  const acts = newestActs(knowledge, entry, rows, today).slice(0, MOST_ACTS);
  if (rows.length === 0 && acts.length === 0) return null;
  const counts = COUNTED.flatMap(({ key, glyph, states }) => {
    const count = rows.filter(({ state }) => states.includes(state)).length;
    return count > 0 ? [{ glyph, text: voice.t(key, count) }] : [];
  });
  const [newest] = acts;
  const latest = newest ? latestOf(newest, rows, entry, voice) : standingOf(rows[0], entry, voice);
  const digest: Digest = {
    heading: latest ? '' : voice.t('glance_acts'),
    aside: '',
    acts: acts.slice(latest && newest ? 1 : 0).map((one) => ({
      label: labelOf(one, entry.id, voice),
      day: dateWords(one.act.public.slice(0, one.act.public.length > 7 ? -3 : undefined), voice),
    })),
    counts,
    latest,
  };
  return { digest, newest };
}

/** The number of acts that a body or a list shows in its full card and on its page. */
const MOST_TOLD = 12;

/** The same acts, each in the words of its measure and with its source. */
export function actsTold(
  knowledge: Knowledge,
  entry: Entry,
  lines: readonly Line[],
  today: Day,
  voice: Voice,
): CardModel['acts'] {
  const rows = lines.flatMap((line) => rowOfLine(line) ?? []);
  return newestActs(knowledge, entry, rows, today)
    .slice(0, MOST_TOLD)
    .map((told) => {
      const { act, control } = told;
      return {
        day: dateWords(act.public, voice),
        label: labelOf(told, entry.id, voice),
        text: capital(phraseWords(control.title, voice)),
        source: bestSource(sourcesOf(act), act.text?.instrument ?? control.text.instrument, voice),
      };
    });
}
