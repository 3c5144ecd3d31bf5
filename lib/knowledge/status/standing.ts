/** Computes the state of a control on a day from its acts. */
import { applyAct, notePublished } from './apply-act.ts';
import {
  endsAhead,
  newTimelineState,
  expireEnds,
  type ByText,
  type TimelineState,
  type Overlay,
} from './timeline-state.ts';
import { spanOf, type Span } from '../model/fuzzy-dates.ts';
import { effectDate, type Effect } from './effects.ts';
import type { Act, Control, DateText, Day, UpTo, Way } from '../model/schema.ts';
import { OVER, type State } from './states.ts';

/**
 * A part with a state of its own, or a licence that was given: its act and its first and last day.
 */
export type Aside = { act: Act; since: DateText; until: UpTo | null; notKnownSince: Day | null };

/**
 * The next event: an end that a text sets, or an act that has yet to take effect. `included` is
 * about the day of an end.
 */
export type Next = {
  day: DateText;
  included: UpTo['included'];
  then: UpTo['then'] | Act['does'] | 'step' | 'continues';
  act: Act | null;
  /** True for the end of a licence given under the measure, not of the measure. */
  isGrant?: boolean;
};

/** The state of a control on one day, derived from its acts. */
export type Standing = {
  state: State;
  since: DateText | null;
  until: UpTo | null;
  next: Next | null;
  way: Way;
  /** The first day of the present way, if an act changed the way. */
  waySince: DateText | null;
  /** The requirement that remains during the suspension. */
  leaves: Way | null;
  /** The first and last day of application, also for a measure that was void or ended later. */
  applied: { from: DateText; until: DateText | null } | null;
  decided: Act | null;
  /** Set if an end in the text led to the present state and no later act is known. */
  byText: ByText | null;
  /** The first day of a suspension after whose end nothing is known. */
  pausedFrom: DateText | null;
  parts: Aside[];
  /** Parts that an act changed while the whole goes on. */
  changes: Aside[];
  grants: Aside[];
  imposing: readonly Act[];
};

type Moment = { at: Day; rank: number; effect: Effect; made: boolean };

/** The order in which acts of one day are applied. */
const ORDER: readonly Act['does'][] = [
  'plans',
  'claims',
  'imposes',
  'amends',
  'resumes',
  'extends',
  'suspends',
  'declines to enforce',
  'voids',
  'stays',
  'ends',
  'withdraws',
  'grants',
];

function moments(effects: readonly Effect[], day: Day, knownOn: Day, earliest: boolean): Moment[] {
  const found: Moment[] = [];
  for (const effect of effects) {
    const { act, publicIn, bitesIn } = effect;
    if ((earliest ? publicIn.first : publicIn.last) > knownOn) continue;
    const rank = ORDER.indexOf(act.does) + 1;
    const add = (span: Span, place: number, made: boolean) => {
      if (span.last <= day || (earliest && span.first <= day))
        found.push({ at: span.last <= day ? span.last : day, rank: place, effect, made });
    };
    // A text exists from its publication on, and may be suspended before it takes effect.
    if (act.does === 'imposes' && publicIn.last < bitesIn.last) add(publicIn, 0, true);
    add(bitesIn, rank, false);
  }
  return found.sort((a, b) => (a.at !== b.at ? (a.at < b.at ? -1 : 1) : a.rank - b.rank));
}

/**
 * The timeline up to and including `day`, of the acts that were public by `knownOn`. An imprecise
 * date counts from its last possible day. With `earliest`, an act that may have taken effect counts
 * as in effect.
 */
function timelineOf(
  control: Control,
  effects: readonly Effect[],
  day: Day,
  knownOn: Day,
  earliest = false,
): TimelineState {
  const timeline = newTimelineState(control);
  for (const { at, effect, made } of moments(effects, day, knownOn, earliest)) {
    expireEnds(timeline, at);
    if (made) notePublished(timeline, effect.act);
    else applyAct(timeline, effect.act, effect.whole, at);
  }
  expireEnds(timeline, day);
  if (earliest) expireEnds(timeline, day, true);
  return timeline;
}

type StatePeriod = Pick<Standing, 'state' | 'since' | 'until'>;

const stateSince = (state: State, since: DateText | null, until: UpTo | null = null): StatePeriod => ({
  state,
  since,
  until,
});

/** The state of a control that is over or may be over; null for others. */
function overState({ withdrawn, voided, ended, kept, begun, unknown }: TimelineState): StatePeriod | null {
  if (withdrawn) return stateSince('never in effect', withdrawn);
  if (voided) return stateSince('void', voided.since);
  if (ended?.byTerm && kept && begun) return stateSince('in force in part', ended.since, kept.upTo);
  if (ended) return stateSince(begun ? 'ended' : 'never in effect', ended.since);
  return unknown ? stateSince('not known since', unknown.since) : null;
}

/** The state of a control that exists and does not apply for now; null for others. */
function restingState({ pause, unenforced, begun, made, planned }: TimelineState): StatePeriod | null {
  if (pause && (begun || made || planned))
    return stateSince(begun ? 'paused' : 'paused before start', pause.from, pause.upTo);
  if (unenforced && (begun || made)) return stateSince('on the books, not enforced', unenforced.from, unenforced.upTo);
  return null;
}

