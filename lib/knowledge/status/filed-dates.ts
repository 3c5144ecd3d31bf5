/**
 * All known dates: those ahead, and those that passed without news. An event on several controls
 * is one date.
 */
import { spanOf } from '../model/fuzzy-dates.ts';
import type { Knowledge } from '../model/knowledge-index.ts';
import type { Act, Control, DateText, Day } from '../model/schema.ts';
import { effectsOn, type Effect } from './effects.ts';
import { passedEnds } from './passed-ends.ts';
import { rowOf, type Row } from './row.ts';
import { datesAfter, type Next } from './standing.ts';
import { isLegal, isReported, isSaid, OVER } from './states.ts';

/**
 * The evidence for a date: a text in force sets it, an authority announced it, or an official or
 * the press mentioned it.
 */
export const CERTAINTIES = ['law', 'announced', 'said'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** A date on which the state of measures changes, or was to change. */
export interface FiledDate {
  /** Stays the same in all versions of a list as long as the event does. */
  key: string;
  /** `date` is as the source gives it; `day` is the last day that it can mean. */
  date: DateText;
  day: Day;
  certainty: Certainty;
  /** True if it has passed and no later act is known. */
  isPast: boolean;
  /** True for the end of a suspension, not of the measure itself. */
  isPauseEnd: boolean;
  next: Next;
  /** The present state of the first of `controls`. */
  row: Row;
  controls: Control[];
}

/** Legal acts come first: if two lanes have the same date, the more certain one is shown. */
const LANES: readonly ((act: Act) => boolean)[] = [isLegal, isReported, isSaid];

function certaintyOf(act: Act | null): Certainty {
  if (act === null) return 'law';
  if (!isLegal(act)) return act.basis === 'statement' && act.does === 'plans' ? 'announced' : 'said';
  return act.does === 'plans' ? 'announced' : 'law';
}

/** The act whose text sets this end. */
const actWithEnd = (effects: readonly Effect[], { day, then }: Next): Act | null =>
  effects.findLast(({ act }) => act.upTo?.day === day && act.upTo.then === then)?.act ?? null;

interface OnControl {
  at: Day;
  next: Next;
  act: Act | null;
}

/** The dates of one control, each once. */
function datesOn(control: Control, effects: readonly Effect[], today: Day): OnControl[] {
  const found = new Map<string, OnControl>();
  for (const isInLane of LANES) {
    const lane = effects.filter(({ act }) => isInLane(act));
    if (lane.length === 0) continue;
    for (const { at, next } of datesAfter(control, lane, today)) {
      const key = `${at} ${next.then}`;
      if (!found.has(key)) found.set(key, { at, next, act: next.act ?? actWithEnd(lane, next) });
    }
  }
  return [...found.values()];
}

/** The state of a control by itself, apart from the entries that it covers. */
export function rowOn(knowledge: Knowledge, control: Control, day: Day): { row: Row; effects: Effect[] } | null {
  const entryId = control.text.instrument;
  const link = { control, relation: 'text' } as const;
  const row = rowOf({ knowledge, entryId, day, knownOn: day }, link);
  return row && { row, effects: effectsOn(knowledge, link, entryId) };
}

/** The day by which a date is sorted: "about October" by the end of October, not of its doubt. */
const sortedBy = ({ date }: FiledDate): Day => spanOf(date.replace('~', '')).last;

/** Sorts the soonest first, and dates of one day by certainty. */
export function compareFiled(a: FiledDate, b: FiledDate): number {
  const [x, y] = [sortedBy(a), sortedBy(b)];
  if (x !== y) return x < y ? -1 : 1;
  return CERTAINTIES.indexOf(a.certainty) - CERTAINTIES.indexOf(b.certainty) || (a.key < b.key ? -1 : 1);
}

const inOrder = (dates: Iterable<FiledDate>): FiledDate[] => [...dates].sort(compareFiled);

/** Dates after `today`, the soonest first, and those of one day by certainty. */
export function datesAhead(knowledge: Knowledge, today: Day): FiledDate[] {
  const dates = new Map<string, FiledDate>();
  for (const control of knowledge.controls.values()) {
    const found = rowOn(knowledge, control, today);
    if (!found || OVER.has(found.row.state)) continue;
    for (const { at, next, act } of datesOn(control, found.effects, today)) {
      const key = `${at} ${next.then} ${act?.id ?? control.text.instrument}`;
      const known = dates.get(key);
      if (known) known.controls.push(control);
      else
        dates.set(key, {
          key,
          date: next.day,
          day: spanOf(next.day).last,
          certainty: certaintyOf(act),
          isPast: false,
          isPauseEnd: found.row.state === 'paused' || found.row.state === 'paused before start',
          next,
          row: found.row,
          controls: [control],
        });
    }
  }
  return inOrder(dates.values());
}

/** Ends that passed without a later act, the latest first. */
export function datesPassed(knowledge: Knowledge, today: Day): FiledDate[] {
  const acts = new Set([...knowledge.actsOn.values()].flat());
  const dates = passedEnds([...acts], today).flatMap(({ act, controls: ids, day }): FiledDate[] => {
    const controls = ids.flatMap((id) => knowledge.controls.get(id) ?? []);
    const [first] = controls;
    const row = first && rowOn(knowledge, first, today)?.row;
    if (!act.upTo || !row) return [];
    const next: Next = { day: act.upTo.day, included: act.upTo.included, then: act.upTo.then, act: null };
    return [
      {
        key: `${day} passed ${act.id}`,
        date: next.day,
        day: spanOf(next.day).last,
        certainty: certaintyOf(act),
        isPast: true,
        isPauseEnd: act.does === 'suspends' || act.does === 'stays' || (row.byText !== null && !row.byText.own),
        next,
        row,
        controls,
      },
    ];
  });
  return inOrder(dates).reverse();
}
