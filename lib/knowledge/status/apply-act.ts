/** Applies one act to the timeline of a control on the day on which it takes effect. */
import { begin, type Course, type Overlay } from './timeline-state.ts';
import { effectDate, namedIn } from './effects.ts';
import type { Act, DateText, Day } from '../model/schema.ts';

const bare = (date: DateText) => date.replace(/^[~<]/, '');

/** Begins a control with its first known act, for controls whose beginning is in no act on file. */
function presumeBegun(course: Course, act: Act): void {
  if (course.begun || course.made || course.planned) return;
  begin(course, `<${bare(effectDate(act))}`, act);
  course.imposing.push(act);
}

const overlaps = (a: Act, b: Act) => namedIn(a).some((name) => namedIn(b).includes(name));

/** A later act on a part replaces an earlier one on the same part. */
function setPart(course: Course, overlay: Overlay): void {
  course.parts = [...course.parts.filter((earlier) => !overlaps(earlier.act, overlay.act)), overlay];
}

const overlayOf = (act: Act, from: DateText): Overlay => ({
  act,
  from,
  upTo: act.upTo ?? null,
  decided: act,
  lapsed: null,
});

function decide(course: Course, act: Act): void {
  course.decided = act;
  course.byText = null;
}

/** The end after which an act may begin the control again. */
function endOf({ ended, voided, withdrawn, unknown }: Course): { since: DateText } | null {
  return ended ?? voided ?? (withdrawn ? { since: withdrawn } : null) ?? unknown;
}

function impose(course: Course, act: Act, since: DateText, day: Day): void {
  course.made ??= act;
  course.imposing.push(act);
  if (act.upTo) course.term = { upTo: act.upTo, act };
  const inPart = act.part?.limb !== undefined || act.part?.points !== undefined;
  // It was suspended before its first day and waits for the end of the suspension.
  if (course.pause && !course.begun) return;
  const over = endOf(course);
  // A renewal on the day on which the earlier text expired leaves no gap: the first day stays.
  const joins = course.begun !== null && over?.since === day && !course.voided && !course.withdrawn;
  if (!course.begun || over) begin(course, joins && course.begun ? course.begun : since, act, inPart);
  else if (!inPart) course.begunInPart = false;
}

function suspend(course: Course, act: Act, since: DateText, whole: boolean, day: Day): void {
  presumeBegun(course, act);
  if (!whole) {
    setPart(course, overlayOf(act, since));
    return;
  }
  if (course.ended || course.voided || course.withdrawn) return;
  // It was suspended on the day on which it was to begin, so it never applied.
  if (course.begun === day) course.begun = null;
  course.pause = overlayOf(act, course.pause?.from ?? since);
  course.unknown = null;
  decide(course, act);
}

/** Sets a new end for a suspension that runs or has just ended, else for the control's own term. */
function extend(course: Course, act: Act, since: DateText, whole: boolean, day: Day): void {
  presumeBegun(course, act);
  const upTo = act.upTo ?? null;
  if (!whole) {
    const part = course.parts.findLast((earlier) => overlaps(earlier.act, act)) ?? course.parts.at(-1);
    if (part) Object.assign(part, { upTo, decided: act, lapsed: null });
    else course.kept = overlayOf(act, since);
    return;
  }
  if (course.pause) course.pause = { ...course.pause, upTo, decided: act };
  else if (course.unenforced) course.unenforced = { ...course.unenforced, upTo, decided: act };
  else if (course.lastPause && !course.term && !course.ended) {
    const joins = course.unknown?.since === day || course.byText?.since === day;
    course.pause = { ...course.lastPause, upTo, decided: act, from: joins ? course.lastPause.from : since };
    course.unknown = null;
    course.again = null;
  } else {
    if (upTo) course.term = { upTo, act };
    if (course.ended?.byTerm) course.ended = null;
    course.unknown = null;
  }
  decide(course, act);
}

