/**
 * The knowledge model: entries, controls, acts and dates, as a published list holds them. One
 * schema gives the types used everywhere and the JSON Schema for publishers.
 *
 * Objects are loose: unknown fields are kept, so that a list written for a later version works
 * here. Kinds are open: an unknown kind is shown as a plain term.
 */
import * as v from 'valibot';
import { Act } from './act.ts';
import { Day, Url, list, text } from './basics.ts';
import { Control } from './control.ts';
import { Entry } from './entry.ts';
import { ListId } from './id-schemas.ts';
import { CueRef, Language } from './names.ts';

export { DateText, Day } from './basics.ts';
export * from './sources.ts';
export * from './names.ts';
export * from './entry.ts';
export * from './control.ts';
export * from './act.ts';

/** Words that name a topic or a country, by language. */
const CueWords = v.record(v.string(), list(text(120), 600));
export const Topic = v.looseObject({
  id: v.pipe(v.string(), v.regex(/^topic\/[a-z0-9-]+$/)),
  about: text(200),
  words: CueWords,
  /** Longer expressions, in any language, in which these words do not count: "trade fair". */
  not: v.optional(list(text(120), 300)),
  /** Other cues that count for this one too: topics, kinds, entries. */
  includes: v.optional(list(CueRef, 60)),
});
export const Country = v.looseObject({
  id: v.pipe(v.string(), v.regex(/^country\/[a-z]{2,3}$/)),
  name: text(80),
  words: CueWords,
});

/**
 * Translations of the list's short texts (labels, roles, provisions, titles, amounts, values of
 * facts, notes on acts), by language and then by the English text. If the English text changes, its
 * translation no longer applies until somebody translates it again.
 */
export const Phrases = v.record(Language, v.record(text(600), text(600)));

/** One published list, in one document. */
export const KnowledgeList = v.looseObject({
  format: v.literal('tradegloss-list/1'),
  id: ListId,
  title: text(160),
  publisher: text(160),
  licence: text(120),
  homepage: v.optional(Url),
  /** Grows with every release. */
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  updated: Day,
  /** The day to which the maintainers read its sources. The list says nothing about later days. */
  knownTo: v.optional(Day),
  /** Hours between checks for a new version. */
  expires: v.pipe(v.number(), v.minValue(1), v.maxValue(24 * 365)),
  entries: v.array(Entry),
  controls: v.array(Control),
  acts: v.array(Act),
  topics: v.optional(v.array(Topic), []),
  countries: v.optional(v.array(Country), []),
  phrases: v.optional(Phrases),
});

export type Topic = v.InferOutput<typeof Topic>;
export type Phrases = v.InferOutput<typeof Phrases>;
export type Country = v.InferOutput<typeof Country>;
export type KnowledgeList = v.InferOutput<typeof KnowledgeList>;
