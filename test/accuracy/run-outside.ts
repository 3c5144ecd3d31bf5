/**
 * `npm run accuracy -- --outside DIR`: the marks in texts that others annotated. The user copies
 * them into DIR, because their licences do not allow them in the project: News-Fair
 * (*.benchmark.jsonl, with Wikidata identities) and N3 (Reuters-128, RSS-500, News-100 as *.ttl,
 * with identities of DBpedia). They annotate only some names. So a mark counts as the same, as
 * another, as one of a name without identity, or as one of a place without annotation. --show lists
 * all but the first, to be judged by reading.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Entry } from '../../lib/knowledge/model/schema.ts';
import { textOf } from '../../lib/knowledge/model/name-rule.ts';
import { hanReady } from '../../lib/match/text/simplify-chinese.ts';
import { builtInList } from '../../lib/tools/build/built-in.ts';
import { glosser } from '../../lib/tools/build/gloss-text.ts';

interface Annotation {
  start: number;
  end: number;
  /** A Wikidata id or the name of a DBpedia page, or '' for something that is in neither. */
  identity: string;
}
interface Outside {
  id: string;
  text: string;
  /** [start, end) of the annotated part. */
  judged: [number, number];
  annotations: Annotation[];
}

const NewsFair = v.object({
  id: v.number(),
  text: v.string(),
  labels: v.array(v.object({ span: v.tuple([v.number(), v.number()]), entity_id: v.nullable(v.string()) })),
  evaluation_span: v.tuple([v.number(), v.number()]),
});

/** Three paragraphs of each article were annotated. Marks outside them are not judged. */
function readNewsFair(source: string): Outside[] {
  return source
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const { id, text, labels, evaluation_span: judged } = v.parse(NewsFair, JSON.parse(line));
      return {
        id: `News-Fair ${id}`,
        text,
        judged,
        annotations: labels.map(({ span: [from, to], entity_id: identity }) => ({
          start: from,
          end: to,
          identity: identity ?? '',
        })),
      };
    });
}

/**
 * Reads Turtle in the form of N3: one paragraph for each subject, and no prefix that matters in a
 * value.
 */
function readNif(source: string, name: string): Outside[] {
  const texts = new Map<string, Outside>();
  const found: { of: string; annotation: Annotation }[] = [];
  for (const block of source.split(/\n\s*\n/)) {
    const subject = /^<([^>]+)#char=\d+,\d+>/m.exec(block)?.[1];
    if (!subject) continue;
    const text = /nif:isString\s+("(?:[^"\\]|\\.)*")/.exec(block)?.[1];
    if (text) {
      const whole = unescaped(text);
      const id = `${name} ${subject.split('/').at(-1)}`;
      texts.set(subject, { id, text: whole, judged: [0, whole.length], annotations: [] });
    }
    const start = /nif:beginIndex\s+"(\d+)"/.exec(block)?.[1];
    const end = /nif:endIndex\s+"(\d+)"/.exec(block)?.[1];
    const page = /itsrdf:taIdentRef\s+<([^>]+)>/.exec(block)?.[1];
    if (page && start && end)
      found.push({
        of: subject,
        annotation: {
          start: Number(start),
          end: Number(end),
          identity: page.includes('dbpedia.org/resource/') ? decodeURIComponent(page.split('/').at(-1) ?? '') : '',
        },
      });
  }
  for (const { of, annotation } of found) texts.get(of)?.annotations.push(annotation);
  return [...texts.values()];
}

const unescaped = (literal: string): string =>
  v.parse(v.string(), JSON.parse(literal.replace(/\\'/g, "'").replace(/[\n\r\t]/g, ' ')));

const plain = (name: string) =>
  name
    .replaceAll('_', ' ')
    .replace(/\s\([^)]*\)$/, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Tells whether an identity is that of an entry: by Wikidata, or by any of its names. */
function identityOf(entries: readonly Entry[]): (entry: string, identity: string) => boolean {
  const known = new Map<string, { names: Set<string>; wikidata: string | undefined }>();
  for (const entry of entries)
    known.set(entry.id, {
      wikidata: entry.wikidata,
      names: new Set([entry.name, ...Object.values(entry.names).flatMap((group) => group.map(textOf))].map(plain)),
    });
  return (entry, identity) => {
    const its = known.get(entry);
    return its !== undefined && (its.wikidata === identity || its.names.has(plain(identity)));
  };
}

export async function scoreOutside(dir: string, show: boolean): Promise<void> {
  await hanReady();
  const list = builtInList();
  const gloss = glosser([list]);
  const isSame = identityOf(list.entries);
  console.log('texts  words  marks  theirs  another  no identity  bare there  marks/1,000 words');
  for (const file of readdirSync(dir).sort()) {
    const source = /\.(?:jsonl|ttl)$/.test(file) ? readFileSync(join(dir, file), 'utf8') : '';
    if (source === '') continue;
    const texts = file.endsWith('.ttl') ? readNif(source, file.replace('.ttl', '')) : readNewsFair(source);
    const judgement = (entry: string, over: readonly Annotation[]) => {
      if (over.length === 0) return 'bare';
      if (over.some(({ identity }) => isSame(entry, identity))) return 'theirs';
      return over.every(({ identity }) => identity === '') ? 'nameless' : 'another';
    };
    const counts = { words: 0, marks: 0, theirs: 0, another: 0, nameless: 0, bare: 0 };
    for (const { id, text, judged, annotations } of texts) {
      counts.words += text.slice(...judged).split(/\s+/).length;
      for (const { start, end, entry } of gloss([text], {})) {
        if (start < judged[0] || end > judged[1]) continue;
        counts.marks++;
        const over = annotations.filter((one) => one.start < end && one.end > start);
        const what = judgement(entry, over);
        counts[what]++;
        if (show && what !== 'theirs')
          console.log(
            [id, what, JSON.stringify(text.slice(start, end)), entry, over.map((one) => one.identity)].join('\t'),
          );
      }
    }
    console.log(
      [
        String(texts.length).padStart(5),
        String(counts.words).padStart(6),
        String(counts.marks).padStart(6),
        String(counts.theirs).padStart(7),
        String(counts.another).padStart(8),
        String(counts.nameless).padStart(12),
        String(counts.bare).padStart(11),
        ((1000 * counts.marks) / (counts.words || 1)).toFixed(2).padStart(18),
        ` ${file}`,
      ].join(' '),
    );
  }
}
