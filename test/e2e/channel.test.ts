/**
 * Keeps the built-in list up to date after the user's consent. A newer version comes as an update
 * and reaches open pages, even if the background was ended or the update is damaged. A revoked key,
 * an older version and a shrinking list have no effect without the user. Another package of the
 * extension brings its list only if that is newer. A mirror can replace a missing channel.
 */
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { inExtension } from '../../lib/tools/browser/extension.ts';
import type { KnowledgeList } from '../../lib/knowledge/model/schema.ts';
import { builtInList } from '../../lib/tools/build/built-in.ts';
import { ChannelBuild, pathOf, tickChoice, upload as uploadTo } from '../support/channel-build.ts';
import { setAlarm, setCheckState } from '../support/list-states.ts';
import { marked, marksThat } from '../support/lists.ts';
import { openOwn, press } from '../support/own-terms.ts';
import { Key, Publisher } from '../support/publisher.ts';
import { NEWS, useTestUser } from '../support/test-user.ts';
import { until } from '../../lib/tools/browser/wait.ts';
import { PageSurface } from '../support/surface.ts';
import { endBackground, switchOffAndOn } from '../support/toolbar.ts';
import { parsedList } from '../unit/subscriptions/list-documents.ts';

/** A part of the list, because storing and compiling all of it takes seconds each time. */
const packaged: KnowledgeList = {
  ...builtInList(),
  entries: builtInList().entries.filter(({ id, kind }) => kind === 'mineral' || id === 'agency/mofcom'),
  controls: [],
  acts: [],
};
/** The address is written into the build once it is known. */
const build = new ChannelBuild(inject('browser'), packaged);
afterAll(() => build.delete());
const user = useTestUser({ extension: build.folder });
const publisher = new Publisher();
const upload = () => uploadTo(user(), publisher);
const [newFirm] = parsedList(1, 1).entries;
/** As many firms as make up a quarter of the list: half of them is less than a fifth of it. */
const MANY_FIRMS = Math.ceil(packaged.entries.length / 3);
const FIRMS = parsedList(1, MANY_FIRMS).entries;
/** The label of the choice. */
const KEEP = () =>
  `Keep the list up to date: one small request a day to ${new URL(user().url('/')).host}. Nothing about you is sent.`;
/** Milliseconds until names are compiled, on a busy machine. */
const COMPILED_MS = 90_000;

/** The list of the package with one more firm, as a later version. */
const later = (version: number, more: Partial<KnowledgeList> = {}): KnowledgeList => ({
  ...packaged,
  version: packaged.version + version,
  knownTo: '2026-11-30',
  entries: [
    ...packaged.entries,
    {
      ...newFirm!,
      id: 'company/quillmere-antimony',
      name: 'Quillmere Antimony',
      names: { en: ['Quillmere Antimony'] },
      note: `of version ${version}`,
    },
  ],
  ...more,
});

/** The same with made-up firms that a later version can lose. */
const withFirms = (version: number, firms: number) =>
  later(version, { entries: [...later(version).entries, ...FIRMS.slice(0, firms)] });

const asked = () =>
  user()
    .site.requests.filter(({ path }) => path.startsWith('/channel/'))
    .map(({ path, status }) => `${path.slice('/channel/'.length)} ${status}`);
let seen = 0;
/** The requests since the last call. */
const askedSince = () => {
  const all = asked();
  const now = all.slice(seen);
  seen = all.length;
  return now;
};

const FIRST = ['latest.json 200', 'latest.json.minisig 200', 'keys.json 200', 'keys.json.minisig 200'];
let settings: PageSurface;

/** Checks now, and waits until the check is over. */
async function check(on = settings): Promise<void> {
  const before = asked().length;
  // If another check redraws the page, a press can be lost.
  for (let tries = 0; tries < 4; tries++) {
    await on.press('button', 'Check now');
    if (await until(() => asked().length > before, Boolean, 5000)) break;
  }
  await expect
    .poll(async () => asked().length > before && (await on.all('button', 'Checking')).length === 0, { timeout: 90_000 })
    .toBe(true);
}

/** The version of the built-in list in the database. */
const versionInUse = () =>
  inExtension(user().launched, async () => {
    const open = indexedDB.open('tradegloss');
    await new Promise((resolve) => open.addEventListener('success', resolve));
    const read = open.result.transaction('lists').objectStore('lists').get('tradegloss');
    await new Promise((resolve) => read.addEventListener('success', resolve));
    open.result.close();
    return (read.result as { version: number }).version;
  });

beforeAll(async () => {
  build.name({ url: user().url('/channel/'), rootKey: publisher.root.line });
  publisher.publish(packaged);
  upload();
});

