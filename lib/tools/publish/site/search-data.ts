/**
 * The search index of the site as JSON. Each part is a script that passes its data to a function
 * under its name. Names and questions are two parts, so that names are found before the second one
 * is loaded.
 */
import type { Locale } from '../../../i18n/translate.ts';
import type { SearchWords } from '../../../search/lexicon.ts';
import { LINE, linesOf, type JoinedLines } from '../../../search/lines.ts';
import type { SearchText } from '../../../search/search-text.ts';

/** The name of the function that receives the data; the search of the page defines it. */
export const RECEIVER = 'tradeglossData';
export const NAMES = 'names';
export const QUESTIONS = 'questions';
export const HAN = 'han';
export const ROWS: Readonly<Record<Locale, string>> = { en: 'rows-en', zh_CN: 'rows-zh' };

/**
 * A script that passes data to the page. A page opened from a disk can load scripts, but may not
 * fetch JSON.
 */
export const dataScript = (name: string, data: unknown): [path: string, content: string] => [
  `assets/${name}.js`,
  `${RECEIVER}(${JSON.stringify(name)}, ${JSON.stringify(data)});\n`,
];

/**
 * A search text without what the page can work out: offsets of lines, and names as the list writes
 * them, since the page shows rows of its own. So it has a third of the bytes.
 */
export interface NamesData extends Pick<SearchText, 'format' | 'langs' | 'forms'> {
  refs: string;
  lines: string;
  /** By entry: its number of lines. */
  counts: number[];
  /** The distinct pairs of kind and language. */
  sorts: (readonly [kind: number, language: number])[];
  /** A letter for each line, which stands for the line's pair. */
  sortOfLine: string;
}

/** The data that questions need: the meanings of words, and the facets of the list. */
export interface QuestionsData {
  words: SearchWords;
  facets: string;
}

/** The code of the letter for the first pair, `#`: letters below it include the quotation mark. */
const FIRST_LETTER = 0x23;

const stripped = ({ text }: JoinedLines): string => text.slice(LINE.length, -LINE.length);
const linedFrom = (text: string): JoinedLines => linesOf(text.split(LINE));

/** The part with the names. Field and language of each line are one letter of `sortOfLine`. */
export function namesOf({ format, langs, forms, refs, lines, entries, kinds, languages, size }: SearchText): NamesData {
  const counts = new Array<number>(size).fill(0);
  for (const entry of entries) counts[entry] = (counts[entry] ?? 0) + 1;
  const places = new Map<string, number>();
  const sorts: NamesData['sorts'] = [];
  let sortOfLine = '';
  kinds.forEach((kind, line) => {
    const language = languages[line] ?? 0;
    const key = `${kind} ${language}`;
    const place = places.get(key) ?? sorts.push([kind, language]) - 1;
    places.set(key, place);
    sortOfLine += String.fromCharCode(FIRST_LETTER + place);
  });
  return { format, langs, forms, refs: stripped(refs), lines: stripped(lines), counts, sorts, sortOfLine };
}

/**
 * Undoes `namesOf`, without facets. A folded name stands in place of the name that the list writes,
 * which the page does not show.
 */
export function searchTextFrom(names: NamesData): SearchText {
  const { format, langs, forms, counts, sorts, sortOfLine } = names;
  const lines = linedFrom(names.lines);
  const sort = (line: number) => sorts[sortOfLine.charCodeAt(line) - FIRST_LETTER] ?? [0, 0];
  const places = Array.from(sortOfLine, (_, line) => line);
  return {
    format,
    langs,
    forms,
    refs: linedFrom(names.refs),
    lines,
    texts: lines,
    entries: Uint32Array.from(counts.flatMap((count, entry) => new Array<number>(count).fill(entry))),
    kinds: Uint8Array.from(places, (line) => sort(line)[0]),
    languages: Uint16Array.from(places, (line) => sort(line)[1]),
    size: counts.length,
    gone: 0,
    facets: '',
  };
}
