/**
 * Protects the user from a malicious replica: nothing in it stops exchanges, empties the terms
 * without a question, or cannot be undone.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { WebdavReplica } from '../../../lib/sync/remote-webdav.ts';
import type { RemoteCopy, Replica } from '../../../lib/sync/remote.ts';
import { storeChoice, readState } from '../../../lib/sync/sync-settings.ts';
import { runExchange, type RunPorts } from '../../../lib/sync/run-sync.ts';
import { SETTINGS, fieldsToSettings } from '../../../lib/sync/settings-record.ts';
import { makeItems, readItems } from '../../../lib/sync/storage-sync-items.ts';
import { deflateBase64, inflateBase64 } from '../../../lib/sync/deflate-base64.ts';
import { byId, type OwnRecord } from '../../../lib/terms/record.ts';
import { isTooFarAhead, msOf, nextStamp } from '../../../lib/terms/stamp.ts';
import { BLANK } from '../../../lib/terms/term.ts';
import { FakeDevice } from '../../support/own-devices.ts';
import { randomFrom } from '../../support/random.ts';
import { FakeArea } from '../../support/sync-areas.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const RUNAWAY = 'zzzzzzzzzzzzzzzz';
let now: number;
beforeEach(() => {
  now = Date.UTC(2026, 11, 1);
});

/** A replica in memory that anybody can write into. */
class OpenReplica implements Replica {
  records = new Map<string, OwnRecord>();
  read = (): Promise<RemoteCopy> =>
    Promise.resolve({ records: this.records, known: this.records, version: 'v', empty: this.records.size === 0 });
  write = (records: readonly OwnRecord[]) => {
    this.records = byId(records);
    return Promise.resolve({ known: true, version: null, left: [] });
  };
}

const deviceAt = (place: Replica, seed: number): FakeDevice =>
  new FakeDevice(
    () => place,
    () => now,
    randomFrom(seed).next,
  );
const names = async ({ store }: FakeDevice) => (await store.terms()).map(({ term }) => term.name);
const term = (id: string, name = id, note = '') => ({ ...BLANK, id: `own/${id}`, name, note });

