/**
 * Starts a local HTTPS server in place of all news hosts. The browsers of tests resolve every host
 * name to it.
 */
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { selfSigned } from './certificate.ts';

export interface Served {
  body: string | Buffer;
  type?: string | undefined;
  headers?: Record<string, string> | undefined;
  /** 200 by default. */
  status?: number | undefined;
  /** The answer begins and never ends. */
  stalls?: boolean | undefined;
  /** The connection is cut without an answer. */
  drops?: boolean | undefined;
}

export interface StandIn {
  port: number;
  /** The requests, with the status of the answers, in order. */
  requests: { host: string; path: string; query: string; status: number }[];
  /**
   * Serves a page under a path, on every host. If it has an `etag` header, a client that has that
   * version gets a 304.
   */
  serve(path: string, page: Served | string): void;
  close(): Promise<void>;
}

export async function startStandIn(): Promise<StandIn> {
  const pages = new Map<string, Served>();
  const requests: StandIn['requests'] = [];
  const server = createServer(selfSigned(), (request, response) => {
    const { pathname: path, search: query } = new URL(request.url ?? '/', 'https://stand-in.test');
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    const page = pages.get(path);
    const etag = page?.headers?.['etag'];
    const status = !page
      ? 404
      : etag !== undefined && request.headers['if-none-match'] === etag
        ? 304
        : (page.status ?? 200);
    requests.push({ host, path, query, status });
    if (!page) response.writeHead(404, { 'content-type': 'text/plain' }).end('no such page');
    else if (page.drops) request.destroy();
    else {
      response.writeHead(status, { 'content-type': page.type ?? 'text/html; charset=utf-8', ...page.headers });
      if (page.stalls) response.write(page.body);
      else response.end(status === 304 ? undefined : page.body);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    requests,
    serve: (path, page) => void pages.set(path, typeof page === 'string' ? { body: page } : page),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
