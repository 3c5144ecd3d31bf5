/**
 * The contract of every WebDAV server for one device: no file is overwritten unread, and every
 * obstacle is reported.
 */
import { chmodSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { serializeRecords, parseRecords } from '../../lib/sync/serialize-records.ts';
import type { RemoteCopy, ReplicaError } from '../../lib/sync/remote.ts';
import { WebdavReplica } from '../../lib/sync/remote-webdav.ts';
import type { Account } from '../../lib/sync/webdav-http.ts';
import { byId, writeFields, type OwnRecord } from '../../lib/terms/record.ts';
import { nextStamp } from '../../lib/terms/stamp.ts';
import { BLANK } from '../../lib/terms/term.ts';
import { FakeDevice } from './own-devices.ts';
import { randomFrom } from './random.ts';
import { ACCOUNT, type Fault, type WebdavServer } from './webdav-server.ts';

const placeAt = (url: string, account: Partial<Account> = {}) =>
  new WebdavReplica({ url, ...ACCOUNT, ...account }, { fetch, now: Date.now, wait: (ms) => sleep(ms) });
/** Number of forced races. If versions count seconds, each race needs its own second. */
const RACES = { conditions: 8, locks: 8, seconds: 3 } as const;

const NOW = Date.UTC(2026, 10, 24);
const record = (id: string, note = 'x'): OwnRecord =>
  writeFields(id, undefined, { name: `Name of ${id}`, note }, nextStamp(null, NOW, 'desk0'));
const textOf = (...records: OwnRecord[]) => JSON.stringify(serializeRecords(records));

async function readOf(place: WebdavReplica): Promise<RemoteCopy> {
  const copy = await place.read(null);
  if (!copy) throw new Error('nothing was held, so something must be read');
  return copy;
}

export function holdsAsReplica(start: () => Promise<WebdavServer>): void {
  describe('stores records on a WebDAV server', () => {
    let server: WebdavServer;
    let place: WebdavReplica;
    beforeAll(async () => {
      server = await start();
    });
    afterAll(() => server.close());
    beforeEach(() => {
      server.put(null);
      server.fault(() => null);
      place = placeAt(server.url, { guard: server.guard });
    });

    it.each<[Fault, ReplicaError['fault'], boolean]>([
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
    ])('reports %s as %s', async (shown, fault, passes) => {
      const copy = await readOf(place);
      server.fault((method) => (method === 'PUT' ? shown : null));
      await expect(place.write([record('own/a')], copy)).rejects.toMatchObject({ fault, passes });
      // A server that locks a missing file creates an empty one.
      expect(server.text() ?? '').toBe('');
    });

    it.each<[string, Fault | null]>([
      ['as it is', null],
      ['where versions come weak, as compressing proxies make them', 'weak-version'],
      ['where answers tell no version', 'no-version'],
    ])('overwrites nothing that it has not read, whenever somebody else writes: %s', async (_, fault) => {
      // The proxy makes these versions itself and always sends them.
      if (server.guard === 'seconds' && fault !== null) return;
      for (let at = 0, wrote = true, reached = true; reached; at++) {
        server.put(textOf(record('own/first')));
        const before = server.requests.length;
        [wrote, reached] = [false, false];
        const theirs = textOf(record('own/first'), record(`own/theirs${at}`));
        server.fault(async (method) => {
          if (server.requests.length - before === at + 1) {
            // A program that ignores locks could overwrite anything, so others write through the
            // server.
            if (server.guard === 'locks') wrote = await server.write(theirs);
            else server.put(theirs);
            wrote ||= server.guard !== 'locks';
            reached = true;
          }
          return method === 'GET' ? fault : null;
        });
        const outcome = await readOf(place)
          .then((copy) => place.write([...copy.records.values(), record('own/mine')], copy))
          .then(
            () => 'written',
            (error: ReplicaError) => error.fault,
          );
        expect(['written', 'changed']).toContain(outcome);
        const there = byId(parseRecords(JSON.parse(server.text() ?? '')));
        if (wrote) expect([...there.keys()], `written before request ${at + 1}`).toContain(`own/theirs${at}`);
        else expect([...there.keys()].sort()).toEqual(['own/first', 'own/mine']);
      }
    });

    it('loses no edit if another of the same length is written in the same second', async () => {
      const other = placeAt(server.url, { guard: server.guard });
      for (let race = 0; race < RACES[server.guard]; race++) {
        const [copy, theirs] = [await readOf(place), await readOf(other)];
        await other.write([record('own/a', `b${race}`)], theirs);
        await expect(place.write([record('own/a', `c${race}`)], copy)).rejects.toMatchObject({ fault: 'changed' });
        expect(server.text()).toContain(`b${race}`);
      }
    }, 60_000);

    it('reads a file that it knows by its version alone', async () => {
      server.put(textOf(...Array.from({ length: 300 }, (_, i) => record(`own/t${i}`))));
      const { version } = await readOf(place);
      const last = () => server.requests.at(-1);
      const whole = last()?.bytes ?? 0;
      expect(await place.read(version)).toBeNull();
      // A server that has only locks uses the file itself as its version.
      if (server.guard !== 'locks') expect(last()).toMatchObject({ status: 304, bytes: 0 });
      expect(whole).toBeGreaterThan(1_000);
      server.put(textOf(record('own/other')));
      expect((await place.read(version))?.records.size).toBe(1);
    });

    it('gets a version that protects, even for a file that was just written', async () => {
      await place.write([record('own/a')], await readOf(place));
      expect((await readOf(place)).version).toMatch(server.guard === 'locks' ? /^text \w+$/ : /^"[^"]+"$/);
    });

    it('does not change a file of another program or of a later version', async () => {
      for (const [text, fault] of [
        ['<html>Sign in</html>', 'not-ours'],
        ['{"format":"tradegloss-terms/7"}', 'newer'],
      ] as const) {
        server.put(text);
        await expect(place.read(null)).rejects.toMatchObject({ fault });
        expect(server.text()).toBe(text);
      }
    });

    it('rewrites our file if it was truncated while it was written, and no other file', async () => {
      const whole = textOf(record('own/a'), record('own/b'));
      server.put(`${whole.slice(0, -30)}${whole}`);
      const copy = await readOf(place);
      expect(copy).toMatchObject({ empty: true, version: expect.stringMatching(/^(?:"|text )/) });
      await place.write([record('own/a')], copy);
      expect((await readOf(place)).records.size).toBe(1);
    });

    it('makes no request to another host', async () => {
      server.fault(() => 302);
      const before = server.requests.length;
      await expect(place.read(null)).rejects.toMatchObject({ fault: 'moved' });
      expect(server.requests.length).toBe(before + 1);
    });

    it('checks the folder before it is set up, and leaves nothing there', async () => {
      await expect(place.check()).resolves.toEqual({ url: server.url, guard: server.guard });
      await expect(placeAt(server.url, { password: 'wrong' }).check()).rejects.toMatchObject({ fault: 'sign-in' });
      const nowhere = placeAt(`${server.url}missing/`, { guard: server.guard });
      await expect(nowhere.check()).rejects.toMatchObject({ fault: 'no-folder' });
      // nginx fails if it locks a file in a missing folder.
      await expect(nowhere.write([record('own/a')], await readOf(nowhere))).rejects.toMatchObject({
        fault: expect.stringMatching(server.guard === 'locks' ? /^(?:no-folder|server)$/ : /^no-folder$/),
      });
      expect(readdirSync(server.files)).toEqual([]);
    });

    it('accepts a folder that was entered without its slash, and a file given by its name', async () => {
      const { guard } = server;
      await expect(placeAt(server.url.slice(0, -1)).check()).resolves.toEqual({ url: server.url, guard });
      const url = `${server.url}team.json`;
      await expect(placeAt(url).check()).resolves.toEqual({ url, guard });
    });

    it('uses locks if the server ignores conditions, and refuses a server with neither', async () => {
      // In this case the proxy checks conditions.
      if (server.guard === 'seconds') return;
      const isLocking = (method: string) => method === 'LOCK';
      server.fault((method) => (isLocking(method) ? 405 : 'no-conditions'));
      await expect(place.check()).rejects.toMatchObject({ fault: 'no-versions' });
      expect(readdirSync(server.files)).toEqual([]);
      server.fault(() => 'no-conditions');
      await expect(place.check()).resolves.toEqual({ url: server.url, guard: 'locks' });
      expect(readdirSync(server.files)).toEqual([]);
    });

    it.each<[string, (method: string) => Fault | null, ReplicaError['fault']]>([
      ['that has no WebDAV', (method) => (method === 'PROPFIND' ? 405 : null), 'not-webdav'],
      ['whose folder may only be read', (method) => (method === 'PUT' ? 403 : null), 'forbidden'],
      ['that has no room', (method) => (method === 'PUT' ? 507 : null), 'full'],
      ['that keeps nothing', (method) => (method === 'PUT' ? 'lie' : null), 'altered'],
      ['that fails', () => 500, 'server'],
    ])('reports obstacles at set-up: a server %s', async (_, shown, fault) => {
      server.fault(shown);
      await expect(place.check()).rejects.toMatchObject({ fault });
      expect(readdirSync(server.files)).toEqual([]);
    });

    it('writes into folders whose names have spaces and letters of any script', async () => {
      const folder = join(server.files, 'Überblick & Lager 稀土');
      mkdirSync(folder);
      chmodSync(folder, 0o777);
      const there = placeAt(`${server.url}Überblick & Lager 稀土`);
      const found = await there.check();
      const checked = placeAt(found.url, found);
      await checked.write([record('own/a')], await readOf(checked));
      expect((await readOf(checked)).records.size).toBe(1);
    });

    it('writes again if the server confirmed a write that it did not make', async () => {
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
