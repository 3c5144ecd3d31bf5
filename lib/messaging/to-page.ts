/**
 * The requests of the extension to the script in a page. Only the extension can send them, so this
 * table is enough to check them, and no page loads a schema library for it.
 */

import { FRAME_CARD_NEWS } from './frame-card-news.ts';
import type { FrameCardInput } from './frame-card.ts';

/** The fields of each request besides `type`: for each field its type or its possible values. */
const REQUESTS = {
  mentions: {},
  /** The number of mentions that was sent last. */
  count: {},
  /** The day of the page's article, for its frames. */
  day: {},
  /** Scrolls to a marked mention, by its number. */
  show: { mention: 'number' },
  /** Scrolls to a place without a mark, and marks nothing there. */
  'show-place': { flow: 'number', start: 'number', end: 'number' },
  /**
   * Goes to the next or previous mention. In a tab with several frames `go on` stops at the end of
   * a frame, and `enter` starts at the beginning of the next.
   */
  'go-to-mention': { forward: 'boolean', way: ['round', 'go on', 'enter'] },
  /** A piece of the page's text from run `from` on. `idle`: no user waits for it. */
  text: { from: 'number', idle: 'boolean' },
  /** To the top page: a message of a frame about its card. */
  'frame-card': { frame: 'number', input: 'checked' },
  /** To the frame of such a card: the user's action. */
  'frame-card-news': { id: 'number', news: FRAME_CARD_NEWS },
  /** Subscribed lists changed: request names again. */
  'names-changed': {},
  /** Settings changed: request them again. */
  'settings-changed': {},
  stop: {},
} as const;

type Requests = typeof REQUESTS;
interface Types {
  number: number;
  boolean: boolean;
  /** The background checks this before it sends it. */
  checked: FrameCardInput;
}
type Shape = keyof Types | readonly string[];
type Value<T> = T extends keyof Types ? Types[T] : T extends readonly string[] ? T[number] : never;
type Fields<T> = { [field in keyof T]: Value<T[field]> };
/** Every request that the extension sends to a page. */
export type ToPage = { [type in keyof Requests]: { type: type } & Fields<Requests[type]> }[keyof Requests];

const fits = (value: unknown, shape: Shape): boolean =>
  shape === 'checked'
    ? typeof value === 'object' && value !== null
    : typeof shape === 'string'
      ? typeof value === shape
      : shape.some((one) => one === value);

/** Parses a message: keeps only known fields; null if it is not a request. */
export function readToPage(message: unknown): ToPage | null {
  if (typeof message !== 'object' || message === null || !('type' in message)) return null;
  const { type } = message;
  if (typeof type !== 'string' || !Object.hasOwn(REQUESTS, type)) return null;
  const fields = Object.entries<Shape>(REQUESTS[type as keyof Requests]);
  const sent: Record<string, unknown> = { ...message };
  if (!fields.every(([field, shape]) => fits(sent[field], shape))) return null;
  return { type, ...Object.fromEntries(fields.map(([field]) => [field, sent[field]])) } as ToPage;
}
