/** The states of an entry's controls over time, as lanes that are drawn and described. */
import { addDays, EARLIEST, spanOf } from '../model/fuzzy-dates.ts';
import { effectsOn, firstFreeDay } from './effects.ts';
import { controlsTouching, type Knowledge } from '../model/knowledge-index.ts';
import type { Control, Day, Way } from '../model/schema.ts';
import { OVER, type Lane as StatusLane, type State } from './states.ts';
import type { Row } from './row.ts';
import { statusOf } from './status.ts';
import { lineage } from './succession.ts';
import { rowOfLine, thenNowNext, type Group } from './then-now-next.ts';

/**
 * `to` is the last day of the segment, or null if no end is known. `from` is null if the
 * beginning is unknown.
 */
export type LaneSegment = { from: Day | null; to: Day | null; state: State; way: Way };
/**
 * The lane of one control, or of several that continue one another. `row` is the present state,
 * else the next or the last one.
 */
export type TimelineLane = { row: Row; lane: StatusLane; segments: LaneSegment[] };
/** Lanes of states. `from` and `to`: the first and last day of whole years. */
export type Timeline = { articleDay: Day | null; today: Day; from: Day; to: Day; lanes: TimelineLane[] };

/**
 * Bounds the rows computed for one lane: days times controls. A long chain of renewals has hundreds
 * of both. If there are more, the lane shows only the latest days.
 */
const MAX_ROWS_OF_LANE = 5000;

/** Every day on which the state of a control may change. */
function turningDays(knowledge: Knowledge, entryId: string, controls: ReadonlySet<string>, today: Day): Day[] {
  const days = new Set<Day>();
  for (const link of controlsTouching(knowledge, entryId, today)) {
    if (!controls.has(link.control.id)) continue;
    if (link.from !== undefined) days.add(spanOf(link.from).last);
    if (link.until !== undefined) days.add(addDays(spanOf(link.until).last, 1));
    for (const { act, publicIn, bitesIn } of effectsOn(knowledge, link, entryId)) {
      for (const day of [publicIn.first, publicIn.last, bitesIn.first, bitesIn.last])
        if (day !== EARLIEST) days.add(day);
      if (act.upTo) days.add(firstFreeDay(act.upTo)).add(firstFreeDay(act.upTo, true));
    }
  }
  return [...days].sort();
}

function laneOf(knowledge: Knowledge, entryId: string, control: Control, today: Day): TimelineLane | null {
  const controls = lineage(knowledge, control);
  const all = turningDays(knowledge, entryId, controls, today);
  const days = all.slice(-Math.ceil(MAX_ROWS_OF_LANE / controls.size));
  const isCut = days.length < all.length;
  const segments: LaneSegment[] = [];
  let told: Row | null = null;
  for (const [index, from] of days.entries()) {
    const rows = statusOf(knowledge, entryId, ({ id }) => controls.has(id), from, today);
    const row = rows.find((one) => one.control.id === control.id) ?? rows[0];
    if (!row) continue;
    if (told === null || from <= today) told = row;
    const next = days[index + 1];
    const to = next === undefined ? null : addDays(next, -1);
    const before = segments.at(-1);
    if (
      before &&
      before.state === row.state &&
      before.way === row.way &&
      before.to !== null &&
      addDays(before.to, 1) === from
    )
      before.to = to;
    else
      segments.push({
        from: index === 0 && (isCut || row.since?.startsWith('<') === true) ? null : from,
        to,
        state: row.state,
        way: row.way,
      });
  }
  return told && { row: told, lane: told.lane, segments };
}

const yearOf = (day: Day) => day.slice(0, 4);

/** The most lanes of a timeline. */
const MAX_LANES = 4;

/**
 * The lanes of an entry's timeline, at most `MAX_LANES`: that of `lead`, then in the order of the
 * entry's card the measures that are not over, then those that are. Lanes of reports appear only if
 * there is no law. All days are as known today; for future days the known texts count.
 */
export function timeline(
  knowledge: Knowledge,
  entryId: string,
  articleDay: Day | null,
  today: Day,
  lead?: Control,
): Timeline {
  const { groups, past } = thenNowNext(knowledge, entryId, articleDay, today);
  const controlsIn = (some: readonly Group[]) =>
    some.flatMap(({ lines }) => lines.flatMap((line) => rowOfLine(line)?.control ?? []));
  const told = [...new Set([...(lead ? [lead] : []), ...controlsIn(groups), ...controlsIn(past)])]
    .slice(0, MAX_LANES)
    .flatMap((control) => laneOf(knowledge, entryId, control, today) ?? []);
  const law = told.filter(({ lane }) => lane === 'law');
  const lanes = law.length > 0 ? law : told.filter(({ lane }) => lane === 'reported');
  const days = [
    articleDay,
    today,
    ...lanes.flatMap(({ segments }) =>
      segments.flatMap(({ from, to, state }) => (OVER.has(state) ? [from] : [from, to])),
    ),
  ]
    .flatMap((day) => day ?? [])
    .sort();
  const first = days[0] ?? today;
  const last = days.at(-1) ?? today;
  return { articleDay, today, from: `${yearOf(first)}-01-01`, to: `${yearOf(last)}-12-31`, lanes };
}
