/**
 * Every message, by direction, with the validator of what it carries; types come from the validators.
 *
 * A page shares its process with the content script, so the script may ask for four things only, all of
 * which can be undone. Extension pages read the base themselves and ask the page for what is on it.
 */
import * as v from 'valibot';
import { CardModel } from '../card/card-model.ts';
import { EntryId } from '../knowledge/ids.ts';

const Words = v.pipe(v.string(), v.maxLength(300));

/** What a content script may ask of the background. */
export const PageRequest = v.variant('type', [
  /** Details of the entries found here; tells at the same time how many mentions there are, and whether what draws cards is still missing. `own`: which state of the reader's own terms the page looks for. */
  v.object({ type: v.literal('details'), entries: v.pipe(v.array(EntryId), v.maxLength(2000)), articleDay: v.nullable(v.pipe(v.string(), v.isoDate())), lang: v.nullable(Words), mentions: v.number(), personal: v.number(), own: v.nullable(Words), drawer: v.boolean() }),
  v.object({ type: v.literal('choose-sense'), name: Words, entry: v.nullable(EntryId) }),
  v.object({ type: v.literal('mute'), entry: EntryId, site: v.nullable(v.pipe(v.string(), v.maxLength(255))) }),
  v.object({ type: v.literal('open-entry'), entry: EntryId, panel: v.boolean() }),
]);
export type PageRequest = v.InferOutput<typeof PageRequest>;

export const Details = v.object({
  cards: v.array(CardModel),
  problem: v.nullable(v.string()),
  /** The reader's own terms, where they are other than the page knows: compiled and encoded, '' for none. */
  own: v.optional(v.object({ state: Words, names: v.string() })),
});
export type Details = v.InferOutput<typeof Details>;

/** What the extension asks of the script in a page. */
export const ToPage = v.variant('type', [
  v.object({ type: v.literal('mentions') }),
  v.object({ type: v.literal('show'), mention: v.number() }),
  v.object({ type: v.literal('jump'), forward: v.boolean() }),
  /** The reader's own terms changed: ask for them. */
  v.object({ type: v.literal('terms') }),
  /** What would these names, compiled and encoded, find in the page? */
  v.object({ type: v.literal('try'), names: v.string() }),
  v.object({ type: v.literal('stop') }),
]);
export type ToPage = v.InferOutput<typeof ToPage>;

/** One mention as lists and exports show it. */
export const ListedMention = v.object({
  /** Its number on the page, for `show`. */
  n: v.number(),
  entry: v.string(),
  kind: v.string(),
  name: v.string(),
  text: v.string(),
  /** The sentence it stands in. */
  quote: v.string(),
  before: v.string(),
  after: v.string(),
  personal: v.boolean(),
});
export const PageMentions = v.object({
  url: v.string(),
  title: v.string(),
  lang: v.nullable(v.string()),
  articleDay: v.nullable(v.string()),
  dateSource: v.nullable(v.string()),
  mentions: v.array(ListedMention),
});
/** What names that are being tried would find on a page. */
export const Tried = v.object({ url: v.string(), title: v.string(), count: v.number(), quotes: v.array(v.object({ text: v.string(), quote: v.string() })) });
export type Tried = v.InferOutput<typeof Tried>;
export type ListedMention = v.InferOutput<typeof ListedMention>;
export type PageMentions = v.InferOutput<typeof PageMentions>;
