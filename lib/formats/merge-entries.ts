/**
 * Merges rows of the same id or name into one entry with all their names, facts, notes and sources.
 */
import type { Entry, Name } from '../knowledge/model/schema.ts';
import { textOf } from '../knowledge/model/name-rule.ts';
import { withCountriesOf } from './several-countries.ts';

const MAX_NAMES = 200;
const MAX_FACTS = 60;
const MAX_NOTE_LENGTH = 2000;
const MAX_SOURCES = 30;

function mergedNames(a: Entry['names'], b: Entry['names']): Entry['names'] {
  const names: Record<string, Name[]> = Object.fromEntries(Object.entries(a).map(([lang, own]) => [lang, [...own]]));
  for (const [lang, group] of Object.entries(b)) {
    const kept = (names[lang] ??= []);
    const known = new Set(kept.map((name) => textOf(name).toLowerCase()));
    for (const name of group)
      // A name may occur twice with different rules.
      if (!known.has(textOf(name).toLowerCase()) && kept.length < MAX_NAMES) kept.push(name);
  }
  return names;
}

/** Joins texts line by line, without repeated lines. */
function joinedLines(...texts: readonly (string | undefined)[]): string {
  const lines = new Set(texts.flatMap((text) => text?.split('\n') ?? []).map((line) => line.trim()));
  let joined = '';
  for (const line of lines)
    if (line !== '' && joined.length + line.length < MAX_NOTE_LENGTH) joined += joined === '' ? line : `\n${line}`;
  return joined;
}

/**
 * The key in `sources` of the source with this address. Adds the source if it is missing and there
 * is room.
 */
function sourceKey(sources: Entry['sources'], source: Entry['sources'][string], count: number): string {
  const known = Object.entries(sources).find(([, { url }]) => url === source.url);
  if (known) return known[0];
  if (Object.keys(sources).length >= MAX_SOURCES) return Object.keys(sources)[0] ?? '';
  const key = `list-${count + 1}`;
  sources[key] = source;
  return key;
}

/** Merges two entries; the id, kind and own name are those of `first`. */
export function mergeEntries(first: Entry, second: Entry): Entry {
  const sources = { ...first.sources };
  const keys = new Map(
    Object.entries(second.sources).map(([key, source]) => [
      key,
      sourceKey(sources, source, Object.keys(sources).length),
    ]),
  );
  const src = (old: readonly string[]) => [...new Set(old.flatMap((key) => keys.get(key) ?? []))];
  const facts = [...(first.facts ?? [])];
  for (const fact of second.facts ?? [])
    if (facts.length < MAX_FACTS && !facts.some(({ what, value }) => what === fact.what && value === fact.value))
      facts.push({ ...fact, src: src(fact.src) });
  const isNew = second.what.text !== first.what.text && second.what.text !== second.name;
  const note = joinedLines(first.note, isNew ? second.what.text : '', second.note);
  const { link = second.link, country = second.country, label = second.label } = first;
  const merged = {
    ...first,
    names: mergedNames(first.names, second.names),
    ...(note !== '' && { note }),
    ...(facts.length > 0 && { facts }),
    ...(link !== undefined && { link }),
    ...(country !== undefined && { country }),
    ...(label !== undefined && { label }),
    sources,
  };
  return withCountriesOf(first, second, merged, [...new Set([...first.what.src, ...src(second.what.src)])]);
}
