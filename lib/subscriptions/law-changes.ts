/** The effects of added, removed and corrected acts and controls on the entries they touch. */
import { foldName, type Knowledge } from '../knowledge/model/knowledge-index.ts';
import type { Act, Control, Day } from '../knowledge/model/schema.ts';
import { statusAt } from '../knowledge/status/status.ts';
import { clauseWords, headline, provisionWords, sinceOf } from '../knowledge/wording/status-phrases.ts';
import { dateWords } from '../knowledge/wording/dates.ts';
import { nameWords, phraseWords, type Voice } from '../knowledge/wording/terms.ts';

/**
 * A measure on more entries than these gets one line of its own instead of a line in each entry.
 */
const MAX_ENTRIES = 8;
/**
 * The most entries whose status is computed for one log. An update may touch thousands, and the log
 * shows 200.
 */
const MAX_STATUSES = 300;

function entriesOf(control: Control, knowledge: Knowledge): string[] {
  const covered = control.covers.flatMap(({ entry, list }) => entry ?? list ?? []);
  const parties = (control.toward.parties ?? []).flatMap((party) => [
    ...(knowledge.idsNamed.get(foldName(party)) ?? []),
  ]);
  const found = [...new Set([...covered, ...parties])].filter((id) => knowledge.entries.has(id));
  return found.length > 0 && found.length <= MAX_ENTRIES ? found : [control.text.instrument];
}

/** The measures of an entry on a day, each as a sentence. */
function sentences(knowledge: Knowledge, entry: string, today: Day, voice: Voice): Map<string, string> {
  return new Map(
    statusAt(knowledge, entry, today).map((row) => {
      const since = sinceOf(row, voice);
      const state = headline(row, voice);
      return [
        row.control.id,
        voice.t(
          'changes_status',
          provisionWords(row, voice),
          since ? voice.t('status_provision', state, since) : state,
        ),
      ];
    }),
  );
}

/** The law of a list before or after an update. */
export interface LawSide {
  knowledge: Knowledge;
  controls: ReadonlyMap<string, Control>;
  acts: ReadonlyMap<string, Act>;
}

/** The controls that the differing records touch, with the new acts on each. */
function touchedControls(
  before: LawSide,
  after: LawSide,
  ids: readonly string[],
): { controls: Set<string>; newActs: Map<string, Act[]> } {
  const controls = new Set<string>();
  const newActs = new Map<string, Act[]>();
  for (const id of ids) {
    if (id.startsWith('control/')) controls.add(id);
    for (const on of [...(before.acts.get(id)?.on ?? []), ...(after.acts.get(id)?.on ?? [])]) controls.add(on);
    const act = after.acts.get(id);
    if (act && !before.acts.has(id)) for (const on of act.on) newActs.set(on, [...(newActs.get(on) ?? []), act]);
  }
  return { controls, newActs };
}

/** "<control>: <note of the act>", or the date of an act without a note. */
function actLine(control: Control, act: Act, voice: Voice): string {
  const note =
    act.note === undefined
      ? voice.t('changes_history', dateWords(act.bites ?? act.public, voice))
      : phraseWords(act.note, voice);
  return voice.t('changes_status', phraseWords(control.title, voice), note);
}

/** The lines on one control for one entry, from the sentences before and after the update. */
function controlLines(
  control: Control,
  then: string | undefined,
  since: string | undefined,
  newActs: readonly Act[] | undefined,
  voice: Voice,
): string[] {
  if (since !== undefined && since !== then) return [since];
  if (newActs) return newActs.map((act) => actLine(control, act, voice));
  return since === then ? [voice.t('changes_status', provisionOf(control, voice), voice.t('changes_corrected'))] : [];
}

/**
 * Lines by the id of the entry. `ids`: controls and acts that differ. The two voices speak the same
 * language, one with the phrases from before the update, one with those from after it.
 */
export function lawChanges(
  before: LawSide,
  after: LawSide,
  ids: readonly string[],
  today: Day,
  [old, now]: readonly [Voice, Voice],
): Map<string, string[]> {
  const { controls, newActs } = touchedControls(before, after, ids);
  const lines = new Map<string, Set<string>>();
  const say = (entry: string, some: readonly string[]) => {
    if (some.length) lines.set(entry, new Set([...(lines.get(entry) ?? []), ...some]));
  };
  const statuses = new Map<string, { then: Map<string, string>; since: Map<string, string> }>();
  for (const id of controls) {
    const control = after.controls.get(id);
    const removed = before.controls.get(id);
    if (!control) {
      for (const entry of removed ? entriesOf(removed, before.knowledge) : [])
        say(entry, [now.t('changes_control_gone', phraseWords(removed?.title ?? '', old))]);
      continue;
    }
    for (const entry of entriesOf(control, after.knowledge)) {
      if (statuses.size >= MAX_STATUSES && !statuses.has(entry)) continue;
      const { then, since } = statuses.get(entry) ?? {
        then: sentences(before.knowledge, entry, today, old),
        since: sentences(after.knowledge, entry, today, now),
      };
      statuses.set(entry, { then, since });
      say(entry, controlLines(control, then.get(id), since.get(id), newActs.get(id), now));
    }
  }
  return new Map([...lines].map(([entry, some]) => [entry, [...some]]));
}

function provisionOf({ text }: Control, voice: Voice): string {
  const name = nameWords(text.instrument, voice);
  return text.provision === undefined ? name : voice.t('status_provision', name, clauseWords(text.provision, voice));
}
