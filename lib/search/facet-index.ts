/**
 * Indexes the facets of all lists: which entries a measure touches, and which measures touch an
 * entry. Entries are numbers: positions in the refs of the search text.
 */
import { BUILT_IN, kindIn, refOf } from '../knowledge/model/ids.ts';
import { fold } from './fold.ts';
import { LINE, Lines, linesOf } from './lines.ts';
import type { Restrains, Way } from '../knowledge/model/schema.ts';
import { readFacets, type Facets } from './facets-text.ts';
import { GONE } from './search-text.ts';
import type { TextIndex } from './text-index.ts';

/** Measures that are read of each product or member of an entry. */
const MAX_INDIRECT = 60;

/** A control as search reads it. Entries are given by their lines in `SearchText.refs`. */
export interface Measure {
  /** The id of the control, in its list. */
  id: string;
  list: string;
  by: number;
  /** ISO code of the issuing body's country; '' if unknown. */
  byCountry: string;
  texts: readonly number[];
  restrains: Restrains;
  ways: readonly Way[];
  toward: ReadonlySet<string>;
  states: readonly string[];
  /** Covered goods and parties, with the members of covered lists and classes. */
  targets: ReadonlySet<number>;
  hasParties: boolean;
}

/** An entry as search reads it. Entries are given by their lines; GONE for none. */
export interface FacetedEntry {
  entry: number;
  kind: string;
  country: string;
  maker: number;
  parent: number;
  groups: readonly number[];
  hasOffices: boolean;
}

function push<K>(map: Map<K, number[]>, key: K, value: number): void {
  const values = map.get(key);
  if (!values) map.set(key, [value]);
  else if (values.at(-1) !== value) values.push(value);
}

const NO_LINES: readonly number[] = [];

export class FacetIndex {
  readonly measures: Measure[] = [];
  /** By entry number. */
  readonly entries = new Map<number, FacetedEntry>();
  /** By entry: indexes of the measures that have it as goods, party, instrument or issuer. */
  readonly #touching = new Map<number, number[]>();
  readonly #members = new Map<number, number[]>();
  readonly #products = new Map<number, number[]>();
  /** The description of each entry, a line each, and the entry of each line. */
  readonly #about: Lines;
  readonly #aboutEntries: number[] = [];
  readonly #indirect = new Map<number, number[]>();
  readonly #withWord: Record<string, Set<number>> = {};
  /**
   * Customs codes and control numbers without dots, with the entry that a measure gives them for.
   */
  readonly codes: { code: string; entry: number }[] = [];

  constructor(index: TextIndex, texts: readonly string[]) {
    const all = texts.flatMap((text) => readFacets(text) ?? []);
    const places = placesOf(index);
    const about: string[] = [];
    for (const facets of all) this.#addEntries(facets, places, about);
    this.#about = new Lines(linesOf(about));
    for (const facets of all) this.#addMeasures(facets, places, index);
  }

  touching(entry: number): readonly number[] {
    return this.#touching.get(entry) ?? NO_LINES;
  }

  members(group: number): readonly number[] {
    return this.#members.get(group) ?? NO_LINES;
  }

  /** The products of a company, or the units of a body. */
  products(maker: number): readonly number[] {
    return this.#products.get(maker) ?? NO_LINES;
  }

  /** Calls back with each entry whose description has this word or its plural. */
  eachAboutWord(word: string, call: (entry: number) => void): void {
    const { text } = this.#about;
    const start = ` ${word}`;
    const lineAt = this.#about.inReadingOrder();
    for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
      const end = at + start.length;
      if (text[end] === ' ' || (text[end] === 's' && text[end + 1] === ' '))
        call(this.#aboutEntries[lineAt(at)] ?? GONE);
    }
  }

  /** Measures on the products, members and units of an entry. */
  indirect(entry: number): readonly number[] {
    const known = this.#indirect.get(entry);
    if (known) return known;
    const parts =
      this.entries.get(entry)?.kind === 'instrument' ? [] : [...this.products(entry), ...this.members(entry)];
    const found = [...new Set(parts.flatMap((one) => this.touching(one).slice(0, MAX_INDIRECT)))];
    this.#indirect.set(entry, found);
    return found;
  }

