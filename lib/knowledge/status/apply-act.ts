/** Applies one act to the timeline of a control on the day on which it takes effect. */
import { begin, type TimelineState, type Overlay } from './timeline-state.ts';
import { effectDate, namedParts } from './effects.ts';
import type { Act, DateText, Day } from '../model/schema.ts';

const bare = (date: DateText) => date.replace(/^[~<]/, '');

/** Begins a control with its first known act, for controls whose beginning is in no known act. */
function presumeBegun(timeline: TimelineState, act: Act): void {
  if (timeline.begun || timeline.made || timeline.planned) return;
  begin(timeline, `<${bare(effectDate(act))}`, act);
  timeline.imposing.push(act);
}

const overlaps = (a: Act, b: Act) => namedParts(a).some((name) => namedParts(b).includes(name));

/** A later act on a part replaces an earlier one on the same part. */
function setPart(timeline: TimelineState, overlay: Overlay): void {
  timeline.parts = [...timeline.parts.filter((earlier) => !overlaps(earlier.act, overlay.act)), overlay];
}

const overlayOf = (act: Act, from: DateText): Overlay => ({
  act,
  from,
  upTo: act.upTo ?? null,
  decided: act,
  lapsed: null,
});

function decide(timeline: TimelineState, act: Act): void {
  timeline.decided = act;
  timeline.byText = null;
}

/** The end after which an act may begin the control again. */
function endOf({ ended, voided, withdrawn, unknown }: TimelineState): { since: DateText } | null {
  return ended ?? voided ?? (withdrawn ? { since: withdrawn } : null) ?? unknown;
}

function impose(timeline: TimelineState, act: Act, since: DateText, day: Day): void {
  timeline.made ??= act;
  timeline.imposing.push(act);
  if (act.upTo) timeline.term = { upTo: act.upTo, act };
  const inPart = act.part?.limb !== undefined || act.part?.points !== undefined;
  // It was suspended before its first day and waits for the end of the suspension.
  if (timeline.pause && !timeline.begun) return;
  const over = endOf(timeline);
  // A renewal on the day on which the earlier text expired leaves no gap: the first day stays.
  const joins = timeline.begun !== null && over?.since === day && !timeline.voided && !timeline.withdrawn;
  if (!timeline.begun || over) begin(timeline, joins && timeline.begun ? timeline.begun : since, act, inPart);
  else if (!inPart) timeline.begunInPart = false;
}

function suspend(timeline: TimelineState, act: Act, since: DateText, whole: boolean, day: Day): void {
  presumeBegun(timeline, act);
  if (!whole) {
    setPart(timeline, overlayOf(act, since));
    return;
  }
  if (timeline.ended || timeline.voided || timeline.withdrawn) return;
  // It was suspended on the day on which it was to begin, so it never applied.
  if (timeline.begun === day) timeline.begun = null;
  timeline.pause = overlayOf(act, timeline.pause?.from ?? since);
  timeline.unknown = null;
  decide(timeline, act);
}

/** Sets a new end for a suspension that runs or has just ended, else for the control's own term. */
function extend(timeline: TimelineState, act: Act, since: DateText, whole: boolean, day: Day): void {
  presumeBegun(timeline, act);
  const upTo = act.upTo ?? null;
  if (!whole) {
    const part = timeline.parts.findLast((earlier) => overlaps(earlier.act, act)) ?? timeline.parts.at(-1);
    if (part) Object.assign(part, { upTo, decided: act, lapsed: null });
    else timeline.kept = overlayOf(act, since);
    return;
  }
  if (timeline.pause) timeline.pause = { ...timeline.pause, upTo, decided: act };
  else if (timeline.unenforced) timeline.unenforced = { ...timeline.unenforced, upTo, decided: act };
  else if (timeline.lastPause && !timeline.term && !timeline.ended) {
    const joins = timeline.unknown?.since === day || timeline.byText?.since === day;
    timeline.pause = { ...timeline.lastPause, upTo, decided: act, from: joins ? timeline.lastPause.from : since };
    timeline.unknown = null;
    timeline.again = null;
  } else {
    if (upTo) timeline.term = { upTo, act };
    if (timeline.ended?.byTerm) timeline.ended = null;
    timeline.unknown = null;
  }
  decide(timeline, act);
}

function lift(timeline: TimelineState, act: Act, since: DateText, whole: boolean): void {
  presumeBegun(timeline, act);
  if (!whole) {
    timeline.parts = timeline.parts.filter(
      (part) => part.act.does !== 'suspends' && part.act.does !== 'stays' && part.act.does !== 'declines to enforce',
    );
    return;
  }
  timeline.pause = null;
  timeline.unenforced = null;
  timeline.parts = [];
  if (!timeline.begun || timeline.ended || timeline.voided) begin(timeline, since, act);
  else {
    timeline.again = since;
    timeline.unknown = null;
    decide(timeline, act);
  }
}

