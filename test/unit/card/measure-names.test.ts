/** Protects the names of measures in stars and in the report of a fault: no two are alike. */
import { expect, it } from 'vitest';
import { measureNames } from '../../../lib/card/build/measure-names.ts';
import type { Measure } from '../../../lib/card/model/measure.ts';

const measure = (id: string, more: Partial<Measure> = {}) =>
  ({
    id,
    who: 'China',
    toward: 'United States',
    restricts: 'exports',
    text: 'Announcement 46',
    since: '3 Dec 2024',
    title: 'Suspended',
    rest: '',
    ...more,
  }) as Measure;
const namesOf = (...measures: Measure[]) => [...measureNames(measures).values()];

it('names a measure by issuer, target, text and day', () => {
  expect(namesOf(measure('a'), measure('b', { text: '', since: '' }))).toEqual([
    'China → United States · exports · Announcement 46 · 3 Dec 2024',
    'China → United States · exports',
  ]);
});

it('tells measures with the same text and day apart by their state, else by a number', () => {
  const same = 'China → United States · exports · Announcement 46 · 3 Dec 2024';
  expect(namesOf(measure('a'), measure('b', { title: 'In force', rest: 'To 2027.' }), measure('c'))).toEqual([
    `${same} · Suspended · 1`,
    `${same} · In force To 2027.`,
    `${same} · Suspended · 3`,
  ]);
});
