/**
 * When a card opens and closes, as a pure state machine: events in, state and timers out. The only
 * state of the hover controller besides this is the pointer's (pointer-trail.ts).
 *
 * Every interaction has a token, so that an answer or a timer of an earlier one never acts on the
 * present one. The mark is tinted at once; the card waits until the pointer rests.
 */
export const DELAYS = {
  /** Rest on a mark before its card opens. */
  open: 500,
  /** The same when a card was open less than `recent` ago. */
  reopen: 100,
  recent: 1000,
  /** After the pointer has left mark, card and the way between them. */
  leave: 300,
  /** A pointer on its way to the card keeps it open for this long at most. */
  travel: 1000,
  /** A card waits this long for words that the page took away. */
  lost: 3000,
} as const;
export type Delays = { [K in keyof typeof DELAYS]: number };

export type Source = 'pointer' | 'keyboard' | 'touch';

export type HoverState<M> =
  | { at: 'idle'; closedAt: number }
  | { at: 'waiting'; mark: M; token: number; closedAt: number }
  | { at: 'open'; mark: M; token: number; source: Source; pinned: boolean; inside: boolean; lost: boolean }
  | { at: 'leaving'; mark: M; token: number; source: Source; travelling: boolean; lost: boolean };

export type HoverEvent<M> =
  /**
   * The pointer is on a mark (or on none), not inside the card. `travels`: it is in the space
   * between mark and card. `moved`: it has left the spot where it rested.
   */
  | { type: 'point'; mark: M | null; travels: boolean; moved: boolean; now: number }
  /** Dragging, selecting, scrolling or pressing keys: nothing may open. */
  | { type: 'busy'; now: number }
  | { type: 'card-enter' }
  | { type: 'card-leave'; travels: boolean }
  | { type: 'timer'; token: number; now: number }
  | { type: 'show'; mark: M; source: Source; now: number }
  | { type: 'pin' }
  /** The card of a mark that was pinned beside the others is the pointer's again. */
  | { type: 'unpin'; mark: M }
  /** The page took the words of the mark away, perhaps to draw them again. */
  | { type: 'words-lost' }
  /** It drew them again, as this mark. */
  | { type: 'words-found'; mark: M }
  /** Esc, a click elsewhere, the mark gone from the page or the window. */
  | { type: 'close'; now: number };

export interface Step<M> {
  state: HoverState<M>;
  /** Start this timer in place of any other; null stops it; undefined leaves it. */
  timer?: { token: number; after: number } | null;
}

export const idle = (closedAt = -Infinity): HoverState<never> => ({ at: 'idle', closedAt });

let lastToken = 0;
const nextToken = () => ++lastToken;

/** The mark whose card is open. */
export const openMark = <M>(state: HoverState<M>): M | null =>
  state.at === 'open' || state.at === 'leaving' ? state.mark : null;
/** True if the words of the open card are gone: it stays where it is until they come again. */
export const isLost = <M>(state: HoverState<M>): boolean =>
  (state.at === 'open' || state.at === 'leaving') && state.lost;
/** The mark that is tinted. */
export const tintedMark = <M>(state: HoverState<M>): M | null =>
  state.at === 'idle' || isLost(state) ? null : state.mark;

export function step<M>(state: HoverState<M>, event: HoverEvent<M>, delays: Delays = DELAYS): Step<M> {
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

/** An open card stays; where its words are lost, only until their time is over. */
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
  // A card that is being left goes sooner than that.
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
      // The words under it were taken away: the pointer itself has gone nowhere.
      if (state.lost && mark === null && !moved) return { state };
      return leaving(state, travels, delays);
    case 'leaving':
      if (mark === state.mark) return stays(state, { pinned: false, inside: false }, delays);
      // On the way to the card other marks stay shut; off it, the ordinary leave runs from now.
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
