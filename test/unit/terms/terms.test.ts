/** Protects the user's terms as they pass through records, lists, tables and the matcher. */
import fc from 'fast-check';
import Papa from 'papaparse';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { KnowledgeList } from '../../../lib/knowledge/model/schema.ts';
import { decodeNames } from '../../../lib/match/names/serialize.ts';
import { chooseSenses, createMatcher } from '../../../lib/match/index.ts';
import { compileTerms } from '../../../lib/terms/compile-own.ts';
import { termsToCsv } from '../../../lib/terms/csv.ts';
import { listOf } from '../../../lib/terms/entries.ts';
import { applyImport, planImport } from '../../../lib/terms/import-terms.ts';
import { writeFields } from '../../../lib/terms/record.ts';
import { nextStamp } from '../../../lib/terms/stamp.ts';
import { BLANK, TERM_CASES, TERM_KINDS, faultIn, fieldsOf, termOf, type Term } from '../../../lib/terms/term.ts';
import { runs } from '../../support/runs.ts';

const at = nextStamp(null, Date.UTC(2026, 10, 24), 'desk0');
let ids = 0;
const newId = () => `own/new${++ids}`;
const term = (name: string, more: Partial<Term> = {}): Term => ({
  ...BLANK,
  id: `own/${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`,
  name,
  ...more,
});

const LINDHOLM = term('Lindholm Magnetics', {
  aliases: ['Lindholm', 'LM AB', '林霍姆磁材'],
  kind: 'company',
  note: 'Magnets for the drive unit since 2021.\nAsk for the licence number, “before” quoting.',
  link: 'https://lindholm.example/',
});
const HERON = term('Project Heron', {
  case: 'exact',
  plural: false,
  not: ['Project Heron Hill'],
  note: '=gallium-free power stage',
});