describe('stamps from the far future', () => {
  it('are distinguished from stamps that two wrong clocks can produce', () => {
    const at = (days: number) => nextStamp(null, now + days * DAY, 'other');
    expect([at(0), at(366), at(2 * 366), at(900), RUNAWAY].map((stamp) => isTooFarAhead(stamp, now))).toEqual([
      false,
      false,
      false,
      true,
      true,
    ]);
    // After a reset of the clock, older stamps must not all count as future ones.
    expect(isTooFarAhead(at(0), 0)).toBe(false);
  });

  it('delete nothing, are never adopted, and are removed from the replica', async () => {
    const place = new OpenReplica();
    const device = deviceAt(place, 1);
    await device.store.putTerms(['a', 'b', 'c'].map((id) => ({ term: term(id) })));
    await device.exchange();
    for (const [id, record] of place.records) place.records.set(id, { ...record, gone: RUNAWAY });
    place.records.set('own/new', { id: 'own/new', fields: { name: { value: 'New', at: RUNAWAY } } });
    expect(await device.exchange()).toBe('done');
    expect(await names(device)).toEqual(['a', 'b', 'c']);
    expect([...place.records.values()].map(({ id, gone }) => [id, gone])).toEqual(
      expect.arrayContaining([['own/a', undefined]]),
    );
    expect(place.records.has('own/new')).toBe(false);
    expect(msOf((await device.store.db.clock(now)) ?? '')).toBeLessThan(now + MINUTE);
  });

  it('change no field, so that an edit and a deletion by the user remain', async () => {
    const place = new OpenReplica();
    const [office, train] = [deviceAt(place, 1), deviceAt(place, 2)];
    await office.store.putTerms([{ term: term('a', 'Heron', 'mine') }]);
    await office.exchange();
    const there = place.records.get('own/a')!;
    place.records.set('own/a', {
      ...there,
      fields: { ...there.fields, note: { value: 'theirs', at: RUNAWAY, over: there.fields['note']!.at } },
    });
    await train.exchange();
    await office.exchange();
    expect((await office.store.term('own/a'))?.note).toBe('mine');
    expect(await office.store.removeTerms(['own/a'])).toBe(true);
    now += MINUTE;
    for (const device of [office, train]) await device.exchange();
    expect(await names(train)).toEqual([]);
  });

  it('that an earlier version adopted are repaired: deletion, restoring and edits work again', async () => {
    const place = new OpenReplica();
    const device = deviceAt(place, 1);
    const { store } = device;
    await store.putTerms([{ term: term('a', 'Heron') }, { term: term('b', 'Plover', 'old') }]);
    const rows = await store.db.records.bulkGet(['own/a', 'own/b']);
    await store.db.records.put({ ...rows[0]!, gone: RUNAWAY });
    await store.db.records.put({ ...rows[1]!, fields: { ...rows[1]!.fields, note: { value: 'stuck', at: RUNAWAY } } });
    await store.db.meta.put({ key: 'clock', value: RUNAWAY });
    await store.settleClock();
    expect((await store.terms()).map(({ term }) => [term.name, term.note])).toEqual([
      ['Heron', ''],
      ['Plover', 'stuck'],
    ]);
    const before = (await store.term('own/b'))!;
    await store.putTerms([{ term: { ...before, note: 'edited' }, before }]);
    await device.exchange();
    expect((await store.term('own/b'))?.note).toBe('edited');
    expect(await store.removeTerms(['own/b'])).toBe(true);
    const row = (await store.log()).find(({ id, field }) => id === 'own/b' && field === '')!;
    expect(await store.restore(row)).toBe(true);
    expect(await names(device)).toEqual(['Heron', 'Plover']);
  });

  it('in the log do not hide a value that could not be restored', async () => {
    const device = deviceAt(new OpenReplica(), 1);
    await device.store.putTerms([{ term: term('a', 'Heron') }]);
    await device.store.removeTerms(['own/a']);
    const [row] = await device.store.log();
    expect(await device.store.restore({ ...row!, at: RUNAWAY })).toBe(false);
    expect((await device.store.log()).map(({ settled }) => settled)).toEqual([false]);
  });
});

it("a replica that deletes a fifth every 11 minutes needs the user's consent for the second fifth", async () => {
  const place = new OpenReplica();
  const device = deviceAt(place, 1);
  await device.store.putTerms(Array.from({ length: 100 }, (_, k) => ({ term: term(`t${k}`) })));
  await device.exchange();
  const outcomes: string[] = [];
  for (let step = 0; step < 12; step++) {
    now += 11 * MINUTE;
    const alive = [...place.records.values()].filter(({ gone }) => gone === undefined);
    for (const record of alive.slice(0, Math.floor(alive.length / 5)))
      place.records.set(record.id, { ...record, gone: nextStamp(null, now, 'drain') });
    outcomes.push(await device.exchange());
    if (outcomes.at(-1) === 'asked') break;
  }
  expect(outcomes).toEqual(['done', 'asked']);
  expect(await names(device)).toHaveLength(80);
});

/** A device with synced settings, with the browser's own sync. */
async function browserLookup(area: FakeArea, seed: number) {
  let settings: Record<string, unknown> = {};
  const { store } = new FakeDevice(
    () => new OpenReplica(),
    () => now,
    randomFrom(seed).next,
  );
  const ports: RunPorts = {
    store,
    area,
    fetch,
    now: () => now,
    wait: () => Promise.resolve(),
    mayReach: () => Promise.resolve(true),
    readSettings: () => Promise.resolve(settings),
    writeSettings: (_, sparse) => Promise.resolve(((settings = sparse), true)),
  };
  await storeChoice(store.db, { engine: 'browser' });
  return { ports, settings: () => settings };
}
const newArea = () =>
  new FakeArea(
    () => now,
    () => undefined,
  );

