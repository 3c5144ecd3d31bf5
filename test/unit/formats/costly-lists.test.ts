/**
 * Protects users from lists that cost too much time or memory: what is too much is left out and
 * reported.
 */
import { describe, expect, it } from 'vitest';
import { BUILT_IN } from '../../../lib/knowledge/model/ids.ts';
import { NamesBuilder } from '../../../lib/store/derived/list-names.ts';
import { encodeNames } from '../../../lib/match/names/serialize.ts';
import { compileNames } from '../../../lib/match/names/compile.ts';
import type { Entry } from '../../../lib/knowledge/model/schema.ts';
import { builtInList } from '../../../lib/tools/build/built-in.ts';
import { entry, list } from '../subscriptions/list-documents.ts';
import { control } from '../knowledge/story.ts';
import { read } from './reading.ts';

const law = (more: Record<string, unknown>) => list(1, undefined, more);
const act = (k: number, on: string) => ({
  id: `act/a${k}`,
  does: 'imposes',
  on: [on],
  public: '2024-01-01',
  basis: 'notice',
  src: ['text'],
  sources: { text: { url: 'https://gazette.example/', publisher: 'Gazette', class: 'official' } },
});

describe('controls and acts', () => {
  it('leave out the link that closes a circle, with a note, and keep the controls', async () => {
    const { controls, notes } = await read(
      law({
        controls: [
          control('a', { continues: ['control/b', 'control/d'] }),
          control('b', { continues: 'control/c' }),
          control('c', { continues: 'control/a' }),
          control('d'),
        ],
      }),
    );
    expect(controls.map(({ id, continues }) => [id, continues])).toEqual([
      ['control/a', ['control/b', 'control/d']],
      ['control/b', 'control/c'],
      ['control/c', undefined],
      ['control/d', undefined],
    ]);
    expect(notes.kept).toEqual([{ record: 'control/c', field: 'continues', reason: 'circle', refused: false }]);
  });

  it('refuse a control with so many acts that its status could not be computed', async () => {
    const { controls, notes } = await read(
      law({
        controls: [control('laden'), control('usual')],
        acts: Array.from({ length: 501 }, (_, k) => act(k, k < 500 ? 'control/usual' : 'control/laden')).concat(
          Array.from({ length: 500 }, (_, k) => act(1000 + k, 'control/laden')),
        ),
      }),
    );
    expect(controls.map(({ id }) => id)).toEqual(['control/usual']);
    expect(notes.kept).toEqual([{ record: 'control/laden', field: 'acts', reason: 'too_many', refused: true }]);
  });

  it('do not block other work while a hundred thousand refused acts are read', async () => {
    let longest = 0;
    let last = performance.now();
    const beat = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 0);
    const { notes } = await read(law({ acts: Array.from({ length: 100_000 }, () => 7) }), {
      piece: 1 << 20,
      pause: true,
    });
    clearInterval(beat);
    expect(notes.refused).toBe(100_000);
    expect(longest).toBeLessThan(500);
  });
});

describe('words that are sent to each tab', () => {
  const topic = (n: number, words: number) => ({
    id: `topic/t${n}`,
    about: 'metals',
    words: Object.fromEntries(
      Array.from({ length: Math.ceil(words / 600) }, (_, k) => [
        `x${k}`,
        Array.from({ length: Math.min(600, words - 600 * k) }, (_, w) => `word ${n} ${k} ${w}`),
      ]),
    ),
  });

  it('accept topics only up to the number of words that a tab can hold', async () => {
    const { header, notes } = await read(law({ topics: [topic(1, 9000), topic(2, 9000), topic(3, 9000)] }));
    expect(header.topics.map(({ id }) => id)).toEqual(['topic/t1', 'topic/t2']);
    expect(notes.kept).toEqual([{ record: 'topic 3', field: 'words', reason: 'too_many', refused: true }]);
    const names = compileNames({ id: header.id, entries: [], topics: header.topics, countries: header.countries });
    expect(encodeNames(names).length).toBeLessThan(1_000_000);
  });

  it('include the words of countries and the exclusions of topics', async () => {
    const { header } = await read(
      law({
        topics: [topic(1, 19_000)],
        countries: [
          { id: 'country/cn', name: 'China', words: topic(2, 900).words },
          { id: 'country/us', name: 'United States', words: topic(3, 200).words },
        ],
      }),
    );
    expect(header.countries.map(({ id }) => id)).toEqual(['country/cn']);
  });

  it('allow all topics and countries of the built-in list', async () => {
    const { header, notes } = await read(JSON.stringify(builtInList()), { piece: 1 << 20 });
    expect([header.id, notes.refused]).toEqual([BUILT_IN, 0]);
  });

  it('include the words in rules, so that a list with many is not sent to tabs as a whole', () => {
    const builder = new NamesBuilder('words', null);
    const not = Array.from({ length: 200 }, (_, k) => `tin can ${k}`);
    for (let k = 0; k < 20; k++)
      builder.add(entry(`tin-${k}`, { names: { en: [{ text: `Tin ${k}`, not }] } }) as unknown as Entry, false);
    expect(Object.keys(builder.finish({ topics: [], countries: [] }))).toEqual(['index']);
  });
});

it('reads the first 500 columns of a table with 200,000 in seconds (38 before)', async () => {
  const columns = ['name', ...Array.from({ length: 200_000 }, (_, k) => `c${k}`), 'note'];
  const start = performance.now();
  const { entries } = await read(`${columns.join(',')}\nVesta Optics,${'x,'.repeat(200_000)}late\n`, {
    piece: 1 << 16,
  });
  expect(performance.now() - start).toBeLessThan(6000);
  expect(entries.map(({ name, what }) => [name, what.text])).toEqual([['Vesta Optics', 'Vesta Optics']]);
});