it('requests nothing before the user agrees on the first-run page, and one small file afterwards', async () => {
  const welcome = new PageSurface(await openOwn(user(), '/welcome.html'));
  const choice = await welcome.find('checkbox', KEEP());
  expect(choice.name).toContain(NEWS);
  expect([choice.state['checked'], asked()]).toEqual(['false', []]);
  expect(await welcome.faults()).toEqual([]);
  await tickChoice(welcome);
  await expect.poll(asked).toEqual(FIRST);
  await welcome.close();
  settings = new PageSurface(await openOwn(user(), '/options.html#lists'));
  expect((await settings.find('checkbox', KEEP())).state['checked']).toBe('true');
  // The first-run page may have been closed during its check.
  await check();
  await settings.says('Last checked');
  await settings.says('next check about');
  expect(await settings.faults()).toEqual([]);
  askedSince();
  await check();
  expect(askedSince()).toEqual(['latest.json 304']);
});

it('applies a newer version as an update, and marks its new names in an open page', async () => {
  const { page, marks } = await user().open(
    '<!doctype html><title>Antimony</title><p>Quillmere Antimony needs a licence for gallium from MOFCOM.</p>',
  );
  const before = marked(marks);
  expect(before.join()).not.toContain('Quillmere');
  publisher.publish(later(1));
  upload();
  await settings.page.bringToFront();
  await check();
  await settings.says(`version ${packaged.version + 1}`);
  await settings.says('Sources to 30 Nov 2026');
  await settings.says(`Signed by key ${publisher.present.id}`);
  const update = `updates/${packaged.version}-${packaged.version + 1}.json`;
  expect(askedSince()).toEqual([...FIRST, `${update} 200`, `${update}.minisig 200`]);
  await page.bringToFront();
  const after = marked(await marksThat(page, (now) => marked(now).join().includes('Quillmere'), COMPILED_MS));
  expect(after).toContain('company: Quillmere Antimony');
  expect(after.filter((one) => !one.includes('Quillmere'))).toEqual(before.filter((one) => !one.includes('ntimony')));
  await page.close();
});

it('gives pages the names of the newer list right after the background was ended', async () => {
  await endBackground(user().launched);
  const { page } = await user().open('<!doctype html><title>Again</title><p>Quillmere Antimony, again.</p>');
  expect(marked(await marksThat(page, ({ length }) => length > 0))).toEqual(['company: Quillmere Antimony']);
  await page.close();
});

it('refuses a list that is signed with a revoked key, and tells the user', async () => {
  const stolen = publisher.present;
  [publisher.present, publisher.revoked, publisher.serial] = [new Key(), [stolen], 2];
  publisher.putKeys();
  publisher.put('latest.json', publisher.files.get('latest.json') ?? '', stolen);
  upload();
  await settings.page.bringToFront();
  await check();
  await settings.says(`it is signed by key ${stolen.id}, which the publisher revoked. It was not used.`);
  await settings.says(`version ${packaged.version + 1}`);
});

it('a version that lost half of the list waits for the user, who keeps the old one', async () => {
  publisher.publish(later(3, { entries: packaged.entries.slice(0, packaged.entries.length / 2) }));
  upload();
  await check();
  await settings.find('group', '/needs your approval/');
  await settings.says('entries would vanish.');
  await settings.press('button', 'Keep the old copy');
  await settings.gone('group', '/needs your approval/');
  await settings.says(`version ${packaged.version + 1}`);
});

it('two tabs that check at once take turns, and the list is whole', async () => {
  publisher.publish(withFirms(4, MANY_FIRMS));
  upload();
  const other = new PageSurface(await openOwn(user(), '/options.html#lists'));
  await other.find('button', 'Check now');
  askedSince();
  await Promise.all([check(), check(other)]);
  await other.says(`version ${packaged.version + 4}`);
  await settings.says(`version ${packaged.version + 4}`);
  const requests = askedSince();
  expect(requests.filter((path) => path.startsWith('updates/') && path.includes('.json 200'))).toHaveLength(1);
  expect(requests.at(-1)).toBe('latest.json 304');
  await other.close();
});

it('accepts the next key once it is named, and fetches the whole list instead of a damaged update', async () => {
  [publisher.next, publisher.serial] = [new Key(), 3];
  publisher.publish(withFirms(5, MANY_FIRMS), publisher.next);
  const update = `updates/${packaged.version + 4}-${packaged.version + 5}.json`;
  publisher.files.set(update, publisher.files.get(update)?.replace('of version 5', 'of version 6') ?? '');
  upload();
  askedSince();
  await settings.page.bringToFront();
  await check();
  await settings.says(`version ${packaged.version + 5}`);
  await settings.says(`Signed by key ${publisher.next.id}`);
  expect(askedSince()).toEqual([...FIRST, `${update} 200`, `${update}.minisig 200`, 'list.json 200']);
});

it('refuses an older version in spite of a good signature', async () => {
  const newest = new Map(publisher.files);
  const latest = JSON.parse(publisher.files.get('latest.json') ?? '') as { version: number };
  publisher.put('latest.json', `${JSON.stringify({ ...latest, version: latest.version - 1 })}\n`);
  upload();
  await check();
  await settings.says(`the host offers version ${packaged.version + 4}, older than one that it offered before.`);
  await settings.says(`version ${packaged.version + 5}`);
  publisher.files = newest;
});

