/** What acts and controls that came, went or were corrected mean for the entries they touch. */
import { foldName, type Knowledge } from '../knowledge/model/knowledge-index.ts';
import type { Act, Control, Day } from '../knowledge/model/schema.ts';
import { statusAt } from '../knowledge/status/status.ts';
import { clauseWords, headline, provisionWords, sinceOf } from '../knowledge/wording/status-phrases.ts';
import { dateWords } from '../knowledge/wording/dates.ts';
import { nameWords, phraseWords, type Voice } from '../knowledge/wording/terms.ts';

/** Beyond this many entries a measure is told once, under its own text. */
const MOST_ENTRIES = 8;
/**
 * Entries whose status is worked out for one log, which shows 200: an update may touch thousands.
 */
const MAX_STATUSES = 300;

function entriesOf(control: Control, knowledge: Knowledge): string[] {
  const covered = control.covers.flatMap(({ entry, list }) => entry ?? list ?? []);
  const parties = (control.toward.parties ?? []).flatMap((party) => [
    ...(knowledge.idsNamed.get(foldName(party)) ?? []),
  ]);
  const found = [...new Set([...covered, ...parties])].filter((id) => knowledge.entries.has(id));
  return found.length > 0 && found.length <= MOST_ENTRIES ? found : [control.text.instrument];
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

export interface LawSide {
  knowledge: Knowledge;
  controls: ReadonlyMap<string, Control>;
  acts: ReadonlyMap<string, Act>;
}

/**
 * entry -> lines. `ids`: controls and acts that differ. Voices: the one of before and the one of
 * after, in one language.
 */
export function lawChanges(
  before: LawSide,
  after: LawSide,
  ids: readonly string[],
  today: Day,
  [old, now]: readonly [Voice, Voice],
): Map<string, string[]> {
  const controls = new Set<string>();
  const newActs = new Map<string, Act[]>();
  for (const id of ids) {
    if (id.startsWith('control/')) controls.add(id);
    for (const on of [...(before.acts.get(id)?.on ?? []), ...(after.acts.get(id)?.on ?? [])]) controls.add(on);
    const act = after.acts.get(id);
    if (act && !before.acts.has(id)) for (const on of act.on) newActs.set(on, [...(newActs.get(on) ?? []), act]);
  }
  const lines = new Map<string, string[]>();
  const say = (entry: string, line: string) => {
    const said = lines.get(entry) ?? [];
    if (!said.includes(line)) lines.set(entry, [...said, line]);
  };
  const told = new Map<string, { then: Map<string, string>; since: Map<string, string> }>();
  for (const id of controls) {
    const control = after.controls.get(id);
    const was = before.controls.get(id);
    if (!control) {
      if (was)
        for (const entry of entriesOf(was, before.knowledge))
          say(entry, now.t('changes_control_gone', phraseWords(was.title, old)));
      continue;
    }
    for (const entry of entriesOf(control, after.knowledge)) {
      if (told.size >= MAX_STATUSES && !told.has(entry)) continue;
      const status = told.get(entry) ?? {
        then: sentences(before.knowledge, entry, today, old),
        since: sentences(after.knowledge, entry, today, now),
      };
      told.set(entry, status);
      const line = status.since.get(id);
      if (line !== undefined && line !== status.then.get(id)) say(entry, line);
      else
        for (const act of newActs.get(id) ?? [])
          say(
            entry,
            now.t(
              'changes_status',
              phraseWords(control.title, now),
              act.note === undefined
                ? now.t('changes_history', dateWords(act.bites ?? act.public, now))
                : phraseWords(act.note, now),
            ),
          );
      if (line === status.then.get(id) && !newActs.has(id))
        say(entry, now.t('changes_status', provisionOf(control, now), now.t('changes_corrected')));
    }
  }
  return lines;
}

function provisionOf({ text }: Control, voice: Voice): string {
  const name = nameWords(text.instrument, voice);
  return text.provision === undefined ? name : voice.t('status_provision', name, clauseWords(text.provision, voice));
}
