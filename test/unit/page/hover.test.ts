/**
 * Protects when a card opens and closes: rest, travel, leaving and pinning. Late timers have no
 * effect.
 */
import { describe, expect, it } from 'vitest';
import {
  DELAYS,
  idle,
  openMark,
  nextStep,
  tintedMark,
  type HoverEvent,
  type HoverState,
  type Step,
} from '../../../lib/page/card/hover-state.ts';

type Mark = 'gallium' | 'germanium';

/** Plays events. A timer that is due before the next event fires first, as in a browser. */
function play(...events: (HoverEvent<Mark> & { now: number })[]): HoverState<Mark> {
  let state: HoverState<Mark> = idle();
  const due: { token: number; at: number }[] = [];
  const take = (next: Step<Mark>, now: number) => {
    state = next.state;
    if (next.timer !== undefined)
      due.splice(0, 1, ...(next.timer ? [{ token: next.timer.token, at: now + next.timer.after }] : []));
  };
  for (const event of events) {
    // In this machine no timer starts another when it fires.
    const [fires] = due;
    if (fires && fires.at <= event.now) {
      due.splice(0);
      take(nextStep(state, { type: 'timer', token: fires.token, now: fires.at }), fires.at);
    }
    take(nextStep(state, event), event.now);
  }
  return state;
}
const at = (now: number, mark: Mark | null, more: { travels?: boolean; moved?: boolean } = {}) => ({
  type: 'point' as const,
  mark,
  travels: more.travels ?? false,
  moved: more.moved ?? true,
  now,
});
const wait = (now: number) => ({ type: 'busy' as const, now });
const opened = [at(0, 'gallium'), wait(DELAYS.open)];

describe('opening', () => {
  it('takes half a second of rest', () => {
    expect(play(at(0, 'gallium'), at(DELAYS.open - 1, 'gallium', { moved: false })).at).toBe('waiting');
    expect(play(...opened)).toMatchObject({ at: 'open', mark: 'gallium', pinned: false });
  });

  it('starts over with each movement, so that a pointer moving fast opens nothing', () => {
    expect(play(at(0, 'gallium'), at(400, 'gallium'), at(800, 'gallium'), at(1200, null), wait(3000)).at).toBe('idle');
  });

  it.each(['dragging, selecting, typing'])('is cancelled by %s', () => {
    expect(play(at(0, 'gallium'), wait(300), wait(2000)).at).toBe('idle');
  });

  it('takes a tenth of a second if a card was open a moment ago', () => {
    const closed = [...opened, { type: 'close' as const, now: 600 }];
    expect(play(...closed, at(700, 'germanium'), wait(700 + DELAYS.reopen))).toMatchObject({
      at: 'open',
      mark: 'germanium',
    });
    expect(play(...closed, at(600 + DELAYS.recent, 'germanium'), wait(600 + DELAYS.recent + DELAYS.reopen)).at).toBe(
      'idle',
    );
  });
});

describe('leaving', () => {
  it('closes after 300 ms, unless the pointer comes back', () => {
    expect(play(...opened, at(1000, null), wait(1000 + DELAYS.leave - 1)).at).toBe('leaving');
    expect(play(...opened, at(1000, null), wait(1000 + DELAYS.leave)).at).toBe('idle');
    expect(play(...opened, at(1000, null), at(1200, 'gallium'), wait(9000)).at).toBe('open');
  });

  it('keeps the card open for a second while the pointer moves to it, even across other marks', () => {
    const way = at(1000, 'germanium', { travels: true });
    expect(play(...opened, way, at(1900, 'germanium', { travels: true }))).toMatchObject({
      at: 'leaving',
      mark: 'gallium',
    });
    expect(play(...opened, way, wait(1000 + DELAYS.travel)).at).toBe('idle');
    expect(play(...opened, way, { type: 'card-enter', now: 1900 } as never, wait(60_000))).toMatchObject({
      at: 'open',
      mark: 'gallium',
      inside: true,
    });
  });

  it('starts the ordinary delay when the pointer strays from the way to the card', () => {
    expect(play(...opened, at(1000, null, { travels: true }), at(1500, null), wait(1500 + DELAYS.leave - 1)).at).toBe(
      'leaving',
    );
    expect(play(...opened, at(1000, null, { travels: true }), at(1500, null), wait(1500 + DELAYS.leave)).at).toBe(
      'idle',
    );
  });

  it('never closes a card that is pinned, or that the keyboard or touch opened', () => {
    expect(play(...opened, { type: 'pin', now: 600 } as never, at(1000, null), wait(60_000)).at).toBe('open');
    for (const source of ['keyboard', 'touch'] as const)
      expect(
        play({ type: 'show', mark: 'gallium', source, now: 0 }, at(1000, 'germanium'), wait(60_000)),
      ).toMatchObject({ at: 'open', mark: 'gallium' });
  });
});

