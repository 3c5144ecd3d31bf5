/**
 * Parses XML as it arrives into the elements that are a list's records. Only one record is in
 * memory at a time, so a file of 100 MB takes no more memory than its largest record.
 */
import type { Tag } from 'sax';
import { NotAList } from './list-format.ts';
import type { ReadRecord } from './table-entries.ts';

/** A record or a part of one. */
export interface XmlElement {
  /** The name without its namespace prefix. */
  name: string;
  attributes: Readonly<Record<string, string>>;
  /** The text directly inside the element. */
  text: string;
  children: XmlElement[];
}

/** Elements that are passed on at a time, so that other work on the thread can run. */
const ELEMENTS_AT_A_TIME = 500;
/** The most levels of nested elements, more than ten times as many as any list has. */
const MAX_DEPTH = 100;
/** Characters that the parser gets at a time. */
const PIECE = 1 << 15;

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The elements with this name, in the order of the file. Throws NotAList. */
export async function* xmlElements(
  text: AsyncIterable<string>,
  wanted: ReadonlySet<string>,
): AsyncGenerator<XmlElement[]> {
  const { default: sax } = await import('sax');
  // In strict mode the parser refuses entities that the document defines instead of expanding them.
  const parser = sax.parser(true, { trim: false });
  let open: XmlElement[] = [];
  let found: XmlElement[] = [];
  let depth = 0;
  const take = (more: string) => {
    const element = open.at(-1);
    if (element) element.text += more;
  };
  Object.assign(parser, {
    onerror(error: Error) {
      throw error;
    },
    onopentag({ name, attributes }: Tag) {
      if (++depth > MAX_DEPTH) throw new Error('elements stand too deep within one another');
      const local = localName(name);
      if (open.length === 0 && !wanted.has(local)) return;
      const element: XmlElement = { name: local, attributes, text: '', children: [] };
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    ontext: take,
    oncdata: take,
    onclosetag() {
      depth--;
      const closed = open.pop();
      if (closed && open.length === 0) found.push(closed);
    },
  });
  try {
    for await (const part of text) {
      for (let from = 0; from < part.length; from += PIECE) {
        parser.write(part.slice(from, from + PIECE));
        if (found.length < ELEMENTS_AT_A_TIME) continue;
        yield found;
        found = [];
      }
    }
    parser.close();
  } catch (error) {
    if (error instanceof NotAList || !(error instanceof Error) || error.name !== 'Error') throw error;
    const where = `line ${parser.line + 1}`;
    open = [];
    throw new NotAList(/unclosed|unexpected end/i.test(error.message) ? 'cut_off' : 'bad_xml', where);
  }
  yield found;
}

/** Children of an element by their name. */
export const childrenOf = (element: XmlElement | undefined, name: string): XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? [];
/** The first child of this name. */
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child) => child.name === name);

/** The text of the first element at a path of names; '' if there is none. */
export function textAt(element: XmlElement | undefined, ...path: readonly string[]): string {
  let at = element;
  for (const name of path) at = childOf(at, name);
  return at?.text.trim() ?? '';
}

/** The texts of all elements at a path of names. */
export const textsAt = (element: XmlElement | undefined, ...path: readonly string[]): string[] => {
  let at = element ? [element] : [];
  for (const name of path) at = at.flatMap((one) => childrenOf(one, name));
  return at.map(({ text }) => text.trim()).filter(Boolean);
};

/**
 * The records of a list from its elements. `read` returns null for an element that is not a record.
 */
export async function* xmlRecords(
  text: AsyncIterable<string>,
  wanted: ReadonlySet<string>,
  read: (element: XmlElement) => ReadRecord['cells'] | null,
): AsyncGenerator<ReadRecord[]> {
  let count = 0;
  for await (const elements of xmlElements(text, wanted))
    yield elements.flatMap((element) => {
      const cells = read(element);
      count++;
      return cells ? [{ cells, label: `entry ${count}` }] : [];
    });
}

/** Characters of comments and the doctype that may come before the root element. */
const MAX_PROLOG = 4000;

/** The root element of an XML document with its attributes; null if `start` is not XML. */
export function rootOf(start: string): { name: string; tag: string } | null {
  const text = start.slice(0, MAX_PROLOG);
  let at = text.startsWith('\ufeff') ? 1 : 0;
  for (;;) {
    while (/\s/.test(text.charAt(at)) && at < text.length) at++;
    const end = text.startsWith('<?', at)
      ? '?>'
      : text.startsWith('<!--', at)
        ? '-->'
        : text.startsWith('<!', at)
          ? '>'
          : null;
    if (end === null) break;
    const closed = text.indexOf(end, at + 2);
    if (closed < 0) return null;
    at = closed + end.length;
  }
  if (text.charAt(at) !== '<') return null;
  const tag = text.slice(at + 1, Math.max(at + 1, text.indexOf('>', at)));
  const name = /^[\w:.-]+/.exec(tag)?.[0];
  return name === undefined ? null : { name: localName(name), tag };
}
