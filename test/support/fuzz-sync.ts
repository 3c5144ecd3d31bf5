/** Changes files and items of sync servers at random and merges them into the terms of a device. */
import assert from 'node:assert/strict';
import { fieldsToSettings, SETTINGS } from '../../lib/sync/settings-record.ts';
import { parseRecords, serializeRecords, NotOursError } from '../../lib/sync/serialize-records.ts';
import { readItems } from '../../lib/sync/storage-sync-items.ts';
import { deflateBase64 } from '../../lib/sync/deflate-base64.ts';
import type { Replica } from '../../lib/sync/remote.ts';
import { byId, type OwnRecord, type Records } from '../../lib/terms/record.ts';
import { parseSettings } from '../../lib/settings/settings.ts';
import { msOf } from '../../lib/terms/stamp.ts';
import { BLANK } from '../../lib/terms/term.ts';
import { mutated, mutatedText, type Json } from './fuzz-json.ts';
import { FakeDevice } from './own-devices.ts';
import type { Random } from './random.ts';

const NOW = Date.UTC(2026, 11, 1);
const TWO_YEARS_MS = 2 * 366 * 24 * 3600 * 1000;

class Shared implements Replica {
  records: Records = new Map();
  read = () =>
    Promise.resolve({ records: this.records, known: this.records, version: 'v', empty: this.records.size === 0 });
  write = (records: readonly OwnRecord[]) => {
    this.records = byId(records);
    return Promise.resolve({ known: true, version: null, left: [] });
  };
}

function unpacked(value: Json): OwnRecord[] | null {
  try {
    return parseRecords(value);
  } catch (error) {
    if (error instanceof NotOursError) return null;
    throw error;
  }
}

/** The records on a server after somebody changed its file or items. */
async function spoiled(records: Iterable<OwnRecord>, random: Random): Promise<OwnRecord[] | null> {
  let file = JSON.parse(JSON.stringify(serializeRecords(records))) as Json;
  for (let k = random.below(6); k >= 0; k--) file = mutated(file, random);
  if (random.chance(0.3)) {
    const z = await deflateBase64(file);
    const item = { by: 'other', z: random.chance(0.3) ? mutatedText(z, random) : z } as Json;
    const items = { 'own.00': random.chance(0.3) ? mutated(item, random) : item };
    try {
      return [...(await readItems(items)).values()].flatMap((read) => [...read.records.values()]);
    } catch (error) {
      if (error instanceof NotOursError) return null;
      throw error;
    }
  }
  return unpacked(file);
}

export async function fuzzSync(random: Random): Promise<void> {
  const place = new Shared();
  const [here, there] = [0, 1].map(
    () =>
      new FakeDevice(
        () => place,
        () => NOW,
        random.next,
      ),
  ) as [FakeDevice, FakeDevice];
  try {
    await here.store.putTerms(
      Array.from({ length: 4 }, (_, k) => ({
        term: { ...BLANK, id: `own/t${k}`, name: `Term ${k}`, note: `note ${k}`, aliases: ['a', 'b'] },
      })),
    );
    await here.store.writeRecord(SETTINGS, { theme: ['dark'], 'offSites\n"a.example"': ['a.example'] });
    await there.exchange();
    await here.exchange();
    for (let round = 0; round < 3; round++) {
      const records = await spoiled(place.records.values(), random);
      if (records) place.records = byId(records);
      // Twice, because the first exchange may ask about deletions.
      for (let again = 0; again < 2; again++) assert.ok(['done', 'asked', 'same'].includes(await here.exchange()));
      for (const { term } of await here.store.terms()) assert.ok(term.name.trim() !== '');
      assert.deepEqual((await here.store.termsAndDamage()).damaged, []);
      const clock = await here.store.db.clock(NOW);
      assert.ok(clock === null || msOf(clock) < NOW + 2 * TWO_YEARS_MS, `the clock ran away: ${String(clock)}`);
      parseSettings(fieldsToSettings((await here.store.records()).get(SETTINGS)));
      // Whatever arrived, an edit must stay, a deletion must delete, and a restored value must be
      // back.
      const name = `Mine ${round}`;
      await here.store.putTerms([{ term: { ...BLANK, id: 'own/mine', name } }]);
      await here.exchange();
      assert.equal((await here.store.term('own/mine'))?.name, name);
      assert.equal(await here.store.removeTerms(['own/mine']), true);
      assert.equal(await here.store.term('own/mine'), null);
      const row = (await here.store.log()).find(({ id, field }) => id === 'own/mine' && field === '');
      assert.ok(row && (await here.store.restore(row)));
      assert.equal((await here.store.term('own/mine'))?.name, name);
    }
    for (const device of [there, here, there]) {
      await device.exchange();
      await device.exchange();
    }
    const ids = async ({ store }: FakeDevice) => (await store.terms()).map(({ term }) => JSON.stringify(term)).sort();
    assert.deepEqual(await ids(there), await ids(here));
  } finally {
    for (const { store } of [here, there]) await store.db.delete();
  }
}
