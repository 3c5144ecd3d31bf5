/**
 * A pure state machine that decides when a card opens and closes: events in, state and timers out.
 * The hover controller's only other state is the pointer's (pointer-trail.ts).
 *
 * Every interaction has a token, so that a timer of an earlier one never affects the present one.
 * The mark is tinted at once; the card waits until the pointer rests.
 */
export const DELAYS = {
  /** Milliseconds that the pointer rests on a mark before its card opens. */
  open: 500,
  /** The same if another card was open less than `recent` ago. */
  reopen: 100,
  recent: 1000,
  /** After the pointer has left the mark, the card and the space between them. */
  leave: 300,
  /** The longest time that a pointer on its way to the card keeps it open. */
  travel: 1000,
  /** The time that a card waits for words that the page removed. */
  lost: 3000,
} as const;
export type Delays = { [K in keyof typeof DELAYS]: number };

/** What opened the card. */
export type Source = 'pointer' | 'keyboard' | 'touch';

/**
 * `token`: the timer that is set. `closedAt`: when the last card closed, in milliseconds. `lost`:
 * the page has removed the words.
 */
export type HoverState<M> =
  | { at: 'idle'; closedAt: number }
  | { at: 'waiting'; mark: M; token: number; closedAt: number }
  | { at: 'open'; mark: M; token: number; source: Source; pinned: boolean; inside: boolean; lost: boolean }
  | { at: 'leaving'; mark: M; token: number; source: Source; travelling: boolean; lost: boolean };

/** Times (`now`) are in milliseconds, as in `performance.now()`. */
export type HoverEvent<M> =
  /**
   * The pointer is on a mark (or none), not inside the card. `travels`: it is in the space between
   * mark and card. `moved`: it has left the spot where it rested.
   */
  | { type: 'point'; mark: M | null; travels: boolean; moved: boolean; now: number }
  /** The user drags, selects, scrolls or types: nothing may open. */
  | { type: 'busy'; now: number }
  | { type: 'card-enter' }
  | { type: 'card-leave'; travels: boolean }
  | { type: 'timer'; token: number; now: number }
  | { type: 'show'; mark: M; source: Source; now: number }
  | { type: 'pin' }
  /** A pinned card becomes the card of the pointer again. */
  | { type: 'unpin'; mark: M }
  /** The page removed the words of the mark, perhaps to redraw them. */
  | { type: 'words-lost' }
  /** The page redrew the words, as this mark. */
  | { type: 'words-found'; mark: M }
  /** Escape, a click elsewhere, or the mark has left the page or the window. */
  | { type: 'close'; now: number };

/** The next state, and the timer to set. */
export interface Step<M> {
  state: HoverState<M>;
  /** A timer that replaces any other; null stops the timer; undefined keeps it. */
  timer?: { token: number; after: number } | null;
}

/** The state without a card. `closedAt`: when the last card closed. */
export const idle = (closedAt = -Infinity): HoverState<never> => ({ at: 'idle', closedAt });

let lastToken = 0;
const nextToken = () => ++lastToken;

/** The mark whose card is open. */
export const openMark = <M>(state: HoverState<M>): M | null =>
  state.at === 'open' || state.at === 'leaving' ? state.mark : null;
/** True if the words of the open card are gone; the card waits for them in its place. */
export const isLost = <M>(state: HoverState<M>): boolean =>
  (state.at === 'open' || state.at === 'leaving') && state.lost;
/** The mark that is tinted. */
export const tintedMark = <M>(state: HoverState<M>): M | null =>
  state.at === 'idle' || isLost(state) ? null : state.mark;

/** The next state and timer. Pure. */
export function nextStep<M>(state: HoverState<M>, event: HoverEvent<M>, delays: Delays = DELAYS): Step<M> {
  switch (event.type) {
    case 'point':
      return pointed(state, event, delays);
    case 'busy':
      return state.at === 'waiting' ? { state: idle(state.closedAt), timer: null } : { state };
    case 'card-enter':
      return stays(state, { pinned: state.at === 'open' && state.pinned, inside: true }, delays);
    case 'card-leave':
      return state.at === 'open' && !state.pinned ? leaving(state, event.travels, delays) : { state };
    case 'timer':
      return timed(state, event);
    case 'show': {
      const token = nextToken();
      return { state: opened(event.mark, token, event.source, event.source !== 'pointer', false), timer: null };
    }
    case 'pin':
      return stays(state, { pinned: true, inside: true }, delays);
    case 'unpin':
      return { state: opened(event.mark, nextToken(), 'pointer', false, true), timer: null };
    case 'words-lost':
      return wordsLost(state, delays);
    case 'words-found':
      return wordsFound(state, event.mark);
    case 'close':
      return closed(state, event.now);
  }
}

