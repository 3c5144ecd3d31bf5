/**
 * Protects against a small answer of a real server that unpacks to a huge one: it is given up at
 * the limit and not read to its end.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { maxBytes } from '../../lib/formats/list-format.ts';
import { fetchNetwork } from '../../lib/subscriptions/adapters/network-adapter.ts';
import { fetchList } from '../../lib/subscriptions/fetch-list.ts';
import { CheckFailed } from '../../lib/subscriptions/problems.ts';

const clock = { now: Date.now, random: () => 0.5, timeout: () => new AbortController().signal };
const MB = 1 << 20;
const zeros = Buffer.alloc(4 * MB, '0');
/** Packed once and repeated, because packing all of it would take longer than the test. */
const bomb = (start: string, size: number): Buffer =>
  Buffer.concat([gzipSync(start), ...Array<Buffer>(size / zeros.length).fill(gzipSync(zeros))]);
const BOMBS: Record<string, { type: string; coding: string; body: Buffer }> = {
  '/gzip': {
    type: 'application/json',
    coding: 'gzip',
    body: bomb('{"format":"tradegloss-list/1","entries":[\n"', 40 * MB),
  },
  '/br': {
    type: 'application/json',
    coding: 'br',
    body: brotliCompressSync(
      Buffer.concat([Buffer.from('{"format":"tradegloss-list/1","entries":[\n"'), Buffer.alloc(40 * MB, '0')]),
      { params: { [constants.BROTLI_PARAM_QUALITY]: 0 } },
    ),
  },
  '/twice': { type: 'text/csv', coding: 'gzip, gzip', body: gzipSync(bomb('name,aliases\nFirm,"', 120 * MB)) },
};
let server: Server;
let url: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    const { type = '', coding = '', body } = BOMBS[request.url ?? ''] ?? {};
    response.writeHead(200, { 'content-type': type, 'content-encoding': coding }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

it.each([
  ['/gzip', 'tradegloss', 'too_large'],
  ['/br', 'tradegloss', 'too_large'],
  // One row without an end. The reader of tables would stop it first, but here nobody reads it.
  ['/twice', 'csv', 'too_large'],
] as const)('gives up on %s', async (path, format, code) => {
  expect(BOMBS[path]?.body.length).toBeLessThan(MB);
  const fetched = await fetchList(fetchNetwork, clock, {
    url: `${url}${path}`,
    validators: null,
    wantSignature: false,
    signal: new AbortController().signal,
  });
  let read = 0;
  const reading = (async () => {
    for await (const part of fetched?.text ?? []) read += part.length;
  })();
  const problem = await reading.then(
    () => null,
    (error: unknown) => (error instanceof CheckFailed ? error.problem.code : error),
  );
  expect(problem).toBe(code);
  expect(read).toBeLessThanOrEqual(maxBytes(format));
});
