/**
 * Turns a publisher's table into one list document, including fields that the table formats lack:
 * rules of names, names by language, and measures with their dates. The header comes from
 * `list.yaml` beside the table, as in a folder.
 */
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import * as v from 'valibot';
import { countryIn } from '../../formats/country-words.ts';
import { csvRows, type CsvRow } from '../../formats/csv-rows.ts';
import { NotAList } from '../../formats/list-format.ts';
import { isTableHeader } from '../../formats/plain-csv.ts';
import { langOf, slugOf } from '../../formats/row-entry.ts';
import { tableColumns, textsIn, type Role, type TableColumns } from '../../formats/table-columns.ts';
import { kindIn } from '../../formats/table-kinds.ts';
import { KnowledgeList } from '../../knowledge/model/schema.ts';
import { listText } from '../../subscriptions/list-text.ts';
import { issueWords } from './issue-words.ts';
import type { Problem } from './load-list.ts';
import { readYaml } from './read-yaml.ts';

type Fields = Record<string, unknown>;

/** Columns that only this command reads. `aliases_de` and `name_zh_hans` name a language. */
const RULES = ['alone', 'for', 'against', 'not', 'case', 'mark'] as const;
const MEASURE = ['measure', 'by', 'instrument', 'restrains', 'way', 'toward', 'since', 'until'] as const;
const BY_LANGUAGE = /^(?:names?|aliases)_([a-z]{2}(?:_han[st])?)$/;

const isNo = (cell: string): boolean => /^(?:no|false|0|nein|non|否)$/i.test(cell);
const tagOf = (column: string): string | null => {
  const tag = BY_LANGUAGE.exec(column)?.[1];
  return tag === undefined ? null : tag.replace(/_han([st])$/, (_, kind: string) => `-Han${kind}`);
};

/**
 * A slug of the name. Ids are permanent and publishers type them, so it is readable if the name's
 * letters allow that.
 */
const slugFor = (text: string): string =>
  /^[\x20-\x7e]+$/.test(text)
    ? text
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '')
        .slice(0, 70) || slugOf(text)
    : slugOf(text);

class TableDraft {
  readonly entries = new Map<string, Fields>();
  readonly controls = new Map<string, Fields>();
  readonly acts: Fields[] = [];
  readonly files = new Map<string, string>();
  readonly #columns: TableColumns;
  readonly #homepage: string;
  readonly #publisher: string;

  constructor(columns: TableColumns, header: Fields) {
    this.#columns = columns;
    this.#homepage = typeof header['homepage'] === 'string' ? header['homepage'] : '';
    this.#publisher = typeof header['publisher'] === 'string' ? header['publisher'] : '';
  }

