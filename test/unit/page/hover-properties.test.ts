/** Protects properties of the card that hold for any order of pointer, key and timer events. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  DELAYS,
  idle,
  nextStep,
  type HoverEvent,
  type HoverState,
  type Step,
} from '../../../lib/page/card/hover-state.ts';
import { runs } from '../../support/runs.ts';

type Mark = 'gallium' | 'germanium' | 'antimony';
type Timed = { after: number; event: HoverEvent<Mark> };
type Moment = { now: number; event: HoverEvent<Mark>; before: HoverState<Mark>; state: HoverState<Mark> };

const mark = fc.constantFrom<Mark>('gallium', 'germanium', 'antimony');
/** The machine gets the time with each event; `play` fills the times in. */
const event: fc.Arbitrary<HoverEvent<Mark>> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      type: fc.constant('point' as const),
      mark: fc.option(mark),
      travels: fc.boolean(),
      moved: fc.boolean(),
      now: fc.constant(0),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ type: 'busy' as const, now: 0 }) },
  { weight: 2, arbitrary: fc.constant({ type: 'card-enter' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('card-leave' as const), travels: fc.boolean(), now: fc.constant(0) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('show' as const),
      mark,
      source: fc.constantFrom('keyboard' as const, 'touch' as const, 'pointer' as const),
      now: fc.constant(0),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ type: 'pin' as const }) },
  { weight: 1, arbitrary: fc.constant({ type: 'close' as const, now: 0 }) },
  // A timer of an interaction that ended long ago.
  { weight: 1, arbitrary: fc.constant({ type: 'timer' as const, token: 0, now: 0 }) },
);
const events = fc.array(fc.record<Timed>({ after: fc.integer({ min: 0, max: 700 }), event }), { maxLength: 40 });

/** Plays events as a browser would: a timer that is due fires before the next event. */
function play(played: readonly Timed[], until = 0): Moment[] {
  const moments: Moment[] = [];
  let state: HoverState<Mark> = idle();
  let due: { token: number; at: number } | null = null;
  let now = 0;
  const take = (given: HoverEvent<Mark>) => {
    const told = { ...given, now } as HoverEvent<Mark>;
    const { state: next, timer }: Step<Mark> = nextStep(state, told);
    moments.push({ now, event: told, before: state, state: next });
    state = next;
    if (timer !== undefined) due = timer && { token: timer.token, at: now + timer.after };
  };
  const pass = (to: number) => {
    while (due !== null && due.at <= to) {
      const { token, at }: { token: number; at: number } = due;
      now = at;
      due = null;
      take({ type: 'timer', token, now });
    }
    now = to;
  };
  for (const { after, event: given } of played) {
    pass(now + after);
    take(given);
  }
  pass(now + until);
  return moments;
}

const isOpen = (state: HoverState<Mark>) => state.at === 'open' || state.at === 'leaving';

it('a token belongs to one word for good, so that a late answer finds its own word or none', () =>
  fc.assert(
    fc.property(events, (played) => {
      const words = new Map<number, Mark>();
      for (const { state } of play(played)) {
        if (state.at === 'idle') continue;
        expect(words.get(state.token) ?? state.mark).toBe(state.mark);
        words.set(state.token, state.mark);
      }
    }),
    runs(150),
  ));

it('Esc closes an open card and cancels a pending one, and no card opens afterwards without an event', () =>
  fc.assert(
    fc.property(events, (played) => {
      const moments = play([...played, { after: 0, event: { type: 'close', now: 0 } }], 5000);
      expect(moments.at(-1)?.state.at).toBe('idle');
    }),
    runs(150),
  ));

it('a pointer opens a card only by resting: half a second on a word, a tenth if a card was open just before', () =>
  fc.assert(
    fc.property(events, (played) => {
      let rest: { mark: Mark | null; since: number } = { mark: null, since: 0 };
      let closed = -Infinity;
      for (const { now, event: given, before, state } of play(played)) {
        if (given.type === 'timer' && !isOpen(before) && state.at === 'open') {
          expect(state.mark).toBe(rest.mark);
          expect(now - rest.since).toBeGreaterThanOrEqual(
            rest.since - closed < DELAYS.recent ? DELAYS.reopen : DELAYS.open,
          );
        }
        if (isOpen(before) && !isOpen(state)) closed = now;
        if (given.type === 'point' && (given.moved || given.mark !== rest.mark || !('mark' in before)))
          rest = { mark: given.mark, since: now };
        // Dragging, selecting, scrolling, a key or Esc end the rest, so a new one is needed.
        if ((given.type === 'busy' || given.type === 'close') && !isOpen(state)) rest = { mark: null, since: now };
      }
    }),
    runs(150),
  ));

it('a card that the pointer leaves closes within 300 ms, or a second later if the pointer was moving to it', () =>
  fc.assert(
    fc.property(events, (played) => {
      const gone: Timed = { after: 0, event: { type: 'point', mark: null, travels: false, moved: true, now: 0 } };
      const { state: left } = play([...played, gone]).at(-1) ?? { state: idle() };
      const end = play([...played, gone], DELAYS.leave).at(-1)?.state;
      // A card that the user pinned, or opened by a key or a tap, stays open.
      if (left.at === 'open' && left.pinned) expect(end).toMatchObject({ at: 'open', mark: left.mark });
      else expect(end?.at).toBe('idle');

      const way: Timed = { after: 0, event: { type: 'point', mark: null, travels: true, moved: true, now: 0 } };
      const { state: travelling } = play([...played, way]).at(-1) ?? { state: idle() };
      if (travelling.at === 'leaving') expect(play([...played, way], DELAYS.travel).at(-1)?.state.at).toBe('idle');
    }),
    runs(150),
  ));

it('a card with the pointer inside stays open, however long', () =>
  fc.assert(
    fc.property(events, (played) => {
      const inside: Timed = { after: 0, event: { type: 'card-enter' } };
      const { before, state } = play([...played, inside]).at(-1) ?? { before: idle(), state: idle() };
      if (isOpen(before) && state.at !== 'idle')
        expect(play([...played, inside], 60_000).at(-1)?.state).toMatchObject({
          at: 'open',
          mark: state.mark,
          inside: true,
        });
      else expect(isOpen(state)).toBe(false);
    }),
    runs(100),
  ));
