/**
 * The schema of requests from page scripts. Only the background checks them, so pages need not load
 * it.
 */
import * as v from 'valibot';
import { FollowRef } from '../knowledge/model/follow-refs.ts';
import { EntryRef } from '../knowledge/model/id-schemas.ts';
import { Count, ShortText } from './basic-schemas.ts';
import { FoundRequest } from './found-request.ts';
import { FrameCardInput } from './frame-card.ts';
import { FRAME_CARD_NEWS } from './frame-card-news.ts';
import { MAX_ENTRIES, MAX_NAME_KEYS, MAX_REPORTED_CHARS } from './limits.ts';
import { NearestEntries } from './nearest-schema.ts';

/** The most entries of one word in a request; no user has as many lists. */
const MAX_FULL_CARDS = 50;
const MAX_HOST_CHARS = 255;

/** A host, or null for all sites. */
const Site = v.nullable(v.pipe(v.string(), v.maxLength(MAX_HOST_CHARS)));

/** An entry, and the entries that the text names around it. */
const AskedEntry = v.object({ entry: EntryRef, ...NearestEntries.entries });
export type AskedEntry = v.InferOutput<typeof AskedEntry>;

const Day = v.pipe(v.string(), v.isoDate());

/** Entries of one article in a request for cards. */
const cardsOf = (most: number) => ({
  entries: v.pipe(v.array(AskedEntry), v.maxLength(most)),
  articleDay: v.nullable(Day),
  lang: v.nullable(ShortText),
});

/** The requests of a content script to the background: one job each. */
export const PageRequest = v.variant('type', [
  /** The user's settings for this page; null if this site is turned off. */
  v.object({ type: v.literal('settings') }),
  /** Injects the page script into the frame that asks; `names`: with the names. */
  v.object({ type: v.literal('frame'), names: v.boolean() }),
  /**
   * Resolves with true when a frame far from the viewport may be read; with false if there are too
   * many.
   */
  v.object({ type: v.literal('frame-turn') }),
  /** From a frame to the top page, which shows the frame's card. */
  v.object({ type: v.literal('frame-card'), input: FrameCardInput }),
  /** From the top page to a frame: the user's actions on the frame's card. */
  v.object({ type: v.literal('frame-card-news'), frame: Count, id: Count, news: v.picklist(FRAME_CARD_NEWS) }),
  FoundRequest,
  /**
   * The names of subscribed lists that the page lacks. `state`: the state of the lists that the
   * page has. `found`: the state of its names of large lists, for these `keys`.
   */
  v.object({
    type: v.literal('names'),
    state: v.nullable(ShortText),
    found: v.nullable(ShortText),
    keys: v.pipe(v.array(v.pipe(v.number(), v.integer())), v.maxLength(MAX_NAME_KEYS)),
  }),
  /** The glances of entries on the page. */
  v.object({ type: v.literal('cards'), ...cardsOf(MAX_ENTRIES) }),
  /** Injects the names into this page, which dropped them. */
  v.object({ type: v.literal('name-script') }),
  /** Injects the card script into this page. */
  v.object({ type: v.literal('card-script') }),
  /**
   * The full cards of an entry and its namesakes on other lists; `script`: injects the full card
   * script too.
   */
  v.object({ type: v.literal('full-card'), ...cardsOf(MAX_FULL_CARDS), script: v.boolean() }),
  v.object({ type: v.literal('choose-sense'), name: ShortText, entry: v.nullable(EntryRef) }),
  v.object({ type: v.literal('mute'), entry: EntryRef, site: Site }),
  v.object({ type: v.literal('unmute'), entry: EntryRef, site: Site }),
  /** The day that the user sets for the article; null to use the page's own. */
  v.object({ type: v.literal('set-day'), day: v.nullable(Day) }),
  v.object({ type: v.literal('follow'), ref: FollowRef, on: v.boolean() }),
  /** `report`: the sentence for a report of a fault, which the user may send, or null. */
  v.object({
    type: v.literal('open-entry'),
    ...AskedEntry.entries,
    articleDay: v.nullable(Day),
    panel: v.boolean(),
    report: v.nullable(v.pipe(v.string(), v.maxLength(MAX_REPORTED_CHARS))),
  }),
]);
export type PageRequest = v.InferOutput<typeof PageRequest>;
/** The request of one type. */
export type PageRequestOf<T extends PageRequest['type']> = Extract<PageRequest, { type: T }>;
/** The names that a page already has. */
export type HeldNames = Omit<PageRequestOf<'names'>, 'type'>;
