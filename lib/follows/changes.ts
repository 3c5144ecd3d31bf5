/** The changes of all followed entries, measures and lists, as "Changed for you" shows them. */
import { bestSource, textOf } from '../card/build/best-source.ts';
import { lookOf, tileOf } from '../card/build/header.ts';
import { listTitle } from '../card/build/list-title.ts';
import { whoWhom } from '../card/build/who-whom.ts';
import { languageTag, type Locale, type Translations } from '../i18n/translate.ts';
import { readFollowed } from '../knowledge/model/follow-refs.ts';
import { spanOf } from '../knowledge/model/fuzzy-dates.ts';
import { readRef, refOf } from '../knowledge/model/ids.ts';
import type { Day } from '../knowledge/model/schema.ts';
import type { Row } from '../knowledge/status/row.ts';
import { dateWords } from '../knowledge/wording/dates.ts';
import { stateSince } from '../knowledge/wording/state-parts.ts';
import { fewWords, type Voice } from '../knowledge/wording/terms.ts';
import { compareStates, seenAfter, type StateChange } from './compare.ts';
import type { FollowChange, SeenState, SeenStates } from './follow-record.ts';
import { statesOf, type FollowBase, type MeasureNow } from './states-of.ts';

/** Changes that are kept: more than a user reads, even if a whole list changes. */
const MAX_CHANGES = 200;

/** The result of one check. Nothing is stored yet. */
export interface FollowCheckResult {
  changes: FollowChange[];
  /** The states to store as seen. Something newly followed counts as seen in its present state. */
  seen: Record<string, SeenStates>;
}

interface ChangesRequest {
  follows: readonly string[];
  seen: Readonly<Record<string, SeenStates>>;
  /** Keys of the changes that the user has just looked at. */
  looked: ReadonlySet<string>;
  /** Null if the list does not exist. */
  baseOf: (list: string) => FollowBase | null;
  today: Day;
  texts: Translations;
  locale: Locale;
}

/** A change of one measure, which may apply to several followed entries. */
interface MeasureChange {
  key: string;
  change: StateChange<MeasureNow>;
  base: FollowBase;
  /** Ids of the entries for which the change is shown. */
  entries: string[];
}

const keyOf = (list: string, { id, to }: StateChange<MeasureNow>): string => `${list}|${id}|${to?.state.key ?? ''}`;

/**
 * The entry that a change names: the followed entry, or for a followed list the entry that the
 * measure is on.
 */
function entryOf(ref: string, { to }: StateChange<MeasureNow>): string | undefined {
  const entry = readFollowed(ref)?.entry;
  return entry == null ? to?.entry?.id : readRef(entry).id;
}

const lookIn = ({ glyph, barred, title }: SeenState, locale: Locale) => ({ glyph, barred, title: title[locale] });

/** The day on which a measure entered its present state. */
function sinceOf(row: Row, voice: Voice): Pick<FollowChange, 'since' | 'sinceDay'> {
  const since = row.state === 'not known since' ? row.since : stateSince(row, voice);
  return since === null
    ? { since: '', sinceDay: '' }
    : { since: dateWords(since, voice), sinceDay: spanOf(since).first };
}

function viewOf({ key, change, base, entries }: MeasureChange, voice: Voice, locale: Locale): FollowChange {
  const { from, to } = change;
  const [first] = entries;
  const entry = first === undefined ? undefined : base.knowledge.entries.get(first);
  const row = to?.row ?? null;
  const { who, toward } = row && entry ? whoWhom(row, entry, voice) : { who: '', toward: '' };
  return {
    key,
    measure: change.id,
    entry: first === undefined ? '' : refOf(base.list, first),
    name: entries.length > 0 ? fewWords(entries, voice) : listTitle(base.list, base.title, voice.t),
    kind: entry ? lookOf(entry.kind) : 'term',
    tile: entry ? tileOf(entry, voice) : { type: 'drawing', drawing: 'instrument' },
    who,
    toward,
    from: from && lookIn(from, locale),
    to: to && lookIn(to.state, locale),
    ...(row ? sinceOf(row, voice) : { since: '', sinceDay: '' }),
    source: row && bestSource(row.sources, textOf(row), voice),
  };
}

/** Sorts changes newest first, those without a date last. */
const newestFirst = (a: FollowChange, b: FollowChange): number =>
  a.sinceDay < b.sinceDay ? 1 : a.sinceDay > b.sinceDay ? -1 : a.key < b.key ? -1 : 1;

/** The changes since the user last looked, newest first, and the states to store as seen. */
export function findChanges({
  follows,
  seen: before,
  looked,
  baseOf,
  today,
  texts,
  locale,
}: ChangesRequest): FollowCheckResult {
  const seen: FollowCheckResult['seen'] = {};
  const met = new Map<string, MeasureChange>();
  for (const ref of new Set(follows)) {
    const list = readFollowed(ref)?.list;
    const base = list === undefined ? null : baseOf(list);
    const now = statesOf(ref, base, today, texts);
    const known = before[ref];
    if (!now || !base) {
      if (known) seen[ref] = known;
      continue;
    }
    const changes = known ? compareStates(known, now) : [];
    seen[ref] = seenAfter(now, changes, (change) => looked.has(keyOf(base.list, change)));
    for (const change of changes) {
      const key = keyOf(base.list, change);
      const entry = entryOf(ref, change) ?? [];
      const other = met.get(key);
      if (other) other.entries = [...new Set([...other.entries, entry].flat())];
      else if (!looked.has(key)) met.set(key, { key, change, base, entries: [entry].flat() });
    }
  }
  const changes = [...met.values()].map((one) =>
    viewOf(one, { t: texts[locale], lang: languageTag(locale), knowledge: one.base.knowledge }, locale),
  );
  return { changes: changes.sort(newestFirst).slice(0, MAX_CHANGES), seen };
}
