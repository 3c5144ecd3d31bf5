/** Reads a list from a file of any format, as a subscriber's extension does. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { maxBytes, type FormatName } from '../../formats/list-format.ts';
import { Notes } from '../../formats/notes.ts';
import { formatOf, readerOf } from '../../formats/read-list.ts';
import { listText } from '../../subscriptions/list-text.ts';
import type { Act, Control, Entry, KnowledgeList } from '../../knowledge/model/schema.ts';

export interface ReadFile {
  format: FormatName;
  bytes: number;
  list: KnowledgeList;
  notes: Notes;
}

/** Stands for the address at which a publisher puts the file. */
const PLACE = 'https://lists.example/';

async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  for await (const piece of createReadStream(path)) if (piece instanceof Uint8Array) yield piece;
}

/**
 * `as`: the name of the file on the server, because ids of tables depend on their address. Rejects
 * with NotAList, or with a message for users.
 */
export async function readListFile(path: string, as = path): Promise<ReadFile> {
  if (!existsSync(path)) throw new Error(`there is no file ${path}`);
  const stat = statSync(path);
  if (stat.isDirectory()) throw new Error(`${path} is a folder; build makes a list of it`);
  const { size, mtimeMs } = stat;
  const text = () => listText(bytesOf(path));
  let start = '';
  for await (const piece of text()) {
    start += piece;
    if (start.length > 4000) break;
  }
  const format = formatOf(start);
  if (size > maxBytes(format))
    throw new Error(
      `${path} has ${Math.round(size / 1e6)} MB; subscribers take ${maxBytes(format) / 1024 / 1024} MB of this format`,
    );
  const notes = new Notes();
  const reading = readerOf(format)(
    text(),
    {
      url: `${PLACE}${basename(as)}`,
      lastModified: mtimeMs,
      now: mtimeMs,
      beside: (url) => {
        const other = join(dirname(path), basename(url));
        return Promise.resolve(existsSync(other) ? listText(bytesOf(other)) : null);
      },
    },
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