const opened = <M>(mark: M, token: number, source: Source, pinned: boolean, inside: boolean): HoverState<M> => ({
  at: 'open',
  mark,
  token,
  source,
  pinned,
  inside,
  lost: false,
});

type Shown<M> = Extract<HoverState<M>, { at: 'open' | 'leaving' }>;

/** An open card stays; if its words are lost, only until its time is over. */
function stays<M>(
  state: HoverState<M>,
  { pinned, inside }: { pinned: boolean; inside: boolean },
  delays: Delays,
): Step<M> {
  if (state.at !== 'open' && state.at !== 'leaving') return { state };
  const { mark, token, source, lost } = state;
  return {
    state: { at: 'open', mark, token, source, pinned, inside, lost },
    timer: lost ? { token, after: delays.lost } : null,
  };
}

function closed<M>(state: HoverState<M>, now: number): Step<M> {
  if (state.at === 'idle') return { state };
  return { state: idle(state.at === 'waiting' ? state.closedAt : now), timer: null };
}

function wordsFound<M>(state: HoverState<M>, mark: M): Step<M> {
  if (state.at === 'open' && state.lost) return { state: { ...state, mark, lost: false }, timer: null };
  return state.at === 'leaving' ? { state: { ...state, mark, lost: false } } : { state };
}

function wordsLost<M>(state: HoverState<M>, delays: Delays): Step<M> {
  if (state.at === 'idle' || isLost(state)) return { state };
  if (state.at === 'waiting') return { state: idle(state.closedAt), timer: null };
  // A card that the pointer is leaving closes sooner.
  if (state.at === 'leaving') return { state: { ...state, lost: true } };
  return { state: { ...state, lost: true }, timer: { token: state.token, after: delays.lost } };
}

function leaving<M>({ mark, token, source, lost }: Shown<M>, travelling: boolean, delays: Delays): Step<M> {
  return {
    state: { at: 'leaving', mark, token, source, travelling, lost },
    timer: { token, after: travelling ? delays.travel : delays.leave },
  };
}

function wait<M>(mark: M, closedAt: number, now: number, delays: Delays): Step<M> {
  const token = nextToken();
  return {
    state: { at: 'waiting', mark, token, closedAt },
    timer: { token, after: now - closedAt < delays.recent ? delays.reopen : delays.open },
  };
}

function pointed<M>(
  state: HoverState<M>,
  { mark, travels, moved, now }: { mark: M | null; travels: boolean; moved: boolean; now: number },
  delays: Delays,
): Step<M> {
  switch (state.at) {
    case 'idle':
      return mark === null ? { state } : wait(mark, state.closedAt, now, delays);
    case 'waiting':
      if (mark === state.mark && !moved) return { state };
      return mark === null ? { state: idle(state.closedAt), timer: null } : wait(mark, state.closedAt, now, delays);
    case 'open':
      if (state.pinned || mark === state.mark) return { state };
      // The words disappeared under the pointer, which has not moved.
      if (state.lost && mark === null && !moved) return { state };
      return leaving(state, travels, delays);
    case 'leaving':
      if (mark === state.mark) return stays(state, { pinned: false, inside: false }, delays);
      // On the way to the card other marks do not open. Off the way, the ordinary delay starts now.
      if (state.travelling && !travels) return leaving(state, false, delays);
      if (!state.travelling && mark !== null) return wait(mark, now, now, delays);
      return { state };
  }
}

function timed<M>(state: HoverState<M>, { token, now }: { token: number; now: number }): Step<M> {
  if (state.at === 'idle' || state.token !== token) return { state };
  if (state.at === 'waiting') return { state: opened(state.mark, token, 'pointer', false, false) };
  if (state.at === 'leaving' || state.lost) return { state: idle(now) };
  return { state };
}
