/**
 * What every WebDAV server has to hold for one device: nothing is written over that was not read,
 * and what stands in the way is said.
 */
import { chmodSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { pack, unpack } from '../../lib/sync/serialize-records.ts';
import type { Copy, PlaceError } from '../../lib/sync/remote.ts';
import { WebdavPlace } from '../../lib/sync/remote-webdav.ts';
import type { Account } from '../../lib/sync/webdav-http.ts';
import { byId, writeFields, type OwnRecord } from '../../lib/terms/record.ts';
import { nextStamp } from '../../lib/terms/stamp.ts';
import { BLANK } from '../../lib/terms/term.ts';
import { FakeDevice } from './own-devices.ts';
import { randomFrom } from './random.ts';
import { ACCOUNT, type Fault, type WebdavServer } from './webdav-server.ts';

const placeAt = (url: string, account: Partial<Account> = {}) =>
  new WebdavPlace({ url, ...ACCOUNT, ...account }, { fetch, now: Date.now, wait: (ms) => sleep(ms) });

const NOW = Date.UTC(2026, 10, 24);
const record = (id: string, note = 'x'): OwnRecord =>
  writeFields(id, undefined, { name: `Name of ${id}`, note }, nextStamp(null, NOW, 'desk0'));
const textOf = (...records: OwnRecord[]) => JSON.stringify(pack(records));

async function readOf(place: WebdavPlace): Promise<Copy> {
  const copy = await place.read(null);
  if (!copy) throw new Error('nothing was held, so something must be read');
  return copy;
}

export function holdsAsPlace(start: () => Promise<WebdavServer>): void {
  describe('as a place for records', () => {
    let server: WebdavServer;
    let place: WebdavPlace;
    beforeAll(async () => {
      server = await start();
    });
    afterAll(() => server.close());
    beforeEach(() => {
      server.put(null);
      server.fault(() => null);
      place = placeAt(server.url);
    });

    it.each<[Fault, PlaceError['fault'], boolean]>([
      [401, 'sign-in', false],
      [403, 'forbidden', false],
      [404, 'no-folder', false],
      [409, 'no-folder', false],
      [412, 'changed', true],
      [423, 'locked', true],
      [429, 'too-often', true],
      [500, 'server', true],
      [507, 'full', false],
      [302, 'moved', false],
      ['cut-before', 'unreachable', true],
    ])('tells %s as %s', async (shown, fault, passes) => {
      const copy = await readOf(place);
      server.fault((method) => (method === 'PUT' ? shown : null));
      await expect(place.write([record('own/a')], copy)).rejects.toMatchObject({ fault, passes });
      expect(server.text()).toBeNull();
    });

    it.each<[string, Fault | null]>([
      ['as it is', null],
      ['where versions come weak, as compressing proxies make them', 'weak-version'],
      ['where answers tell no version', 'no-version'],
    ])('writes over nothing that it has not read, whenever somebody else writes: %s', async (_, fault) => {
      for (let at = 0, wrote = true; wrote; at++) {
        server.put(textOf(record('own/first')));
        const before = server.requests.length;
        wrote = false;
        server.fault((method) => {
          if (server.requests.length - before === at + 1) {
            server.put(textOf(record('own/first'), record(`own/theirs${at}`)));
            wrote = true;
          }
          return method === 'GET' ? fault : null;
        });
        const outcome = await readOf(place)
          .then((copy) => place.write([...copy.records.values(), record('own/mine')], copy))
          .then(
            () => 'written',
            (error: PlaceError) => error.fault,
          );
        expect(['written', 'changed']).toContain(outcome);
        const there = byId(unpack(JSON.parse(server.text() ?? '')));
        if (wrote) expect([...there.keys()], `written before request ${at + 1}`).toContain(`own/theirs${at}`);
        else expect([...there.keys()].sort()).toEqual(['own/first', 'own/mine']);
      }
    });

    it('reads a file that it knows by its version alone', async () => {
      server.put(textOf(...Array.from({ length: 300 }, (_, i) => record(`own/t${i}`))));
      const { version } = await readOf(place);
      const last = () => server.requests.at(-1);
      const whole = last()?.bytes ?? 0;
      expect(await place.read(version)).toBeNull();
      expect(last()).toMatchObject({ status: 304, bytes: 0 });
      expect(whole).toBeGreaterThan(1_000);
      server.put(textOf(record('own/other')));
      expect((await place.read(version))?.records.size).toBe(1);
    });

    it('gets a version that guards, of a file just written too', async () => {
      await place.write([record('own/a')], await readOf(place));
      expect((await readOf(place)).version).toMatch(/^"[^"]+"$/);
    });

    it('leaves a file that is not ours, or a later version’s, as it is', async () => {
      for (const [text, fault] of [
        ['<html>Sign in</html>', 'not-ours'],
        ['{"format":"tradegloss-terms/7"}', 'newer'],
      ] as const) {
        server.put(text);
        await expect(place.read(null)).rejects.toMatchObject({ fault });
        expect(server.text()).toBe(text);
      }
    });

    it('fills a file of ours again that was torn while it was written, and no other', async () => {
      const whole = textOf(record('own/a'), record('own/b'));
      server.put(`${whole.slice(0, -30)}${whole}`);
      const copy = await readOf(place);
      expect(copy).toMatchObject({ empty: true, version: expect.stringMatching(/^"/) });
      await place.write([record('own/a')], copy);
      expect((await readOf(place)).records.size).toBe(1);
    });

    it('says nothing to any other host', async () => {
      server.fault(() => 302);
      const before = server.requests.length;
      await expect(place.read(null)).rejects.toMatchObject({ fault: 'moved' });
      expect(server.requests.length).toBe(before + 1);
    });

    it('knows the folder before it is set up, and leaves nothing there', async () => {
      await expect(place.check()).resolves.toBe(server.url);
      await expect(placeAt(server.url, { password: 'wrong' }).check()).rejects.toMatchObject({ fault: 'sign-in' });
      const nowhere = placeAt(`${server.url}missing/`);
      await expect(nowhere.check()).rejects.toMatchObject({ fault: 'no-folder' });
      await expect(nowhere.write([record('own/a')], await readOf(nowhere))).rejects.toMatchObject({
        fault: 'no-folder',
      });
      expect(readdirSync(server.files)).toEqual([]);
    });

    it('finds a folder that was entered without its slash, and a file by its own name', async () => {
      await expect(placeAt(server.url.slice(0, -1)).check()).resolves.toBe(server.url);
      await expect(placeAt(`${server.url}team.json`).check()).resolves.toBe(`${server.url}team.json`);
    });

    it('keeps away from a server that does not heed conditions', async () => {
      server.fault(() => 'no-conditions');
      await expect(place.check()).rejects.toMatchObject({ fault: 'no-versions' });
      expect(readdirSync(server.files)).toEqual([]);
    });

    it('writes into folders with spaces and letters of any script', async () => {
      const folder = join(server.files, 'Überblick & Lager 稀土');
      mkdirSync(folder);
      chmodSync(folder, 0o777);
      const there = placeAt(`${server.url}Überblick & Lager 稀土`);
      const url = await there.check();
      await placeAt(url).write([record('own/a')], await readOf(placeAt(url)));
      expect((await readOf(placeAt(url))).records.size).toBe(1);
    });

    it('writes again what a server said it had written and had not', async () => {
      const device = new FakeDevice(() => place, Date.now, randomFrom(5).next);
      await device.store.putTerms([{ term: { ...BLANK, id: 'own/heron', name: 'Project Heron' } }]);
      server.fault(() => 'lie');
      await device.exchange();
      server.fault(() => null);
      await device.exchange();
      expect(server.text()).toContain('Project Heron');
    });
  });
}