it('a list that shrinks by a fiftieth ten times waits for the user the tenth time', async () => {
  const all = withFirms(0, MANY_FIRMS).entries.length;
  const shrunk = (updates: number) => withFirms(5 + updates, MANY_FIRMS - Math.floor((all * updates) / 50) - 1);
  for (const updates of [1, 2, 3, 4, 5, 6, 7, 8, 9]) {
    publisher.publish(shrunk(updates), publisher.next ?? publisher.present);
    upload();
    await check();
    await settings.says(`version ${packaged.version + 5 + updates}`);
  }
  publisher.publish(shrunk(10), publisher.next ?? publisher.present);
  upload();
  await check();
  await settings.says('It has shrunk step by step');
  await settings.press('button', 'Keep the old copy');
  await settings.gone('group', '/needs your approval/');
  await settings.says(`version ${packaged.version + 14}`);
});

it('fetches the whole list if the host lacks an update that it names', async () => {
  publisher.publish(withFirms(16, MANY_FIRMS), publisher.next ?? publisher.present);
  upload();
  const update = `updates/${packaged.version + 14}-${packaged.version + 16}.json`;
  user().serve({ body: 'no such page', type: 'text/plain', status: 404 }, pathOf(update));
  askedSince();
  await check();
  await settings.says(`version ${packaged.version + 16}`);
  const requests = askedSince();
  expect(requests).toContain(`${update} 404`);
  expect(requests.at(-1)).toBe('list.json 200');
});

it('if the background is ended at each request of a check, the old list stays, and the next check completes the update', async () => {
  publisher.publish(withFirms(18, MANY_FIRMS), publisher.next ?? publisher.present);
  const update = `updates/${packaged.version + 16}-${packaged.version + 18}.json`;
  const ring = async () => {
    await setCheckState(user(), 'tradegloss', { nextCheck: 0 });
    await setAlarm(user(), Date.now());
  };
  for (const file of [
    'latest.json',
    'latest.json.minisig',
    'keys.json',
    'keys.json.minisig',
    update,
    `${update}.minisig`,
  ]) {
    upload();
    user().serve({ body: ' ', type: 'application/json', stalls: true }, pathOf(file));
    askedSince();
    await ring();
    await expect.poll(asked, { timeout: 30_000 }).toContain(`${file} 200`);
    await expect.poll(() => asked().slice(seen).at(-1), { timeout: 30_000 }).toBe(`${file} 200`);
    await endBackground(user().launched);
    expect(await versionInUse(), file).toBe(packaged.version + 16);
  }
  upload();
  await ring();
  await expect.poll(versionInUse, { timeout: 60_000 }).toBe(packaged.version + 18);
});

it('another package of the extension brings its list only if that is newer', async () => {
  const other = async (version: number) => {
    await settings.close();
    build.bring({ ...packaged, version });
    await switchOffAndOn(user().launched);
    settings = new PageSurface(await openOwn(user(), '/options.html#lists'));
  };
  await other(packaged.version + 17);
  await settings.says(`version ${packaged.version + 18}`);
  await other(packaged.version + 20);
  await settings.says(`version ${packaged.version + 20}`, 60_000);
  await check();
  await settings.says('next check about');
  await settings.says(`version ${packaged.version + 20}`);
});

it('while the host is busy or gone the list stays, and the next check is tried later', async () => {
  await settings.page.bringToFront();
  for (const [answer, problem] of [
    [{ status: 503 }, 'the host is busy (503).'],
    [{ drops: true }, 'there is no connection to the host.'],
  ] as const) {
    user().serve({ body: 'no', type: 'text/plain', ...answer }, pathOf('latest.json'));
    await check();
    await settings.says(problem);
    await settings.says(`version ${packaged.version + 20}`);
  }
});

it('a build without a channel says where the list comes from, and accepts a mirror', async () => {
  await tickChoice(settings);
  await settings.gone('button', 'Check now');
  await settings.close();
  build.name(null);
  upload();
  const page = new PageSurface(await openOwn(user(), '/options.html#lists'));
  await page.says('updated only with new versions of the extension');
  await page.run(() => document.querySelector<HTMLDetailsElement>('.mirror')?.setAttribute('open', ''));
  const enter = async (address: string, key: string) => {
    await page.focus('textbox', '/^Address of the mirror/');
    await page.fill(address);
    await page.focus('textbox', '/^Root key/');
    await page.fill(key);
    await press(page.page, 'Use this mirror');
  };
  expect(await page.faults()).toEqual([]);
  await enter(user().url('/channel/'), 'no key');
  await page.says('A mirror needs an https:// address and a minisign public key.');
  publisher.publish(later(25), publisher.next ?? publisher.present);
  upload();
  await enter(user().url('/channel/'), publisher.root.line);
  await page.says(`version ${packaged.version + 25}`, 60_000);
  expect((await page.find('checkbox', KEEP())).state['checked']).toBe('true');
  await page.press('button', 'Stop using this mirror');
  await page.says('updated only with new versions of the extension');
  await page.close();
  expect(await user().errors()).toEqual([]);
});