const word = fc
  .stringMatching(/^[A-Za-z0-9\u4e00-\u4fff|,"' =-]{0,12}[A-Za-z\u4e00-\u4fff]$/)
  .map((text) => text.trim());
const anyTerm = fc.record({
  name: word,
  aliases: fc.uniqueArray(word, { maxLength: 4 }).map((all) => all.map((one) => one.replace(/\|/g, ' ').trim())),
  kind: fc.constantFrom(...TERM_KINDS),
  note: fc.string({ maxLength: 60 }).map((text) => text.replace(/[^\n -~\u00a1-\uff00]/g, '').trim()),
  link: fc.constantFrom('', 'https://example.org/a?b=c'),
  case: fc.constantFrom(...TERM_CASES),
  plural: fc.boolean(),
  not: fc.uniqueArray(
    word.map((one) => one.replace(/\|/g, ' ').trim()),
    { maxLength: 3 },
  ),
});

describe('a term in a record', () => {
  it('is parsed to the same term, and stores no field with its default', () => {
    const record = writeFields(HERON.id, undefined, fieldsOf(HERON, undefined), at);
    expect(termOf(record)).toEqual(HERON);
    expect(Object.keys(record.fields).sort()).toEqual(['case', 'name', 'not', 'note', 'plural']);
    const plain = { ...HERON, case: 'spelling' as const };
    expect(termOf(writeFields(HERON.id, record, fieldsOf(plain, record), nextStamp(at, 0, 'desk0')))).toEqual(plain);
  });

  it('stays usable if another version wrote a field that this one cannot read', () => {
    const record = writeFields(
      HERON.id,
      undefined,
      { ...fieldsOf(HERON, undefined), kind: 'vessel', link: 'javascript:alert(1)', colour: 'red' },
      at,
    );
    expect(termOf(record)).toEqual(HERON);
  });

  it('reports the invalid field', () => {
    expect([
      faultIn(HERON),
      faultIn({ ...HERON, name: ' ' }),
      faultIn({ ...HERON, name: '--' }),
      faultIn({ ...HERON, link: 'javascript:1' }),
      faultIn({ ...HERON, aliases: [''] }),
      faultIn({ ...HERON, note: 'x'.repeat(2001) }),
    ]).toEqual([null, 'name', 'name', 'link', 'aliases', 'note']);
  });
});

describe('export and import', () => {
  it('exports a valid list, and imports the same terms from it', async () => {
    const list = listOf([LINDHOLM, HERON], 'Own terms', '2026-11-24', 1);
    expect(v.is(KnowledgeList, list)).toBe(true);
    const plan = await planImport(JSON.stringify(list), [], newId);
    expect(plan.flaws).toEqual([]);
    expect(plan.changes.map((change) => change.term)).toEqual([LINDHOLM, HERON]);
  });

  it('exports a table, and imports the same terms from it, whatever they contain', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyTerm, { minLength: 1, maxLength: 8 }), async (all) => {
        const terms = all
          .map((one, i): Term => ({
            ...one,
            id: `own/t${i}`,
            aliases: [...new Set(one.aliases)],
            not: [...new Set(one.not)],
            name: `${one.name} ${i}`,
          }))
          .filter((one) => faultIn(one) === null);
        if (terms.length === 0) return;
        const plan = await planImport(termsToCsv(terms), [], newId);
        expect(plan.changes.map((change) => change.term)).toEqual(terms);
      }),
      runs(150),
    );
  });

  it('exports no formula to a spreadsheet and one line for each term, and imports all of it', async () => {
    expect(termsToCsv([HERON])).toContain(`'=gallium-free`);
    const starts = ['=', '+', '-', '@', "'=", "''@", '＝'];
    const notes = starts.flatMap((start) =>
      ['', 'a;', 'a; ', 'a\n', 'a\n;', 'a\t'].map((before) => `${before}${start}HYPERLINK("https://evil.example")`),
    );
    const terms = notes.map((note, n): Term => ({ ...HERON, id: `own/t${n}`, name: `Heron ${n}`, note }));
    const csv = termsToCsv(terms);
    expect(csv.trimEnd().split(/[\r\n\u2028\u2029]+/)).toHaveLength(terms.length + 1);
    const cells = Papa.parse<string[]>(csv).data.flat();
    expect(cells.filter((cell) => /(?:^|[;\t])\s*[=+\-@＝]/.test(cell))).toEqual([]);
    expect((await planImport(csv, [], newId)).changes.map(({ term }) => term)).toEqual(terms);
    // Programs differ on whether these characters end a line.
    const separated = termsToCsv([{ ...HERON, note: 'a\u2028=b\u2029=c\x85=d' }]);
    expect(separated).not.toMatch(/[\u2028\u2029\x85]/);
  });

  it('changes only what a table states of existing terms, by id or name', async () => {
    const plan = await planImport(
      'Name;Note\nlindholm magnetics;Contract ended\nOther Firm;\n;no name\n',
      [LINDHOLM, HERON],
      newId,
    );
    expect(plan).toMatchObject({
      added: 1,
      changed: 1,
      same: 0,
      flaws: [{ record: 4, refused: true, why: 'term_fault_name' }],
    });
    expect(plan.changes[0]).toEqual({
      term: { ...LINDHOLM, name: 'lindholm magnetics', note: 'Contract ended' },
      before: LINDHOLM,
    });
    expect((await planImport(termsToCsv([LINDHOLM, HERON]), [LINDHOLM, HERON], newId)).same).toBe(2);
  });

  it('reports faults by row, as a spreadsheet counts them, and whether the rest was imported', async () => {
    const table = [
      'name,kind,case,link,note',
      'Alpha,vessel,,,',
      '',
      'Beta,,,javascript:1,',
      'Gamma,chip,loud,,',
      'Gamma,chip,,,',
      `Delta,,,,${'x'.repeat(2001)}`,
      '"Eps\u202eilon",,,,',
      '"Two\nlines",,,,',
      '--,,,,',
    ].join('\n');
    const plan = await planImport(table, [], newId);
    expect(plan.changes.map(({ term: { name, kind } }) => `${name} ${kind}`)).toEqual([
      'Alpha term',
      'Gamma chip',
      'Epsilon term',
      'Two\nlines term',
    ]);
    expect(
      plan.flaws.map(({ record, name, refused, why }) => `${record} ${name} ${refused ? 'out' : 'in'} ${why}`).sort(),
    ).toEqual([
      '10 -- out term_fault_name',
      '2 Alpha in term_fault_kind',
      '4 Beta out term_fault_link',
      '5 Gamma in term_fault_case',
      '7 Delta out term_fault_note',
      '8 Epsilon in lists_reason_hidden_characters',
    ]);
  });

  it('reports which entries of a list were left out and why', async () => {
    const list = listOf([LINDHOLM, HERON], 'Own terms', '2026-11-24', 1);
    const broken = {
      ...list,
      entries: [
        ...list.entries,
        { id: 'own/bad', kind: 'term', name: 7 },
        { ...list.entries[0], id: 'own/other', names: { und: [] } },
      ],
    };
    const plan = await planImport(JSON.stringify(broken), [], newId);
    expect(plan.added).toBe(2);
    expect(plan.flaws.filter(({ refused }) => refused).map(({ record, why }) => `${record} ${why}`)).toEqual([
      'own/bad lists_reason_shape',
      'own/other lists_reason_no_name',
    ]);
  });

  it('refuses other files with an error code that has a message', async () => {
    await expect(planImport('<!doctype html><title>Sign in</title>', [], newId)).rejects.toMatchObject({
      code: 'html',
    });
    await expect(planImport('colour,size\nred,4', [], newId)).rejects.toMatchObject({ code: 'no_columns' });
  });

  it('imports 2,000 terms in parts, and reports progress', async () => {
    const csv = `name,aliases,note\n${Array.from({ length: 2000 }, (_, i) => `Supplier ${i},S${i} | 供应商${i},Quota of ${i} tonnes`).join('\n')}`;
    const plan = await planImport(csv, [], newId);
    const steps: number[] = [];
    let put = 0;
    await applyImport(
      plan,
      async (changes) => void (put += changes.length),
      (done) => steps.push(done),
    );
    expect([put, steps.length, steps.at(-1)]).toEqual([2000, 20, 2000]);
  });
});

describe('finding terms', () => {
  const found = (terms: Term[], text: string) => {
    const matcher = createMatcher([decodeNames(compileTerms(terms))]);
    return chooseSenses(matcher, [matcher.read(text)]).map(
      (mention) => `${mention.entry}: ${text.slice(mention.start, mention.end)}`,
    );
  };

  it('finds all names, in any script, by the rule that the user set', () => {
    expect(
      found(
        [LINDHOLM, HERON],
        'Lindholm and LM AB (林霍姆磁材) drop project heron, not Project Heron Hill; Project Heron goes on.',
      ),
    ).toEqual([
      'own/lindholm-magnetics: Lindholm',
      'own/lindholm-magnetics: LM AB',
      'own/lindholm-magnetics: 林霍姆磁材',
      'own/project-heron: Project Heron',
    ]);
  });

  it("applies no rule of kinds to the user's names", () => {
    const firm = term('Apex', { kind: 'company', case: 'any' });
    const metal = term('borealite', { kind: 'mineral' });
    expect(found([firm, metal], 'Shares of apex rose. Borealite Avenue is far. Apex!')).toEqual([
      'own/apex: apex',
      'own/borealite: Borealite',
      'own/apex: Apex',
    ]);
  });
});
