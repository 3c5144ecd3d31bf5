/**
 * Protects that a card states whether a second person compared its claims with the sources, and
 * says nothing if the list has no such information.
 */
import { expect, it } from 'vitest';
import { buildCard } from '../../../lib/card/build/build-card.ts';
import { cardText } from '../../../lib/card/export/plain-text.ts';
import { createMessages } from '../../../lib/i18n/messages.ts';
import type { Entry } from '../../../lib/knowledge/model/schema.ts';
import { builtInKnowledge } from '../../support/built-in.ts';

const knowledge = builtInKnowledge();
const t = createMessages('en');

it.each([
  [{ day: '2026-11-20', unconfirmed: 0 }, 'Checked 20 Nov 2026. Later additions not checked.'],
  [{ day: '2026-11-20', unconfirmed: 2 }, 'Checked 20 Nov 2026: 2 claims unconfirmed. Later additions not checked.'],
  [{ day: '2026-11-20' }, 'Checked 20 Nov 2026 against the sources that could be opened. Later additions not checked.'],
  [false, 'Not yet checked by a second person.'],
  [undefined, ''],
] as const)('states it on the card and in a copy of it: %o', (verified, words) => {
  const tin = { ...knowledge.entries.get('mineral/tin'), verified } as Entry;
  const base = { ...knowledge, entries: new Map([...knowledge.entries, [tin.id, tin]]) };
  const list = { title: 'Built-in list', version: 1 };
  const card = buildCard(base, tin.id, { articleDay: null, today: '2026-11-24', locale: 'en', t, list });
  if (!card) throw new Error('no card');
  expect(card.verified).toBe(words);
  expect(cardText([card], t).split('\n').at(-1)).toBe(`${words} Built-in list, version 1`.trim());
});
