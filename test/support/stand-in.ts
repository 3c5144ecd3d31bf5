/** A local HTTPS server that stands in for any news host: browsers are told to find every host here. */
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { selfSigned } from './certificate.ts';

export interface Served {
  body: string | Buffer;
  type?: string | undefined;
  headers?: Record<string, string> | undefined;
}

export interface StandIn {
  port: number;
  /** Serves a page under a path, on every host. */
  serve(path: string, page: Served | string): void;
  close(): Promise<void>;
}

export async function startStandIn(): Promise<StandIn> {
  const pages = new Map<string, Served>();
  const server = createServer(selfSigned(), (request, response) => {
    const page = pages.get(new URL(request.url ?? '/', 'https://stand-in.test').pathname);
    if (!page) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('no such page');
      return;
    }
    response.writeHead(200, { 'content-type': page.type ?? 'text/html; charset=utf-8', ...page.headers }).end(page.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    serve: (path, page) => void pages.set(path, typeof page === 'string' ? { body: page } : page),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
