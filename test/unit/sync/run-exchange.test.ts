/**
 * Protects the exchanges in the background: settings travel with terms, turning sync off keeps all
 * data, and the file of a team has no settings.
 */
import { beforeEach, describe, expect, it } from 'vitest';
import { BrowserReplica } from '../../../lib/sync/remote-browser.ts';
import { storeChoice, readChoice, readState, type SyncChoice } from '../../../lib/sync/sync-settings.ts';
import { noteSettings, runExchange, type RunPorts } from '../../../lib/sync/run-sync.ts';
import { nextExchange } from '../../../lib/sync/schedule.ts';
import { BLANK } from '../../../lib/terms/term.ts';
import { FakeDevice } from '../../support/own-devices.ts';
import { randomFrom } from '../../support/random.ts';
import { FakeArea } from '../../support/sync-areas.ts';

const MINUTE = 60_000;
let now: number;
let area: FakeArea;
beforeEach(() => {
  now = Date.UTC(2026, 10, 24);
  area = new FakeArea(
    () => now,
    () => undefined,
  );
});

interface Lookup {
  ports: RunPorts;
  settings: () => Record<string, unknown>;
  /** Sets them as the user does: the background gets the event. */
  set: (settings: Record<string, unknown>) => Promise<unknown>;
}

/** `ahead`: the error of its clock in milliseconds. */
function lookup(seed: number, more: Partial<RunPorts> = {}, ahead = 0): Lookup {
  const { store } = new FakeDevice(
    () => new BrowserReplica(area, 'unused', () => now),
    () => now + ahead,
    randomFrom(seed).next,
  );
  let held: Record<string, unknown> = {};
  const ports: RunPorts = {
    store,
    area,
    fetch,
    now: () => now + ahead,
    wait: () => Promise.resolve(),
    mayReach: () => Promise.resolve(true),
    readSettings: () => Promise.resolve(held),
    writeSettings: (expected, settings) => {
      const same = JSON.stringify(held) === JSON.stringify(expected);
      if (same) held = settings;
      return Promise.resolve(same);
    },
    ...more,
  };
  return {
    ports,
    settings: () => held,
    set: (settings) => {
      held = settings;
      return noteSettings(store, held);
    },
  };
}

const turnOn = (one: Lookup, choice: SyncChoice = { engine: 'browser' }) => storeChoice(one.ports.store.db, choice);
const later = () => (now += MINUTE);