function runningState({ begun, begunInPart, again, parts, term }: TimelineState, control: Control): StatePeriod | null {
  if (!begun) return null;
  const part = parts.at(-1);
  const until = term?.upTo ?? null;
  if (part) return stateSince('in force in part', part.from, part.upTo ?? until);
  if (begunInPart) return stateSince('in force in part', begun, until);
  return stateSince(control.restrains === 'nothing' ? 'listed as needed' : 'in force', again ?? begun, until);
}

function stateOf(timeline: TimelineState, control: Control): StatePeriod | null {
  const found = overState(timeline) ?? restingState(timeline) ?? runningState(timeline, control);
  if (found) return found;
  if (timeline.made) return stateSince('made, not started', timeline.made.public);
  return timeline.planned ? stateSince('planned', timeline.planned.public) : null;
}

const asideOf = ({ act, from, upTo, lapsed }: Overlay): Aside => ({
  act,
  since: from,
  until: upTo,
  notKnownSince: lapsed,
});

type Ahead = { at: Day; next: Next };

const isRunning = ({ begun, ended, voided }: TimelineState): boolean => begun !== null && !ended && !voided;

/** The change that an act or a plan brings after `day`; null for none. */
function changeAhead(timeline: TimelineState, { act, bitesIn }: Effect, day: Day): Ahead | null {
  const next = (date: DateText): Next => ({ day: date, included: 'no', then: act.does, act });
  if (act.does === 'plans') {
    const date = timeline.made === null ? act.bites : (act.bites ?? act.public);
    const at = date === undefined ? null : spanOf(date).last;
    return date !== undefined && at !== null && at > day && !timeline.begun ? { at, next: next(date) } : null;
  }
  // A control that is in force, or made and not enforced, does not take effect a second time.
  const begins = act.does === 'imposes' && act.part === undefined;
  if (begins && (isRunning(timeline) || timeline.unenforced)) return null;
  return bitesIn.last > day ? { at: bitesIn.last, next: next(act.bites ?? act.public) } : null;
}

/** The steps to other amounts after `day`. */
function stepsAhead(control: Control, effects: readonly Effect[], day: Day, knownOn: Day): Ahead[] {
  return (control.steps ?? []).flatMap((step): Ahead[] => {
    const at = spanOf(step.from).first;
    // A step whose act was not public by then does not count.
    const isSecret = effects.some(({ publicIn, bitesIn }) => publicIn.last > knownOn && bitesIn.first === at);
    return at > day && !isSecret ? [{ at, next: { day: step.from, included: 'no', then: 'step', act: null } }] : [];
  });
}

/**
 * All known events after `day`, the soonest first: ends in texts, acts that take effect, steps to
 * other amounts.
 */
function allNext(
  timeline: TimelineState,
  control: Control,
  effects: readonly Effect[],
  day: Day,
  knownOn: Day,
): Ahead[] {
  const ends = endsAhead(timeline)
    .filter(({ free }) => free > day)
    .map(({ free, upTo, isGrant }): Ahead => ({
      at: free,
      next: { day: upTo.day, included: upTo.included, then: upTo.then, act: null, ...(isGrant && { isGrant }) },
    }));
  const changes = effects
    .filter(({ publicIn }) => publicIn.last <= knownOn)
    .flatMap((effect) => changeAhead(timeline, effect, day) ?? []);
  const steps = isRunning(timeline) ? stepsAhead(control, effects, day, knownOn) : [];
  return [...ends, ...changes, ...steps].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** All known dates of a control after `day`, by the acts that are public on that day. */
export const datesAfter = (control: Control, effects: readonly Effect[], day: Day): Ahead[] =>
  allNext(timelineOf(control, effects, day, day), control, effects, day, day);

/**
 * The last day of application. A measure that a court voided may apply a few days longer, until its
 * known end.
 */
function appliedUntil({ ended, voided }: TimelineState, effects: readonly Effect[], knownOn: Day): DateText | null {
  if (!voided) return ended?.since ?? null;
  const told = effects.find(({ act, whole, publicIn }) => act.does === 'ends' && whole && publicIn.last <= knownOn);
  return voided.appliedUntil ?? (told ? effectDate(told.act) : voided.since);
}

/**
 * The state of the control on `day` by the acts public on `knownOn`; null if nothing was known of
 * it.
 */
export function standingOn(
  control: Control,
  effects: readonly Effect[],
  day: Day,
  knownOn: Day,
  earliest = false,
): Standing | null {
  const timeline = timelineOf(control, effects, day, knownOn, earliest);
  const now = stateOf(timeline, control);
  if (!now) return null;
  return {
    ...now,
    next: allNext(timeline, control, effects, day, knownOn)[0]?.next ?? null,
    way: timeline.way,
    waySince: timeline.waySince,
    leaves: timeline.pause?.act.leaves ?? null,
    applied: timeline.begun ? { from: timeline.begun, until: appliedUntil(timeline, effects, knownOn) } : null,
    decided: (now.state === 'in force in part' ? timeline.parts.at(-1)?.decided : null) ?? timeline.decided,
    // An act that ended the measure later is no end by a text.
    byText: timeline.byText ?? (now.state === 'not known since' ? timeline.unknown : null),
    pausedFrom: timeline.unknown && !timeline.unknown.own ? (timeline.lastPause?.from ?? null) : null,
    parts: timeline.parts.map(asideOf),
    changes: OVER.has(now.state) ? [] : timeline.changes.map(asideOf),
    grants: timeline.grants.map(asideOf),
    imposing: timeline.imposing,
  };
}
