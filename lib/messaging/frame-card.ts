/**
 * The card of a mention in a frame, shown by the script in the top page: what the frame says of the
 * mention and of its place, and what the two scripts tell each other while the card is open. The
 * background checks it all and passes it on (lib/decisions/0015-cards-of-frames-in-the-top-
 * page.md).
 */
import * as v from 'valibot';
import { EntryRef } from '../knowledge/model/id-schemas.ts';
import { Count, ShortText } from './basic-schemas.ts';
import { Near } from './near-schema.ts';

const MAX_QUOTE_CHARS = 1000;
const MAX_READINGS = 20;
const MAX_REASONS = 50;
/** Entries of one word, of as many lists as a user subscribes to. */
const MAX_LISTS = 50;
/** Frames of one page. */
const MAX_PLACE = 10_000;

const Pixels = v.pipe(v.number(), v.finite());
const Line = v.object({ left: Pixels, top: Pixels, right: Pixels, bottom: Pixels });

const Reasons = v.pipe(v.array(v.object({ word: ShortText, points: v.number() })), v.maxLength(MAX_REASONS));

/** A mention as its card needs it. */
const FrameMention = v.object({
  entry: EntryRef,
  /** Of all lists that know the words. */
  entries: v.pipe(v.array(EntryRef), v.maxLength(MAX_LISTS)),
  list: ShortText,
  kind: ShortText,
  name: ShortText,
  /** The sentence around it, and the mention in it as [start, end). */
  quote: v.pipe(v.string(), v.maxLength(MAX_QUOTE_CHARS)),
  start: Count,
  end: Count,
  why: Reasons,
  readings: v.pipe(v.array(v.object({ entry: EntryRef, name: ShortText, why: Reasons })), v.maxLength(MAX_READINGS)),
  near: Near,
});
export type FrameMention = v.InferOutput<typeof FrameMention>;

/** How a card is open. */
const CardState = v.object({
  pinned: v.boolean(),
  stays: v.boolean(),
  spoken: v.boolean(),
  isSheet: v.boolean(),
  size: v.picklist(['glance', 'full']),
});
export type CardState = v.InferOutput<typeof CardState>;

/** What a frame says of its card; `id` is its own number of the card. */
export const FrameCardInput = v.variant('is', [
  v.object({
    is: v.literal('opened'),
    id: Count,
    /**
     * The place, among the child frames of the top page, of the one in which the mention stands.
     */
    child: v.pipe(Count, v.maxValue(MAX_PLACE)),
    /** The viewport of that child, by which the top page makes sure of it. */
    width: Pixels,
    height: Pixels,
    /** Of the mention in that viewport. */
    line: Line,
    state: CardState,
    mention: FrameMention,
    articleDay: v.nullable(v.pipe(v.string(), v.isoDate())),
  }),
  v.object({ is: v.literal('moved'), id: Count, line: Line }),
  v.object({ is: v.literal('changed'), id: Count, state: CardState }),
  /** The keyboard goes into the card. */
  v.object({ is: v.literal('entered'), id: Count }),
  v.object({ is: v.literal('closed'), id: Count }),
]);
export type FrameCardInput = v.InferOutput<typeof FrameCardInput>;
export type FrameCardOpened = Extract<FrameCardInput, { is: 'opened' }>;
