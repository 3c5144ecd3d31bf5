/**
 * `gloss --list` prints what the page of a subscriber shows: longer names of the list win, and a
 * shared name gives all its entries.
 */
import { beforeAll, expect, it } from 'vitest';
import { hanReady } from '../../../lib/match/text/simplify-chinese.ts';
import { glosser } from '../../../lib/tools/build/gloss-text.ts';
import { builtInList } from '../../../lib/tools/build/built-in.ts';
import type { KnowledgeList } from '../../../lib/knowledge/model/schema.ts';
import { entry, list } from '../subscriptions/list-documents.ts';

const FIRMS = [
  entry('avic-shenyang', { name: 'AVIC Shenyang', names: { en: ['AVIC Shenyang Aircraft Company Limited'] } }),
  entry('harbour-tin', { names: { en: ['Harbour Tin', 'HT Works'] } }),
  entry('harbour-zinc', { names: { en: ['Harbour Zinc', 'HT Works'] } }),
  entry('own-gallium', { name: 'Lookup gallium', names: { en: ['gallium'] } }),
];
const DESK = { topics: [], countries: [], ...JSON.parse(list(1, FIRMS)) } as KnowledgeList;
beforeAll(() => hanReady());

it('marks the longest name, and gives every entry that shares it', () => {
  const text = 'China put AVIC Shenyang Aircraft Company Limited on a list. HT Works sells gallium. AVIC said nothing.';
  const gloss = glosser([builtInList(), DESK]);
  expect(gloss([text], { date: '2026-12-01' }).map(({ text, entry, also }) => [text, entry, ...also])).toEqual([
    ['AVIC Shenyang Aircraft Company Limited', 'harbour-desk:company/avic-shenyang', 'company/avic'],
    ['HT Works', 'harbour-desk:company/harbour-tin', 'harbour-desk:company/harbour-zinc'],
    ['gallium', 'mineral/gallium', 'harbour-desk:company/own-gallium'],
    ['AVIC', 'company/avic'],
  ]);
  const alone = glosser([builtInList()])([text], { date: '2026-12-01' });
  expect(alone.map(({ text, entry }) => [text, entry])).toEqual([
    ['AVIC', 'company/avic'],
    ['gallium', 'mineral/gallium'],
    ['AVIC', 'company/avic'],
  ]);
});
