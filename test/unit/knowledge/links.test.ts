/**
 * Protects `npm run knowledge -- links`: each address is requested once and politely, and moved or
 * missing ones are reported.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkLinks, citedAddresses, linksText } from '../../../lib/tools/watch/links.ts';
import { listOf, named } from './checked-list.ts';

let server: Server;
let base: string;
const asked: string[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const status = Number((request.url ?? '').slice(1, 4));
    response.writeHead(status, status === 301 ? { location: '/200/new' } : {}).end('body');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('links', () => {
  it('reports addresses that answer, moved, are gone or refuse programs, and what cites them', async () => {
    const paths = ['200/a', '301/b', '404/c', '410/d', '403/e', '500/f'];
    const source = (path: string) => ({ url: `${base}/${path}`, publisher: 'X', class: 'news' });
    const sources = Object.fromEntries(paths.map((path, k) => [`s${k}`, source(path)]));
    const list = listOf({
      entries: [
        { ...named('mineral/tin', 'tin'), sources },
        { ...named('mineral/zinc', 'zinc'), sources: { one: source('404/c') } },
      ],
    });
    const results = await checkLinks(citedAddresses(list), { pauseMs: 0 });
    const ours = results.filter(({ url }) => url.startsWith(base));
    expect(ours.map(({ url, state }) => [url.slice(base.length + 1), state])).toEqual([
      ['200/a', 'answered'],
      ['301/b', 'moved'],
      ['403/e', 'refuses robots'],
      ['404/c', 'gone'],
      ['410/d', 'gone'],
      ['500/f', 'no answer'],
    ]);
    expect(ours.find(({ state }) => state === 'moved')?.detail).toBe(`${base}/200/new`);
    expect(ours.find(({ url }) => url.endsWith('404/c'))?.citedBy).toEqual(['mineral/tin', 'mineral/zinc']);
    expect([...asked].sort()).toEqual(paths.map((path) => `/${path}`).sort());
    expect(linksText(ours)).toContain(`${base}/404/c (404), cited by mineral/tin, mineral/zinc`);
  });
  it('pauses between two requests to one host, and sends none to a host that refuses programs', async () => {
    const cited = new Map([`${base}/200/x`, `${base}/200/y`].map((url) => [url, ['mineral/tin']]));
    const before = performance.now();
    await checkLinks(cited, { pauseMs: 120 });
    expect(performance.now() - before).toBeGreaterThanOrEqual(115);
    asked.length = 0;
    const refused = await checkLinks(cited, { pauseMs: 0, refusing: new Set([new URL(base).host]) });
    expect(refused.map(({ state }) => state)).toEqual(['refuses robots', 'refuses robots']);
    expect(asked).toEqual([]);
  });
});
