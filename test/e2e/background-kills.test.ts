/**
 * Ends the background at seeded moments of the install, of a merge of terms, and under open pages:
 * all data stays whole, and pages keep working.
 */
import { expect, it } from 'vitest';
import * as v from 'valibot';
import { makeItems } from '../../lib/sync/storage-sync-items.ts';
import { firstMarks, readMarks, openCard, hoverMark } from '../../lib/tools/browser/drive.ts';
import { inExtension } from '../../lib/tools/browser/extension.ts';
import { pause } from '../../lib/tools/browser/wait.ts';
import { OwnRecord, writeFields } from '../../lib/terms/record.ts';
import { nextStamp } from '../../lib/terms/stamp.ts';
import { termOf } from '../../lib/terms/term.ts';
import { addTerm, openOwn, says } from '../support/own-terms.ts';
import { randomFrom } from '../support/random.ts';
import { startTestUser, useTestUser, type TestUser } from '../support/test-user.ts';
import { article, paragraphs, STORY } from '../support/stories.ts';
import { storedEntries } from '../support/stored-list.ts';
import { backgroundHasBegun, endBackground } from '../support/toolbar.ts';

/** The used part of the extension's interface; it exists in its pages only. */
declare const browser: {
  alarms: { create(name: string, when: { when: number }): Promise<void>; getAll(): Promise<{ name: string }[]> };
  runtime: { sendMessage(message: object): Promise<unknown> };
  storage: {
    session: { get(key: string): Promise<Record<string, unknown>> };
    sync: { set(items: object): Promise<void> };
  };
};

const SEED = Number(process.env['SEED'] ?? 20261125);
const INSTALLS = 3;
const KILLS = 10;
/** Terms that arrive at once. */
const BATCH = 40;
const user = useTestUser();

/** The number of entries that the built-in list states, and the number that exist. */
async function sizes(its: TestUser): Promise<{ said: number; found: number }> {
  const { size = 0, entries = [] } = (await storedEntries(its, 'tradegloss')) ?? {};
  return { said: size, found: entries.length };
}

/** Names of the user's own terms in the database. */
const ownTerms = async (): Promise<string[]> => {
  const rows = await inExtension(user().launched, async () => {
    const open = indexedDB.open('tradegloss-own');
    await new Promise((resolve) => open.addEventListener('success', resolve));
    const all = open.result.transaction('records').objectStore('records').getAll();
    await new Promise((resolve) => all.addEventListener('success', resolve));
    open.result.close();
    return all.result as unknown[];
  });
  return v.parse(v.array(OwnRecord), rows).flatMap((record) => termOf(record)?.name ?? []);
};

/**
 * Half a minute later: fires the alarm that was set before the work began, if the work was not
 * finished.
 */
const later = ({ launched }: TestUser) =>
  inExtension(launched, async () => {
    const { working } = await browser.storage.session.get('working');
    const isSet = (await browser.alarms.getAll()).some(({ name }) => name === 'bring-to-work');
    if (isSet) await browser.alarms.create('bring-to-work', { when: Date.now() });
    return working === true || isSet;
  });

it('if the background is ended twice in the first two seconds of an install, the database is complete once a page was read', async () => {
  const random = randomFrom(SEED);
  for (let n = 0; n < INSTALLS; n++) {
    const fresh = await startTestUser();
    try {
      const moments = [random.below(900), random.below(900)];
      await expect.poll(() => backgroundHasBegun(fresh.launched)).toBe(true);
      for (const moment of moments) {
        // Wait for the moment of the kill.
        await pause(moment);
        await endBackground(fresh.launched);
      }
      const what = `ended after ${moments.join(' and ')} ms, seed ${SEED}`;
      await expect.poll(() => later(fresh), { message: what }).toBe(true);
      const page = await fresh.tab();
      await page.goto(fresh.url(fresh.serve(article(paragraphs(STORY)))));
      const marks = await firstMarks(page);
      expect(
        marks.map(({ text }) => text),
        what,
      ).toContain('gallium');
      await hoverMark(page, 'gallium');
      expect(await openCard(page, 'Gallium'), what).not.toBeNull();
      // The database is filled at the same time; until then cards come from the shipped list.
      await expect
        .poll(async () => JSON.stringify(await sizes(fresh)), { message: what })
        .toMatch(/^\{"said":(\d{3,}),"found":\1\}$/);
      expect(await fresh.errors()).toEqual([]);
    } finally {
      await fresh.end();
    }
  }
}, 400_000);

it('a page that was read keeps working while the background is stopped, and wakes it', async () => {
  const { page } = await user().open(article(paragraphs(STORY)));
  await endBackground(user().launched);
  await page.evaluate(() =>
    document.querySelector('p')?.insertAdjacentHTML('beforebegin', '<p>Graphite followed.</p>'),
  );
  await expect.poll(async () => (await readMarks(page)).map(({ text }) => text)).toContain('Graphite');
  await hoverMark(page, 'Graphite');
  expect(await openCard(page, 'Graphite')).not.toBeNull();
});

it('if the background is ended ten times while it merges terms, each merge is stored whole or not at all, and in the end all are stored', async () => {
  const random = randomFrom(SEED + 1);
  const settings = await openOwn(user(), '/options.html');
  await settings.locator('#devices input[value=browser]').click();
  await says(settings, 'Last sync');
  await addTerm(user(), { Name: 'Project Heron', Note: 'written here' });
  const theirs: OwnRecord[] = [];
  const merged: number[] = [];
  for (let kill = 1; kill <= KILLS; kill++) {
    for (let n = 0; n < BATCH; n++) {
      const fields = { name: `Supplier ${kill}.${n}`, note: `quota ${n}` };
      theirs.push(writeFields(`own/s${kill}x${n}`, undefined, fields, nextStamp(null, Date.now(), 'train')));
    }
    const { items } = await makeItems(theirs, { there: new Map(), others: 0, by: 'train', now: Date.now() });
    await inExtension(
      user().launched,
      async (arriving) => {
        await browser.storage.sync.set(arriving);
        // No answer comes, because the background is ended.
        void browser.runtime.sendMessage({ type: 'own-exchange', answer: null }).catch(() => undefined);
      },
      items,
    );
    const after = random.below(500);
    // Wait for the moment of the kill.
    await pause(after);
    await endBackground(user().launched);
    const held = await ownTerms();
    const what = `ended ${after} ms into merge ${kill}, seed ${SEED}`;
    expect(held, what).toContain('Project Heron');
    expect((held.length - 1) % BATCH, what).toBe(0);
    merged.push((held.length - 1) / BATCH);
  }
  console.info(`batches merged after each of ten kills: ${merged.join(' ')}`);
  await inExtension(user().launched, () => browser.runtime.sendMessage({ type: 'own-exchange', answer: null }));
  expect(await ownTerms()).toHaveLength(1 + KILLS * BATCH);
  await settings.bringToFront();
  await says(settings, `${1 + KILLS * BATCH} of ${1 + KILLS * BATCH} terms synced`);
  await settings.close();
}, 120_000);

it('has thrown no error', async () => {
  expect(await user().errors()).toEqual([]);
});
