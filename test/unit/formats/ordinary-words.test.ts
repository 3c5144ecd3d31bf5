/**
 * Protects ordinary text from tables whose names are ordinary words. Their firms are marked only
 * where the text is about them.
 */
import { beforeAll, expect, it } from 'vitest';
import { ruleOf } from '../../../lib/knowledge/model/name-rule.ts';
import { hanReady } from '../../../lib/match/text/simplify-chinese.ts';
import { glosser } from '../../../lib/tools/build/gloss-text.ts';
import { builtInList } from '../../../lib/tools/build/built-in.ts';
import type { KnowledgeList } from '../../../lib/knowledge/model/schema.ts';
import { read } from './reading.ts';

const TABLE =
  'name,kind\nPacific,company\nVision,company\nView,company\nNext,company\nHarmony,\nVesta Optics,company\nSMIC-Q,company\nAurora,vessel\nIvan Petrov,person\n';
let gloss: ReturnType<typeof glosser>;
beforeAll(async () => {
  await hanReady();
  const { header, entries } = await read(TABLE);
  const list = { format: 'tradegloss-list/1', ...header, entries, controls: [], acts: [] } as KnowledgeList;
  gloss = glosser([builtInList(), list]);
});
const marked = (text: string) =>
  gloss([text], { date: '2026-12-01' })
    .filter(({ entry }) => entry.includes(':'))
    .map((mention) => mention.text);

it.each([
  'Next to the Pacific, a View of Harmony and Vision.',
  'Vision is what the Pacific needs. Next week Ivan Petrov sails on the Aurora.',
  'View of the harbour: Next comes the Aurora.',
])('marks nothing in “%s”', (text) => expect(marked(text)).toEqual([]));

it('marks no country, recognised by its kind or by its name', async () => {
  const { entries } = await read(
    'name,alias,type\nUSA,United States,country\nJordan,,\nKelp Islands,,territory\nUlla,,\n',
  );
  const isMarked = entries.map(({ names }) =>
    Object.values(names)
      .flat()
      .some((name) => ruleOf(name).mark !== false),
  );
  expect(isMarked).toEqual([false, false, false, true]);
});

it('marks firms by their full names, and by one word if the sentence is about sanctions', () => {
  expect(marked('Vesta Optics sold lenses to SMIC-Q.')).toEqual(['Vesta Optics', 'SMIC-Q']);
  expect(marked('The Council put Vision under sanctions. The View from Brussels is clear.')).toEqual(['Vision']);
});
