/** Reads the last publication: its list, the updates that led to it, and the log of changes. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { MAX_UPDATES } from '../../formats/channel/channel-files.ts';
import { ListUpdate } from '../../formats/channel/list-update.ts';
import { KnowledgeList } from '../../knowledge/model/schema.ts';

/** Versions that the log of changes keeps. */
export const MAX_VERSIONS_IN_LOG = 30;

const Line = v.object({ entry: v.string(), name: v.string(), en: v.array(v.string()), zh_CN: v.array(v.string()) });
const VersionChanges = v.object({
  version: v.number(),
  updated: v.string(),
  added: v.number(),
  changed: v.number(),
  removed: v.number(),
  lines: v.array(Line),
});
/** The log of changes, `changes.json`, the newest version first. */
export const Changes = v.object({ format: v.literal('tradegloss-changes/1'), versions: v.array(VersionChanges) });
export type Changes = v.InferOutput<typeof Changes>;

export interface Previous {
  list: KnowledgeList;
  /** The updates that lead to `list`. */
  updates: ListUpdate[];
  changes: Changes;
}

const NO_CHANGES: Changes = { format: 'tradegloss-changes/1', versions: [] };

function readJson<S extends v.GenericSchema>(file: string, schema: S): v.InferOutput<S> {
  const result = v.safeParse(schema, JSON.parse(readFileSync(file, 'utf8')));
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new Error(`${file}: ${v.getDotPath(issue) ?? ''} ${issue.message}`);
}

/** Throws if `dir` holds no publication, or a damaged one. */
export function readPrevious(dir: string): Previous {
  const file = join(dir, 'list.json');
  if (!existsSync(file)) throw new Error(`${dir} holds no list.json: --previous is the folder of the last publication`);
  const list = readJson(file, KnowledgeList);
  const folder = join(dir, 'updates');
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(`-${list.version}.json`)) : [];
  const updates = names
    .map((name) => readJson(join(folder, name), ListUpdate))
    .sort((a, b) => b.from - a.from)
    .slice(0, MAX_UPDATES - 1);
  const log = join(dir, 'changes.json');
  return { list, updates, changes: existsSync(log) ? readJson(log, Changes) : NO_CHANGES };
}
