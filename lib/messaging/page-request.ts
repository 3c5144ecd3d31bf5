/**
 * The requests of the script in a page, with the validator of their content. The background alone
 * checks them: pages of the extension load none of it.
 */
import * as v from 'valibot';
import { FollowRef } from '../knowledge/model/follow-refs.ts';
import { EntryRef } from '../knowledge/model/id-schemas.ts';
import { Count, ShortText } from './basic-schemas.ts';
import { FoundRequest } from './found-request.ts';
import { FrameCardInput } from './frame-card.ts';
import { FRAME_CARD_NEWS } from './frame-card-news.ts';
import { MAX_ENTRIES, MAX_NAME_KEYS, MAX_REPORTED_CHARS } from './limits.ts';
import { Near } from './near-schema.ts';

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
  /** Of the card on a mention in the frame that asks, for the top page, which shows it. */
  v.object({ type: v.literal('frame-card'), input: FrameCardInput }),
  /** From the top page to the frame of a card: the user's actions on it. */
  v.object({ type: v.literal('frame-card-news'), frame: Count, id: Count, news: v.picklist(FRAME_CARD_NEWS) }),
  FoundRequest,
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
