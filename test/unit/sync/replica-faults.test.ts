/**
 * Protects the behaviour of each replica when it fails: it loses nothing and reports a fault that
 * the user can act on.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BrowserReplica } from '../../../lib/sync/remote-browser.ts';
import { QUOTA, sizeOf, sizeOfAll } from '../../../lib/sync/storage-sync-items.ts';
import {
  TOMBSTONES_KEPT_MS,
  mustWrite,
  recordToSend,
  serializeRecords,
  parseRecords,
} from '../../../lib/sync/serialize-records.ts';
import { fileUrl, originOf, strong, versionIn } from '../../../lib/sync/webdav-http.ts';
import { fieldsToSettings, settingsChanges, settingsFrom } from '../../../lib/sync/settings-record.ts';
import { byId, joinRecords, writeFields, type OwnRecord } from '../../../lib/terms/record.ts';
import { nextStamp } from '../../../lib/terms/stamp.ts';
import { runs } from '../../support/runs.ts';
import { randomFrom } from '../../support/random.ts';
import { FakeArea } from '../../support/sync-areas.ts';

const NOW = Date.UTC(2026, 10, 24);
const random = randomFrom(11);
const letters = (n: number) =>
  Array.from({ length: n }, () => String.fromCodePoint(0x4e00 + random.below(20_000))).join('');
const record = (id: string, note: string, ms = NOW): OwnRecord =>
  writeFields(id, undefined, { name: `Name of ${id}`, note }, nextStamp(null, ms, 'desk0'));

describe('the browser’s own sync', () => {
  const area = () =>
    new FakeArea(
      () => NOW,
      () => undefined,
    );

  it('stores 1,300 terms with notes within every quota, and writes one item for one edit', async () => {
    const its = area();
    const words = ['licence', 'magnet', 'supplier', 'quota', 'north', 'plant', 'order', 'delay'];
    const records = Array.from({ length: 1300 }, (_, i) =>
      record(
        `own/${(i * 7919).toString(36)}x${i}`,
        Array.from({ length: 9 }, () => random.pick(words)).join(' '),
        NOW - i * 60_000,
      ),
    );
    const place = new BrowserReplica(its, 'desk0', () => NOW);
    const placed = await place.write(records, await place.read());
    expect(placed.left).toEqual([]);
    expect(Object.keys(its.items).length).toBeLessThan(60);
    expect(sizeOfAll(its.items)).toBeLessThan(QUOTA.bytes);
    for (const [key, item] of Object.entries(its.items)) expect(sizeOf(key, item)).toBeLessThanOrEqual(QUOTA.item);
    const before = { ...its.items };
    const edited = records.map((one, i) =>
      i === 5 ? writeFields(one.id, one, { note: 'changed' }, nextStamp(null, NOW + 1, 'desk0')) : one,
    );
    await place.write(edited, await place.read());
    expect(
      Object.keys(its.items).filter((key) => JSON.stringify(its.items[key]) !== JSON.stringify(before[key])).length,
    ).toBe(1);
    // Another device with the same terms writes nothing.
    const writes = its.writes.length;
    const other = new BrowserReplica(its, 'train', () => NOW);
    await other.write(edited, await other.read());
    expect(its.writes.length).toBe(writes);
  });

  it('returns the terms that do not fit, keeps the stored ones, and accepts the rest once there is space', async () => {
    const its = area();
    const place = new BrowserReplica(its, 'desk0', () => NOW);
    const first = Array.from({ length: 20 }, (_, i) => record(`own/first${i}`, letters(200), NOW - 1000));
    await place.write(first, await place.read());
    const more = Array.from({ length: 120 }, (_, i) => record(`own/more${i}`, letters(900), NOW + i));
    const placed = await place.write([...first, ...more], await place.read());
    expect(placed.left.length).toBeGreaterThan(20);
    expect(placed.left.every((id) => id.startsWith('own/more'))).toBe(true);
    expect(sizeOfAll(its.items)).toBeLessThan(QUOTA.bytes);
    const held = (await place.read()).records;
    expect(first.every(({ id }) => held.has(id))).toBe(true);
    expect(held.size + placed.left.length).toBe(140);
    const fewer = [...first, ...more.slice(0, 20)];
    expect((await place.write(fewer, await place.read())).left).toEqual([]);
  });

  it('leaves out a single term that is longer than an item may be', async () => {
    const its = area();
    const place = new BrowserReplica(its, 'desk0', () => NOW);
    const placed = await place.write(
      [record('own/long', letters(6000)), record('own/short', 'short')],
      await place.read(),
    );
    expect(placed.left).toEqual(['own/long']);
  });

  it('repairs a broken item, and does not touch one of a later version', async () => {
    const its = area();
    const place = new BrowserReplica(its, 'desk0', () => NOW);
    await place.write([record('own/a', 'note')], await place.read());
    const [key = ''] = Object.keys(its.items);
    its.items[key] = { by: 'desk0', z: 'garbage' };
    expect((await place.read()).records.size).toBe(0);
    await place.write([record('own/a', 'note')], await place.read());
    expect((await place.read()).records.size).toBe(1);
    const { deflateBase64 } = await import('../../../lib/sync/deflate-base64.ts');
    its.items[key] = { by: 'train', z: await deflateBase64({ format: 'tradegloss-terms/2' }) };
    await expect(place.read()).rejects.toMatchObject({ fault: 'newer' });
  });

  it('does not overwrite an item that arrived during the merge', async () => {
    const its = area();
    const place = new BrowserReplica(its, 'desk0', () => NOW);
    const copy = await place.read();
    const elsewhere = area();
    const other = new BrowserReplica(elsewhere, 'train', () => NOW);
    await other.write([record('own/a', 'theirs')], await other.read());
    for (const [key, item] of Object.entries(elsewhere.items)) its.arrive(key, item);
    await expect(place.write([record('own/b', 'mine'), record('own/c', 'mine')], copy)).rejects.toMatchObject({
      fault: 'changed',
    });
    expect([...(await place.read()).records.keys()]).toEqual(['own/a']);
  });

  it('counts a record as known to others only if another device wrote it', async () => {
    const its = area();
    const place = new BrowserReplica(its, 'desk0', () => NOW);
    expect((await place.write([record('own/a', 'note')], await place.read())).known).toBe(false);
    expect((await place.read()).known.size).toBe(0);
    expect((await new BrowserReplica(its, 'train', () => NOW).read()).known.size).toBe(1);
  });

  it('waits after too many writes', async () => {
    const its = area();
    its.writes = Array.from({ length: 120 }, () => NOW);
    const place = new BrowserReplica(its, 'desk0', () => NOW);
    const copy = await place.read();
    await expect(place.write([record('own/a', 'note')], copy)).rejects.toMatchObject({
      fault: 'too-often',
      passes: true,
    });
  });
});

describe('serialized records', () => {
  it('are parsed to the originals', () => {
    const record1 = joinRecords(record('own/a', 'x'), {
      id: 'own/a',
      fields: { link: { value: '', at: nextStamp(null, NOW + 4, 'train'), over: nextStamp(null, NOW, 'train') } },
      gone: nextStamp(null, NOW - 5, 'train'),
    });
    const all = [record1, record('own/b', 'y'), { id: 'own/c', fields: {}, gone: nextStamp(null, NOW, 'desk0') }];
    expect(parseRecords(JSON.parse(JSON.stringify(serializeRecords(all))))).toEqual(all);
  });

  it('are refused if they refer to nothing or have another format', () => {
    for (const odd of [
      {},
      [],
      'x',
      { format: 'tradegloss-terms/1', stamps: [], records: [['own/a', 3, { name: 'A' }, {}, null]] },
    ])
      expect(() => parseRecords(odd)).toThrow();
  });

  it("drop tombstones once every clock has seen them, without two clocks undoing each other's work", () => {
    const old = { id: 'own/a', fields: {}, gone: nextStamp(null, NOW - TOMBSTONES_KEPT_MS, 'desk0') };
    expect(recordToSend(old, NOW)).toEqual(old);
    expect(recordToSend(old, NOW + 1)).toBeNull();
    expect(mustWrite([], byId([old]), NOW + 1)).toBe(false);
    expect(mustWrite([old], new Map(), NOW)).toBe(false);
  });
});

describe('settings in a record', () => {
  const put = (record: OwnRecord | undefined, sparse: Record<string, unknown>, ms: number, device: string) =>
    writeFields('settings/all', record, settingsChanges(fieldsToSettings(record), sparse), nextStamp(null, ms, device));

  it('keep what two devices added to one list, and their choices for different settings', () => {
    const base = put(undefined, { theme: 'dark', muted: [{ entry: 'mineral/tin', site: null }] }, 1, 'aaaaa');
    const a = put(
      base,
      {
        theme: 'dark',
        muted: [
          { entry: 'mineral/tin', site: null },
          { entry: 'chip/h20', site: null },
        ],
      },
      5,
      'aaaaa',
    );
    const b = put(
      base,
      {
        theme: 'dark',
        openAfter: 800,
        muted: [
          { entry: 'mineral/tin', site: null },
          { entry: 'company/smic', site: 'x.example' },
        ],
      },
      6,
      'bbbbb',
    );
    const joined = joinRecords(a, b);
    expect(fieldsToSettings(joined)).toEqual({
      theme: 'dark',
      openAfter: 800,
      muted: [
        { entry: 'mineral/tin', site: null },
        { entry: 'chip/h20', site: null },
        { entry: 'company/smic', site: 'x.example' },
      ],
    });
    const back = put(joined, { openAfter: 800 }, 9, 'bbbbb');
    expect(fieldsToSettings(joinRecords(joined, back))).toEqual({ openAfter: 800 });
  });

  it('keep everything that two devices follow, in any order of merging', () => {
    const ref = fc.constantFrom('mineral/tin', 'desk:chip/h20', 'mineral/tin#control/ban', 'tradegloss:*', 'desk:*');
    const refs = fc.uniqueArray(ref, { maxLength: 5 });
    fc.assert(
      fc.property(refs, refs, refs, (before, mine, theirs) => {
        const base = put(undefined, { follows: before }, 1, 'aaaaa');
        const a = put(base, { follows: [...new Set([...before, ...mine])] }, 5, 'aaaaa');
        const b = put(base, { follows: [...new Set([...before, ...theirs])] }, 6, 'bbbbb');
        const followed = (one: OwnRecord) => new Set((fieldsToSettings(one)['follows'] ?? []) as string[]);
        const all = new Set([...before, ...mine, ...theirs]);
        expect(followed(joinRecords(a, b))).toEqual(all);
        expect(followed(joinRecords(b, a))).toEqual(all);
        const [gone] = before;
        const left = put(base, { follows: before.filter((one) => one !== gone) }, 7, 'bbbbb');
        if (gone !== undefined) all.delete(gone);
        for (const one of theirs) if (!before.includes(one) && !mine.includes(one)) all.delete(one);
        expect(followed(joinRecords(a, left))).toEqual(all);
      }),
      runs(300),
    );
  });

  it('do not change the date that the user looks at in this session', () => {
    const record = put(undefined, { asOf: '2026-03-01', theme: 'dark' }, 1, 'aaaaa');
    expect(settingsFrom({ asOf: '2025-01-01' }, record)).toEqual({ theme: 'dark', asOf: '2025-01-01' });
  });
});

describe('addresses and versions on WebDAV', () => {
  it('uses https only, and removes the password and hash from an address', () => {
    expect(() => fileUrl('http://cloud.example/dav/')).toThrow(TypeError);
    expect([
      fileUrl(' https://anna:secret@cloud.example/dav/#x '),
      originOf('https://cloud.example:8443/dav/'),
    ]).toEqual(['https://cloud.example/dav/tradegloss-terms.json', 'https://cloud.example/*']);
  });

  it('accepts only a strong entity tag, because a weak one does not prevent overwriting', () => {
    expect([strong('"abc"'), strong('"abc-gzip"'), strong('W/"abc"'), strong(null)]).toEqual([
      '"abc"',
      '"abc"',
      null,
      null,
    ]);
    expect(versionIn(new Response(null, { headers: { etag: 'W/"abc"', 'oc-etag': '"abc"' } }))).toBe('"abc"');
  });
});
