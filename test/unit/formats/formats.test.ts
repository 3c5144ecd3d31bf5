/** What each format is read into, and that no list can bring in what would harm a reader. */
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../lib/knowledge/schema.ts';
import { momentOf, NotAList, versionFrom, type Batch, type ListHeader } from '../../../lib/formats/list-format.ts';
import { MOST_NOTES, Notes } from '../../../lib/formats/notes.ts';
import { formatOf, readerOf } from '../../../lib/formats/read-list.ts';
import { builtInList } from '../../support/built-in.ts';
import { opensanctionsCsv } from '../../lists/make-opensanctions.ts';
import { entry, list } from '../sync/list-documents.ts';

const URL_OF = 'https://data.harbour.example/desk/names.csv';

async function read(text: string, { url = URL_OF, piece = 1000 } = {}) {
  const notes = new Notes();
  async function* pieces() {
    for (let k = 0; k < text.length; k += piece) yield text.slice(k, k + piece);
  }
  const reading = readerOf(formatOf(text))(
    pieces(),
    { url, lastModified: Date.UTC(2026, 10, 20, 8, 30), now: Date.UTC(2026, 10, 24) },
    notes,
  );
  const batches: Batch[] = [];
  let header: ListHeader | null = null;
  while (!header) {
    const next = await reading.next();
    if (next.done) header = next.value;
    else batches.push(next.value);
  }
  const entries: Entry[] = batches.flatMap((batch) => batch.entries);
  return {
    header,
    entries,
    controls: batches.flatMap((batch) => batch.controls),
    acts: batches.flatMap((batch) => batch.acts),
    notes,
  };
}

/** One entry among good neighbours: what became of it, and of them. */
async function readOne(bad: unknown) {
  const result = await read(
    JSON.stringify({ ...JSON.parse(list(1)), entries: [entry('harbour-tin'), bad, entry('harbour-zinc')] }),
  );
  const others = result.entries.filter(({ id }) => id === 'company/harbour-tin' || id === 'company/harbour-zinc');
  expect(others, 'the neighbours are kept').toHaveLength(2);
  return {
    taken: result.entries.find(({ id }) => !others.some((other) => other.id === id)) ?? null,
    notes: result.notes.kept,
  };
}

