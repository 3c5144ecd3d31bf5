/**
 * Protects the limits on hosts: which addresses are allowed, how long a host may delay requests,
 * and how large its answer may be.
 */
import { expect, it } from 'vitest';
import { BUILT_IN, OWN_LIST } from '../../../lib/knowledge/model/ids.ts';
import { fetchList } from '../../../lib/subscriptions/fetch-list.ts';
import { listUrl } from '../../../lib/subscriptions/request.ts';
import type { Network } from '../../../lib/subscriptions/ports.ts';
import { previewList } from '../../../lib/subscriptions/subscribe.ts';
import { FIRMS, list } from './list-documents.ts';
import { KEY, signed } from './signed.ts';
import { LIST_URL, World, check, forever, settled, type Answer } from './world.ts';

const SIGNATURE_URL = `${LIST_URL}.minisig`;

function ask(world: World, wantSignature = false) {
  const { network, clock } = world;
  return fetchList(network, clock, { url: LIST_URL, validators: null, wantSignature, signal: forever() });
}
const served = (answer: Answer): World => {
  const world = new World();
  world.serve(answer);
  return world;
};

it.each([
  ['https://lists.example/desk.json#minisign=RW', 'https://lists.example/desk.json'],
  [' https://lists.example/desk.csv?of=2026 ', 'https://lists.example/desk.csv?of=2026'],
  ['http://127.0.0.1:8741/desk.json', 'http://127.0.0.1:8741/desk.json'],
  ['http://localhost/desk.json', 'http://localhost/desk.json'],
  ['http://[::1]:80/desk.json', 'http://[::1]/desk.json'],
  ['http://lists.example/desk.json', null],
  ['http://127.0.0.1.example/desk.json', null],
  ['http://localhost.example/desk.json', null],
  ['https://me:secret@lists.example/desk.json', null],
  ['ftp://lists.example/desk.json', null],
  ['file:///etc/passwd', null],
  ['data:application/json,{}', null],
  ['javascript:alert(1)', null],
  ['lists.example/desk.json', null],
])('listUrl of %s', (text, url) => expect(listUrl(text)?.href ?? null).toBe(url));

it.each([
  ['seconds', '7200', 7_200_000],
  ['a day', 'Tue, 24 Nov 2026 10:30:00 GMT', 5_400_000],
  ['a day that is past', 'Mon, 23 Nov 2026 09:00:00 GMT', 0],
  ['nonsense', 'later', null],
  ['nothing', undefined, null],
])('waits as long as a busy host asks for, given by %s', async (_, value, wait) => {
  for (const status of [429, 503, 500])
    await expect(
      ask(served({ status, headers: value === undefined ? {} : { 'retry-after': value } })),
    ).rejects.toMatchObject({ problem: { code: status === 500 ? 'server' : 'busy' }, retryAfter: wait });
});

const MEGABYTE = new TextEncoder().encode(`${'Firm of the quay,'.padEnd(63, '.')}\n`.repeat(1 << 14));
/** The same with a header row at its start. */
const HEADED = Uint8Array.from(MEGABYTE);
HEADED.set(new TextEncoder().encode('name,note\n'));

it.each([
  [100, null],
  [101, { code: 'too_large', detail: '100' }],
])('limits a table to 100 MB: %i MB', async (megabytes, problem) => {
  const body = async function* () {
    for (let k = 0; k < megabytes; k++) yield k === 0 ? HEADED : MEGABYTE;
  };
  const fetched = await ask(served({ body, headers: { 'content-type': 'text/csv' } }));
  const size = async () => {
    for await (const part of fetched?.text ?? []) void part;
    return fetched?.size();
  };
  if (problem) await expect(size()).rejects.toMatchObject({ problem });
  else expect(await size()).toBe(megabytes << 20);
});

it('stops waiting for a host that does not answer in time', async () => {
  const world = new World();
  const limit = new AbortController();
  world.timeouts.push(limit.signal);
  const network: Network = {
    fetch: ({ signal }) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(new Error('aborted')));
        limit.abort();
      }),
  };
  await expect(
    fetchList(network, world.clock, { url: LIST_URL, validators: null, wantSignature: false, signal: forever() }),
  ).rejects.toMatchObject({ problem: { code: 'timeout' } });
}, 5000);

it('does not read a signature of unlimited length to its end', async () => {
  const world = served({ body: list(3) });
  let sent = 0;
  const body = async function* () {
    for (; ; sent++) yield new Uint8Array(1024).fill(0x20);
  };
  world.serve({ body, headers: { 'content-type': 'text/plain' } }, SIGNATURE_URL);
  expect((await ask(world, true))?.signature).toBe('malformed');
  expect(sent).toBeLessThan(10);
});

it.each([BUILT_IN, OWN_LIST, 'harbour-desk'])('a list at another address cannot take the id %s', async (id) => {
  const world = await settled();
  world.serve({ body: list(9, FIRMS, { id }) }, 'https://other.example/list.json');
  await expect(
    previewList(world.ports, 'https://other.example/list.json', { signal: forever() }),
  ).rejects.toMatchObject({ problem: { code: 'id_taken', detail: id } });
  expect((await world.base.lists.get('harbour-desk'))?.version).toBe(3);
  expect(await world.base.updates.count()).toBe(0);
});

it('if a signed list was lost with the database, an unsigned one does not replace it', async () => {
  const world = await settled({ key: KEY });
  await world.base.delete();
  world.restart();
  world.serve({ body: list(4) });
  expect(await check(world)).toMatchObject({ result: 'failed', problem: { code: 'not_signed' } });
  expect(await world.inUse()).toEqual([]);
  world.serve({ body: signed('list.json') });
  world.serve({ body: signed('hashed.minisig'), headers: { 'content-type': 'text/plain' } }, SIGNATURE_URL);
  expect((await check(world)).result).toBe('changed');
  expect(await world.inUse()).toEqual(['Lindholm Magnetics']);
});

it('stops in the middle of a large table that has arrived completely when the user cancels', async () => {
  const world = new World();
  const rows = Array.from({ length: 6_000 }, (_, k) => `Firm number ${k},company,made up to be long enough`);
  world.serve({ body: ['name,kind,note', ...rows].join('\n'), headers: { 'content-type': 'text/csv' } });
  const ending = new AbortController();
  const told: number[] = [];
  const onEntries = (entries: number) => {
    told.push(entries);
    ending.abort();
  };
  await expect(previewList(world.ports, LIST_URL, { signal: ending.signal, onEntries })).rejects.toMatchObject({
    problem: { code: 'cancelled' },
  });
  expect(told).toHaveLength(1);
  expect(told[0]).toBeLessThan(rows.length / 2);
});
