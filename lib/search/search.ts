/**
 * Search over everything in the base: every name in any language, element symbols, codes, and numbers of
 * announcements. The index is built once for a base; a query costs a few milliseconds.
 */
import MiniSearch from 'minisearch';
import type { Entry, Name } from '../knowledge/schema.ts';
import { fold, isDense, squeeze } from './fold.ts';
import { numberAsked } from './numbers.ts';

/** How well it fits, best first. Always in this order: nothing inexact stands before something exact. */
export const HOWS = ['exact', 'start', 'word', 'part', 'typo'] as const;
type How = (typeof HOWS)[number];
/** What of the entry matched: one of its names, its symbol, a code, or its number. */
type Field = 'name' | 'symbol' | 'code' | 'number';

export interface Hit {
  entry: string;
  how: How;
  field: Field;
  /** The name or code that matched, as it is on file. */
  text: string;
  /** BCP 47 language of a name, `und` for others. */
  lang: string;
}

export interface SearchIndex {
  /** The best hit of each entry, best first, at most `most`. Empty for an empty query. */
  find: (query: string, most?: number) => Hit[];
}

type Key = { entry: number; field: Field; text: string; lang: string; folded: string; rank: number };

const MOST = 40;
/** A query shorter than this is not searched with typos: too much would fit. */
const SHORT = 4;
const textOf = (name: Name) => (typeof name === 'string' ? name : name.text);

function keysOf(entry: Entry, index: number): Key[] {
  const keys: Key[] = [];
  const add = (field: Field, text: string, lang: string, rank: number) => {
    const folded = fold(text);
    if (folded) keys.push({ entry: index, field, text, lang, folded, rank });
  };
  add('name', entry.name, 'en', 0);
  if (entry.element) add('symbol', entry.element.symbol, 'und', 0);
  for (const [lang, names] of Object.entries(entry.names)) names.forEach((name, i) => textOf(name) !== entry.name && add('name', textOf(name), lang, i === 0 ? 1 : 2));
  for (const code of entry.codes ?? []) add('code', code.code, 'und', 3);
  return keys;
}

/** Edits that a word of this length may need, at most `most`. */
const typos = (most: number) => (term: string) => (term.length < SHORT || /\d/.test(term) ? false : Math.min(most, term.length < 6 ? 1 : 2));

function indexWords(keys: readonly Key[]): MiniSearch<{ id: number; text: string }> {
  const words = new MiniSearch<{ id: number; text: string }>({ fields: ['text'], tokenize: (text) => text.split(' '), processTerm: (term) => term || null });
  words.addAll(keys.flatMap((key, id) => (isDense(key.folded) ? [] : { id, text: key.folded })));
  return words;
}

function howOf(key: Key, query: string, squeezed: string): How | null {
  const { folded, field } = key;
  if (folded === query || (field === 'code' && squeeze(folded) === squeezed)) return 'exact';
  if (field === 'symbol') return null;
  if (folded.startsWith(query)) return 'start';
  if (field === 'code') return squeezed.length > 2 && squeeze(folded).startsWith(squeezed) ? 'start' : null;
  if (folded.includes(` ${query}`)) return 'word';
  if (isDense(query) && folded.includes(query)) return 'part';
  // "h 20" for H20, "huawei" for "hua wei": the same letters, spaced otherwise.
  return squeezed.length > 1 && squeeze(folded) === squeezed ? 'exact' : null;
}

export function createSearch(entries: Iterable<Entry>): SearchIndex {
  const all = [...entries];
  const keys = all.flatMap(keysOf);
  const words = indexWords(keys);

  const find = (asked: string, most = MOST): Hit[] => {
    const query = fold(asked);
    if (!query) return [];
    const squeezed = squeeze(query);
    const best = new Map<number, { hit: Hit; order: readonly number[] }>();
    const offer = (key: Key, how: How, score: number) => {
      const order = [HOWS.indexOf(how), key.rank, -score, key.folded.length];
      const known = best.get(key.entry);
      if (known && compare(known.order, order) <= 0) return;
      const { field, text, lang } = key;
      best.set(key.entry, { hit: { entry: all[key.entry]?.id ?? '', how, field, text, lang }, order });
    };
    const number = numberAsked(query);
    if (number)
      all.forEach((entry, index) => {
        const form = entry.forms?.find((one) => one.number === number.number && (number.year === null || one.year === number.year));
        // The newest first, where the year was left out.
        if (form) offer({ entry: index, field: 'number', text: entry.name, lang: 'en', folded: entry.name, rank: 0 }, 'exact', form.year);
      });
    for (const key of keys) {
      const how = howOf(key, query, squeezed);
      if (how) offer(key, how, 0);
    }
    if (!isDense(query) && query.length > 1) {
      for (const { id, score } of words.search(query, { prefix: true, combineWith: 'AND' })) {
        const key = keys[Number(id)];
        if (key) offer(key, 'word', score);
      }
      // With typos only where nothing is spelled so: a slip, not another word. Two slips only where one explains
      // nothing, since the score weighs how rare a word is above how near it is.
      if (query.length >= SHORT && ![...best.values()].some(({ hit }) => hit.how === 'exact' || hit.how === 'start')) {
        const slips = (most: number) => words.search(query, { prefix: false, fuzzy: typos(most), maxFuzzy: 2, combineWith: 'AND' });
        const one = slips(1);
        for (const { id, score } of one.length > 0 ? one : slips(2)) {
          const key = keys[Number(id)];
          if (key) offer(key, 'typo', score);
        }
      }
    }
    return [...best.values()]
      .sort((a, b) => compare(a.order, b.order))
      .slice(0, most)
      .map(({ hit }) => hit);
  };
  return { find };
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