  /** Calls back with each entry whose description contains this text, even inside a word. */
  eachAbout(part: string, call: (entry: number) => void): void {
    const { text } = this.#about;
    const lineAt = this.#about.inReadingOrder();
    for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1))
      call(this.#aboutEntries[lineAt(at)] ?? GONE);
  }

  /** True if the entry's description has a word that starts with this. */
  isDescribedWith(entry: number, word: string): boolean {
    const entries = (this.#withWord[word] ??= new Set());
    if (entries.size === 0) this.eachAbout(` ${word}`, (found) => entries.add(found));
    return entries.has(entry);
  }

  #addEntries({ list, entries }: Facets, places: Places, about: string[]): void {
    for (const [id, country, maker, parent, groups, offices, words] of entries) {
      const entry = places.of(list, id);
      if (entry === GONE) continue;
      const facets: FacetedEntry = {
        entry,
        kind: kindIn(id),
        country,
        maker: maker ? places.of(list, maker) : GONE,
        parent: parent ? places.of(list, parent) : GONE,
        groups: groups.map((group) => places.of(list, group)).filter((place) => place !== GONE),
        hasOffices: offices === 1,
      };
      this.entries.set(entry, facets);
      about.push(` ${words} `);
      this.#aboutEntries.push(entry);
      for (const group of facets.groups) push(this.#members, group, entry);
      for (const maker of [facets.maker, facets.parent]) if (maker !== GONE) push(this.#products, maker, entry);
    }
  }

  #reach(target: number, found: Set<number>): void {
    if (target === GONE || found.has(target)) return;
    found.add(target);
    for (const member of this.members(target)) this.#reach(member, found);
  }

  /** Countries of the companies among the entries: a measure on Chinese companies is on China. */
  #homes(entries: Iterable<number>): string[] {
    return [...entries].flatMap((entry) => {
      const facets = this.entries.get(entry);
      return facets?.kind === 'company' && facets.country ? [facets.country] : [];
    });
  }

  #addMeasures({ list, measures, codes }: Facets, places: Places, index: TextIndex): void {
    const named = namedParties(measures, index);
    for (const [id, by, texts, restrains, ways, toward, covers, parties, states] of measures) {
      const targets = new Set<number>();
      const covered = covers.map((cover) => places.of(list, cover));
      for (const cover of covers) this.#reach(places.of(list, cover), targets);
      for (const party of parties) {
        this.#reach(places.of(list, party), targets);
        for (const entry of named(party)) this.#reach(entry, targets);
      }
      const issuer = places.of(list, by);
      const measure: Measure = {
        id,
        list,
        by: issuer,
        byCountry: this.entries.get(issuer)?.country ?? '',
        texts: texts.map((text) => places.of(list, text)).filter((place) => place !== GONE),
        restrains,
        ways,
        toward: new Set([...toward, ...this.#homes(parties.length > 0 ? targets : covered)]),
        states,
        targets,
        hasParties: parties.length > 0,
      };
      const place = this.measures.push(measure) - 1;
      for (const entry of new Set([...targets, ...measure.texts, issuer]))
        if (entry !== GONE) push(this.#touching, entry, place);
    }
    for (const [code, id] of codes) {
      const entry = places.of(list, id);
      if (entry !== GONE) this.codes.push({ code, entry });
    }
  }
}

interface Places {
  of: (list: string, id: string) => number;
}

/** Entry numbers by ref. A list may also refer to entries of the built-in list. */
function placesOf({ all, refs, nameCounts }: TextIndex): Places {
  const places = new Map<string, number>();
  const each = refs.text.slice(LINE.length).split(LINE);
  for (let entry = 0; entry < all.size; entry++) if (nameCounts[entry]) places.set(each[entry] ?? '', entry);
  return { of: (list, id) => places.get(refOf(list, id)) ?? places.get(refOf(BUILT_IN, id)) ?? GONE };
}

/** Slots of the table that rules out most lines; several hashes may share a slot. */
const LINE_HASH_SLOTS = 1 << 12;
const lineHash = (length: number, first: number): number => (Math.imul(first, 61) + length) & (LINE_HASH_SLOTS - 1);

/** Finds the entries that have a name by which measures call a party. */
function namedParties(measures: Facets['measures'], index: TextIndex): (party: string) => readonly number[] {
  const names = new Map<string, string>();
  for (const [, , , , , , , parties] of measures)
    for (const party of parties) if (!party.includes('/') && !names.has(party)) names.set(party, fold(party));
  if (names.size === 0) return () => NO_LINES;
  const wanted = new Set(names.values());
  const found = new Map<string, number[]>();
  const { text, starts } = index.lines;
  // The length and first letter rule out most lines without cutting out their text.
  const hashes = new Uint8Array(LINE_HASH_SLOTS);
  for (const name of wanted) hashes[lineHash(name.length, name.charCodeAt(0))] = 1;
  for (let line = 0; line < index.count; line++) {
    const start = starts[line] ?? 0;
    const end = (starts[line + 1] ?? 0) - LINE.length;
    if (hashes[lineHash(end - start, text.charCodeAt(start))] === 0 || !index.isLive(line)) continue;
    const name = text.slice(start, end);
    if (!wanted.has(name)) continue;
    const entries = found.get(name);
    if (entries) entries.push(index.entryOf(line));
    else found.set(name, [index.entryOf(line)]);
  }
  return (party) => found.get(names.get(party) ?? '') ?? NO_LINES;
}
