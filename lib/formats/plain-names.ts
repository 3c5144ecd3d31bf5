/** Reads a file with one name a line and nothing else. */
import type { Batch, ListContext, ListHeader } from './list-format.ts';
import type { Notes } from './notes.ts';
import { splitAtCommas } from './table-columns.ts';
import { entriesOf, type ReadRecord } from './table-entries.ts';
import { fileTitle, tableHeader } from './table-header.ts';

/** Lines that are examined to tell a list of names from other text. */
const EXAMINED_LINES = 50;
/** Characters, and words, of the longest line in a list of names. */
const MAX_LINE = 160;
const MAX_WORDS = 14;

/** False for empty lines and comments. */
const isName = (line: string): boolean => line !== '' && !/^(?:#|\/\/)/.test(line);

/**
 * True if the text starts like a list of names: short lines that are neither sentences nor columns.
 * A company's name may contain a comma.
 */
export function isPlainNames(start: string): boolean {
  // The last line may be incomplete.
  const lines = start.split(/\r\n?|\n/);
  const whole = (lines.length > 1 ? lines.slice(0, -1) : lines).map((line) => line.trim()).filter(isName);
  const looked = whole.slice(0, EXAMINED_LINES);
  if (looked.length < 2) return false;
  const isShort = (line: string) => line.length <= MAX_LINE && line.split(/\s+/).length <= MAX_WORDS;
  const isPart = (line: string) => /[;\t{}<>=|]|^(?:- )?[\w-]+:(?:\s|\S)/.test(line) || splitAtCommas(line).length > 1;
  const isSentence = (line: string) =>
    /[.!?。！？:：]$/.test(line) && !/\b(?:Inc|Ltd|Co|Corp|S\.A|N\.V|B\.V|A\.G|LLC|s\.r\.o|a\.s|Jr|Sr)\.$/i.test(line);
  const odd = looked.filter((line) => !isShort(line) || isPart(line) || isSentence(line)).length;
  return odd <= looked.length / 10;
}

/** Makes an entry of each line that can be a name; other lines are skipped. */
export async function* readPlainNames(
  text: AsyncIterable<string>,
  context: ListContext,
  notes: Notes,
): AsyncGenerator<Batch, ListHeader> {
  const publisher = new URL(context.url).hostname;
  const source = { url: context.url, publisher, class: 'other' as const };
  async function* records(): AsyncGenerator<ReadRecord[]> {
    let pending = '';
    let count = 0;
    const read = (lines: readonly string[]): ReadRecord[] =>
      lines.flatMap((line) => {
        count++;
        const name = line.trim();
        if (!isName(name)) return [];
        const cells = { key: '', kind: 'term', name, aliases: [], what: '', isOneWordHidden: false, source };
        return [{ cells, label: `line ${count}` }];
      });
    for await (const part of text) {
      const lines = (pending + part).replace(/^\ufeff/, '').split(/\r\n|\n/);
      pending = lines.pop() ?? '';
      yield read(lines);
    }
    yield read([pending]);
  }
  yield* entriesOf(records(), context, notes);
  return tableHeader(context, { title: fileTitle(context.url), publisher, licence: '?' });
}
