/**
 * Turns the user's decision on a card into a change of the settings, which the background stores,
 * or which applies to the page only.
 */
import type { PageRequest } from './page-request.ts';

/**
 * Requests that change a setting. `0008-clicks-that-change-something.md` tells how they are
 * protected.
 */
export type Decision = Extract<PageRequest, { type: 'mute' | 'unmute' | 'choose-sense' | 'follow' }>;

interface DecisionFields {
  muted: readonly { entry: string; site: string | null }[];
  choices: readonly { name: string; entry: string | null }[];
  follows: readonly string[];
}

/**
 * The most decisions of each kind. A full list takes no further ones, so that a page that sends
 * many cannot displace the user's own.
 */
export const MAX_DECISIONS = 1000;

const added = <T>(others: readonly T[], one: T): T[] =>
  others.length < MAX_DECISIONS ? [...others, one] : [...others];

/** The changed fields. A repeated decision moves to the end. */
export function afterDecision(decision: Decision, { muted, choices, follows }: DecisionFields) {
  if (decision.type === 'follow') {
    const others = follows.filter((one) => one !== decision.ref);
    return { follows: decision.on ? added(others, decision.ref) : others };
  }
  if (decision.type !== 'choose-sense') {
    const { type, entry, site } = decision;
    const others = muted.filter((one) => one.entry !== entry || one.site !== site);
    return { muted: type === 'mute' ? added(others, { entry, site }) : others };
  }
  const { name, entry } = decision;
  const others = choices.filter((one) => one.name !== name);
  return { choices: added(others, { name, entry }) };
}
