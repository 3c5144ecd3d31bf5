/**
 * Finds names, longer expressions, cues and form words in a block of text, all in one pass over its
 * units: a word is hashed while it is read, a bitmap tells almost every word that nothing starts with
 * it, and the few others walk the trie of each segment.
 */
import { CompactHits } from './compact-hits.ts';
import { DIGIT, HAN, HANGUL, LETTER, SPECIAL, SYMBOL, addHan, makeUnits, type Units } from './classes.ts';
import { clean, sourceEnd } from './clean.ts';
import { FORMAT, type CompiledNames } from './compiled.ts';
import { PRIME, SEED, WordReader, edgeKey } from './tokens.ts';
import { endsWord, nameEnd, startsWord } from './verify.ts';

/** Scripts seen in a block: bits by class (HAN, HIRAGANA, KATAKANA, HANGUL). */
export type Scripts = number;

/** What one block of text holds. Cheap to keep: blocks with nothing share one object. */
export interface BlockReading {
  /** The text that was scanned: the given one, or without the units that were dropped. */
  text: string;
  /** Triples: start, end (in `text`), target. In order of start. */
  hits: Int32Array;
  scripts: Scripts;
  /** Back to the given text where units were dropped; else null and positions are those of the text. */
  back: { source: string; offsets: Int32Array } | null;
}

export const NOTHING: BlockReading = { text: '', hits: new Int32Array(0), scripts: 0, back: null };

const S = (LETTER << 16) | 115;

/** One list's compiled names within a matcher: its targets are numbered from `base` on. */
export interface Segment {
  names: CompiledNames;
  base: number;
  /** The list's cue -> the matcher's cue. */
  cues: Uint32Array;
}

export class Matcher {
  readonly units: Units;
  readonly segments: Segment[] = [];
  /** Cue key -> number, over all segments. */
  readonly cues = new Map<string, number>();
  /** One bit for each possible top of a word's hash: whether anything starts with such a word. */
  private readonly starts = new Int32Array(1 << 12);
  private readonly reader: WordReader;
  private readonly hits = new CompactHits();
  private scripts = 0;

  constructor(compiled: readonly CompiledNames[]) {
    this.units = makeUnits();
    let base = 0;
    for (const names of compiled) {
      if (names.format !== FORMAT) throw new Error(`names of ${names.list} are compiled in format ${names.format}, not ${FORMAT}`);
      addHan(this.units, names.han);
      this.segments.push({ names, base, cues: Uint32Array.from(names.cues, (key) => this.cue(key)) });
      base += names.targetKinds.length;
      for (const root of names.roots) this.starts[root >>> 20] = (this.starts[root >>> 20] ?? 0) | (1 << ((root >>> 15) & 31));
    }
    this.reader = new WordReader(this.units, '');
  }

  cue(key: string): number {
    const known = this.cues.get(key);
    if (known !== undefined) return known;
    this.cues.set(key, this.cues.size);
    return this.cues.size - 1;
  }

  segmentOf(target: number): Segment {
    for (let k = this.segments.length - 1; k > 0; k--) {
      const segment = this.segments[k];
      if (segment && segment.base <= target) return segment;
    }
    const first = this.segments[0];
    if (!first) throw new Error('a matcher without segments has no targets');
    return first;
  }

  /** Reads one block of text. Offsets in the result are mapped back by `sourceSpan`. */
  read(source: string): BlockReading {
    if (this.scan(source)) return this.hits.length ? { text: source, hits: this.hits.take(), scripts: this.scripts, back: null } : NOTHING;
    const { text, offsets } = clean(this.units, source);
    this.scan(text);
    return this.hits.length ? { text, hits: this.hits.take(), scripts: this.scripts, back: { source, offsets } } : NOTHING;
  }

  /** Where a span of a reading lies in the given text: [start, end). */
  sourceSpan(reading: BlockReading, start: number, end: number): [number, number] {
    const { back } = reading;
    if (!back) return [start, end];
    return [back.offsets[start] ?? 0, sourceEnd(this.units, back.source, back.offsets, end - 1)];
  }

