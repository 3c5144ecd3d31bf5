/** Answers what a frame asks for itself, and passes on what it and the top page say of its card. */
import type { FrameCardInput } from '../../lib/messaging/frame-card.ts';
import type { PageRequest } from '../../lib/messaging/page-request.ts';
import { RequestLimit } from '../../lib/messaging/request-limit.ts';
import type { PageTab } from '../../lib/messaging/answer-pages.ts';
import { askPage } from '../../lib/messaging/rpc.ts';
import { annotateFrame } from '../../lib/sites/register.ts';
import { TOP } from '../../lib/sites/tab-frames.ts';
import { turnOf } from './frame-turns.ts';

/** A card that follows its word reports the place of the word at most at each drawn frame. */
const cardsInTop = new RequestLimit(70, 1000);

type FrameRequest = Extract<PageRequest, { type: 'frame' | `frame-${string}` }>;

export const isFrameRequest = (request: PageRequest): request is FrameRequest =>
  request.type === 'frame' || request.type.startsWith('frame-');

export async function handleFrameRequest(request: FrameRequest, tab: PageTab): Promise<unknown> {
  switch (request.type) {
    case 'frame':
      return annotateFrame(tab, request.names);
    case 'frame-turn':
      return turnOf(tab.id);
    case 'frame-card':
      return passCard(request.input, tab);
    case 'frame-card-news':
      return (
        tab.frame === TOP && askPage(tab.id, { type: request.type, id: request.id, news: request.news }, request.frame)
      );
  }
}

/** To the top page of the same tab alone. */
async function passCard(input: FrameCardInput, { id, frame }: PageTab): Promise<boolean> {
  // A card that may not be closed would stay for good.
  if (frame === TOP || !(input.is === 'closed' || cardsInTop.allows(id))) return false;
  return (await askPage(id, { type: 'frame-card', frame, input })) === true;
}
