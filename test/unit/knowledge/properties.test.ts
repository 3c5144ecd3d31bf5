/**
 * Protects the computation of a status from unexpected orders of acts: it always returns a state,
 * and never uses what was not known.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { existsInCalendar, spanOf } from '../../../lib/knowledge/model/fuzzy-dates.ts';
import { indexKnowledge, type StatusList } from '../../../lib/knowledge/model/knowledge-index.ts';
import { BASES, DOES, WAYS, type Act } from '../../../lib/knowledge/model/schema.ts';
import { STATES } from '../../../lib/knowledge/status/states.ts';
import { statusAt } from '../../../lib/knowledge/status/status.ts';
import { thenNowNext } from '../../../lib/knowledge/status/then-now-next.ts';
import { timeline } from '../../../lib/knowledge/status/timeline.ts';
import { about, storyOf } from './story.ts';
import { runs } from '../../support/runs.ts';

const two = (n: number) => String(n).padStart(2, '0');
const day = fc
  .tuple(fc.integer({ min: 2023, max: 2026 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .map(([y, m, d]) => `${y}-${two(m)}-${two(d)}`)
  .filter(existsInCalendar);
const date = fc.oneof(
  { weight: 6, arbitrary: day },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.integer({ min: 2023, max: 2026 }), fc.constantFrom('', '-H1', '-Q3', '-04'))
      .map(([y, part]) => `${y}${part}`),
  },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom('~', '<'), day).map(([mark, d]) => `${mark}${d}`) },
);
const part = fc.constantFrom(
  undefined,
  { limb: 'limb 1' },
  { points: '24 of 34 points' },
  { entries: ['mineral/gallium'] },
  { entries: ['mineral/other'] },
  { parties: ['company/a'] },
);
const upTo = fc.record({
  day: date,
  included: fc.constantFrom('yes', 'no', 'unclear'),
  then: fc.constantFrom('returns', 'starts', 'ends', 'unsaid'),
});
const someAct = fc
  .record({
    does: fc.constantFrom(...DOES),
    public: date,
    basis: fc.constantFrom(...BASES),
    class: fc.constantFrom('official', 'news'),
    bites: fc.option(date, { nil: undefined }),
    upTo: fc.option(upTo, { nil: undefined }),
    leaves: fc.option(fc.constantFrom(...WAYS), { nil: undefined }),
    part,
  })
  .map((fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)));
const acts = fc.array(someAct, { minLength: 0, maxLength: 7 });
const SEED = runs(400);

const listOf = (first: readonly Record<string, unknown>[], second: readonly Record<string, unknown>[]) =>
  storyOf(
    [
      { slug: 'first', acts: first },
      { slug: 'second', continues: 'control/first', toward: { parties: ['company/a'] }, acts: second },
    ],
    [about('company/a'), about('mineral/gallium')],
  );

const withActs = (knowledge: ReturnType<typeof storyOf>, keep: (act: Act) => boolean) => {
  const list: StatusList = {
    entries: [...knowledge.entries.values()],
    controls: [...knowledge.controls.values()],
    acts: [...new Set([...knowledge.actsOn.values()].flat())].filter(keep),
  };
  return indexKnowledge(list);
};

describe('random acts in any order', () => {
  it('give a valid state on every day, for every card', () => {
    fc.assert(
      fc.property(acts, acts, day, day, (first, second, on, known) => {
        const knowledge = listOf(first, second);
        for (const id of ['mineral/gallium', 'company/a', 'instrument/announcement', 'agency/mofcom', 'mineral/none'])
          for (const row of statusAt(knowledge, id, on, known)) {
            expect(STATES).toContain(row.state);
            expect(WAYS).toContain(row.way);
            if (row.lane === 'law' && row.state === 'in force')
              expect(row.sources.some((source) => source.class === 'official')).toBe(true);
          }
      }),
      SEED,
    );
  });

  it('appear completely in then, now, next and the timeline', () => {
    fc.assert(
      fc.property(acts, acts, day, day, (first, second, one, other) => {
        const [article = one, today = other] = [one, other].sort();
        const knowledge = listOf(first, second);
        const { groups, horizontal, past } = thenNowNext(knowledge, 'mineral/gallium', article, today);
        const told = [...groups, ...horizontal, ...past]
          .flatMap(({ lines }) => lines.map(({ now }) => now))
          .filter((row) => row !== null);
        expect(told).toHaveLength(statusAt(knowledge, 'mineral/gallium', today).length);
        for (const { segments } of timeline(knowledge, 'mineral/gallium', article, today).lanes)
          for (const [index, { from, to }] of segments.entries()) {
            if (from !== null && to !== null) expect(from <= to).toBe(true);
            if (index < segments.length - 1) expect(to).not.toBeNull();
          }
      }),
      runs(150),
    );
  });

  it('change nothing that was known on a day before they were public', () => {
    fc.assert(
      fc.property(acts, acts, day, day, (first, second, on, known) => {
        const knowledge = listOf(first, second);
        const onlyKnown = withActs(knowledge, (act) => spanOf(act.public).first <= known);
        expect(statusAt(knowledge, 'mineral/gallium', on, known)).toEqual(
          statusAt(onlyKnown, 'mineral/gallium', on, known),
        );
      }),
      SEED,
    );
  });

  it('add to what is known: with more acts, no row and no latest source is lost', () => {
    fc.assert(
      fc.property(acts, day, day, day, (first, on, one, other) => {
        const [early = one, late = other] = [one, other].sort();
        const knowledge = storyOf([{ slug: 'first', acts: first }]);
        const before = statusAt(knowledge, 'mineral/gallium', on, early);
        const after = statusAt(knowledge, 'mineral/gallium', on, late);
        expect(after.length).toBeGreaterThanOrEqual(before.length);
        const [x, y] = [before[0]?.asOf, after[0]?.asOf];
        if (x && y) expect(spanOf(y).first >= spanOf(x).first).toBe(true);
      }),
      SEED,
    );
  });
});
