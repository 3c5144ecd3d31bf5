/**
 * The timeline of one control as its acts so far make it. Acts change it (`apply-act.ts`), the ends
 * that their texts set expire here, and `standing.ts` reads the state from it.
 */
import { firstFreeDay } from './effects.ts';
import type { Act, Control, DateText, Day, UpTo, Way } from '../model/schema.ts';

/**
 * A temporary state on top of the control, such as a suspension. `lapsed` is the day after its own
 * end if no text says what follows.
 */
export type Overlay = { act: Act; from: DateText; upTo: UpTo | null; decided: Act; lapsed: Day | null };

/**
 * An end that a text set and that has come. `own`: it ends the control itself, not a suspension of
 * it.
 */
export type ByText = { since: Day; ended: UpTo; own: boolean };

/**
 * The state of a control while its acts are applied in order of time. `apply-act.ts` changes it.
 */
export type TimelineState = {
  way: Way;
  waySince: DateText | null;
  /** The plan, for a control that is only planned. */
  planned: Act | null;
  /** The act that made the text, which may not have begun. */
  made: Act | null;
  /** The acts that imposed it. The class of their sources decides whether it is in force. */
  imposing: Act[];
  begun: DateText | null;
  begunInPart: boolean;
  /** The first day in force after a suspension, a stay or a refusal to enforce. */
  again: DateText | null;
  term: { upTo: UpTo; act: Act } | null;
  pause: Overlay | null;
  lastPause: Overlay | null;
  unenforced: Overlay | null;
  amended: { overlay: Overlay; wayBefore: Way; sinceBefore: DateText | null } | null;
  parts: Overlay[];
  /** Parts that an act changed while the whole goes on. */
  changes: Overlay[];
  /** A part that outlives the control's own term. */
  kept: Overlay | null;
  grants: Overlay[];
  ended: { since: DateText; byTerm: boolean } | null;
  voided: { since: DateText; appliedUntil: DateText | null } | null;
  stayedRuling: Overlay | null;
  withdrawn: DateText | null;
  /** Set if its last known end has passed and no text says what followed. */
  unknown: ByText | null;
  decided: Act | null;
  /** Set if an end in a text led to the present state and no act came after it. */
  byText: ByText | null;
};

/** The state of a control before its first act. */
export const newTimelineState = (control: Control): TimelineState => ({
  way: control.way,
  waySince: null,
  planned: null,
  made: null,
  imposing: [],
  begun: null,
  begunInPart: false,
  again: null,
  term: null,
  pause: null,
  lastPause: null,
  unenforced: null,
  amended: null,
  parts: [],
  changes: [],
  kept: null,
  grants: [],
  ended: null,
  voided: null,
  stayedRuling: null,
  withdrawn: null,
  unknown: null,
  decided: null,
  byText: null,
});

/** Starts the control, for the first time or again. */
export function begin(timeline: TimelineState, since: DateText, act: Act, inPart = false): void {
  // A refusal to enforce that was announced before the first day remains.
  if (timeline.begun) timeline.unenforced = null;
  Object.assign(timeline, {
    begun: since,
    begunInPart: inPart,
    again: null,
    pause: null,
    ended: null,
    voided: null,
    withdrawn: null,
    unknown: null,
    byText: null,
    decided: timeline.unenforced?.decided ?? act,
  });
}

type Timed = { free: Day; upTo: UpTo; isGrant?: boolean; expire: () => void };

