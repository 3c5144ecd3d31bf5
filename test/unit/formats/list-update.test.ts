/**
 * Protects updates of a list. Applied, an update gives the new version byte for byte. Two updates
 * can be joined. An update is refused for another list or version.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as v from 'valibot';
import {
  applyUpdate,
  documentOf,
  joinUpdates,
  ListUpdate,
  makeUpdate,
  UpdateMismatch,
} from '../../../lib/formats/channel/list-update.ts';
import { KnowledgeList } from '../../../lib/knowledge/model/schema.ts';
import { runs } from '../../support/runs.ts';
import { entry, FIRMS, list } from '../subscriptions/list-documents.ts';

/** A version of the list: its firms, their text, and its translations. */
const versions = fc.record({
  firms: fc.uniqueArray(fc.record({ slug: fc.constantFrom(...FIRMS), wording: fc.nat(2) }), {
    selector: ({ slug }) => slug,
  }),
  phrases: fc.dictionary(fc.constantFrom('licence', 'ban', 'duty'), fc.constantFrom('许可', '禁令', '关税')),
  title: fc.constantFrom('Harbour desk', 'Harbour desk, new series'),
});

function listOf(version: number, { firms, phrases, title }: typeof versions extends fc.Arbitrary<infer T> ? T : never) {
  const entries = firms.map(({ slug, wording }) => entry(slug, { importance: wording }));
  const document = list(version, entries, { title, phrases: { 'zh-Hans': phrases } });
  return v.parse(KnowledgeList, JSON.parse(document));
}

const chain = fc
  .tuple(versions, versions, versions)
  .map((all) => all.map((one, k) => listOf(k + 1, one)) as [KnowledgeList, KnowledgeList, KnowledgeList]);

it('gives the next version, byte for byte, whatever changed', () => {
  fc.assert(
    fc.property(chain, ([first, second]) => {
      const update = v.parse(ListUpdate, JSON.parse(JSON.stringify(makeUpdate(first, second))));
      expect(documentOf(applyUpdate(first, update))).toBe(documentOf(second));
    }),
    runs(200),
  );
});

it('gives the same in one joined step as in two', () => {
  fc.assert(
    fc.property(chain, ([first, second, third]) => {
      const joined = joinUpdates(makeUpdate(first, second), makeUpdate(second, third));
      expect(documentOf(applyUpdate(first, joined))).toBe(documentOf(third));
    }),
    runs(200),
  );
});

it('contains only changes', () => {
  const [before, after] = [FIRMS, FIRMS.slice(1)].map((firms, k) =>
    v.parse(KnowledgeList, JSON.parse(list(k + 1, firms))),
  );
  if (!before || !after) throw new Error('no lists');
  const update = makeUpdate(before, after);
  expect(update.put.entries).toEqual([]);
  expect(update.removed).toEqual([`company/${FIRMS[0]}`]);
});

it('is refused for another version, another list, and out of order', () => {
  const [one, two, three] = [1, 2, 3].map((version) => v.parse(KnowledgeList, JSON.parse(list(version))));
  if (!one || !two || !three) throw new Error('no lists');
  expect(() => applyUpdate(two, makeUpdate(one, three))).toThrow(UpdateMismatch);
  expect(() => applyUpdate({ ...one, id: 'other-desk' }, makeUpdate(one, two))).toThrow(UpdateMismatch);
  expect(() => joinUpdates(makeUpdate(two, three), makeUpdate(one, two))).toThrow(UpdateMismatch);
});