describe('our own format', () => {
  it('takes the built-in list as it is: the rules for strangers cost an honest list nothing', async () => {
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

  it('takes a little word of the language for an element only where evidence decides', async () => {
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

  it('knows an abbreviation from the word that it looks like', async () => {
    expect(
      (await readOne(entry('who', { names: { en: ['WHO', 'World Health Organization'] } }))).taken?.names['en'],
    ).toHaveLength(2);
  });

  it('keeps a character that stands for an element', async () => {
    const gallium = entry('quint', {
      id: 'mineral/quint',
      kind: 'mineral',
      element: { symbol: 'Ga', number: 31 },
      names: { 'zh-Hans': ['镓'] },
    });
    expect((await readOne(gallium)).taken?.names).toEqual({ 'zh-Hans': ['镓'] });
  });

  it('takes out what cannot be seen: controls, marks that turn the direction, tags', async () => {
    const { taken, notes } = await readOne(
      entry('turned', {
        name: 'Turned\u202eFirm',
        what: { text: 'A\u0000firm\u2066 of\u{e0041} note', src: ['site'] },
      }),
    );
    expect([taken?.name, taken?.what.text]).toEqual(['TurnedFirm', 'Afirm of note']);
    expect(notes.filter(({ reason }) => reason === 'hidden_characters')).toHaveLength(2);
  });

  it('leaves markup as the text that it is', async () => {
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

  it('refuses an entry whose one source is no web address: its claim would stand on nothing', async () => {
    const { taken, notes } = await readOne(
      entry('sourceless', { sources: { site: { url: 'javascript:alert(1)', publisher: 'x', class: 'other' } } }),
    );
    expect(taken).toBeNull();
    expect(notes.some(({ refused }) => refused)).toBe(true);
  });

  it('lets no key reach a prototype', async () => {
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

  it('stops going down after some levels', async () => {
    let deep: unknown = 'bottom';
    for (let k = 0; k < 2000; k++) deep = { down: deep };
    const { taken, notes } = await readOne(entry('deep', { extra: deep }));
    expect(taken).not.toBeNull();
    expect(notes[0]?.reason).toBe('depth');
  });

  it('takes 200 names of a million', async () => {
    const { taken, notes } = await readOne(
      entry('many', { names: { en: Array.from({ length: 20_000 }, (_, k) => `Many Firm ${k}`) } }),
    );
    expect(taken?.names['en']).toHaveLength(200);
    expect(notes).toEqual([{ record: 'company/many', field: 'names.en', reason: 'too_many', refused: false }]);
  });

  it('does not spend its time on thousands of bad items, and tells of a text that is cut once', async () => {
    const began = performance.now();
    const { taken, notes } = await readOne(
      entry('busy', { forms: Array.from({ length: 50_000 }, () => ({})), names: { en: ['Busy', 'x'.repeat(9000)] } }),
    );
    // Seconds, where each of them is left out one by one.
    expect(performance.now() - began).toBeLessThan(20_000);
    expect(taken).not.toBeNull();
    expect(notes.filter(({ field }) => field === 'forms' || field === 'names.en.1')).toEqual([
      { record: 'company/busy', field: 'names.en.1', reason: 'too_long', refused: false },
      { record: 'company/busy', field: 'forms', reason: 'too_many', refused: false },
    ]);
  });

  it('takes the first of two entries with one id', async () => {
    const { entries, notes } = await read(list(1, ['twice', entry('twice', { name: 'Second' })]));
    expect(entries.map(({ name }) => name)).toEqual(['Twice']);
    expect(notes.kept[0]).toMatchObject({ reason: 'twice', refused: true });
  });

  it('leaves out a fact of a day that does not exist, and keeps a source without it', async () => {
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
  ])('refuses %j and keeps its neighbours', async (bad) => {
    const { taken, notes } = await readOne(bad);
    expect(taken).toBeNull();
    expect(notes.some(({ refused }) => refused)).toBe(true);
  });

  it('refuses a control whose act it had to refuse: without its pause it would be told as in force', async () => {
    const sources = { gazette: { url: 'https://gazette.example/1', publisher: 'Gazette', class: 'official' } };
    const control = (slug: string) => ({
      id: `control/${slug}`,
      by: 'company/lindholm-magnetics',
      text: { instrument: 'company/keller-optics' },
      title: slug,
      restrains: 'export',
      way: 'licence',
      covers: [{ entry: 'company/quint-gallium' }],
      toward: { destinations: ['all'] },
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
        controls: [control('paused'), control('plain')],
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

  it('counts notes beyond those it keeps', async () => {
    const { notes } = await read(
      JSON.stringify({ ...JSON.parse(list(1)), entries: Array.from({ length: MOST_NOTES + 200 }, () => 7) }),
      { piece: 1 << 20 },
    ).then((result) => result);
    expect([notes.kept.length, notes.refused]).toEqual([MOST_NOTES, MOST_NOTES + 200]);
  });
});

describe('tables', () => {
  it('reads a table of one’s own; only the name is needed', async () => {
    const { header, entries } = await read(
      'Name;Kind;Aliases;Note;URL\nLindholm Magnetics;company;LM AB|林霍姆磁材;Magnets since 2021.;https://lindholm.example/\nProject Heron;;;;\n\n',
    );
    expect(header).toMatchObject({
      id: 'data.harbour.example-desk-names.csv',
      title: 'names',
      version: 202611200830,
      updated: '2026-11-20',
    });
    expect(entries).toMatchObject([
      {
        kind: 'company',
        name: 'Lindholm Magnetics',
        names: { en: ['Lindholm Magnetics', 'LM AB'], 'zh-Hans': ['林霍姆磁材'] },
        what: { text: 'Magnets since 2021.' },
        link: 'https://lindholm.example/',
      },
      { kind: 'term', name: 'Project Heron' },
    ]);
  });

  it('gives a row the same id through every update, whatever stands around it', async () => {
    const [first] = (await read('name\nLindholm Magnetics\n')).entries;
    const second = (await read('name,note\nKeller Optics,x\nLindholm Magnetics,y\n')).entries[1];
    expect(second?.id).toBe(first?.id);
  });

  it('reads cells with commas, quotes and line ends, cut anywhere', async () => {
    const text = 'name,note\r\n"Lindholm, ""LM"" AB","two\r\nlines"\r\nKeller Optics,plain\r\n';
    for (const piece of [1, 3, 7, 100])
      expect((await read(text, { piece })).entries.map(({ name }) => name)).toEqual([
        'Lindholm, "LM" AB',
        'Keller Optics',
      ]);
  });

  it('tells a table that was cut in the middle of a cell', async () => {
    await expect(read('name,note\nLindholm Magnetics,"and so')).rejects.toMatchObject({
      code: 'cut_off',
      detail: 'row 2',
    });
    await expect(read(`name\n"${'x'.repeat(3 << 20)}`, { piece: 1 << 18 })).rejects.toMatchObject({ code: 'cut_off' });
  });

  it.each([
    ['a byte order mark and the line ends of Windows', '\ufeffname,kind\r\nLindholm Magnetics,company\r\n'],
    ['the line ends of old Macs', 'name,kind\rLindholm Magnetics,company\r'],
    ['the line by which a spreadsheet tells its sign', 'sep=;\r\nname;kind\r\nLindholm Magnetics;company\r\n'],
    ['empty lines above the header', '\n \nname,kind\nLindholm Magnetics,company'],
    ['tabs', 'name\tkind\nLindholm Magnetics\tcompany\n'],
    ['another sign inside a heading', '"Note, a, b";"Name";"Kind"\n"x";"Lindholm Magnetics";"company"\n'],
    ['columns without a heading, rows of nothing', 'name,,kind,\nLindholm Magnetics,,company,\n,,,\n , ,,\n'],
    ['a heading that stands twice', 'name,kind,name\nLindholm Magnetics,company,the\n'],
    ['rows that are too short or too long', 'kind,name,note\ncompany,Lindholm Magnetics\n,,,,too,long\n'],
  ])('reads a table with %s', async (_, text) => {
    for (const piece of [1, 1000]) {
      const { entries, notes } = await read(text, { piece });
      expect(entries.map(({ name, kind }) => [name, kind])).toEqual([['Lindholm Magnetics', 'company']]);
      expect(notes.refused).toBe(text.includes('too,long') ? 1 : 0);
    }
  });

  it('names what it leaves out by its row, its name and its field', async () => {
    const { entries, notes } = await read(
      '\nid,name,kind,country\n1,Lindholm Magnetics,Rare earth,Sweden\n1,Keller Optics,,SE\n,the,,\n,,company,\n',
    );
    expect(entries).toMatchObject([{ kind: 'term', label: 'rare earth', name: 'Lindholm Magnetics' }]);
    expect(notes.kept.map(({ record, field, reason }) => `${record} ${field} ${reason}`)).toEqual([
      'Lindholm Magnetics country shape',
      'the name stop_word',
      'the  no_name',
      'row 6  no_name',
      'Keller Optics  twice',
    ]);
  });

  it('drops a link that is none, and says in which row', async () => {
    const { entries, notes } = await read('name,url\nLindholm Magnetics,javascript:alert(1)\n');
    expect(entries[0]?.link).toBeUndefined();
    expect(notes.kept).toEqual([{ record: 'Lindholm Magnetics', field: 'url', reason: 'link', refused: false }]);
  });

  it('says so where a document is no table of names', () => {
    for (const [text, code] of [
      ['', 'empty'],
      ['<!DOCTYPE html>', 'html'],
      ['a,b,c\n1,2,3', 'no_columns'],
      ['\ufeff  ', 'empty'],
    ] as const)
      expect(() => formatOf(text), text).toThrow(new NotAList(code, code === 'no_columns' ? 'a, b, c' : ''));
  });
});

it('reads the minute of a change back from the version that it makes, and from no other number', () => {
  const moment = Date.UTC(2026, 10, 20, 8, 30);
  expect(momentOf(versionFrom(moment))).toBe(moment);
  for (const version of [0, 12, 20261120, 202613400830, 2026112008300])
    expect(momentOf(version), `${version}`).toBeNull();
});

describe('OpenSanctions', () => {
  it('reads names and aliases, firms apart from people, dated by its last change', async () => {
    const { header, entries } = await read(opensanctionsCsv({ names: 200 }), {
      url: 'https://data.opensanctions.org/datasets/latest/us_trade_csl/targets.simple.csv',
    });
    expect(header).toMatchObject({
      title: 'OpenSanctions: us_trade_csl',
      publisher: 'OpenSanctions',
      licence: 'CC BY-NC 4.0',
      updated: '2026-11-20',
    });
    expect(new Set(entries.map(({ kind }) => kind))).toEqual(new Set(['company', 'person']));
    expect(entries.flatMap(({ names }) => Object.values(names).flat())).toHaveLength(200);
    expect(entries[0]?.facts?.map(({ what }) => what)).toContain('sanctions');
  });

  it('marks nobody by one common word', async () => {
    const columns =
      'id,schema,name,aliases,birth_date,countries,addresses,identifiers,sanctions,phones,emails,program_ids,dataset,first_seen,last_seen,last_change';
    const { entries } = await read(
      `${columns}\nNK-Ab,Person,Davor Belosar,Davor;Belosar D.,,,,,,,,,x,,,\nNK-aB,Company,Belosar,,,,,,,,,,x,,,\n`,
    );
    expect(entries[0]?.names['en']).toEqual(['Davor Belosar', { text: 'Davor', mark: false }, 'Belosar D.']);
    expect(entries[1]?.names['en']).toEqual(['Belosar']);
    expect(new Set(entries.map(({ id }) => id.split('/')[1])).size).toBe(2);
  });
});

describe('the US Consolidated Screening List', () => {
  it('tells which list, under which rule, since when', async () => {
    const columns =
      '_id,source,entity_number,type,programs,name,title,addresses,federal_register_notice,start_date,end_date,standard_order,license_requirement,license_policy,call_sign,vessel_type,gross_tonnage,gross_registered_tonnage,vessel_flag,vessel_owner,remarks,source_list_url,alt_names,citizenships,dates_of_birth,nationalities,places_of_birth,source_information_url,ids';
    const row =
      'ab12,Entity List (EL) - Bureau of Industry and Security,,,,Marrow Shipping Works,,"1 Quay Road, Sandhill, CN",88 FR 1,2024-12-02,,,For all items subject to the EAR,Presumption of denial,,,,,,,,https://bis.example/el,Marrow; Marrow Works,,,,,https://bis.example/info,';
    const { header, entries } = await read(`${columns}\n${row}\n`);
    expect(header.title).toBe('US Consolidated Screening List');
    expect(entries[0]).toMatchObject({
      kind: 'company',
      country: 'CN',
      names: { en: ['Marrow Shipping Works', 'Marrow', 'Marrow Works'] },
      what: {
        text: 'On the Entity List (EL) of the Bureau of Industry and Security, by the US Consolidated Screening List',
      },
      sources: { list: { url: 'https://bis.example/info', class: 'official' } },
    });
    expect(entries[0]?.facts).toContainEqual({ what: 'licence policy', value: 'Presumption of denial', src: ['list'] });
  });

  it('finds people as the press writes them, and calls nobody a firm who may be none', async () => {
    const { entries } = await read(
      [
        '_id,source,type,name,alt_names,source_list_url',
        'a1,Specially Designated Nationals (SDN) - Treasury Department,Individual,"BELOSAR, Davor","BELLOSAR, D.; Bello",',
        'a2,Denied Persons List (DPL) - Bureau of Industry and Security,, MARIT KELLER,,',
        'a3,Specially Designated Nationals (SDN) - Treasury Department,Entity,"Marrow Works, Ltd.",,',
      ].join('\n'),
    );
    expect(entries.map(({ kind, label, name, names }) => [kind, label, name, names['en']])).toEqual([
      [
        'person',
        'individual',
        'BELOSAR, Davor',
        ['BELOSAR, Davor', 'Davor BELOSAR', 'BELLOSAR, D.', 'D. BELLOSAR', { text: 'Bello', mark: false }],
      ],
      ['term', 'party', 'MARIT KELLER', ['MARIT KELLER']],
      ['company', undefined, 'Marrow Works, Ltd.', ['Marrow Works, Ltd.']],
    ]);
  });
});
