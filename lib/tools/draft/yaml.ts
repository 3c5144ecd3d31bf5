/** Writes the YAML of a draft in the order and form in which a person would write it. */
import { remedyIn } from './remedy.ts';

/**
 * A control as a program reads it from a document. `bites`: the day of effect; null if no sentence
 * states it.
 */
export interface Draft {
  by: string;
  provision: string;
  title: string;
  /** YYYY-MM-DD */
  public: string;
  bites: string | null;
  basis: 'law' | 'notice';
  source: { key: string; url: string; publisher: string; title: string; date: string };
  /** The sentences that gave the dates, and others that a person should read. */
  evidence: readonly string[];
}

/** Letters of the longest allowed title of a control. */
const MAX_TITLE_LETTERS = 200;

/** A notice that keeps a duty is half of a control. */
const KEPT =
  'Keeps a duty. If the base has the control, move only the act and its source there. If not, add the act that imposed it.';

export function draftYaml({ by, provision, title, basis, source, evidence, ...dates }: Draft): string {
  const { key, url, publisher, date } = source;
  const remedy = remedyIn(title);
  return [
    '# Draft. A person finishes it: read the text, replace each TODO, run `npm run knowledge -- check`.',
    ...evidence.flatMap((sentence) => wrap(sentence)),
    ...(remedy?.does === 'extends' ? wrap(KEPT) : []),
    `by: ${by}`,
    `text: { instrument: ${remedy?.instrument ?? 'TODO'}, provision: ${quoted(provision)} }`,
    `title: TODO # ${title.slice(0, MAX_TITLE_LETTERS)}`,
    `restrains: ${remedy ? 'import' : 'TODO'}`,
    `way: ${remedy ? 'duty' : 'TODO'}`,
    'covers:',
    '  - { entry: TODO, wording: TODO }',
    `toward: { ${remedy ? 'origin' : 'destinations'}: [TODO] }`,
    'searched: TODO',
    'acts:',
    `  - does: ${remedy?.does ?? 'imposes'}`,
    `    public: ${dates.public}`,
    ...(dates.bites && dates.bites !== dates.public ? [`    bites: ${dates.bites}`] : []),
    `    basis: ${basis}`,
    `    src: [${key}]`,
    'sources:',
    `  ${key}: { url: ${quoted(url)}, publisher: ${quoted(publisher)}, title: ${quoted(source.title)}, date: ${date}, class: official }`,
    '',
  ].join('\n');
}

const quoted = (text: string) => JSON.stringify(text);

/** Splits a text into comment lines of at most 100 columns. */
function wrap(text: string): string[] {
  const lines: string[] = [];
  let line = '#';
  for (const word of text.replace(/\s+/g, ' ').trim().split(' ')) {
    if (line.length + 1 + word.length > 100 && line !== '#') {
      lines.push(line);
      line = '#  ';
    }
    line += ` ${word}`;
  }
  return [...lines, line];
}
