/**
 * Protects the laws of merging: any order gives the same result, the later edit wins, the other is
 * kept for the user, and a missing record deletes nothing.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { merge as mergeInto, mustAsk } from '../../../lib/sync/merge.ts';
import { byId, isAlive, joinRecords, sameRecord, type OwnRecord, type Records } from '../../../lib/terms/record.ts';
import { nextStamp } from '../../../lib/terms/stamp.ts';
import { runs } from '../../support/runs.ts';

const stamp = (ms: number, device: string) => nextStamp(null, ms, device);
const stamps = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom('aaaaa', 'bbbbb'))
  .map(([ms, device]) => stamp(ms, device));
const written = fc
  .record({ value: fc.constantFrom('red', 'blue', 'green'), at: stamps, over: fc.option(stamps, { nil: undefined }) })
  .map(({ over, ...rest }) => (over === undefined ? rest : { ...rest, over }));
const record = fc
  .record({
    fields: fc.dictionary(fc.constantFrom('name', 'note', 'link'), written),
    gone: fc.option(stamps, { nil: undefined }),
  })
  .map(({ fields, gone }): OwnRecord => ({ id: 'own/x', fields: { ...fields }, ...(gone !== undefined && { gone }) }));

const note = (value: string, ms: number, over?: number): OwnRecord => ({
  id: 'own/heron',
  fields: {
    name: { value: 'Heron', at: stamp(1, 'aaaaa') },
    note: { value, at: stamp(ms, 'aaaaa'), ...(over !== undefined && { over: stamp(over, 'aaaaa') }) },
  },
});
const dead = (ms: number): OwnRecord => ({ id: 'own/heron', fields: {}, gone: stamp(ms, 'bbbbb') });

/** Merges, and adds my side after the merge. */
function merge(mine: Records, theirs: Records, base: Records) {
  const result = mergeInto(mine, theirs, base);
  return { ...result, merged: new Map([...mine, ...byId(result.changed)]) };
}

describe('merging two copies of a record', () => {
  it('gives the same in any order and grouping, and when repeated', () => {
    fc.assert(
      fc.property(record, record, record, (a, b, c) => {
        expect(sameRecord(joinRecords(a, b), joinRecords(b, a))).toBe(true);
        expect(sameRecord(joinRecords(joinRecords(a, b), c), joinRecords(a, joinRecords(b, c)))).toBe(true);
        expect(sameRecord(joinRecords(a, a), a)).toBe(true);
      }),
      runs(2000),
    );
  });
});

describe('merging two sets of records', () => {
  it('reports every value of mine that it removes', () => {
    fc.assert(
      fc.property(record, record, record, (mine, theirs, base) => {
        const { merged, losses } = merge(byId([mine]), byId([theirs]), byId([base]));
        const after = merged.get('own/x');
        if (!after || !isAlive(mine)) return;
        for (const [field, { value }] of Object.entries(mine.fields)) {
          if (isAlive(after) && after.fields[field]?.value === value) continue;
          expect(
            losses.some(
              (loss) =>
                (loss.field === field && loss.value === value) ||
                (loss.field === '' && JSON.stringify(loss.value).includes(`"${field}":${JSON.stringify(value)}`)),
            ),
          ).toBe(true);
        }
      }),
      runs(2000),
    );
  });

  it('keeps both edits if two devices changed different fields of one term', () => {
    const base = note('magnets', 2);
    const mine = {
      ...base,
      fields: { ...base.fields, name: { value: 'Heron II', at: stamp(5, 'aaaaa'), over: stamp(1, 'aaaaa') } },
    };
    const theirs = note('magnets and motors', 4, 2);
    const { merged, losses } = merge(byId([mine]), byId([theirs]), byId([base]));
    expect(merged.get('own/heron')?.fields).toMatchObject({
      name: { value: 'Heron II' },
      note: { value: 'magnets and motors' },
    });
    expect(losses.filter(({ conflict }) => conflict)).toEqual([]);
  });

  it('keeps the later of two edits of one field and reports the other as a conflict, on either side', () => {
    const [base, early, late] = [note('first', 2), note('from the train', 5, 2), note('from the office', 7, 2)];
    for (const [mine, theirs] of [
      [early, late],
      [late, early],
    ] as const) {
      const { merged, losses } = merge(byId([mine]), byId([theirs]), byId([base]));
      expect(merged.get('own/heron')?.fields['note']?.value).toBe('from the office');
      expect(losses).toMatchObject([{ field: 'note', value: 'from the train', conflict: true }]);
    }
  });

  it('reports no conflict if the other side changed my value', () => {
    const { losses } = merge(byId([note('first', 2)]), byId([note('second', 5, 2)]), byId([note('first', 2)]));
    expect(losses).toMatchObject([{ value: 'first', conflict: false }]);
  });

  it('reports nothing for an old copy that arrives late', () => {
    expect(merge(byId([note('second', 5, 2)]), byId([note('first', 2)]), byId([note('second', 5, 2)])).losses).toEqual(
      [],
    );
  });

  it('restores a term that was edited after a deletion; a later deletion removes it, but keeps its values', () => {
    expect(
      isAlive(
        merge(byId([note('still needed', 9, 2)]), byId([dead(5)]), byId([note('first', 2)])).merged.get(
          'own/heron',
        ) as OwnRecord,
      ),
    ).toBe(true);
    const { merged, losses, deleted } = merge(
      byId([note('still needed', 4, 2)]),
      byId([dead(5)]),
      byId([note('first', 2)]),
    );
    expect(isAlive(merged.get('own/heron') as OwnRecord)).toBe(false);
    expect(deleted).toEqual(['own/heron']);
    expect(losses).toMatchObject([{ field: '', value: { name: 'Heron', note: 'still needed' }, conflict: true }]);
  });

  it('removes nothing if the replica was emptied', () => {
    const mine = byId([note('first', 2)]);
    expect(merge(mine, new Map(), mine)).toMatchObject({ changed: [], losses: [], deleted: [] });
  });

  it('asks before more than a fifth and more than five are deleted', () => {
    expect([mustAsk(5, 5), mustAsk(6, 30), mustAsk(6, 29), mustAsk(400, 2000), mustAsk(401, 2000)]).toEqual([
      false,
      false,
      true,
      false,
      true,
    ]);
  });
});
