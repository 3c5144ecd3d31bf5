/** A body or a list in place of one status: its newest acts and how its measures stand. */
import { compareDates } from '../../knowledge/model/fuzzy-dates.ts';
import type { Knowledge } from '../../knowledge/model/knowledge-index.ts';
import type { Act, Control, Day, Entry } from '../../knowledge/model/schema.ts';
import type { Row } from '../../knowledge/status/row.ts';
import { isLegal } from '../../knowledge/status/states.ts';
import { rowOfLine, type Line } from '../../knowledge/status/then-now-next.ts';
import { dateWords } from '../../knowledge/wording/dates.ts';
import { nameWords, type Voice } from '../../knowledge/wording/terms.ts';
import { wayNoun } from '../../knowledge/wording/state-parts.ts';
import type { MessageKey } from '../../i18n/translate.ts';
import type { GlanceModel } from '../model/glance-model.ts';

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

/** Bodies, and laws or lists under which measures come again and again. */
export function hasDigest(knowledge: Knowledge, entry: Entry): boolean {
  if (entry.kind === 'agency') return true;
  if (entry.kind !== 'instrument') return false;
  const own = (knowledge.linksOf.get(entry.id) ?? []).filter(({ relation }) => relation === 'text');
  return new Set(own.flatMap(({ control }) => imposedOn(knowledge, control))).size >= MIN_DAYS_OF_A_SERIES;
}

/** A renewal is no act that a glance has room for, nor what was there by some day. */
const isShown = (act: Act): boolean =>
  isLegal(act) && act.does !== 'extends' && act.does !== 'grants' && !/^[~<]/.test(act.public);

/** Words of a name in a line of acts; in Chinese its characters. */
const MOST_WORDS = 3;
const MOST_CHARACTERS = 8;

function shortName(name: string, lang: string): string {
  if (lang.startsWith('zh')) return name.length <= MOST_CHARACTERS ? name : `${name.slice(0, MOST_CHARACTERS)}…`;
  const words = name.split(' ');
  return words.length <= MOST_WORDS ? name : `${words.slice(0, MOST_WORDS).join(' ')}…`;
}

/**
 * On whom or what: the first firm or good, and how many more. A measure names the law that it
 * stands in too: that is the act itself.
 */
function subjectOf(control: Control, act: Act, entryId: string, voice: Voice): string {
  const own = new Set([entryId, control.text.instrument, act.text?.instrument]);
  const covered = control.covers.flatMap(({ entry, list }) => entry ?? list ?? []).filter((id) => !own.has(id));
  const named = [...(act.part?.parties ?? control.toward.parties ?? []), ...covered];
  const [first] = named;
  const name = shortName(nameWords(first ?? act.text?.instrument ?? control.text.instrument, voice), voice.lang);
  return named.length > 1 ? `${name} +${named.length - 1}` : name;
}

/** "Gallium +3: export ban". */
function labelOf(control: Control, act: Act, entryId: string, voice: Voice): string {
  const subject = subjectOf(control, act, entryId, voice);
  if (act.does === 'imposes') return voice.t('status_with_amount', subject, wayNoun(control.way, voice));
  return voice.t('status_with_amount', subject, voice.t(DONE[act.does] ?? 'digest_changed'));
}
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
function newestActs(knowledge: Knowledge, controls: readonly Control[], upTo: Day): Told[] {
  const found = new Map<string, Told>();
  for (const control of controls)
    for (const act of knowledge.actsOn.get(control.id) ?? []) {
      if (!isShown(act) || act.public > upTo) continue;
      const key = `${act.public} ${act.does}`;
      if (!found.has(key)) found.set(key, { act, control });
    }
  return [...found.values()].sort((a, b) => compareDates(b.act.public, a.act.public)).slice(0, MOST_ACTS);
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
  const own = (knowledge.linksOf.get(entry.id) ?? [])
    .filter(({ relation }) => relation === 'by' || relation === 'text')
    .map(({ control }) => control);
  const acts = newestActs(knowledge, own.length > 0 ? own : rows.map(({ control }) => control), today);
  if (rows.length === 0 && acts.length === 0) return null;
  const counts = COUNTED.flatMap(({ key, glyph, states }) => {
    const count = rows.filter(({ state }) => states.includes(state)).length;
    return count > 0 ? [{ glyph, text: voice.t(key, count) }] : [];
  });
  const digest: Digest = {
    heading: voice.t('glance_acts'),
    aside: '',
    acts: acts.map(({ act, control }) => ({
      label: labelOf(control, act, entry.id, voice),
      day: dateWords(act.public.slice(0, act.public.length > 7 ? -3 : undefined), voice),
    })),
    counts,
    latest: null,
  };
  return { digest, newest: acts[0] };
}
