/** Names as texts write them, and the evidence that each needs to stand for its entry. */
import * as v from 'valibot';
import { EntryId } from './id-schemas.ts';
import { list, text } from './basics.ts';

/**
 * Evidence for or against a sense: a word or phrase ("export control"), a topic of the list
 * (`topic/chips`), a country (`country/cn`), an entry (`company/nvidia`) or any entry of a kind
 * (`kind/mineral`).
 */
export const CueRef = text(80);
const WITHIN = ['beside', 'sentence', 'paragraph', 'article'] as const;
export const Cue = v.union([
  CueRef,
  v.looseObject({
    cue: CueRef,
    /** The distance within which it counts; `beside` is within three words. Default: paragraph. */
    within: v.optional(v.picklist(WITHIN)),
    /** Default: normal. */
    strength: v.optional(v.picklist(['weak', 'normal', 'strong'])),
  }),
]);

/**
 * A name with the evidence that it needs. `for` and `against`: the cues that speak for this entry
 * and against it.
 */
const NameRule = v.looseObject({
  text: text(200),
  /**
   * How case must agree. any: not at all. capital: words that are capitalised here must be so in
   * the text. exact: letter for letter. The default follows the spelling: `any` for several words
   * or all lower case, `exact` for one word with a capital or digit after its first letter (BIS,
   * H20, NdPr), `capital` for other single words (Huawei).
   */
  case: v.optional(v.picklist(['any', 'capital', 'exact'])),
  /** False: marked only if there is evidence for it. Default: true. */
  alone: v.optional(v.boolean()),
  /** country: the country that acts in the sentence must be the entry's own. */
  by: v.optional(v.literal('country')),
  for: v.optional(list(Cue, 60)),
  against: v.optional(list(Cue, 60)),
  /** Longer expressions that contain this name and mean something else ("neon sign", 铅笔). */
  not: v.optional(list(text(200), 200)),
  /** Also match the English plural. Default: true for names in Latin script. */
  plural: v.optional(v.boolean()),
  /** False: found by search, never marked on a page, as for officials. Default: true. */
  mark: v.optional(v.boolean()),
  /** exact: é is not e. Default: accents make no difference. */
  accents: v.optional(v.literal('exact')),
});
/** A bare text is a name whose rule has the default of each field. */
export const Name = v.union([text(200), NameRule]);

/**
 * A number that a body gives its acts. It is matched in every way of writing it, in any language.
 */
export const NumberedForm = v.looseObject({
  series: v.picklist(['announcement', 'order']),
  /** The bodies that number their acts in this series, the best known first. */
  body: list(EntryId, 6),
  year: v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2100)),
  number: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99999)),
});

/** BCP 47: en, zh-Hans, zh-Hant, ja, ko, de, fr, es, pt, it. */
export const Language = v.pipe(v.string(), v.regex(/^[a-z]{2,3}(?:-[A-Za-z]{2,8})?$/));
/** Names by language. `und` holds symbols and codes. */
export const Names = v.record(Language, list(Name, 200));

export type Cue = v.InferOutput<typeof Cue>;
export type Name = v.InferOutput<typeof Name>;
export type NameRule = v.InferOutput<typeof NameRule>;
