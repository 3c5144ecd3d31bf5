/**
 * Answers the requests of frames, and relays messages about a frame's card between frame and top
 * page.
 */
import type { FrameCardInput } from '../../lib/messaging/frame-card.ts';
import type { PageRequest } from '../../lib/messaging/page-request.ts';
import { RequestLimit } from '../../lib/messaging/request-limit.ts';
import type { PageTab } from '../../lib/messaging/answer-pages.ts';
import { askPage } from '../../lib/messaging/rpc.ts';
import { annotateFrame } from '../../lib/sites/register.ts';
import { TOP } from '../../lib/sites/tab-frames.ts';
import { mayRunInFrame } from './frame-queue.ts';

/**
 * A card that follows its word reports the word's position once a painted frame, at most 60 times a
 * second.
 */
const cardsInTop = new RequestLimit(70, 1000);

type FrameRequest = Extract<PageRequest, { type: 'frame' | `frame-${string}` }>;

/** True for requests that `handleFrameRequest` answers. */
export const isFrameRequest = (request: PageRequest): request is FrameRequest =>
  request.type === 'frame' || request.type.startsWith('frame-');

/**
 * Answers a request of a script in a frame. The answers are true or false, so they have no schema.
 */
export async function handleFrameRequest(request: FrameRequest, tab: PageTab): Promise<unknown> {
  switch (request.type) {
    case 'frame':
      return annotateFrame(tab, request.names);
    case 'frame-turn':
      return mayRunInFrame(tab.id);
    case 'frame-card':
      return passCard(request.input, tab);
    case 'frame-card-news':
      return (
        tab.frame === TOP && askPage(tab.id, { type: request.type, id: request.id, news: request.news }, request.frame)
      );
  }
}

/** Relays a frame's card to the top page of the same tab. */
async function passCard(input: FrameCardInput, { id, frame }: PageTab): Promise<boolean> {
  // Closing is never limited: the card would stay open for ever.
  if (frame === TOP || !(input.is === 'closed' || cardsInTop.allows(id))) return false;
  return (await askPage(id, { type: 'frame-card', frame, input })) === true;
}
