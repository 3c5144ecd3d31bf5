/**
 * Protects the user's terms if single rows of their database are damaged: the others are kept,
 * found and exported.
 */
import { beforeEach, expect, it } from 'vitest';
import { ownNames } from '../../../lib/terms/own-names.ts';
import type { OwnStore } from '../../../lib/terms/own-store.ts';
import { BLANK } from '../../../lib/terms/term.ts';
import { FakeDevice } from '../../support/own-devices.ts';
import { randomFrom } from '../../support/random.ts';

const nowhere = () => ({
  read: () => Promise.reject(new Error('not asked')),
  write: () => Promise.reject(new Error('not asked')),
});
const now = Date.UTC(2026, 11, 1);
let store: OwnStore;
let device: FakeDevice;
beforeEach(async () => {
  device = new FakeDevice(nowhere, () => now, randomFrom(7).next);
  ({ store } = device);
  await store.putTerms(
    ['Heron', 'Plover'].map((name) => ({ term: { ...BLANK, id: `own/${name.toLowerCase()}`, name } })),
  );
});
const put = (row: unknown) => store.db.records.put(row as never);
const terms = async () => (await store.terms()).map(({ term }) => term.name);
const at = '0mjm2q8000' + '0other'.slice(0, 6);

it.each([
  ['no fields', { id: 'own/bad' }],
  ['null for its fields', { id: 'own/bad', fields: null }],
  ['a field that is null', { id: 'own/bad', fields: { name: null } }],
  ['fields of numbers', { id: 'own/bad', fields: [1, 2] }],
  ['an invalid id', { id: 'OWN BAD', fields: { name: { value: 'Tern', at } } }],
  ['an id that is a number', { id: 7 }],
  ['a deletion without a valid stamp', { id: 'own/bad', fields: { name: { value: 'Tern', at } }, gone: 'yesterday' }],
])('a row with %s is set aside and reported, and no other is lost', async (_, row) => {
  await put(row);
  const { damaged } = await store.termsAndDamage();
  expect(damaged.map((one) => one.row)).toEqual([row]);
  expect(await terms()).toEqual(expect.arrayContaining(['Heron', 'Plover']));
  expect((await ownNames(store)).names).not.toBe('');
  expect((await store.records()).has('own/heron')).toBe(true);
  await store.putTerms([{ term: { ...BLANK, id: 'own/skua', name: 'Skua' } }]);
  expect(await terms()).toContain('Skua');
  expect((await device.common.absorb(new Map(), new Set())).asked).toBeNull();
  await store.clearDamaged();
  expect((await store.termsAndDamage()).damaged).toEqual([]);
  expect(await terms()).toEqual(expect.arrayContaining(['Heron', 'Plover', 'Skua']));
});

it('keeps the readable fields of a damaged term, and reports its name', async () => {
  await put({
    id: 'own/tern',
    fields: { name: { value: 'Tern', at }, note: { value: undefined, at: 'never' }, link: { value: 'x', at } },
  });
  const { damaged } = await store.termsAndDamage();
  expect(damaged.map(({ name }) => name)).toEqual(['Tern']);
  expect(await terms()).toContain('Tern');
  await store.clearDamaged();
  expect(await terms()).toContain('Tern');
  expect((await store.termsAndDamage()).damaged).toEqual([]);
});

it('a damaged row of the log, or of the last known state of a replica, hides no others', async () => {
  await store.removeTerms(['own/heron']);
  await store.db.log.put({ id: 'own/x', field: '', at: 'nonsense' } as never);
  expect((await store.log()).map(({ id }) => id)).toEqual(['own/heron']);
  await store.db.base.put({ engine: 'test', id: 'own/x', record: { id: 'own/x', fields: { name: 7 } } } as never);
  expect((await device.common.records()).get('own/x')?.fields).toEqual({});
});
