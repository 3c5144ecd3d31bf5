/**
 * Protects the limit on entries: a larger list is refused with a clear message, and the one in use
 * stays.
 */
import { expect, it } from 'vitest';
import { createMessages } from '../../../lib/i18n/messages.ts';
import { problemWords } from '../../../lib/subscriptions/list-words.ts';
import { Signed } from '../../../lib/subscriptions/minisign.ts';
import { stageUpdate } from '../../../lib/subscriptions/stage-update.ts';
import { problemOf } from '../../../lib/subscriptions/update-list.ts';
import { FIRMS, list } from './list-documents.ts';
import { LIST_URL, check, forever, settled } from './world.ts';

it('refuses a list with more entries than allowed', async () => {
  const world = await settled();
  const text = list(4, [...FIRMS, 'one-too-many']);
  async function* body(): AsyncGenerator<string> {
    yield text;
  }
  const staging = stageUpdate(
    world.store,
    {
      format: 'tradegloss',
      validators: { etag: null, lastModified: null },
      table: null,
      lastModified: null,
      announced: text.length,
      text: body(),
      size: () => text.length,
      signature: null,
      signed: new Signed(false),
      beside: async () => null,
    },
    { url: LIST_URL, now: world.now, signal: forever(), checkId: () => undefined, maxEntries: FIRMS.length },
  );
  const { problem } = problemOf(await staging.catch((error: unknown) => error));
  expect(problemWords(problem, createMessages('en'))).toBe(
    'it has more than 10 entries, the most that a list may have here. Ask the publisher for a smaller list.',
  );
  expect(await world.inUse()).toHaveLength(10);
  world.serve({ body: list(5, FIRMS.slice(1)) });
  expect((await check(world)).result).toBe('changed');
  expect(await world.inUse()).toHaveLength(9);
});
