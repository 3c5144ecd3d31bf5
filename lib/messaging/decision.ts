/** What the reader decided on a card, as a change of the settings: stored by the background, or held by the page alone where nothing is kept. */
import type { PageRequest } from './protocol.ts';

export type Decision = Extract<PageRequest, { type: 'mute' | 'choose-sense' }>;

interface Decided {
  muted: readonly { entry: string; site: string | null }[];
  choices: readonly { name: string; entry: string | null }[];
}

/** The fields that change; a decision that was made before is made anew, last. */
export function afterDecision(decision: Decision, { muted, choices }: Decided) {
  if (decision.type === 'mute') {
    const { entry, site } = decision;
    return { muted: [...muted.filter((one) => one.entry !== entry || one.site !== site), { entry, site }] };
  }
  const { name, entry } = decision;
  return { choices: [...choices.filter((one) => one.name !== name), { name, entry }] };
}