describe('an exchange', () => {
  it('brings terms and settings to the other device, and keeps changes of different settings on both', async () => {
    const [office, train] = [lookup(1), lookup(2)];
    await Promise.all([turnOn(office), turnOn(train)]);
    await office.ports.store.putTerms([{ term: { ...BLANK, id: 'own/heron', name: 'Project Heron' } }]);
    await office.set({ theme: 'dark', offSites: ['mail.example'] });
    await runExchange(office.ports);
    later();
    await train.set({ openAfter: 800, offSites: ['chat.example'] });
    await runExchange(train.ports);
    expect((await train.ports.store.terms()).map(({ term }) => term.name)).toEqual(['Project Heron']);
    expect(train.settings()).toEqual({ theme: 'dark', openAfter: 800, offSites: ['mail.example', 'chat.example'] });
    await runExchange(office.ports);
    expect(office.settings()).toEqual(train.settings());
    later();
    await office.set({ openAfter: 800, offSites: ['mail.example', 'chat.example'] });
    await runExchange(office.ports);
    await runExchange(train.ports);
    expect(train.settings()).toEqual({ openAfter: 800, offSites: ['mail.example', 'chat.example'] });
  });

  it('keeps a setting that lost against a later one, and can restore it on both devices', async () => {
    const [office, train] = [lookup(1), lookup(2)];
    await Promise.all([turnOn(office), turnOn(train)]);
    await office.set({ theme: 'dark' });
    later();
    await train.set({ theme: 'light' });
    for (const one of [office, train, office]) await runExchange(one.ports);
    expect([office.settings(), train.settings()]).toEqual([{ theme: 'light' }, { theme: 'light' }]);
    const [row] = await train.ports.store.log();
    expect(row).toMatchObject({ field: 'theme', value: ['dark'], conflict: true, settled: false });
    later();
    if (row) await train.ports.store.restore(row);
    for (const one of [train, office]) await runExchange(one.ports);
    expect([office.settings(), train.settings()]).toEqual([{ theme: 'dark' }, { theme: 'dark' }]);
  });

  it('keeps what the user changes during the exchange', async () => {
    const [office, train] = [lookup(1), lookup(2)];
    await Promise.all([turnOn(office), turnOn(train)]);
    await office.set({ theme: 'dark' });
    await runExchange(office.ports);
    later();
    const writeSettings = train.ports.writeSettings;
    let once = true;
    train.ports.writeSettings = async (expected, settings) => {
      if (once) {
        once = false;
        await train.set({ textSize: 1.3 });
      }
      return writeSettings(expected, settings);
    };
    await runExchange(train.ports);
    expect(train.settings()).toEqual({ theme: 'dark', textSize: 1.3 });
    await runExchange(train.ports);
    await runExchange(office.ports);
    expect(office.settings()).toEqual({ theme: 'dark', textSize: 1.3 });
  });

  it('does nothing while sync is off, and turning it off keeps all data in place', async () => {
    const office = lookup(1);
    await office.ports.store.putTerms([{ term: { ...BLANK, id: 'own/heron', name: 'Project Heron' } }]);
    expect(await runExchange(office.ports)).toBeNull();
    expect(area.items).toEqual({});
    await turnOn(office);
    await runExchange(office.ports);
    const there = Object.keys(area.items);
    expect(there.length).toBeGreaterThan(0);
    await turnOn(office, { engine: 'off' });
    await runExchange(office.ports);
    expect(Object.keys(area.items)).toEqual(there);
    expect(await office.ports.store.terms()).toHaveLength(1);
  });

  it('reports the terms that did not fit, and keeps them on this device', async () => {
    const office = lookup(1);
    await turnOn(office);
    const random = randomFrom(3);
    const note = () => Array.from({ length: 1500 }, () => String.fromCodePoint(0x4e00 + random.below(20_000))).join('');
    await office.ports.store.putTerms(
      Array.from({ length: 60 }, (_, i) => ({ term: { ...BLANK, id: `own/t${i}`, name: `Term ${i}`, note: note() } })),
    );
    const state = await runExchange(office.ports);
    expect(state?.fault).toBe('full');
    expect(state?.left.length).toBeGreaterThan(10);
    expect(await office.ports.store.terms()).toHaveLength(60);
  });

  it('asks about deletions in bulk, and continues with the answer', async () => {
    const [office, train] = [lookup(1), lookup(2)];
    await Promise.all([turnOn(office), turnOn(train)]);
    await office.ports.store.putTerms(
      Array.from({ length: 20 }, (_, i) => ({ term: { ...BLANK, id: `own/t${i}`, name: `Term ${i}` } })),
    );
    await runExchange(office.ports);
    await runExchange(train.ports);
    later();
    await office.ports.store.removeTerms(Array.from({ length: 12 }, (_, i) => `own/t${i}`));
    await runExchange(office.ports);
    expect((await runExchange(train.ports))?.asked).toHaveLength(12);
    expect(await train.ports.store.terms()).toHaveLength(20);
    expect(nextExchange(await readChoice(train.ports.store.db), await readState(train.ports.store.db), now)).toBe(
      Infinity,
    );
    await runExchange(train.ports, 'keep');
    expect(await train.ports.store.terms()).toHaveLength(20);
    await runExchange(office.ports);
    expect(await office.ports.store.terms()).toHaveLength(20);
  });

  it.each([0, 365, -365])(
    'a device that was offline for a month, with a clock %i days wrong, receives and sends all changes',
    async (days) => {
      const office = lookup(1);
      const boat = lookup(2, {}, days * 24 * 60 * MINUTE);
      await Promise.all([turnOn(office), turnOn(boat)]);
      const term = (name: string, note = '') => ({ ...BLANK, id: `own/${name.toLowerCase()}`, name, note });
      await office.ports.store.putTerms(['Heron', 'Plover', 'Tern'].map((name) => ({ term: term(name) })));
      for (const one of [office, boat]) await runExchange(one.ports);
      await boat.ports.store.putTerms([{ term: term('Heron', 'seen at sea'), before: term('Heron') }]);
      await boat.ports.store.putTerms([{ term: term('Skua') }]);
      await office.ports.store.removeTerms(['own/tern']);
      for (let day = 0; day < 30; day++) {
        now += 24 * 60 * MINUTE;
        await office.ports.store.putTerms([{ term: term(`Day${day}`) }]);
        await runExchange(office.ports);
      }
      for (const one of [boat, office, boat, office]) await runExchange(one.ports);
      const held = await Promise.all(
        [office, boat].map(async ({ ports }) =>
          (await ports.store.terms()).map((one) => [one.term.name, one.term.note]),
        ),
      );
      expect(held[1]).toEqual(held[0]);
      expect(held[0]).toHaveLength(33);
      expect(held[0]).toEqual(
        expect.arrayContaining([
          ['Heron', 'seen at sea'],
          ['Skua', ''],
          ['Day29', ''],
        ]),
      );
      // An edit of a value that a wrong clock wrote still wins.
      await office.ports.store.putTerms([{ term: term('Heron', 'in port'), before: term('Heron', 'seen at sea') }]);
      for (const one of [office, boat]) await runExchange(one.ports);
      expect((await boat.ports.store.term('own/heron'))?.note).toBe('in port');
    },
  );

  it("contacts no server without the browser's permission", async () => {
    const office = lookup(1, {
      mayReach: () => Promise.resolve(false),
      fetch: () => Promise.reject(new Error('must not be asked')),
    });
    await turnOn(office, {
      engine: 'webdav',
      url: 'https://cloud.example/dav/',
      user: 'a',
      password: 'b',
      team: false,
    });
    expect((await runExchange(office.ports))?.fault).toBe('no-permission');
  });

  it('only asks a server whether its file changed, until something changes here', async () => {
    let file = { body: '', tag: 0 };
    const asked: string[] = [];
    const serve = (_: string, init: RequestInit) => {
      const condition = new Headers(init.headers).get('if-none-match');
      const version = { etag: `"${file.tag}"` };
      asked.push(`${init.method} ${condition}`);
      if (init.method === 'PUT') file = { body: String(init.body), tag: file.tag + 1 };
      if (init.method === 'PUT') return Promise.resolve(new Response(null, { status: 204 }));
      if (file.tag === 0) return Promise.resolve(new Response(null, { status: 404 }));
      return Promise.resolve(
        condition === version.etag
          ? new Response(null, { status: 304 })
          : new Response(file.body, { headers: version }),
      );
    };
    const office = lookup(1, { fetch: serve });
    await turnOn(office, {
      engine: 'webdav',
      url: 'https://cloud.example/dav/',
      user: 'a',
      password: 'b',
      team: false,
      guard: 'conditions',
    });
    await office.ports.store.putTerms([{ term: { ...BLANK, id: 'own/heron', name: 'Project Heron' } }]);
    for (let n = 0; n < 3; n++) await runExchange(office.ports);
    await office.ports.store.putTerms([
      { term: { ...BLANK, id: 'own/heron', name: 'Project Heron', note: 'gallium' } },
    ]);
    const state = await runExchange(office.ports);
    expect(asked).toEqual(['GET null', 'PUT *', 'GET null', 'GET "1"', 'GET null', 'PUT null']);
    expect(file.body).toContain('gallium');
    expect(state).toMatchObject({ fault: null, done: now });
  });

  it('writes no settings into the file of a team', async () => {
    let body = '';
    const serve = (_: string, { method, body: sent }: RequestInit) => {
      if (method === 'PUT') body = String(sent);
      return Promise.resolve(
        method === 'PUT'
          ? new Response(null, { status: 201, headers: { etag: '"1"' } })
          : new Response(null, { status: 404 }),
      );
    };
    const office = lookup(1, { fetch: serve });
    await turnOn(office, { engine: 'webdav', url: 'https://cloud.example/dav/', user: 'a', password: 'b', team: true });
    await office.set({ theme: 'dark' });
    await office.ports.store.putTerms([{ term: { ...BLANK, id: 'own/heron', name: 'Project Heron' } }]);
    await runExchange(office.ports);
    expect(body).toContain('Project Heron');
    expect(body).not.toContain('dark');
  });
});
