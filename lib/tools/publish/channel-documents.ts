/** Makes the documents that subscribers of a channel fetch, as texts by path. */
import { createHash } from 'node:crypto';
import { documentOf, joinUpdates, makeUpdate, type ListUpdate } from '../../formats/channel/list-update.ts';
import { updatePath, type Latest } from '../../formats/channel/channel-files.ts';
import type { KnowledgeList } from '../../knowledge/model/schema.ts';
import { diffLists } from './diff-list.ts';
import { MAX_VERSIONS_IN_LOG, type Changes, type Previous } from './previous.ts';

const textOf = (document: unknown): string => `${JSON.stringify(document)}\n`;
const bytesOf = (text: string): number => Buffer.byteLength(text);

/** Updates to `list` from the last version and from earlier ones. */
function updatesTo(list: KnowledgeList, { list: before, updates }: Previous): ListUpdate[] {
  const last = makeUpdate(before, list);
  return [last, ...updates.map((update) => joinUpdates(update, last))];
}

/** The changes of every version, newest first. */
function changesWith(list: KnowledgeList, previous: Previous | null): Changes {
  if (!previous) return { format: 'tradegloss-changes/1', versions: [] };
  const { added, changed, removed, lines } = diffLists(previous.list, list, list.updated);
  const newest = { version: list.version, updated: list.updated, added, changed, removed, lines };
  return {
    format: 'tradegloss-changes/1',
    versions: [newest, ...previous.changes.versions].slice(0, MAX_VERSIONS_IN_LOG),
  };
}

export interface ChannelDocuments {
  /** By path. These files are signed. */
  signed: Map<string, string>;
  changes: Changes;
}

/** Throws if `list` does not have a higher version than the previous one. */
export function channelDocuments(list: KnowledgeList, previous: Previous | null): ChannelDocuments {
  if (previous && previous.list.id !== list.id)
    throw new Error(`the folder of the last publication holds the list ${previous.list.id}, not ${list.id}`);
  if (previous && previous.list.version >= list.version)
    throw new Error(`version ${previous.list.version} is published already: list.yaml needs a higher version`);
  const document = documentOf(list);
  const updates = previous ? updatesTo(list, previous) : [];
  const texts = updates.map((update) => [update, textOf(update)] as const);
  const latest: Latest = {
    format: 'tradegloss-channel/1',
    list: list.id,
    version: list.version,
    updated: list.updated,
    ...(list.knownTo !== undefined && { knownTo: list.knownTo }),
    bytes: bytesOf(document),
    sha256: createHash('sha256').update(document).digest('hex'),
    updates: Object.fromEntries(texts.map(([{ from }, text]) => [String(from), bytesOf(text)])),
  };
  return {
    signed: new Map([
      ['latest.json', textOf(latest)],
      ['list.json', document],
      ...texts.map(([{ from, to }, text]): [string, string] => [updatePath(from, to), text]),
    ]),
    changes: changesWith(list, previous),
  };
}