describe('words that the page removes', () => {
  const lost = (now: number) => ({ type: 'words-lost' as const, now });
  const found = (now: number, mark: Mark) => ({ type: 'words-found' as const, mark, now });

  it('keep the card open until they return, for three seconds at most', () => {
    expect(play(...opened, lost(1000), wait(1000 + DELAYS.lost - 1))).toMatchObject({ at: 'open', lost: true });
    expect(play(...opened, lost(1000), wait(1000 + DELAYS.lost)).at).toBe('idle');
    expect(play(...opened, lost(1000), found(2000, 'gallium'), wait(60_000))).toMatchObject({
      at: 'open',
      lost: false,
    });
  });

  it('do not keep the card longer if the page removes more words', () => {
    expect(play(...opened, lost(1000), lost(3000), wait(1000 + DELAYS.lost)).at).toBe('idle');
  });

  it('do not count as left by a pointer that rests where they were', () => {
    const rests = at(1100, null, { moved: false });
    expect(play(...opened, lost(1000), rests, wait(1000 + DELAYS.lost - 1)).at).toBe('open');
    expect(play(...opened, lost(1000), rests, wait(1000 + DELAYS.lost)).at).toBe('idle');
  });

  it('do not keep a card open that the pointer has left', () => {
    expect(play(...opened, at(1000, null), lost(1100), wait(1000 + DELAYS.leave)).at).toBe('idle');
    expect(play(...opened, lost(1000), at(1100, null), wait(1100 + DELAYS.leave)).at).toBe('idle');
  });

  it('close a pinned card too, and one that the keyboard opened', () => {
    expect(play(...opened, { type: 'pin', now: 600 } as never, lost(1000), wait(1000 + DELAYS.lost)).at).toBe('idle');
    const byKey = { type: 'show' as const, mark: 'gallium' as const, source: 'keyboard' as const, now: 0 };
    expect(play(byKey, lost(1000), wait(1000 + DELAYS.lost)).at).toBe('idle');
  });

  it('cancel a card that has not opened yet', () => {
    expect(play(at(0, 'gallium'), lost(100), wait(5000)).at).toBe('idle');
  });

  it('are not tinted while they are missing', () => {
    expect(tintedMark(play(...opened, lost(1000)))).toBe(null);
    expect(openMark(play(...opened, lost(1000)))).toBe('gallium');
    expect(tintedMark(play(...opened, lost(1000), found(2000, 'germanium')))).toBe('germanium');
  });
});

it('after unpinning, counts the pointer as inside the card', () => {
  expect(play({ type: 'unpin', mark: 'gallium', now: 0 } as never, wait(60_000))).toMatchObject({
    at: 'open',
    mark: 'gallium',
    pinned: false,
    inside: true,
  });
});

it('ignores a timer of an earlier interaction', () => {
  const first = nextStep<Mark>(idle(), at(0, 'gallium'));
  const second = nextStep<Mark>(first.state, at(100, 'germanium'));
  expect(nextStep(second.state, { type: 'timer', token: first.timer?.token ?? -1, now: 500 }).state).toEqual(
    second.state,
  );
});
