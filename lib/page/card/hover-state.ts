/**
 * When a card opens and closes, as a pure state machine: events in, state and timers out.
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
} as const;
export type Delays = { [K in keyof typeof DELAYS]: number };

export type Source = 'pointer' | 'keyboard' | 'touch';

export type HoverState<M> =
  | { at: 'idle'; closedAt: number }
  | { at: 'waiting'; mark: M; token: number; closedAt: number }
  | { at: 'open'; mark: M; token: number; source: Source; pinned: boolean; inside: boolean }
  | { at: 'leaving'; mark: M; token: number; pinned: false; source: Source; travelling: boolean; since: number };

export type HoverEvent<M> =
  /**
   * The pointer is on a mark (or on none), not inside the card. `travels`: it is in the space
   * between mark and card. `moved`: it has left the spot where it rested.
   */
  | { type: 'point'; mark: M | null; travels: boolean; moved: boolean; now: number }
  /** Dragging, selecting, scrolling or pressing keys: nothing may open. */
  | { type: 'busy'; now: number }
  | { type: 'card-enter' }
  | { type: 'card-leave'; now: number; travels: boolean }
  | { type: 'timer'; token: number; now: number }
  | { type: 'show'; mark: M; source: Source; now: number }
  | { type: 'pin' }
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

export function step<M>(state: HoverState<M>, event: HoverEvent<M>, delays: Delays = DELAYS): Step<M> {
  switch (event.type) {
    case 'point':
      return pointed(state, event, delays);
    case 'busy':
      return state.at === 'waiting' ? { state: idle(state.closedAt), timer: null } : { state };
    case 'card-enter':
      return state.at === 'open' || state.at === 'leaving'
        ? {
            state: opened(state.mark, state.token, state.source, state.at === 'open' && state.pinned, true),
            timer: null,
          }
        : { state };
    case 'card-leave':
      return state.at === 'open' && !state.pinned ? leaving(state, event.travels, event.now, delays) : { state };
    case 'timer':
      return timed(state, event);
    case 'show': {
      const token = nextToken();
      return { state: opened(event.mark, token, event.source, event.source !== 'pointer', false), timer: null };
    }
    case 'pin':
      return state.at === 'open' || state.at === 'leaving'
        ? { state: opened(state.mark, state.token, state.source, true, true), timer: null }
        : { state };
    case 'close':
      return state.at === 'idle'
        ? { state }
        : { state: idle(state.at === 'waiting' ? state.closedAt : event.now), timer: null };
  }
}

const opened = <M>(mark: M, token: number, source: Source, pinned: boolean, inside: boolean): HoverState<M> => ({
  at: 'open',
  mark,
  token,
  source,
  pinned,
  inside,
});

function leaving<M>(
  state: { mark: M; token: number; source: Source },
  travelling: boolean,
  now: number,
  delays: Delays,
): Step<M> {
  const { mark, token, source } = state;
  return {
    state: { at: 'leaving', mark, token, source, pinned: false, travelling, since: now },
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
      return leaving(state, travels, now, delays);
    case 'leaving':
      if (mark === state.mark)
        return { state: opened(state.mark, state.token, state.source, false, false), timer: null };
      // On the way to the card other marks stay shut; off it, the ordinary leave runs from now.
      if (state.travelling && !travels) return leaving(state, false, now, delays);
      if (!state.travelling && mark !== null) return wait(mark, now, now, delays);
      return { state };
  }
}

function timed<M>(state: HoverState<M>, { token, now }: { token: number; now: number }): Step<M> {
  if (state.at === 'idle' || state.token !== token) return { state };
  if (state.at === 'waiting') return { state: opened(state.mark, token, 'pointer', false, false) };
  if (state.at === 'leaving') return { state: idle(now) };
  return { state };
}