describe('settings of another shape', () => {
  it('are read in the type that was written later, in any order', () => {
    const [early, late] = [nextStamp(null, now, 'other'), nextStamp(null, now + 1, 'other')];
    const both = (value: string, element: string): OwnRecord => ({
      id: SETTINGS,
      fields: { textSize: { value: [1.15], at: value }, 'textSize\n"y"': { value: ['y'], at: element } },
    });
    expect(fieldsToSettings(both(early, late))).toEqual({ textSize: ['y'] });
    expect(fieldsToSettings(both(late, early))).toEqual({ textSize: 1.15 });
  });

  it('do not stop the exchange of terms and other settings', async () => {
    const area = newArea();
    const at = nextStamp(null, now, 'other');
    const records: OwnRecord[] = [
      { id: 'own/a', fields: { name: { value: 'Heron', at } } },
      {
        id: SETTINGS,
        fields: {
          textSize: { value: [1.15], at },
          'textSize\n"y"': { value: ['y'], at },
          theme: { value: ['dark'], at },
        },
      },
    ];
    area.items = (await makeItems(records, { there: new Map(), others: 0, by: 'other', now })).items;
    const lookup = await browserLookup(area, 1);
    const state = await runExchange(lookup.ports);
    expect(state).toMatchObject({ fault: null, failures: 0 });
    expect((await lookup.ports.store.terms()).map(({ term }) => term.name)).toEqual(['Heron']);
    expect(lookup.settings()).toMatchObject({ theme: 'dark' });
  });
});

it('reports an internal error as such, and not as an unreachable replica', async () => {
  const lookup = await browserLookup(newArea(), 1);
  const ports = { ...lookup.ports, readSettings: () => Promise.reject(new TypeError('a fault of ours')) };
  expect(await runExchange(ports)).toMatchObject({ fault: 'internal', failures: 1 });
  expect(await readState(ports.store.db)).toMatchObject({ fault: 'internal' });
});

describe('data that unpacks to many times its size', () => {
  it('is refused while it is read: 1.5 GB in 1.5 MB from a server', async () => {
    const part = gzipSync(Buffer.alloc(16_000_000, ' '));
    const body = Buffer.concat(Array<Buffer>(94).fill(part));
    const server = createServer((_, response) => {
      response.on('error', () => undefined);
      response.writeHead(200, { 'content-encoding': 'gzip', etag: '"v1"' }).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const place = new WebdavReplica(
      { url: `http://127.0.0.1:${port}/terms.json`, user: 'a', password: 'b' },
      { fetch, now: () => now, wait: () => Promise.resolve() },
    );
    const before = process.memoryUsage().rss;
    await expect(place.read(null)).rejects.toMatchObject({ fault: 'not-ours' });
    expect(process.memoryUsage().rss - before).toBeLessThan(300_000_000);
    server.closeAllConnections();
    server.close();
  });

  it("is read as empty in the browser's own sync, counting all items together", async () => {
    const z = await deflateBase64({
      format: 'tradegloss-terms/1',
      stamps: [],
      records: [],
      more: ' '.repeat(3_000_000),
    });
    expect(z.length).toBeLessThan(8_000);
    await expect(inflateBase64(z, 1_000_000)).rejects.toThrow();
    const at = nextStamp(null, now, 'other');
    const small = await makeItems([{ id: 'own/a', fields: { name: { value: 'Heron', at } } }], {
      there: new Map(),
      others: 0,
      by: 'other',
      now,
    });
    const items = Object.fromEntries(Array.from({ length: 9 }, (_, k) => [`own.3${k}`, { by: 'other', z }]));
    const read = await readItems({ ...items, ...small.items });
    expect([...read.values()].flatMap(({ records }) => [...records.keys()])).toEqual(['own/a']);
  });
});
