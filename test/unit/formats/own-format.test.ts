/**
 * Protects the reading of our own format: its records are accepted, and those that could harm a
 * user are refused.
 */
import { describe, expect, it } from 'vitest';
import { MAX_NOTES } from '../../../lib/formats/notes.ts';
import { builtInList } from '../../../lib/tools/build/built-in.ts';
import { control } from '../knowledge/story.ts';
import { entry, list } from '../subscriptions/list-documents.ts';
import { read, readOne } from './reading.ts';

describe('our own format', () => {
  it('accepts the built-in list unchanged, because the limits for other lists do not affect an honest one', async () => {
    const builtIn = builtInList();
    const { notes, entries, controls, acts } = await read(JSON.stringify(builtIn), { piece: 1 << 20 });
    expect(notes.kept).toEqual([]);
    expect([entries.length, controls.length, acts.length]).toEqual([
      builtIn.entries.length,
      builtIn.controls.length,
      builtIn.acts.length,
    ]);
  });

  it.each([
    ['one letter', 'Q', 'one_character'],
    ['spaces', '   ', 'no_name'],
    ['signs alone', '—…!', 'no_name'],
    ['a little word', 'the', 'stop_word'],
    ['a little word of another language', 'und', 'stop_word'],
    ['a little word in capitals', 'The', 'stop_word'],
    ['100,000 characters', 'x'.repeat(100_000), 'too_long'],
  ])('drops a name of %s and keeps the others', async (_, name, reason) => {
    const { taken, notes } = await readOne(entry('kept', { names: { en: ['Kept Firm', name] } }));
    expect(taken?.names).toEqual({ en: ['Kept Firm'] });
    expect(notes.map((note) => [note.record, note.reason])).toContainEqual(['company/kept', reason]);
  });

  it('accepts a short common word as the name of an element only if a rule needs evidence', async () => {
    const silver = (name: unknown) =>
      entry('silver', { element: { symbol: 'Ag', number: 47 }, names: { ko: ['은 가격', name] } });
    expect((await readOne(silver({ text: '은', alone: false }))).taken?.names.ko).toHaveLength(2);
    expect((await readOne(silver('은'))).taken?.names).toEqual({ ko: ['은 가격'] });
  });

  it('refuses an entry that has no other name', async () => {
    const { taken, notes } = await readOne(entry('everything', { names: { en: ['a', 'the'] } }));
    expect(taken).toBeNull();
    expect(notes.at(-1)).toMatchObject({ record: 'company/everything', refused: true });
  });

  it('distinguishes an abbreviation from the word that it looks like', async () => {
    expect(
      (await readOne(entry('who', { names: { en: ['WHO', 'World Health Organization'] } }))).taken?.names['en'],
    ).toHaveLength(2);
  });

  it('accepts a single character that is the name of an element', async () => {
    const gallium = entry('quint', {
      id: 'mineral/quint',
      kind: 'mineral',
      element: { symbol: 'Ga', number: 31 },
      names: { 'zh-Hans': ['镓'] },
    });
    expect((await readOne(gallium)).taken?.names).toEqual({ 'zh-Hans': ['镓'] });
  });

  it('removes invisible characters: controls, direction marks and tags', async () => {
    const { taken, notes } = await readOne(
      entry('turned', {
        name: 'Turned\u202eFirm',
        what: { text: 'A\u0000firm\u2066 of\u{e0041} note', src: ['site'] },
      }),
    );
    expect([taken?.name, taken?.what.text]).toEqual(['TurnedFirm', 'Afirm of note']);
    expect(notes.filter(({ reason }) => reason === 'hidden_characters')).toHaveLength(2);
  });

  it('keeps markup as plain text', async () => {
    expect(
      (await readOne(entry('markup', { what: { text: '<img src=x onerror=alert(1)>', src: ['site'] } }))).taken?.what
        .text,
    ).toBe('<img src=x onerror=alert(1)>');
  });

  it.each(['javascript:alert(1)', 'data:text/html,hi', 'file:///etc/passwd', ' https://x', 'https://'])(
    'drops the link %s',
    async (link) => {
      const { taken, notes } = await readOne(entry('linked', { link }));
      expect(taken).not.toBeNull();
      expect(taken?.link).toBeUndefined();
      expect(notes[0]?.reason).toBe('link');
    },
  );

  it('refuses an entry whose only source is not a web address, because its claim would have no source', async () => {
    const { taken, notes } = await readOne(
      entry('sourceless', { sources: { site: { url: 'javascript:alert(1)', publisher: 'x', class: 'other' } } }),
    );
    expect(taken).toBeNull();
    expect(notes.some(({ refused }) => refused)).toBe(true);
  });

  it('passes no key on to a prototype', async () => {
    const text = JSON.stringify(JSON.parse(list(1)))
      .replace('"note"', '"note"')
      .replace(
        '"kind":"company"',
        '"kind":"company","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}',
      );
    const { entries, notes } = await read(text);
    expect(entries).toHaveLength(10);
    expect(Object.hasOwn(entries[0] ?? {}, '__proto__') || Object.hasOwn(entries[0] ?? {}, 'constructor')).toBe(false);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    expect(notes.kept.filter(({ reason }) => reason === 'key')).toHaveLength(2);
  });

  it('stops after some levels of nesting', async () => {
    let deep: unknown = 'bottom';
    for (let k = 0; k < 2000; k++) deep = { down: deep };
    const { taken, notes } = await readOne(entry('deep', { extra: deep }));
    expect(taken).not.toBeNull();
    expect(notes[0]?.reason).toBe('depth');
  });

  it('accepts 200 of 20,000 names', async () => {
    const { taken, notes } = await readOne(
      entry('many', { names: { en: Array.from({ length: 20_000 }, (_, k) => `Many Firm ${k}`) } }),
    );
    expect(taken?.names['en']).toHaveLength(200);
    expect(notes).toEqual([{ record: 'company/many', field: 'names.en', reason: 'too_many', refused: false }]);
  });

  it('wastes no time on thousands of bad items, and reports a text that is cut once', async () => {
    const began = performance.now();
    const { taken, notes } = await readOne(
      entry('busy', { forms: Array.from({ length: 50_000 }, () => ({})), names: { en: ['Busy', 'x'.repeat(9000)] } }),
    );
    // It would take longer if each of them were refused one by one.
    expect(performance.now() - began).toBeLessThan(20_000);
    expect(taken).not.toBeNull();
    expect(notes.filter(({ field }) => field === 'forms' || field === 'names.en.1')).toEqual([
      { record: 'company/busy', field: 'names.en.1', reason: 'too_long', refused: false },
      { record: 'company/busy', field: 'forms', reason: 'too_many', refused: false },
    ]);
  });

  it('accepts the first of two entries with the same id', async () => {
    const { entries, notes } = await read(list(1, ['twice', entry('twice', { name: 'Second' })]));
    expect(entries.map(({ name }) => name)).toEqual(['Twice']);
    expect(notes.kept[0]).toMatchObject({ reason: 'twice', refused: true });
  });

  it('leaves out a fact with a date that does not exist, and keeps a source without its date', async () => {
    const bad = entry('dated', {
      facts: [
        { what: 'listed', value: 'yes', when: '2025-02-30', src: ['site'] },
        { what: 'seat', value: 'Luleå', when: '2025-02-28', src: ['site'] },
      ],
      sources: { site: { url: 'https://dated.example/', publisher: 'D', class: 'other', date: '2025-06-31' } },
    });
    const { taken, notes } = await readOne(bad);
    expect(taken?.facts?.map(({ what }) => what)).toEqual(['seat']);
    expect(taken?.sources['site']).not.toHaveProperty('date');
    expect(notes.map(({ reason }) => reason)).toEqual(['date', 'date']);
  });

  it.each([
    [null],
    ['text'],
    [7],
    [[]],
    [{}],
    [{ id: 'x' }],
    [{ ...entry('wrong'), id: 'Company/Wrong' }],
    [{ ...entry('wrong'), names: 'Wrong' }],
  ])('refuses %j and accepts its neighbours', async (bad) => {
    const { taken, notes } = await readOne(bad);
    expect(taken).toBeNull();
    expect(notes.some(({ refused }) => refused)).toBe(true);
  });

  it('refuses a control if one of its acts is refused, because without its suspension it would be shown as in force', async () => {
    const sources = { gazette: { url: 'https://gazette.example/1', publisher: 'Gazette', class: 'official' } };
    const ofFirms = (slug: string) =>
      control(slug, {
        by: 'company/lindholm-magnetics',
        text: { instrument: 'company/keller-optics' },
        covers: [{ entry: 'company/quint-gallium' }],
        sources,
      });
    const act = (id: string, on: string, more = {}) => ({
      id: `act/${id}`,
      does: 'imposes',
      on: [`control/${on}`],
      public: '2025-01-02',
      basis: 'law',
      src: ['gazette'],
      sources,
      ...more,
    });
    const { controls, acts, notes } = await read(
      list(1, undefined, {
        controls: [ofFirms('paused'), ofFirms('plain')],
        acts: [act('a', 'paused'), act('b', 'paused', { does: 'suspends', bites: '2025-02-30' }), act('c', 'plain')],
      }),
    );
    expect(controls.map(({ id }) => id)).toEqual(['control/plain']);
    expect(acts.map(({ id }) => id)).toEqual(['act/a', 'act/c']);
    expect(notes.kept.map(({ record, reason }) => [record, reason])).toEqual([
      ['act/b', 'date'],
      ['control/paused', 'act_refused'],
    ]);
  });

  it('counts more notes than it keeps', async () => {
    const { notes } = await read(
      JSON.stringify({ ...JSON.parse(list(1)), entries: Array.from({ length: MAX_NOTES + 200 }, () => 7) }),
      { piece: 1 << 20 },
    ).then((result) => result);
    expect([notes.kept.length, notes.refused]).toEqual([MAX_NOTES, MAX_NOTES + 200]);
  });
});