  /** false: the text holds units that must be dropped first. */
  private scan(text: string): boolean {
    const { units, starts } = this;
    const size = text.length;
    this.reader.text = text;
    this.hits.clear();
    this.scripts = 0;
    let i = 0;
    while (i < size) {
      let value = units[text.charCodeAt(i)] as number;
      const kind = value >>> 16;
      if (kind === LETTER) {
        const start = i;
        let hash = Math.imul(SEED ^ value, PRIME);
        let stem = hash;
        let last = value;
        while (++i < size) {
          value = units[text.charCodeAt(i)] as number;
          if (value >>> 16 !== LETTER) break;
          stem = hash;
          hash = Math.imul(hash ^ value, PRIME);
          last = value;
        }
        if (i === start + 1 && text.charCodeAt(i) === 46) {
          // The letters of "U.S." are one word: none of them starts a name.
          this.reader.readAt(start);
          i = this.reader.end;
          hash = this.reader.hash;
          stem = this.reader.stem;
          last = this.reader.plural ? S : 0;
        }
        const plural = last === S && i > start + 1;
        if ((((starts[hash >>> 20] as number) >>> ((hash >>> 15) & 31)) & 1) !== 0 || (plural && (((starts[stem >>> 20] as number) >>> ((stem >>> 15) & 31)) & 1) !== 0)) this.follow(start, i, hash, stem, plural);
      } else if (kind === DIGIT) {
        const start = i;
        let hash = Math.imul(SEED ^ value, PRIME);
        while (++i < size) {
          value = units[text.charCodeAt(i)] as number;
          if (value >>> 16 !== DIGIT) break;
          hash = Math.imul(hash ^ value, PRIME);
        }
        if ((((starts[hash >>> 20] as number) >>> ((hash >>> 15) & 31)) & 1) !== 0) this.follow(start, i, hash, 0, false);
      } else if (kind >= HAN && kind <= HANGUL) {
        this.scripts |= 1 << kind;
        const hash = Math.imul(SEED ^ value, PRIME);
        if ((((starts[hash >>> 20] as number) >>> ((hash >>> 15) & 31)) & 1) !== 0) this.follow(i, i + 1, hash, 0, false);
        i++;
      } else if (kind === SYMBOL) {
        this.reader.readAt(i);
        this.follow(i, i + 1, this.reader.hash, 0, false);
        i++;
      } else if (kind === SPECIAL) {
        return false;
      } else i++;
    }
    return true;
  }

  /** Walks the tries from the word in [start, end), just read, and keeps all that really stands there. */
  private follow(start: number, end: number, hash: number, stem: number, plural: boolean): void {
    const { units, reader, segments } = this;
    if (!startsWord(units, reader.text, start)) return;
    for (let k = 0; k < segments.length; k++) {
      const segment = segments[k] as Segment;
      const { edges } = segment.names;
      if (plural) this.report(segment, childOf(edges, 0, stem), start);
      let node = childOf(edges, 0, hash);
      if (node === 0) continue;
      this.report(segment, node, start);
      for (let more = reader.readNext(end); more; more = reader.readNext(reader.end)) {
        if (reader.plural) this.report(segment, childOf(edges, node, reader.stem), start);
        node = childOf(edges, node, reader.hash);
        if (node === 0) break;
        this.report(segment, node, start);
      }
    }
  }

  private report({ names, base }: Segment, node: number, start: number): void {
    if (node === 0) return;
    const { units } = this;
    const { text } = this.reader;
    const to = names.nodeTargets[node + 1] ?? 0;
    for (let target = names.nodeTargets[node] ?? 0; target < to; target++) {
      const id = names.targetTexts[target] ?? 0;
      const flags = names.targetFlags[target] ?? 0;
      let end = nameEnd(units, text, start, names.texts, names.textStarts[id] ?? 0, names.textStarts[id + 1] ?? 0, flags);
      if (end < 0) continue;
      end = endsWord(units, text, start, end, flags);
      if (end > 0) this.hits.push(start, end, base + target);
    }
  }
}

/** The node after `node` by a word, or 0. */
function childOf(edges: Int32Array, node: number, word: number): number {
  const key = edgeKey(node, word);
  const mask = edges.length / 2 - 1;
  for (let slot = key & mask; ; slot = (slot + 1) & mask) {
    const found = edges[slot * 2];
    if (found === key) return edges[slot * 2 + 1] ?? 0;
    if (found === 0) return 0;
  }
}
