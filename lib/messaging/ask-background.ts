/**
 * The requests of a content script to the background, one function a job. Answers are not checked
 * here: the background has the same version and checks them before it sends them, so a page need
 * not load the schemas (lib/decisions/0010-answers-are-checked-once.md).
 */
import type { PageSettings } from '../settings/settings.ts';
import type { PageNamesAnswer } from './protocol.ts';
import type { HeldNames, PageRequest, PageRequestOf } from './page-request.ts';
import type { FrameCardInput } from './frame-card.ts';
import type { Decision } from './decision.ts';
import { ask } from './rpc.ts';

/** All functions reject if the extension was removed. */
export interface Background {
  /** Null if this site is turned off; undefined if the background gave no answer. */
  settings: () => Promise<PageSettings | null | undefined>;
  found: (mentions: number | null) => Promise<unknown>;
  names: (held: HeldNames) => Promise<PageNamesAnswer | null>;
  cards: (request: Omit<PageRequestOf<'cards'>, 'type'>) => Promise<readonly unknown[] | null>;
  /** Has the names run in this page again. */
  nameScript: () => Promise<unknown>;
  cardScript: () => Promise<unknown>;
  /** False if the top page does not show the card. */
  frameCard: (input: FrameCardInput) => Promise<boolean>;
  frameCardNews: (request: Omit<PageRequestOf<'frame-card-news'>, 'type'>) => Promise<unknown>;
  fullCards: (request: Omit<PageRequestOf<'full-card'>, 'type'>) => Promise<readonly unknown[] | null>;
  /** False if the decision could not be stored: then it applies to this page only. */
  decide: (decision: Decision) => Promise<boolean>;
  setDay: (day: string | null) => Promise<boolean>;
  open: (request: Omit<PageRequestOf<'open-entry'>, 'type'>) => Promise<unknown>;
}

/** Null if the background gave no answer because it could not start or failed. */
const answerTo = async <T>(request: PageRequest): Promise<T | null> => {
  const answer = await ask(request);
  return typeof answer === 'object' ? (answer as T | null) : null;
};

/** Asks the background itself; tests pass other functions. */
export const background: Background = {
  settings: async () => {
    const answer = await ask({ type: 'settings' });
    return typeof answer === 'object' ? (answer as PageSettings | null) : undefined;
  },
  found: (mentions) => ask({ type: 'found', mentions }),
  names: (held) => answerTo({ type: 'names', ...held }),
  cards: (request) => answerTo({ type: 'cards', ...request }),
  frameCard: async (input) => (await ask({ type: 'frame-card', input })) === true,
  frameCardNews: (request) => ask({ type: 'frame-card-news', ...request }),
  nameScript: () => ask({ type: 'name-script' }),
  cardScript: () => ask({ type: 'card-script' }),
  fullCards: (request) => answerTo({ type: 'full-card', ...request }),
  decide: async (decision) => (await ask(decision)) !== false,
  setDay: async (day) => (await ask({ type: 'set-day', day })) !== false,
  open: (request) => ask({ type: 'open-entry', ...request }),
};
