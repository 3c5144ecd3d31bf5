/**
 * Reads a folder of YAML files into one list document. Runs in Node, for publishers and the build.
 *
 *   list.yaml                    header: id, title, publisher, licence, version, updated, expires
 *   entries/<kind>/<slug>.yaml   an entry; id and kind come from the path
 *   controls/<any>/<slug>.yaml   a control with the acts on it alone; id comes from the file name
 *   acts/<slug>.yaml             an act on several controls
 *   topics/<slug>.yaml           words that stand for a topic
 *   countries/<code>.yaml        words that stand for a country
 *   phrases/<language>/<any>.yaml  texts of the list, as they stand in that language
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import * as v from 'valibot';
import { KnowledgeList } from '../../knowledge/model/schema.ts';
import './han-table.ts';
import { issueWords } from './issue-words.ts';
import { readYaml } from './read-yaml.ts';

type Fields = Record<string, unknown>;
/** `file`: its path within the folder. */
export type Problem = { file: string; message: string };

/** All YAML files below a folder, in the order of their names. */
function yamlFiles(dir: string): string[] {
  const found: string[] = [];
  for (const name of readdirSync(dir).sort()) {
    const path = join(dir, name);
    if (statSync(path).isDirectory()) found.push(...yamlFiles(path));
    else if (/\.ya?ml$/i.test(name)) found.push(path);
  }
  return found;
}

const slugOf = (path: string) => basename(path, '.yaml');

/** An act in a control's file: `on`, `sources` and an id come from the control. */
function actOf(control: Fields, slug: string, act: Fields): Fields {
  const id = `act/${slug}.${String(act['does']).replaceAll(' ', '-')}-${String(act['public']).replace(/^[~<]/, '').toLowerCase()}`;
  return { id, on: [control['id']], sources: control['sources'], ...act };
}

type Part = 'entries' | 'controls' | 'acts' | 'topics' | 'countries';

/** The records of a list as its files have them, before they are validated. */
class Draft {
  readonly parts: Record<Part, Fields[]> = { entries: [], controls: [], acts: [], topics: [], countries: [] };
  readonly problems: Problem[] = [];
  /** The file of each id. */
  readonly files = new Map<string, string>();
  readonly #phrases: Record<string, Fields> = {};
  #header: Fields = {};

  addFile(path: string, file: string): void {
    try {
      const data = readYaml(readFileSync(path, 'utf8'));
      if (data === null || typeof data !== 'object' || Array.isArray(data)) throw new Error('holds no fields');
      this.#addFields(file, slugOf(path), data as Fields);
    } catch (error) {
      this.problems.push({ file, message: (error as Error).message });
    }
  }

  #addFields(file: string, slug: string, data: Fields): void {
    const [folder, kind, ...rest] = file.split('/');
    if (!file.endsWith('.yaml'))
      return this.#say(file, 'ends in another way than .yaml, so it is not read; name it .yaml');
    if (folder === 'entries' && rest.length === 0)
      return this.#say(
        file,
        'stands right below entries/; move it to the folder of its kind, such as entries/company/',
      );
    if (file === 'list.yaml') this.#header = data;
    else if (folder === 'entries') this.#add('entries', file, { id: `${kind}/${slug}`, kind, ...data });
    else if (folder === 'controls') this.#addControl(file, slug, data);
    else if (folder === 'acts') this.#add('acts', file, { id: `act/${slug}`, ...data });
    else if (folder === 'topics') this.#add('topics', file, { id: `topic/${slug}`, ...data });
    else if (folder === 'countries') this.#add('countries', file, { id: `country/${slug}`, ...data });
    else if (folder === 'phrases' && kind) this.#phrases[kind] = { ...this.#phrases[kind], ...data };
    else
      this.#say(
        file,
        'is in no folder that is read; those are entries/KIND/, controls/, acts/, topics/, countries/ and phrases/LANGUAGE/',
      );
  }

  #say(file: string, message: string): void {
    this.problems.push({ file, message });
  }

  #addControl(file: string, slug: string, { acts, ...fields }: Fields): void {
    const control: Fields = { id: `control/${slug}`, ...fields };
    this.#add('controls', file, control);
    for (const act of (acts as Fields[] | undefined) ?? []) this.#add('acts', file, actOf(control, slug, act));
  }

  #add(part: Part, file: string, record: Fields): void {
    this.parts[part].push(record);
    const id = String(record['id']);
    if (this.files.has(id)) this.problems.push({ file, message: `${id} stands in ${this.files.get(id)} too` });
    this.files.set(id, file);
  }

  document(): Fields {
    const phrases = Object.keys(this.#phrases).length > 0 && { phrases: this.#phrases };
    return { format: 'tradegloss-list/1', ...this.#header, ...this.parts, ...phrases };
  }

  /** A fault that the schema found, under the name of the record's file. */
  problemOf(issue: v.BaseIssue<unknown>): Problem {
    const path = (issue.path ?? []).map((step) => String(step.key));
    const [part, index, ...field] = path;
    const record = this.parts[part as Part]?.[Number(index)];
    const file = record && this.files.get(String(record['id']));
    return {
      file: file ?? 'list.yaml',
      message: `${(file === undefined ? path : field).join('.')}: ${issueWords(issue)}`,
    };
  }
}

/** The list in `dir`, or the faults of its files. Never throws because of bad content. */
export function loadList(dir: string): {
  list: v.InferOutput<typeof KnowledgeList> | null;
  problems: Problem[];
  files: Map<string, string>;
} {
  const draft = new Draft();
  const { problems, files } = draft;
  const noList = (message: string) => ({ list: null, problems: [{ file: dir, message }], files });
  if (!existsSync(dir) || !statSync(dir).isDirectory()) return noList('there is no such folder');
  if (existsSync(join(dir, 'list.yml'))) return noList('has a list.yml; name it list.yaml');
  if (!existsSync(join(dir, 'list.yaml')))
    return noList(
      'holds no list.yaml, with the id, title, publisher, licence, version, updated and expires of the list',
    );
  for (const path of yamlFiles(dir)) draft.addFile(path, relative(dir, path).split(sep).join('/'));
  const result = v.safeParse(KnowledgeList, draft.document());
  if (!result.success) problems.push(...result.issues.map((issue) => draft.problemOf(issue)));
  return { list: result.success && problems.length === 0 ? result.output : null, problems, files };
}
