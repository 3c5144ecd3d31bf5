/**
 * Every message between a page and the extension, by direction, with the validator of its content.
 * Types come from the validators. A page shares its process with the content script. So the script
 * may ask for little, all of it can be undone, and no answer holds anything private: names that the
 * user keeps from pages never enter their process. The page hands its text over instead, and the
 * background looks for them there. The script in a page imports types alone from here.
 */
import * as v from 'valibot';
import { lazily } from '../core/lazily.ts';
import { FollowRef } from '../knowledge/model/follow-refs.ts';
import { EntryRef } from '../knowledge/model/id-schemas.ts';
import { MAX_ADDRESS_CHARS, MAX_ENTRIES, MAX_NAME_KEYS, MAX_REPORTED_CHARS } from './limits.ts';
import { Near } from './near-schema.ts';

const ShortText = v.pipe(v.string(), v.maxLength(300));
const Count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));

/** Entries of one word, in one request: as many as lists that a user subscribes to. */
const MAX_FULL_CARDS = 50;
const MAX_HOST_CHARS = 255;

/** A host, or null for all. */
const Site = v.nullable(v.pipe(v.string(), v.maxLength(MAX_HOST_CHARS)));

/** An entry, and what the text names around it. */
const AskedEntry = v.object({ entry: EntryRef, ...Near.entries });
export type AskedEntry = v.InferOutput<typeof AskedEntry>;

const Day = v.pipe(v.string(), v.isoDate());

/** Entries of one request for cards, as an article has them. */
const cardsOf = (most: number) => ({
  entries: v.pipe(v.array(AskedEntry), v.maxLength(most)),
  articleDay: v.nullable(Day),
  lang: v.nullable(ShortText),
});

/** The requests of a content script to the background: one job each. */
export const PageRequest = v.variant('type', [
  /** The user's settings for this page; null where this site is switched off. */
  v.object({ type: v.literal('settings') }),
  /** The page script, put into the frame that asks; `names`: with the names that it looks for. */
  v.object({ type: v.literal('frame'), names: v.boolean() }),
  /** True when a frame that is far from the window may be read; false where too many are. */
  v.object({ type: v.literal('frame-turn') }),
  /** The number of mentions, for the button; null: the script ends here. */
  v.object({ type: v.literal('found'), mentions: v.nullable(Count) }),
  /**
   * Names of subscribed lists, where they differ from those that the page holds: `state` of the
   * lists, `found` for the names of large ones by `keys`.
   */
  v.object({
    type: v.literal('names'),
    state: v.nullable(ShortText),
    found: v.nullable(ShortText),
    keys: v.pipe(v.array(v.pipe(v.number(), v.integer())), v.maxLength(MAX_NAME_KEYS)),
  }),
  /** The cards of entries that were found here. */
  v.object({ type: v.literal('cards'), ...cardsOf(MAX_ENTRIES) }),
  /** The script that draws cards, put into this page. */
  v.object({ type: v.literal('card-script') }),
  /**
   * The full cards of an entry and of its namesakes on other lists; `script`: with the script that
   * draws them.
   */
  v.object({ type: v.literal('full-card'), ...cardsOf(MAX_FULL_CARDS), script: v.boolean() }),
  v.object({ type: v.literal('choose-sense'), name: ShortText, entry: v.nullable(EntryRef) }),
  v.object({ type: v.literal('mute'), entry: EntryRef, site: Site }),
  v.object({ type: v.literal('unmute'), entry: EntryRef, site: Site }),
  /** The day of the article, as the user says; null: as the page states it. */
  v.object({ type: v.literal('set-day'), day: v.nullable(Day) }),
  v.object({ type: v.literal('follow'), ref: FollowRef, on: v.boolean() }),
  /** `report`: null, or the sentence for a report of a fault, which the user may send. */
  v.object({
    type: v.literal('open-entry'),
    ...AskedEntry.entries,
    articleDay: v.nullable(Day),
    panel: v.boolean(),
    report: v.nullable(v.pipe(v.string(), v.maxLength(MAX_REPORTED_CHARS))),
  }),
]);
export type PageRequest = v.InferOutput<typeof PageRequest>;
export type PageRequestOf<T extends PageRequest['type']> = Extract<PageRequest, { type: T }>;
/** The lists whose names a page holds. */
export type HeldNames = Omit<PageRequestOf<'names'>, 'type'>;

