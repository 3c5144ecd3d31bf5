/**
 * Protects the exchange over WebDAV against a real server, Apache httpd with mod_dav: its versions, its
 * refusals, and its second of weak versions after each write. Skipped where Apache is not installed.
 */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebdavPlace } from '../../lib/devices/webdav-place.ts';
import { BLANK } from '../../lib/terms/term.ts';
import { apacheHere, startApache, type Apache } from '../support/apache.ts';
import { Books, FakeDevice, act, heldBy, lost } from '../support/own-devices.ts';
import { randomFrom } from '../support/random.ts';
import { ACCOUNT } from '../support/webdav-server.ts';

const SEED = Number(process.env['SEED'] ?? 20261124);
const STEPS = Number(process.env['STEPS'] ?? 25);
const program = apacheHere();
if (!program) console.info('Apache is not installed (Debian: apache2): its WebDAV is not tried');

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

describe.skipIf(!program)('Apache’s WebDAV', () => {
  let apache: Apache;
  beforeAll(async () => {
    apache = await startApache(program ?? '');
  });
  afterAll(() => apache.close());
  const place = (password: string = ACCOUNT.password, url = apache.url) => new WebdavPlace({ url, user: ACCOUNT.user, password }, { fetch, now: Date.now, wait });

  it('lets in who has the password, and tells a missing folder', async () => {
    await expect(place().check()).resolves.toBeUndefined();
    await expect(place('wrong').check()).rejects.toMatchObject({ fault: 'sign-in' });
    const nowhere = place(ACCOUNT.password, `${apache.url}missing/`);
    await expect(nowhere.check()).rejects.toMatchObject({ fault: 'no-folder' });
    await expect(nowhere.write([], await nowhere.read())).rejects.toMatchObject({ fault: 'no-folder' });
  });

  it('refuses a write upon a version that is gone', async () => {
    const [first, second] = [place(), place()];
    const [a, b] = [await first.read(), await second.read()];
    await first.write([{ id: 'own/a', fields: {}, gone: '0mwv34yi000q4so0' }], a);
    await expect(second.write([{ id: 'own/b', fields: {}, gone: '0mwv34yi000q4so0' }], b)).rejects.toMatchObject({ fault: 'changed' });
    await rm(join(apache.files, 'tradegloss-terms.json'));
  });

  it('joins two devices that write at once, and is filled again when it was emptied', async () => {
    const random = randomFrom(SEED);
    console.info(`seed ${SEED}, ${STEPS} steps`);
    const devices = [1, 2].map(() => new FakeDevice(() => place(), Date.now, random.next, wait));
    const books = new Books();
    for (let step = 0; step < STEPS; step++) {
      for (const device of devices) await act(device, books, random);
      if (step === Math.floor(STEPS / 2)) await writeFile(join(apache.files, 'tradegloss-terms.json'), '');
      if (random.chance(0.3)) await Promise.all(devices.map((device) => device.exchange(random.chance(0.2) ? random.below(10) : Infinity)));
    }
    for (let round = 0; round < 3; round++) for (const device of devices) await device.exchange();
    const [first, second] = await Promise.all(devices.map(heldBy));
    expect(second, `seed ${SEED}`).toEqual(first);
    expect(await lost(devices, books), `seed ${SEED}`).toEqual([]);
    expect(await readFile(join(apache.files, 'tradegloss-terms.json'), 'utf8')).toContain(first?.terms[0]?.name ?? BLANK.name);
  }, 240_000);
});
