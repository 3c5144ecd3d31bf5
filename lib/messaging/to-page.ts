/**
 * The requests of the extension to the script in a page. Only the extension can send them, so they
 * are checked by this table, and no page loads a library for it.
 */

import { FRAME_CARD_NEWS } from './frame-card-news.ts';
import type { FrameCardInput } from './frame-card.ts';

/** The type of each field of a request, or its values, besides `type`. */
const REQUESTS = {
  mentions: {},
  /** The number of mentions, as it was told last. */
  count: {},
  /** The day of the article in the page, for the frames in it. */
  day: {},
  /** Go to a mention that is marked, by its number. */
  show: { mention: 'number' },
  /** Go to a place that is not marked, and mark nothing there. */
  'show-place': { flow: 'number', start: 'number', end: 'number' },
  /**
   * To the next or the previous mention. In a tab of several frames: `go on` ends at the last
   * mention of a frame, `enter` starts at the first of the next one.
   */
  jump: { forward: 'boolean', way: ['round', 'go on', 'enter'] },
  /** A piece of the page's text, from run `from` on. `idle`: no caller waits for it. */
  text: { from: 'number', idle: 'boolean' },
  /** To the top page, of the card on a mention in a frame. */
  'frame-card': { frame: 'number', input: 'checked' },
  /** To the frame of such a card. */
  'frame-card-news': { id: 'number', news: FRAME_CARD_NEWS },
  /** Subscribed lists changed: ask for their names. */
  'names-changed': {},
  /** Settings changed: ask for them. */
  'settings-changed': {},
  stop: {},
} as const;

type Requests = typeof REQUESTS;
interface Types {
  number: number;
  boolean: boolean;
  /** By the background, before it sent this. */
  checked: FrameCardInput;
}
type Shape = keyof Types | readonly string[];
type Value<T> = T extends keyof Types ? Types[T] : T extends readonly string[] ? T[number] : never;
type Fields<T> = { [field in keyof T]: Value<T[field]> };
export type ToPage = { [type in keyof Requests]: { type: type } & Fields<Requests[type]> }[keyof Requests];

const fits = (value: unknown, shape: Shape): boolean =>
  shape === 'checked'
    ? typeof value === 'object' && value !== null
    : typeof shape === 'string'
      ? typeof value === shape
      : shape.some((one) => one === value);

/** The request in a message: its own fields alone; null where it is none. */
export function readToPage(message: unknown): ToPage | null {
  if (typeof message !== 'object' || message === null || !('type' in message)) return null;
  const { type } = message;
  if (typeof type !== 'string' || !Object.hasOwn(REQUESTS, type)) return null;
  const fields = Object.entries<Shape>(REQUESTS[type as keyof Requests]);
  const sent: Record<string, unknown> = { ...message };
  if (!fields.every(([field, shape]) => fits(sent[field], shape))) return null;
  return { type, ...Object.fromEntries(fields.map(([field]) => [field, sent[field]])) } as ToPage;
}