function lift(course: Course, act: Act, since: DateText, whole: boolean): void {
  presumeBegun(course, act);
  if (!whole) {
    course.parts = course.parts.filter(
      (part) => part.act.does !== 'suspends' && part.act.does !== 'stays' && part.act.does !== 'declines to enforce',
    );
    return;
  }
  course.pause = null;
  course.unenforced = null;
  course.parts = [];
  if (!course.begun || course.ended || course.voided) begin(course, since, act);
  else {
    course.again = since;
    course.unknown = null;
    decide(course, act);
  }
}

/**
 * An act that changes a measure whose suspension ended without news proves that the measure had
 * returned by then.
 */
function returnAfterSilence(course: Course, act: Act): void {
  const { unknown } = course;
  if (!unknown || unknown.own || course.pause) return;
  if (!course.begun) begin(course, unknown.since, act);
  else {
    course.again = unknown.since;
    course.unknown = null;
  }
}

/**
 * A court stays a ruling that voided the control, or, without such a ruling, the control itself.
 */
function stay(course: Course, act: Act, since: DateText, whole: boolean, day: Day): void {
  const voidedParts = course.parts.filter((part) => part.act.does === 'voids');
  if (course.voided) {
    course.voided = null;
    course.stayedRuling = overlayOf(act, since);
    course.again = since;
    decide(course, act);
  } else if (voidedParts.length > 0) {
    course.parts = course.parts.filter((part) => part.act.does !== 'voids');
    decide(course, act);
  } else suspend(course, act, since, whole, day);
}

/** Notes that the text is published and has yet to take effect. */
export function make(course: Course, act: Act): void {
  course.made ??= act;
  course.imposing.push(act);
  course.decided ??= act;
}

function plan(course: Course, act: Act): void {
  course.planned ??= act;
  course.decided ??= act;
}

function grant(course: Course, act: Act, since: DateText): void {
  presumeBegun(course, act);
  course.grants.push(overlayOf(act, since));
}

function amend(course: Course, act: Act, since: DateText, whole: boolean): void {
  presumeBegun(course, act);
  if (whole && act.leaves) {
    course.amended = { overlay: overlayOf(act, since), wayBefore: course.way, sinceBefore: course.waySince };
    course.way = act.leaves;
    course.waySince = since;
  }
  if (!whole) course.changes.push(overlayOf(act, since));
  returnAfterSilence(course, act);
  if (!course.begun || course.pause) return;
  // A change to a part shows that the rest was in force then.
  if (whole) decide(course, act);
  else course.byText = null;
}

function declineToEnforce(course: Course, act: Act, since: DateText, whole: boolean): void {
  presumeBegun(course, act);
  if (!whole) {
    setPart(course, overlayOf(act, since));
    return;
  }
  course.unenforced = overlayOf(act, since);
  if (!course.pause) decide(course, act);
}

/** Makes a control void. */
function annul(course: Course, act: Act, since: DateText, whole: boolean): void {
  presumeBegun(course, act);
  if (!whole) {
    setPart(course, overlayOf(act, since));
    return;
  }
  course.voided = { since, appliedUntil: null };
  decide(course, act);
}

function end(course: Course, act: Act, since: DateText, whole: boolean): void {
  presumeBegun(course, act);
  if (course.voided) course.voided.appliedUntil = since;
  else if (!whole) setPart(course, overlayOf(act, since));
  else {
    course.ended = { since, byTerm: false };
    course.kept = null;
    decide(course, act);
  }
}

function withdraw(course: Course, act: Act, since: DateText, whole: boolean, day: Day): void {
  if (!whole) {
    setPart(course, overlayOf(act, since));
    return;
  }
  if (course.begun && course.begun !== day) course.ended = { since, byTerm: false };
  else course.withdrawn = since;
  decide(course, act);
}

type Step = (course: Course, act: Act, since: DateText, whole: boolean, day: Day) => void;

const imposeFrom: Step = (course, act, since, _whole, day) => impose(course, act, since, day);

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
export function applyAct(course: Course, act: Act, whole: boolean, day: Day): void {
  STEPS[act.does](course, act, effectDate(act), whole, day);
}
