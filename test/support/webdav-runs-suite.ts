/**
 * Protects the same promise over WebDAV, on real servers: whatever the server answers, or if it
 * does not answer, all devices end with the same terms and no edit is lost. With three devices it
 * models a team with one file.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebdavReplica } from '../../lib/sync/remote-webdav.ts';
import { Books, FakeDevice, act, heldBy, lost } from './own-devices.ts';
import { randomFrom } from './random.ts';
import { SEED, steps } from './runs.ts';
import { ACCOUNT, type Fault, type WebdavServer } from './webdav-server.ts';

const FAULTS: readonly Fault[] = [
  401,
  403,
  404,
  409,
  412,
  423,
  429,
  500,
  502,
  507,
  302,
  'cut-before',
  'cut-after',
  'half-answer',
  'weak-version',
  'no-version',
  'lie',
];

/** Locks are requested for a minute. */
const LOCK_MS = 70_000;

async function run(server: WebdavServer, seed: number, count: number, length: number) {
  const random = randomFrom(seed);
  let now = Date.UTC(2026, 10, 24);
  const skew = [0, 60_000, -86_400_000, 365 * 86_400_000];
  // Pauses are as short as Apache allows, whose weak versions count seconds.
  const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms > 1_000 ? ms : 0));
  const place = () =>
    new WebdavReplica({ url: server.url, ...ACCOUNT, guard: server.guard }, { fetch, now: () => now, wait });
  const devices = Array.from(
    { length: count },
    (_, i) => new FakeDevice(place, () => now + (skew[i] ?? 0), random.next, wait),
  );
  const books = new Books();
  const outcomes = { done: 0, same: 0, asked: 0, failed: 0, killed: 0 };
  server.put(null);
  for (let step = 0; step < length; step++) {
    now += random.below(20_000);
    const device = random.pick(devices);
    const what = random.next();
    if (what < 0.5) await act(device, books, random);
    else if (what < 0.505) server.put(random.pick([null, '', ' ']));
    else {
      server.fault(() => (random.chance(0.25) ? random.pick(FAULTS) : null));
      // Two devices at once, so that one writes after the other has read.
      const pair = [device, random.pick(devices.filter((other) => other !== device))].slice(
        0,
        random.chance(0.4) ? 2 : 1,
      );
      for (const outcome of await Promise.all(
        pair.map((one) => one.exchange(random.chance(0.2) ? random.below(12) : Infinity)),
      ))
        outcomes[outcome]++;
    }
  }
  server.fault(() => null);
  // A lock that a fault kept from being released expires.
  const until = Date.now() + (server.guard === 'locks' ? LOCK_MS : 0);
  while (Date.now() < until && (await devices[0]?.exchange()) === 'failed') await sleep(1_000);
  for (let round = 0; round < 4; round++) for (const device of devices) await device.exchange();
  return { devices, books, outcomes };
}

/** `inCi`: steps of a run in CI. */
export function joinsDevices(start: () => Promise<WebdavServer>, inCi: number): void {
  describe('devices that sync over WebDAV', () => {
    let server: WebdavServer;
    beforeAll(async () => {
      server = await start();
    });
    afterAll(() => server.close());

    it.each([2, 3])(
      'end with the same terms and lose no edit: %i devices, a long random run with every fault',
      async (count) => {
        const seed = SEED + count;
        const length = steps(inCi);
        console.info(`seed ${seed}, ${length} steps, ${count} devices`);
        const { devices, books, outcomes } = await run(server, seed, count, length);
        const [first, ...others] = await Promise.all(devices.map(heldBy));
        for (const other of others) expect(other, `seed ${seed}`).toEqual(first);
        expect(await lost(devices, books), `seed ${seed}`).toEqual([]);
        // How many terms remain depends on who answers first. With none, equality would prove
        // nothing.
        expect(first?.terms.length, `seed ${seed}`).toBeGreaterThan(0);
        expect(outcomes.failed, JSON.stringify(outcomes)).toBeGreaterThan(0);
      },
      3_000_000,
    );

    it('never write without a condition or a lock', () => {
      const writes = server.requests.filter(({ method }) => method === 'PUT');
      expect(writes.length).toBeGreaterThan(3);
      const isBlind = ({ condition, locked }: (typeof writes)[number]) =>
        server.guard === 'locks' ? !locked : condition === null || condition.startsWith('W/');
      expect(writes.filter(isBlind)).toEqual([]);
    });
  });
}
