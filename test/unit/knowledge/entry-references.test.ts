/**
 * Protects references to entries: each belongs to the list that contains the entry, whatever ids
 * the list chooses.
 */
import fc from 'fast-check';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { refsIn } from '../../../lib/card/build/entry-refs.ts';
import { EntryId, EntryRef, ListId } from '../../../lib/knowledge/model/id-schemas.ts';
import { BUILT_IN, isOwn, OWN_LIST, readRef, refOf } from '../../../lib/knowledge/model/ids.ts';
import { Subscriptions } from '../../../lib/subscriptions/subscription.ts';

const listId = fc.oneof(fc.constantFrom(BUILT_IN, OWN_LIST), fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,20}$/));
const entryId = fc.oneof(
  fc.constantFrom('own/heron', 'company/huawei'),
  fc.stringMatching(/^[a-z][a-z-]{0,8}\/[a-z0-9][a-z0-9.-]{0,20}$/),
);

it('parses a reference to the list and id of which it was made', () => {
  fc.assert(
    fc.property(listId, entryId, (list, id) => {
      fc.pre(v.is(ListId, list) && v.is(EntryId, id));
      const ref = refOf(list, id);
      expect(readRef(ref)).toEqual({ list, id });
      expect(v.is(EntryRef, ref)).toBe(true);
      expect(isOwn(ref)).toBe(list === OWN_LIST && id.startsWith('own/'));
    }),
    { numRuns: 2000 },
  );
});

it('gives no other list the references of the built-in list or of the user', () => {
  expect(refOf('own', 'company/huawei')).not.toBe('company/huawei');
  expect(refOf('desk', 'own/heron')).not.toBe('own/heron');
  expect(refsIn({ list: 'desk', entries: new Map() })('own/heron')).toBe('desk:own/heron');
});

it('drops a stored subscription under a reserved id and keeps the others', () => {
  const subscription = (list: string) => ({
    list,
    url: 'https://lists.example/desk.json',
    format: 'tradegloss',
    title: 'Desk',
    key: null,
    private: false,
  });
  const { subscriptions } = v.parse(Subscriptions, {
    subscriptions: ['own', 'desk', 'tradegloss', 'a:b'].map(subscription),
    order: [],
  });
  expect(subscriptions.map(({ list }) => list)).toEqual(['desk']);
});