/**
 * The answer to `names`: only what differs from what the page holds. Names are compiled and
 * encoded.
 */
export const namesSchema = lazily(() =>
  v.object({
    /**
     * Small lists whole; for large ones a filter that shows whether a text may hold their names.
     * `order`: ids of lists as the user arranged them.
     */
    lists: v.optional(
      v.object({
        state: ShortText,
        names: v.array(v.string()),
        /** Names of a newer built-in list than that of the extension, where they differ. */
        builtIn: v.optional(v.object({ state: ShortText, names: v.string() })),
        filters: v.array(v.string()),
        order: v.array(v.string()),
      }),
    ),
    /** Names of large lists that start as words of the page do. */
    found: v.optional(v.object({ state: ShortText, names: v.array(v.string()) })),
  }),
);
export type PageNamesAnswer = v.InferOutput<ReturnType<typeof namesSchema>>;

/** A place in the text that a page handed over: the id of a run of text, and offsets in it. */
const textPlace = { flow: Count, start: Count, end: Count };

/** One mention as lists and exports show it. */
export const ListedMention = v.object({
  /** Its number on the page, for `show`; below 0 where it is not marked. */
  n: v.number(),
  /** The frame of the tab in which it stands, where that is not the top one. */
  frame: v.optional(Count),
  /**
   * The place in the text that the page handed over, for `show-place`; for mentions without a mark.
   */
  place: v.optional(v.object(textPlace)),
  entry: v.string(),
  kind: v.string(),
  name: v.string(),
  text: v.string(),
  /** The number of its page, in a document that has pages. */
  page: v.optional(Count),
  /** The sentence around it. */
  quote: v.string(),
  before: v.string(),
  after: v.string(),
  /** Found outside the page, and not marked in it: an own term, or a name of a private list. */
  personal: v.boolean(),
  /** Entries of other lists with the same words. */
  also: v.optional(v.array(v.string())),
  /** The entries that the text names around it; only sent for the first mention of an entry. */
  near: v.optional(Near),
});
export type ListedMention = v.InferOutput<typeof ListedMention>;

export const PageMentions = v.object({
  url: v.string(),
  title: v.string(),
  /** It is shown in our own reader. */
  isDocument: v.optional(v.boolean()),
  lang: v.nullable(v.string()),
  articleDay: v.nullable(v.string()),
  dateSource: v.nullable(v.string()),
  mentions: v.array(ListedMention),
  /** How many of them are underlined by each choice of the user. */
  underlined: v.object({ fewer: Count, normal: Count, all: Count }),
  /** Addresses of the frames in it that are large enough to be read, of other sites. */
  frames: v.array(v.pipe(v.string(), v.maxLength(MAX_ADDRESS_CHARS))),
});
export type PageMentions = v.InferOutput<typeof PageMentions>;

/** The page script's answer to `mentions`: the mentions, each with its run of text and offset. */
export const MarkedMentions = v.object({
  ...PageMentions.entries,
  starts: v.array(v.tuple([v.number(), v.number()])),
});
export type MarkedMentions = v.InferOutput<typeof MarkedMentions>;

/** One run of a page's text, and the parts of it that the user can't see, as [start, end). */
const TextRun = v.object({ id: Count, text: v.string(), unseen: v.array(v.tuple([Count, Count])) });
export type TextRun = v.InferOutput<typeof TextRun>;
/** The answer to `text`; `next`: where the next piece starts. */
export const textPieceSchema = lazily(() => v.object({ runs: v.array(TextRun), next: v.nullable(Count) }));
export type TextPiece = v.InferOutput<ReturnType<typeof textPieceSchema>>;

/** The matches of a term that is being written on a page. */
export const Tried = v.object({
  url: v.string(),
  title: v.string(),
  count: v.number(),
  quotes: v.array(v.object({ text: v.string(), quote: v.string() })),
});
export type Tried = v.InferOutput<typeof Tried>;
