/**
 * Real texts by others, judged name by name in real/*.yaml, which has their addresses and names,
 * but not their words. The words are in a folder of the user, one `<id>.txt` for each text, copied
 * from the address. Their licences do not allow them in the project.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { readYaml } from '../../lib/tools/build/read-yaml.ts';
import type { Passage } from './passages.ts';

const JUDGED = new URL('real/', import.meta.url);
/** "Commerce Department#2": the second place of these words. Without a number, the first. */
const Place = v.pipe(v.string(), v.regex(/^[^#]+(?:#[1-9]\d*)?$/s));

const Judged = v.array(
  v.strictObject({
    id: v.pipe(v.string(), v.regex(/^[a-z]\d{3}$/)),
    url: v.pipe(v.string(), v.url()),
    lang: v.string(),
    kind: v.picklist(['news', 'trade', 'law', 'gov', 'other']),
    /** How the text was found: by a search for a topic of the list, or by one for no topic. */
    found: v.picklist(['topic', 'none']),
    date: v.pipe(v.string(), v.isoDate()),
    /**
     * The start of the text's SHA-256, because a judgement applies to these words and not to a
     * later version.
     */
    sha: v.pipe(v.string(), v.regex(/^[0-9a-f]{12}$/)),
    /**
     * The places where a user expects a mark, by entry, whether or not the list has the entry yet.
     */
    names: v.optional(v.record(v.string(), v.array(Place)), {}),
    /** Places that may be marked as this entry or not at all. */
    optional: v.optional(v.record(v.string(), v.array(Place)), {}),
    /** Places that must not be marked. */
    bare: v.optional(v.array(Place), []),
  }),
);
export type JudgedText = v.InferOutput<typeof Judged>[number] & { set: string };

export const textSha = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);

/** Reads a text, and removes line ends and spaces that depend on how it was copied. */
export const readText = (dir: string, id: string) =>
  readFileSync(join(dir, `${id}.txt`), 'utf8')
    .replace(/\r\n?/g, '\n')
    .trim();

function loadJudged(): JudgedText[] {
  return readdirSync(JUDGED)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .flatMap((file) =>
      v
        .parse(Judged, readYaml(readFileSync(new URL(file, JUDGED), 'utf8')))
        .map((judged) => ({ ...judged, set: file.replace(/\.yaml$/, '') })),
    );
}

/** The position of words in a text, or null if they are absent. */
export function placeIn(text: string, place: string): { start: number; end: number } | null {
  const [, words = '', nth = '1'] = /^([^#]+)(?:#(\d+))?$/s.exec(place) ?? [];
  let start = -1;
  for (let k = 0; k < Number(nth); k++) {
    start = text.indexOf(words, start + 1);
    if (start < 0) return null;
  }
  return { start, end: start + words.length };
}

/** The judged texts in a folder, as passages. `problems` lists texts that are missing or differ. */
export function realPassages(dir: string): { passages: (Passage & JudgedText)[]; problems: string[] } {
  const problems: string[] = [];
  const passages: (Passage & JudgedText)[] = [];
  for (const judged of loadJudged()) {
    if (!existsSync(join(dir, `${judged.id}.txt`))) {
      problems.push(`${judged.id}: no ${judged.id}.txt (${judged.url})`);
      continue;
    }
    const text = readText(dir, judged.id);
    if (textSha(text) !== judged.sha) problems.push(`${judged.id}: not the text that was judged`);
    const spans: Passage['spans'] = [];
    const add = (places: readonly string[], expect: Passage['spans'][number]['expect'], entry: string | null) => {
      for (const place of places) {
        const found = placeIn(text, place);
        if (found) spans.push({ ...found, expect, entry });
        else problems.push(`${judged.id}: "${place}" is not in the text`);
      }
    };
    for (const [entry, places] of Object.entries(judged.names)) add(places, 'mention', entry);
    for (const [entry, places] of Object.entries(judged.optional)) add(places, 'optional', entry);
    add(judged.bare, 'plain', null);
    passages.push({ ...judged, text, why: judged.url, spans });
  }
  return { passages, problems };
}
