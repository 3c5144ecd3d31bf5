/**
 * The gold passages, read from gold/*.yaml: texts with marks such as `[Commerce
 * Ministry](agency/mofcom)`.
 */
import { readFileSync, readdirSync } from 'node:fs';
import * as v from 'valibot';
import { readYaml } from '../../lib/tools/build/read-yaml.ts';

const GOLD = new URL('gold/', import.meta.url);
const Written = v.array(
  v.strictObject({
    why: v.string(),
    lang: v.optional(v.string(), 'en'),
    date: v.pipe(v.string(), v.isoDate()),
    text: v.string(),
    /**
     * "text=entry", each for the first place of that text, for passages whose text cannot contain
     * marks.
     */
    spans: v.optional(v.array(v.string()), []),
  }),
);

/** A span of a passage: it must be marked as `entry`, must not be marked, or may be either. */
interface Span {
  start: number;
  end: number;
  /**
   * `mention`, `plain` or `optional`. If an optional span has an entry, a mark must be of that
   * entry.
   */
  expect: 'mention' | 'plain' | 'optional';
  entry: string | null;
}
export interface Passage {
  id: string;
  set: string;
  lang: string;
  date: string;
  text: string;
  why: string;
  spans: Span[];
}

const MARK = /\[((?:[^[\]]|\[[^[\]]*\])+)\]\((-|\?|\??[a-z]+\/[a-z0-9.-]+)\)/g;

function spanOf(start: number, end: number, tag: string): Span {
  if (tag === '-') return { start, end, expect: 'plain', entry: null };
  if (tag.startsWith('?')) return { start, end, expect: 'optional', entry: tag.slice(1) || null };
  return { start, end, expect: 'mention', entry: tag };
}

/** Removes the marks from a written passage. */
function unmark(written: string): { text: string; spans: Span[] } {
  const spans: Span[] = [];
  let text = '';
  let from = 0;
  for (const mark of written.matchAll(MARK)) {
    text += written.slice(from, mark.index);
    spans.push(spanOf(text.length, text.length + (mark[1] ?? '').length, mark[2] ?? ''));
    text += mark[1];
    from = mark.index + mark[0].length;
  }
  return { text: text + written.slice(from), spans };
}

export function loadPassages(): Passage[] {
  return readdirSync(GOLD)
    .sort()
    .flatMap((file) => {
      const set = file.replace(/\.yaml$/, '');
      return v.parse(Written, readYaml(readFileSync(new URL(file, GOLD), 'utf8'))).map((written, k) => {
        const { text, spans } = unmark(written.text);
        for (const line of written.spans) {
          const at = line.lastIndexOf('=');
          const start = text.indexOf(line.slice(0, at));
          if (start < 0) throw new Error(`${set} ${k + 1}: "${line}" is not in the text`);
          spans.push(spanOf(start, start + at, line.slice(at + 1)));
        }
        return {
          id: `${set}-${String(k + 1).padStart(3, '0')}`,
          set,
          lang: written.lang,
          date: written.date,
          text,
          why: written.why,
          spans,
        };
      });
    });
}
