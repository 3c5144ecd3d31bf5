/**
 * The answers between a page and the extension, by direction. Each has a validator, from which its
 * type comes; the requests of pages are in page-request.ts.
 * A page shares its process with the content script. The script may therefore request little,
 * everything it requests can be undone, and no answer contains anything private: private names
 * never enter a page's process. Instead the page sends its text, and the background searches it.
 * Page scripts import only types from this file.
 */
import * as v from 'valibot';
import { lazily } from '../core/lazily.ts';
import { Count, ShortText } from './basic-schemas.ts';
import { MAX_ADDRESS_CHARS } from './limits.ts';
import { NearestEntries } from './nearest-schema.ts';

/**
 * The answer to `names`: only the differences from what the page has. Names are compiled and
 * encoded.
 */
export const namesSchema = lazily(() =>
  v.object({
    /** Small lists whole; large lists as filters. `order`: ids of lists in the user's order. */
    lists: v.optional(
      v.object({
        state: ShortText,
        names: v.array(v.string()),
        /** Names of a newer built-in list than the shipped one, if they differ. */
        builtIn: v.optional(v.object({ state: ShortText, names: v.string() })),
        filters: v.array(v.string()),
        order: v.array(v.string()),
      }),
    ),
    /** Names of large lists for the page's keys. */
    found: v.optional(v.object({ state: ShortText, names: v.array(v.string()) })),
  }),
);
export type PageNamesAnswer = v.InferOutput<ReturnType<typeof namesSchema>>;

/** A place in the text that a page sent: the id of a run, and offsets in it. */
const textPlace = { flow: Count, start: Count, end: Count };

/** One mention as lists and exports show it. */
export const ListedMention = v.object({
  /** The mention's number on the page, for `show`; negative if it is not marked. */
  n: v.number(),
  /** The frame of the mention, if it is not the top one. */
  frame: v.optional(Count),
  /** The place in the page's text, for `show-place`; only for mentions without a mark. */
  place: v.optional(v.object(textPlace)),
  entry: v.string(),
  kind: v.string(),
  name: v.string(),
  text: v.string(),
  /** The page number, in a document with pages. */
  page: v.optional(Count),
  /** The sentence around it. */
  quote: v.string(),
  before: v.string(),
  after: v.string(),
  /** True for a private mention, which is not marked in the page. */
  personal: v.boolean(),
  /** Entries of other lists with the same words. */
  also: v.optional(v.array(v.string())),
  /** The entries that the text names around the mention; only for the first mention of an entry. */
  near: v.optional(NearestEntries),
});
export type ListedMention = v.InferOutput<typeof ListedMention>;

/** A page with its mentions, as popup and panel list them. `lang`: BCP 47; null if unknown. */
export const PageMentions = v.object({
  url: v.string(),
  title: v.string(),
  /** True in our reader. */
  isDocument: v.optional(v.boolean()),
  lang: v.nullable(v.string()),
  articleDay: v.nullable(v.string()),
  dateSource: v.nullable(v.string()),
  mentions: v.array(ListedMention),
  /** The number of underlined mentions at each density. */
  underlined: v.object({ fewer: Count, normal: Count, all: Count }),
  /** Origins of cross-site frames that are large enough to be read. */
  frames: v.array(v.pipe(v.string(), v.maxLength(MAX_ADDRESS_CHARS))),
});
export type PageMentions = v.InferOutput<typeof PageMentions>;

/** The page script's answer to `mentions`: each mention with its run of text and offset. */
export const MarkedMentions = v.object({
  ...PageMentions.entries,
  starts: v.array(v.tuple([v.number(), v.number()])),
});
export type MarkedMentions = v.InferOutput<typeof MarkedMentions>;

/** One run of a page's text, and its invisible parts as [start, end). */
const TextRun = v.object({ id: Count, text: v.string(), unseen: v.array(v.tuple([Count, Count])) });
export type TextRun = v.InferOutput<typeof TextRun>;
/** The answer to `text`; `next`: where the next piece starts. */
export const textPieceSchema = lazily(() => v.object({ runs: v.array(TextRun), next: v.nullable(Count) }));
export type TextPiece = v.InferOutput<ReturnType<typeof textPieceSchema>>;

/** The matches of a term that is being written on a page. */
export const TermTrial = v.object({
  url: v.string(),
  title: v.string(),
  count: v.number(),
  quotes: v.array(v.object({ text: v.string(), quote: v.string() })),
});
export type TermTrial = v.InferOutput<typeof TermTrial>;
