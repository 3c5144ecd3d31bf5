/**
 * The card of a mention in a frame. The script of the top page shows it: the frame describes the
 * mention and its position, and the two scripts exchange messages while the card is open. The
 * background checks each message and forwards it
 * (lib/decisions/0015-cards-of-frames-in-the-top-page.md).
 */
import * as v from 'valibot';
import { EntryRef } from '../knowledge/model/id-schemas.ts';
import { Count, ShortText } from './basic-schemas.ts';
import { NearestEntries } from './nearest-schema.ts';

const MAX_QUOTE_CHARS = 1000;
const MAX_READINGS = 20;
const MAX_REASONS = 50;
/** The most entries that one word may have in all lists. */
const MAX_LISTS = 50;
/** The most frames of one page. */
const MAX_PLACE = 10_000;

const Pixels = v.pipe(v.number(), v.finite());
const Line = v.object({ left: Pixels, top: Pixels, right: Pixels, bottom: Pixels });

const Reasons = v.pipe(v.array(v.object({ word: ShortText, points: v.number() })), v.maxLength(MAX_REASONS));

/** A mention as its card needs it. */
const FrameMention = v.object({
  entry: EntryRef,
  /** The entries of all lists that have these words. */
  entries: v.pipe(v.array(EntryRef), v.maxLength(MAX_LISTS)),
  list: ShortText,
  kind: ShortText,
  name: ShortText,
  /** The sentence of the mention, and the mention's range in it, [start, end). */
  quote: v.pipe(v.string(), v.maxLength(MAX_QUOTE_CHARS)),
  start: Count,
  end: Count,
  why: Reasons,
  readings: v.pipe(v.array(v.object({ entry: EntryRef, name: ShortText, why: Reasons })), v.maxLength(MAX_READINGS)),
  near: NearestEntries,
});
export type FrameMention = v.InferOutput<typeof FrameMention>;

/** The state of an open card. */
const CardState = v.object({
  pinned: v.boolean(),
  stays: v.boolean(),
  spoken: v.boolean(),
  isSheet: v.boolean(),
  size: v.picklist(['glance', 'full']),
});
export type CardState = v.InferOutput<typeof CardState>;

/** A message of a frame about its card; `id` is the frame's own number for the card. */
export const FrameCardInput = v.variant('is', [
  v.object({
    is: v.literal('opened'),
    id: Count,
    /**
     * The index, among the child frames of the top page, of the child that contains the mention.
     */
    child: v.pipe(Count, v.maxValue(MAX_PLACE)),
    /**
     * The size of that child's viewport, which confirms to the top page that it found the right
     * frame.
     */
    width: Pixels,
    height: Pixels,
    /** The position of the mention in that viewport. */
    line: Line,
    state: CardState,
    mention: FrameMention,
    articleDay: v.nullable(v.pipe(v.string(), v.isoDate())),
  }),
  v.object({ is: v.literal('moved'), id: Count, line: Line }),
  v.object({ is: v.literal('changed'), id: Count, state: CardState }),
  /** The keyboard focus moves into the card. */
  v.object({ is: v.literal('entered'), id: Count }),
  v.object({ is: v.literal('closed'), id: Count }),
]);
export type FrameCardInput = v.InferOutput<typeof FrameCardInput>;
export type FrameCardOpened = Extract<FrameCardInput, { is: 'opened' }>;
