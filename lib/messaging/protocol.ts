/**
 * Every message, by direction, with the validator of what it carries; types come from the validators. Those
 * that a page needs are made when the first message comes.
 *
 * A page shares its process with the content script, so the script may ask for four things only, all of
 * which can be undone. Extension pages read the base themselves and ask the page for what is on it.
 */
import * as v from 'valibot';
import { lazily } from '../core/lazily.ts';
import { EntryRef } from '../knowledge/model/ids.ts';

const Words = v.pipe(v.string(), v.maxLength(300));
const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Starts of names of large lists that a page may ask for. */
export const MOST_KEYS = 4000;

/** Entries of one word, in one request: as many as lists that a user subscribes to. */
const MAX_FULL_CARDS = 50;

/** Which names of subscribed lists a page has: the state of the lists, and of what was found of the large ones by the keys that it met. */
const HeldLists = v.object({
  state: v.nullable(Words),
  found: v.nullable(Words),
  keys: v.pipe(v.array(v.pipe(v.number(), v.integer())), v.maxLength(MOST_KEYS)),
});
export type HeldLists = v.InferOutput<typeof HeldLists>;
/** Compiled names, encoded: of lists that are marked, and of those that are private to the reader. */
const listNames = () => ({ state: Words, painted: v.array(v.string()), hidden: v.array(v.string()) });

/** What a content script may ask of the background. */
export const PageRequest = v.variant('type', [
  /** Details of the entries found here; tells at the same time how many mentions there are, and whether what draws cards is still missing. `own`, `lists`: which names besides the built-in ones the page looks for. */
  v.object({
    type: v.literal('details'),
    entries: v.pipe(v.array(EntryRef), v.maxLength(2000)),
    articleDay: v.nullable(v.pipe(v.string(), v.isoDate())),
    lang: v.nullable(Words),
    mentions: Count,
    personal: Count,
    own: v.nullable(Words),
    lists: HeldLists,
    drawer: v.boolean(),
  }),
  /** The full cards of an entry and of its namesakes on other lists; `script`: with the script that draws them. */
  v.object({
    type: v.literal('full-card'),
    entries: v.pipe(v.array(EntryRef), v.maxLength(MAX_FULL_CARDS)),
    articleDay: v.nullable(v.pipe(v.string(), v.isoDate())),
    lang: v.nullable(Words),
    script: v.boolean(),
  }),
  v.object({ type: v.literal('choose-sense'), name: Words, entry: v.nullable(EntryRef) }),
  v.object({ type: v.literal('mute'), entry: EntryRef, site: v.nullable(v.pipe(v.string(), v.maxLength(255))) }),
  v.object({ type: v.literal('unmute'), entry: EntryRef, site: v.nullable(v.pipe(v.string(), v.maxLength(255))) }),
  v.object({ type: v.literal('open-entry'), entry: EntryRef, panel: v.boolean() }),
]);
export type PageRequest = v.InferOutput<typeof PageRequest>;

export const detailsSchema = lazily(() =>
  v.object({
    /** Cards are checked by the script that draws them. */
    cards: v.array(v.unknown()),
    problem: v.nullable(v.string()),
    /** The reader's own terms, where they are other than the page knows: compiled and encoded, '' for none. */
    own: v.optional(v.object({ state: Words, names: v.string() })),
    /** Subscribed lists, where they are other than the page knows: small ones whole, of large ones what tells whether a text may hold their names. `order`: ids of all lists as the reader arranged them. */
    lists: v.optional(v.object({ ...listNames(), filters: v.array(v.string()), order: v.array(v.string()) })),
    /** Names of large lists that start as words of the page do, where they are others than before. */
    found: v.optional(v.object(listNames())),
  }),
);
export type Details = v.InferOutput<ReturnType<typeof detailsSchema>>;

/** What the extension asks of the script in a page. */
export const toPageSchema = lazily(() =>
  v.variant('type', [
    v.object({ type: v.literal('mentions') }),
    v.object({ type: v.literal('show'), mention: v.number() }),
    v.object({ type: v.literal('jump'), forward: v.boolean() }),
    /** The reader's own terms or lists changed: ask for them. */
    v.object({ type: v.literal('terms') }),
    /** What would these names, compiled and encoded, find in the page? */
    v.object({ type: v.literal('try'), names: v.string() }),
    v.object({ type: v.literal('stop') }),
  ]),
);
export type ToPage = v.InferOutput<ReturnType<typeof toPageSchema>>;

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
  /** Entries of other lists that the words stand for too. */
  also: v.optional(v.array(v.string())),
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
export const Tried = v.object({
  url: v.string(),
  title: v.string(),
  count: v.number(),
  quotes: v.array(v.object({ text: v.string(), quote: v.string() })),
});
export type Tried = v.InferOutput<typeof Tried>;
export type ListedMention = v.InferOutput<typeof ListedMention>;
export type PageMentions = v.InferOutput<typeof PageMentions>;
