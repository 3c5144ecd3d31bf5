/** Protects the shape in which a glance is sent from the background to a page. */
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { GlanceModel } from '../../../lib/card/model/glance-model.ts';

const list = {
  id: 'instrument/us-entity-list',
  kind: 'instrument',
  kindLabel: 'Legal instrument · United States',
  name: 'Entity List',
  tile: { type: 'country', code: 'US', sub: '' },
  lang: 'en',
  contentLang: 'en',
  what: { text: 'Firms that need a US licence for listed goods.', shorter: [] },
  lead: null,
  none: '',
  news: [],
  digest: { heading: 'Latest acts', aside: 'names added', acts: [], counts: [], latest: null },
  source: null,
  knownTo: '',
  more: 0,
  changed: false,
};

test('a digest has at most five acts, because a glance has no room for more', () => {
  const acts = (n: number) => ({
    ...list,
    digest: { ...list.digest, acts: Array.from({ length: n }, () => ({ label: '+23', day: '15 Sep 2025' })) },
  });
  expect(v.is(GlanceModel, acts(5))).toBe(true);
  expect(v.is(GlanceModel, acts(6))).toBe(false);
});
