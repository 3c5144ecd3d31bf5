/** Names as texts write them, and what each needs beside it to be taken for its entry. */
import * as v from 'valibot';
import { EntryId } from './id-schemas.ts';
import { list, text } from './basics.ts';

/**
 * Something that speaks for or against a reading: a word or phrase ("export control"), a topic of
 * the list (`topic/chips`), a country (`country/cn`), an entry (`company/nvidia`) or any entry of a
 * kind (`kind/mineral`).
 */
export const CueRef = text(80);
const WITHIN = ['beside', 'sentence', 'paragraph', 'article'] as const;
export const Cue = v.union([
  CueRef,
  v.looseObject({
    cue: CueRef,
    /** The distance at which it counts. beside: within three words. Default: paragraph. */
    within: v.optional(v.picklist(WITHIN)),
    /** Default: normal. */
    strength: v.optional(v.picklist(['weak', 'normal', 'strong'])),
  }),
]);

const NameRule = v.looseObject({
  text: text(200),
  /**
   * any: in any case. capital: words that are capitalised here must be so in the text. exact:
   * letter for letter. Default: as the spelling suggests, that is `any` for a name of several words
   * or all in lower case, `exact` for one word with a capital or digit after its first letter (BIS,
   * H20, NdPr), `capital` for other single words (Huawei).
   */
  case: v.optional(v.picklist(['any', 'capital', 'exact'])),
  /** false: marked only where something speaks for it. Default: true. */
  alone: v.optional(v.boolean()),
  /** country: the country that the sentence is about decides; the entry's own country must win. */
  by: v.optional(v.literal('country')),
  for: v.optional(list(Cue, 60)),
  against: v.optional(list(Cue, 60)),
  /** Longer expressions that hold this name and mean something else ("neon sign", 铅笔). */
  not: v.optional(list(text(200), 200)),
  /** Also match the English plural. Default: true for Latin script. */
  plural: v.optional(v.boolean()),
  /** false: found by search, never marked on a page (officials, for example). Default: true. */
  mark: v.optional(v.boolean()),
  /** exact: é is not e. Default: accents are folded. */
  accents: v.optional(v.literal('exact')),
});
export const Name = v.union([text(200), NameRule]);

/**
 * A number that a body gives to its acts: matched in all the ways it is written, in any language.
 */
export const NumberedForm = v.looseObject({
  series: v.picklist(['announcement', 'order']),
  /** The bodies whose series it is, the best known first. */
  body: list(EntryId, 6),
  year: v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2100)),
  number: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99999)),
});

/** BCP 47: en, zh-Hans, zh-Hant, ja, ko, de, fr, es, pt, it. */
export const Language = v.pipe(v.string(), v.regex(/^[a-z]{2,3}(?:-[A-Za-z]{2,8})?$/));
/** Names by language; `und` for symbols and codes. */
export const Names = v.record(Language, list(Name, 200));

export type Cue = v.InferOutput<typeof Cue>;
export type Name = v.InferOutput<typeof Name>;
export type NameRule = v.InferOutput<typeof NameRule>;