  addRow(row: CsvRow, place: string): void {
    const cell = (column: string) => row[column]?.trim() ?? '';
    const one = (role: Role) => this.#columns.of(role).map(cell).find(Boolean) ?? '';
    const name = one('name');
    if (name === '') return;
    const kind = kindIn(one('kind')) || 'company';
    const given = one('id');
    const id = given.includes('/') ? given : `${kind}/${slugFor(given || name)}`;
    const url = one('link') || this.#homepage;
    const sources = { table: { url, publisher: this.#publisher || 'unnamed', class: 'other' } };
    const entry = this.entries.get(id) ?? {
      id,
      kind: id.split('/')[0],
      name,
      names: {},
      what: { text: one('note') || name, src: ['table'] },
      ...(countryIn(one('country')) && { country: countryIn(one('country')) }),
      ...(one('link') && { link: one('link') }),
      sources,
    };
    this.#addNames(entry['names'] as Record<string, unknown[]>, row, name);
    this.entries.set(id, entry);
    this.files.set(id, place);
    if (cell('measure') !== '') this.#addMeasure(id, cell, sources, place);
  }

  #addNames(names: Record<string, unknown[]>, row: CsvRow, own: string): void {
    const cell = (column: string) => row[column]?.trim() ?? '';
    const rules = RULES.flatMap((rule): [string, unknown][] => {
      const text = cell(rule);
      if (text === '') return [];
      if (rule === 'alone' || rule === 'mark') return [[rule, !isNo(text)]];
      return [[rule, rule === 'case' ? text : textsIn(text)]];
    });
    const add = (lang: string, text: string) => {
      const group = (names[lang] ??= []);
      const isThere = group.some((name) => name === text || (name as { text?: string }).text === text);
      if (!isThere) group.push(rules.length > 0 ? { text, ...Object.fromEntries(rules) } : text);
    };
    add(langOf(own), own);
    for (const column of this.#columns.of('alias'))
      for (const text of textsIn(cell(column))) add(tagOf(column) ?? langOf(text), text);
    for (const [column, value] of Object.entries(row)) {
      const tag = tagOf(column);
      if (tag !== null) for (const text of textsIn(value ?? '')) add(tag, text);
    }
  }

  #addMeasure(entry: string, cell: (column: string) => string, sources: Fields, place: string): void {
    const key = MEASURE.map(cell).join('\n');
    const known = this.controls.get(key);
    if (known) {
      (known['covers'] as Fields[]).push({ entry });
      return;
    }
    const slug = slugFor(cell('measure')).slice(0, 70);
    const id = `control/${slug}${this.controls.size > 0 ? `-${this.controls.size + 1}` : ''}`;
    const instrument = cell('instrument') || `instrument/${slug}`;
    if (cell('instrument') === '' && !this.entries.has(instrument))
      this.entries.set(instrument, {
        id: instrument,
        kind: 'instrument',
        name: cell('measure').slice(0, 160),
        names: { [langOf(cell('measure'))]: [cell('measure').slice(0, 200)] },
        what: { text: cell('measure').slice(0, 600), src: ['table'] },
        sources,
      });
    const toward = textsIn(cell('toward')).map((text) => (/^all$/i.test(text) ? 'all' : (countryIn(text) ?? text)));
    this.controls.set(key, {
      id,
      by: cell('by'),
      text: { instrument },
      title: cell('measure'),
      restrains: cell('restrains') || 'export',
      way: cell('way') || 'licence',
      covers: [{ entry }],
      toward: { destinations: toward.length > 0 ? toward : ['all'] },
      sources,
    });
    const until = cell('until');
    const act = {
      id: `act/${id.slice('control/'.length)}.imposes`,
      does: 'imposes',
      on: [id],
      public: cell('since'),
      ...(until && { upTo: { day: until, included: 'unclear', then: 'ends' } }),
      basis: 'law',
      src: ['table'],
      sources,
    };
    this.acts.push(act);
    this.files.set(id, place);
    this.files.set(act.id, place);
  }
}

/** Columns whose names differ from the field that they fill. */
const COLUMNS: readonly (readonly [RegExp, string])[] = [
  [/^public$/, 'since'],
  [/^upTo\b/, 'until'],
  [/^toward\b/, 'toward'],
  [/^title$/, 'measure'],
  [/^text\.instrument$/, 'instrument'],
  [/^sources\.table\.url$/, 'url (or homepage in list.yaml)'],
];
const columnOf = (field: string): string => COLUMNS.find(([pattern]) => pattern.test(field))?.[1] ?? field;

async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  for await (const piece of createReadStream(path)) if (piece instanceof Uint8Array) yield piece;
}

/**
 * The list of a table, or the faults of its rows. Rejects with NotAList if the file is no table.
 */
export async function loadTable(path: string): Promise<{
  list: v.InferOutput<typeof KnowledgeList> | null;
  problems: Problem[];
  files: Map<string, string>;
}> {
  const headerPath = join(dirname(path), 'list.yaml');
  if (!existsSync(headerPath)) {
    const message = `has no list.yaml beside it, with the id, title, publisher, licence, version, updated and expires of the list`;
    return { list: null, problems: [{ file: basename(path), message }], files: new Map() };
  }
  const header = readYaml(readFileSync(headerPath, 'utf8')) as Fields;
  let draft: TableDraft | null = null;
  const check = (found: readonly string[]) => {
    const columns = tableColumns(found);
    if (!columns) throw new NotAList('no_columns', found.slice(0, 8).join(', '));
    draft = new TableDraft(columns, header);
  };
  for await (const { rows, first } of csvRows(listText(bytesOf(path)), check, { isHeader: isTableHeader }))
    for (const [k, row] of rows.entries()) (draft as TableDraft | null)?.addRow(row, `row ${first + k}`);
  const { entries, controls, acts, files } = draft ?? new TableDraft({ of: () => [], ignored: [] }, header);
  const parts = { entries: [...entries.values()], controls: [...controls.values()], acts };
  const result = v.safeParse(KnowledgeList, {
    format: 'tradegloss-list/1',
    topics: [],
    countries: [],
    ...header,
    ...parts,
  });
  const problems = (result.issues ?? []).map((issue): Problem => {
    const [part, index, ...field] = (issue.path ?? []).map((step) => String(step.key));
    const record = parts[part as keyof typeof parts]?.[Number(index)];
    const file = record && files.get(String(record['id']));
    const where = (record === undefined ? [part, index, ...field] : field).filter(Boolean).join('.');
    return { file: file ?? 'list.yaml', message: `${columnOf(where)}: ${issueWords(issue)}` };
  });
  return { list: result.success ? result.output : null, problems, files };
}
