/**
 * Protects what the user is asked about values that two devices wrote: which device replaced them,
 * and only while a question is open.
 */
import { expect, it } from 'vitest';
import { BrowserReplica } from '../../../lib/sync/remote-browser.ts';
import { deviceName } from '../../../lib/sync/device-name.ts';
import { readOverwritten } from '../../../lib/sync/overwritten-values.ts';
import { BLANK } from '../../../lib/terms/term.ts';
import { FakeDevice } from '../../support/own-devices.ts';
import { randomFrom } from '../../support/random.ts';
import { FakeArea } from '../../support/sync-areas.ts';

it('names the device that replaced a value, and asks no more once any device has restored it', async () => {
  let now = Date.UTC(2026, 10, 26);
  const clock = () => now;
  const area = new FakeArea(clock, () => undefined);
  const device = (seed: number) =>
    new FakeDevice((id) => new BrowserReplica(area, id, clock), clock, randomFrom(seed).next);
  const [office, train] = [device(1), device(2)];
  await office.store.nameDevice('Chrome, Windows');
  await train.store.nameDevice('Firefox, Linux');
  const heron = { ...BLANK, id: 'own/heron', name: 'Project Heron', note: '' };
  await office.store.putTerms([{ term: heron }]);
  for (const one of [office, train]) await one.exchange();
  await office.store.putTerms([{ term: { ...heron, note: 'from the office' }, before: heron }]);
  now += 60_000;
  await train.store.putTerms([{ term: { ...heron, note: 'from the train' }, before: heron }]);
  for (const one of [office, train, office]) await one.exchange();

  const asked = { name: 'Project Heron', row: { field: 'note', value: 'from the office', conflict: true } };
  expect(await readOverwritten(office.store)).toMatchObject([{ ...asked, by: 'Firefox, Linux' }]);
  const [lost] = await readOverwritten(train.store);
  expect(lost).toMatchObject({ ...asked, by: '' });

  now += 60_000;
  if (lost) await train.store.restore(lost.row);
  for (const one of [train, office]) await one.exchange();
  expect((await office.store.terms()).map(({ term }) => term.note)).toEqual(['from the office']);
  expect((await readOverwritten(office.store)).filter(({ row }) => row.conflict)).toEqual([]);
});

it('keeps the name that the user gave a device', async () => {
  const { store } = new FakeDevice(
    () => {
      throw new Error('not asked');
    },
    Date.now,
    randomFrom(3).next,
  );
  const { id } = await store.device();
  await store.writeRecord(`device/${id}`, { name: 'Office laptop' });
  await store.nameDevice('Firefox, Linux');
  expect((await store.records()).get(`device/${id}`)?.fields['name']?.value).toBe('Office laptop');
});

it.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/148.0.0.0 Safari/537.36 Edg/148.0.0.0',
    'Edge, Windows',
  ],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:150.0) Gecko/20100101 Firefox/150.0', 'Firefox, macOS'],
  [
    'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/148.0.0.0 Safari/537.36',
    'Chrome, ChromeOS',
  ],
  ['Lynx', ''],
])('names a device by its browser and system: %s', (userAgent, name) => expect(deviceName(userAgent)).toBe(name));
