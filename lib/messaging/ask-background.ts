/**
 * The requests of a content script to the background: a function for each job, whose answer is
 * checked.
 */
import * as v from 'valibot';
import type { PageSettings } from '../settings/settings.ts';
import { parsePageSettings } from '../settings/settings.ts';
import { cardsSchema, namesSchema, type HeldNames, type PageNamesAnswer, type PageRequestOf } from './protocol.ts';
import type { Decision } from './decision.ts';
import { ask } from './rpc.ts';

/** All reject where the extension is gone. */
export interface Background {
  /** Null where this site is switched off; undefined where no answer can be made out. */
  settings: () => Promise<PageSettings | null | undefined>;
  found: (mentions: number | null) => Promise<unknown>;
  names: (held: HeldNames) => Promise<PageNamesAnswer | null>;
  cards: (request: Omit<PageRequestOf<'cards'>, 'type'>) => Promise<readonly unknown[] | null>;
  cardScript: () => Promise<unknown>;
  /** Checked by the script that draws them. */
  fullCards: (request: Omit<PageRequestOf<'full-card'>, 'type'>) => Promise<unknown>;
  /** False where it is not kept: then it holds for this page alone. */
  decide: (decision: Decision) => Promise<boolean>;
  open: (request: Omit<PageRequestOf<'open-entry'>, 'type'>) => Promise<unknown>;
}

export const background: Background = {
  settings: async () => {
    const answer = await ask({ type: 'settings' });
    return answer === null ? null : parsePageSettings(answer);
  },
  found: (mentions) => ask({ type: 'found', mentions }),
  names: async (held) => {
    const answer = v.safeParse(namesSchema(), await ask({ type: 'names', ...held }));
    return answer.success ? answer.output : null;
  },
  cards: async (request) => {
    const answer = v.safeParse(cardsSchema(), await ask({ type: 'cards', ...request }));
    return answer.success ? answer.output.cards : null;
  },
  cardScript: () => ask({ type: 'card-script' }),
  fullCards: (request) => ask({ type: 'full-card', ...request }),
  decide: async (decision) => (await ask(decision)) !== false,
  open: (request) => ask({ type: 'open-entry', ...request }),
};
