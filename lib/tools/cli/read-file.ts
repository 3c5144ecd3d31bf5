/** A list in a file, of any format, read as a subscriber's extension reads it. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { mostBytes, type FormatName } from '../../formats/list-format.ts';
import { Notes } from '../../formats/notes.ts';
import { formatOf, readerOf } from '../../formats/read-list.ts';
import { strictUtf8 } from '../../subscriptions/strict-utf8.ts';
import type { Act, Control, Entry, KnowledgeList } from '../../knowledge/model/schema.ts';

export interface ReadFile {
  format: FormatName;
  bytes: number;
  list: KnowledgeList;
  notes: Notes;
}

/**
 * `as`: the file whose place it takes on the server, since ids of tables hang on their address.
 * Rejects with NotAList, or in plain words.
 */
export async function readListFile(path: string, as = path): Promise<ReadFile> {
  if (!existsSync(path)) throw new Error(`there is no file ${path}`);
  const stat = statSync(path);
  if (stat.isDirectory()) throw new Error(`${path} is a folder; build makes a list of it`);
  const { size, mtimeMs } = stat;
  async function* text(): AsyncGenerator<string> {
    const decode = strictUtf8();
    for await (const piece of createReadStream(path)) if (piece instanceof Uint8Array) yield decode(piece);
    yield decode();
  }
  let start = '';
  for await (const piece of text()) {
    start += piece;
    if (start.length > 4000) break;
  }
  const format = formatOf(start);
  if (size > mostBytes(format))
    throw new Error(
      `${path} has ${Math.round(size / 1e6)} MB; subscribers take ${mostBytes(format) / 1024 / 1024} MB of this format`,
    );
  const notes = new Notes();
  const reading = readerOf(format)(
    text(),
    { url: `https://lists.example/${resolve(as).split('/').at(-1) ?? ''}`, lastModified: mtimeMs, now: mtimeMs },
    notes,
  );
  const entries: Entry[] = [];
  const controls: Control[] = [];
  const acts: Act[] = [];
  for (;;) {
    const next = await reading.next();
    if (next.done)
      return {
        format,
        bytes: size,
        notes,
        list: { format: 'tradegloss-list/1', ...next.value, entries, controls, acts },
      };
    entries.push(...next.value.entries);
    controls.push(...next.value.controls);
    acts.push(...next.value.acts);
  }
}