/**
 * An act that changes a measure whose suspension ended without news proves that the measure had
 * returned by then.
 */
function returnAfterSilence(timeline: TimelineState, act: Act): void {
  const { unknown } = timeline;
  if (!unknown || unknown.own || timeline.pause) return;
  if (!timeline.begun) begin(timeline, unknown.since, act);
  else {
    timeline.again = unknown.since;
    timeline.unknown = null;
  }
}

/**
 * A court stays a ruling that voided the control, or, without such a ruling, the control itself.
 */
function stay(timeline: TimelineState, act: Act, since: DateText, whole: boolean, day: Day): void {
  const voidedParts = timeline.parts.filter((part) => part.act.does === 'voids');
  if (timeline.voided) {
    timeline.voided = null;
    timeline.stayedRuling = overlayOf(act, since);
    timeline.again = since;
    decide(timeline, act);
  } else if (voidedParts.length > 0) {
    timeline.parts = timeline.parts.filter((part) => part.act.does !== 'voids');
    decide(timeline, act);
  } else suspend(timeline, act, since, whole, day);
}

/** Notes that the text is published and has yet to take effect. */
export function notePublished(timeline: TimelineState, act: Act): void {
  timeline.made ??= act;
  timeline.imposing.push(act);
  timeline.decided ??= act;
}

function plan(timeline: TimelineState, act: Act): void {
  timeline.planned ??= act;
  timeline.decided ??= act;
}

function grant(timeline: TimelineState, act: Act, since: DateText): void {
  presumeBegun(timeline, act);
  timeline.grants.push(overlayOf(act, since));
}

function amend(timeline: TimelineState, act: Act, since: DateText, whole: boolean): void {
  presumeBegun(timeline, act);
  if (whole && act.leaves) {
    timeline.amended = { overlay: overlayOf(act, since), wayBefore: timeline.way, sinceBefore: timeline.waySince };
    timeline.way = act.leaves;
    timeline.waySince = since;
  }
  if (!whole) timeline.changes.push(overlayOf(act, since));
  returnAfterSilence(timeline, act);
  if (!timeline.begun || timeline.pause) return;
  // A change to a part shows that the rest was in force then.
  if (whole) decide(timeline, act);
  else timeline.byText = null;
}

function declineToEnforce(timeline: TimelineState, act: Act, since: DateText, whole: boolean): void {
  presumeBegun(timeline, act);
  if (!whole) {
    setPart(timeline, overlayOf(act, since));
    return;
  }
  timeline.unenforced = overlayOf(act, since);
  if (!timeline.pause) decide(timeline, act);
}

/** Makes a control void. */
function annul(timeline: TimelineState, act: Act, since: DateText, whole: boolean): void {
  presumeBegun(timeline, act);
  if (!whole) {
    setPart(timeline, overlayOf(act, since));
    return;
  }
  timeline.voided = { since, appliedUntil: null };
  decide(timeline, act);
}

function end(timeline: TimelineState, act: Act, since: DateText, whole: boolean): void {
  presumeBegun(timeline, act);
  if (timeline.voided) timeline.voided.appliedUntil = since;
  else if (!whole) setPart(timeline, overlayOf(act, since));
  else {
    timeline.ended = { since, byTerm: false };
    timeline.kept = null;
    decide(timeline, act);
  }
}

function withdraw(timeline: TimelineState, act: Act, since: DateText, whole: boolean, day: Day): void {
  if (!whole) {
    setPart(timeline, overlayOf(act, since));
    return;
  }
  if (timeline.begun && timeline.begun !== day) timeline.ended = { since, byTerm: false };
  else timeline.withdrawn = since;
  decide(timeline, act);
}

type Step = (timeline: TimelineState, act: Act, since: DateText, whole: boolean, day: Day) => void;

const imposeFrom: Step = (timeline, act, since, _whole, day) => impose(timeline, act, since, day);

const STEPS: Readonly<Record<Act['does'], Step>> = {
  plans: plan,
  imposes: imposeFrom,
  claims: imposeFrom,
  suspends: suspend,
  extends: extend,
  resumes: lift,
  stays: stay,
  grants: grant,
  amends: amend,
  'declines to enforce': declineToEnforce,
  voids: annul,
  ends: end,
  withdraws: withdraw,
};

/**
 * Applies `act`. `day` is the day on which it takes effect, for comparisons; the act's own date
 * keeps its precision.
 */
export function applyAct(timeline: TimelineState, act: Act, whole: boolean, day: Day): void {
  STEPS[act.does](timeline, act, effectDate(act), whole, day);
}
