/**
 * Protects "Changed for you": a change is reported until the user has seen it, once, and nothing
 * else is reported.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareStates, seenAfter, type StateNow } from '../../../lib/follows/compare.ts';
import type { SeenStates } from '../../../lib/follows/follow-record.ts';
import { runs } from '../../support/runs.ts';

const now = (id: string, key: string, more: Partial<StateNow> = {}): StateNow => ({
  id,
  state: { key, glyph: 'force', barred: false, title: { en: key, zh_CN: key } },
  continues: [],
  isOver: false,
  ...more,
});
const seenAs = (states: readonly StateNow[]): SeenStates => seenAfter(states, [], () => true);
const found = (before: readonly StateNow[], after: readonly StateNow[]) =>
  compareStates(seenAs(before), after).map(({ id, from, to }) => [id, from?.key ?? null, to?.state.key ?? null]);

const states = fc
  .dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.tuple(fc.constantFrom('ban', 'licence', 'ended'), fc.boolean()))
  .map((held) => Object.entries(held).map(([id, [key, isOver]]) => now(id, `${key}-${id}`, { isOver })));

describe('comparing states', () => {
  it('reports a changed state, a new measure and a measure that is gone', () => {
    expect(found([now('a', 'ban'), now('b', 'duty')], [now('a', 'licence'), now('c', 'quota')])).toEqual([
      ['a', 'ban', 'licence'],
      ['c', null, 'quota'],
      ['b', 'duty', null],
    ]);
  });

  it('treats a measure that continues another as the same one', () => {
    expect(found([now('old', 'licence')], [now('new', 'licence', { continues: ['old'] })])).toEqual([]);
    expect(found([now('old', 'licence')], [now('new', 'ban', { continues: ['old'] })])).toEqual([
      ['new', 'licence', 'ban'],
    ]);
  });

  it('treats a measure that was renamed as the same one', () => {
    expect(found([now('old', 'licence')], [now('renamed', 'licence')])).toEqual([]);
  });

  it('reports no measure that had ended before the user saw it', () => {
    expect(found([], [now('a', 'ended', { isOver: true })])).toEqual([]);
  });

  it('keeps reporting unseen changes, and is silent when all are seen', () => {
    fc.assert(
      fc.property(states, states, fc.func(fc.boolean()), (before, after, isSeen) => {
        const seen = seenAs(before);
        const changes = compareStates(seen, after);
        const rest = changes.filter((change) => !isSeen(change.id));
        const partly = seenAfter(after, changes, (change) => isSeen(change.id));
        expect(new Set(compareStates(partly, after).map(({ id }) => id))).toEqual(new Set(rest.map(({ id }) => id)));
        expect(compareStates(seenAs(after), after)).toEqual([]);
      }),
      runs(500),
    );
  });
});
