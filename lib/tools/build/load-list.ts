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
import { readYaml } from './read-yaml.ts';

type Fields = Record<string, unknown>;
export type Problem = { file: string; message: string };

function yamlFiles(dir: string): string[] {
  const found: string[] = [];
  for (const name of readdirSync(dir).sort()) {
    const path = join(dir, name);
    if (statSync(path).isDirectory()) found.push(...yamlFiles(path));
    else if (name.endsWith('.yaml')) found.push(path);
  }
  return found;
}

const slugOf = (path: string) => basename(path, '.yaml');

/** An act in a control's file: `on`, `sources` and an id come from the control. */
function actOf(control: Fields, slug: string, act: Fields): Fields {
  const id = `act/${slug}.${String(act['does']).replaceAll(' ', '-')}-${String(act['public']).replace(/^[~<]/, '').toLowerCase()}`;
  return { id, on: [control['id']], sources: control['sources'], ...act };
}

/** The list in `dir`, or what is wrong with its files. Never throws for bad content. */
export function loadList(dir: string): {
  list: v.InferOutput<typeof KnowledgeList> | null;
  problems: Problem[];
  files: Map<string, string>;
} {
  const problems: Problem[] = [];
  const files = new Map<string, string>();
  const noList = (message: string) => ({ list: null, problems: [{ file: dir, message }], files });
  if (!existsSync(dir) || !statSync(dir).isDirectory()) return noList('there is no such folder');
  if (!existsSync(join(dir, 'list.yaml')))
    return noList(
      'holds no list.yaml, with the id, title, publisher, licence, version, updated and expires of the list',
    );
  const parts = {
    entries: [] as Fields[],
    controls: [] as Fields[],
    acts: [] as Fields[],
    topics: [] as Fields[],
    countries: [] as Fields[],
  };
  let header: Fields = {};
  const phrases: Record<string, Fields> = {};
  for (const path of yamlFiles(dir)) {
    const file = relative(dir, path).split(sep).join('/');
    let data: Fields;
    try {
      data = readYaml(readFileSync(path, 'utf8')) as Fields;
      if (data === null || typeof data !== 'object' || Array.isArray(data)) throw new Error('holds no fields');
    } catch (error) {
      problems.push({ file, message: (error as Error).message });
      continue;
    }
    const [folder, ...rest] = file.split('/');
    const slug = slugOf(path);
    const add = (part: keyof typeof parts, record: Fields) => {
      parts[part].push(record);
      const id = String(record['id']);
      if (files.has(id)) problems.push({ file, message: `${id} stands in ${files.get(id)} too` });
      files.set(id, file);
    };
    if (file === 'list.yaml') header = data;
    else if (folder === 'entries') add('entries', { id: `${rest[0]}/${slug}`, kind: rest[0], ...data });
    else if (folder === 'controls') {
      const { acts, ...fields } = data;
      const control: Fields = { id: `control/${slug}`, ...fields };
      add('controls', control);
      for (const act of (acts as Fields[] | undefined) ?? []) add('acts', actOf(control, slug, act));
    } else if (folder === 'acts') add('acts', { id: `act/${slug}`, ...data });
    else if (folder === 'topics') add('topics', { id: `topic/${slug}`, ...data });
    else if (folder === 'countries') add('countries', { id: `country/${slug}`, ...data });
    else if (folder === 'phrases' && rest[0]) phrases[rest[0]] = { ...phrases[rest[0]], ...data };
    else problems.push({ file, message: 'is in no known folder' });
  }
  const result = v.safeParse(KnowledgeList, {
    format: 'tradegloss-list/1',
    ...header,
    ...parts,
    ...(Object.keys(phrases).length > 0 && { phrases }),
  });
  if (!result.success) {
    for (const issue of result.issues) {
      const path = (issue.path ?? []).map((step) => String(step.key));
      const [part, index, ...field] = path;
      const record = parts[part as keyof typeof parts]?.[Number(index)];
      const file = record && files.get(String(record['id']));
      problems.push({
        file: file ?? 'list.yaml',
        message: `${(file === undefined ? path : field).join('.')}: ${issue.message}`,
      });
    }
    return { list: null, problems, files };
  }
  return { list: problems.length ? null : result.output, problems, files };
}