/** Everything with an end in its text, and what happens on the first day after that end. */
function timed(timeline: TimelineState, earliest: boolean): Timed[] {
  const found: Timed[] = [];
  type OnEnd = (since: Day, then: UpTo['then']) => void;
  const adding = (own: boolean) => (upTo: UpTo | null, act: Act, onEnd: OnEnd) => {
    if (!upTo) return;
    const free = firstFreeDay(upTo, earliest);
    found.push({
      free,
      upTo,
      expire: () => {
        timeline.byText = { since: free, ended: upTo, own };
        timeline.decided = act;
        onEnd(free, upTo.then);
      },
    });
  };
  /** Adds the end of something that holds the control up, or the end of the control itself. */
  const [addHold, addOwn] = [adding(false), adding(true)];
  /**
   * Makes the state unknown from that day. A text that lets the measure return proves nothing: it
   * was written before the end, and suspensions are extended on their last day.
   */
  const lose = () => {
    timeline.unknown = timeline.byText;
    timeline.byText = null;
  };
  const end = (since: Day) => {
    timeline.ended = { since, byTerm: true };
  };
  const { pause, unenforced, amended, stayedRuling, term, kept } = timeline;
  const over = timeline.ended !== null || timeline.voided !== null || timeline.withdrawn !== null;
  if (pause && !over)
    addHold(pause.upTo, pause.decided, (since, then) => {
      timeline.lastPause = pause;
      timeline.pause = null;
      if (then === 'ends') end(since);
      else lose();
    });
  if (unenforced && !over)
    addHold(unenforced.upTo, unenforced.decided, (since, then) => {
      timeline.unenforced = null;
      if (then === 'ends') end(since);
      else lose();
    });
  if (amended && !over)
    addOwn(amended.overlay.upTo, amended.overlay.decided, (since, then) => {
      timeline.amended = null;
      if (then === 'unsaid') lose();
      else {
        timeline.way = amended.wayBefore;
        timeline.waySince = since;
      }
    });
  if (stayedRuling)
    addHold(stayedRuling.upTo, stayedRuling.decided, (_, then) => {
      timeline.stayedRuling = null;
      if (then !== 'ends') lose();
    });
  if (term && timeline.begun && !over)
    addOwn(term.upTo, term.act, (since, then) => {
      timeline.term = null;
      if (then === 'ends') end(since);
      else lose();
    });
  if (kept?.upTo) {
    const { upTo, decided } = kept;
    const free = firstFreeDay(upTo, earliest);
    found.push({
      free,
      upTo,
      expire: () => {
        timeline.kept = null;
        // The part outlived the control's own term. When it ends, the whole is over.
        if (timeline.ended?.byTerm)
          Object.assign(timeline, {
            ended: { since: free, byTerm: true },
            byText: { since: free, ended: upTo, own: true },
            decided,
          });
      },
    });
  }
  for (const overlay of [...timeline.parts, ...timeline.changes, ...timeline.grants])
    if (!overlay.lapsed && overlay.upTo) {
      const { upTo } = overlay;
      const free = firstFreeDay(upTo, earliest);
      const isGrant = timeline.grants.includes(overlay);
      found.push({
        free,
        upTo,
        isGrant,
        expire: () => {
          if (upTo.then === 'unsaid') overlay.lapsed = free;
          else if (upTo.then === 'ends' && !isGrant) overlay.upTo = null;
          else {
            timeline.parts = timeline.parts.filter((other) => other !== overlay);
            timeline.changes = timeline.changes.filter((other) => other !== overlay);
            timeline.grants = timeline.grants.filter((other) => other !== overlay);
          }
        },
      });
    }
  return found;
}

/** Expires every end on or before `day`, in order. */
export function expireEnds(timeline: TimelineState, day: Day, earliest = false): void {
  for (;;) {
    const due = timed(timeline, earliest).filter(({ free }) => free <= day);
    const [first] = due.sort((a, b) => (a.free < b.free ? -1 : a.free > b.free ? 1 : 0));
    if (!first) return;
    first.expire();
  }
}

/**
 * The ends in texts that are still to come, each with the first day after it. `isGrant`: the end of
 * a licence, not of the measure.
 */
export function endsAhead(timeline: TimelineState): { free: Day; upTo: UpTo; isGrant: boolean }[] {
  return timed(timeline, false).map(({ free, upTo, isGrant = false }) => ({ free, upTo, isGrant }));
}
