/** Serves a list and its signature on loopback, so that a publisher can try a subscription. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { basename } from 'node:path';

const TYPES: Record<string, string> = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  minisig: 'text/plain; charset=utf-8',
};

/**
 * Serves FILE and FILE.minisig. Reads them at each request, so that a new version needs no restart.
 */
export function serveList(path: string, port: number): Promise<{ server: Server; url: string }> {
  const name = `/${encodeURIComponent(basename(path))}`;
  const server = createServer((request, response) => {
    const file = request.url === name ? path : request.url === `${name}.minisig` ? `${path}.minisig` : null;
    if (file === null || !existsSync(file)) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not found\n');
      return;
    }
    const body = readFileSync(file);
    const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 24)}"`;
    const headers = {
      etag,
      'last-modified': statSync(file).mtime.toUTCString(),
      'cache-control': 'no-cache',
      'content-type': TYPES[file.split('.').at(-1) ?? ''] ?? 'text/plain',
    };
    const known = request.headers['if-none-match'];
    if (known?.split(/,\s*/).includes(etag)) response.writeHead(304, headers).end();
    else
      response
        .writeHead(200, { ...headers, 'content-length': body.length })
        .end(request.method === 'HEAD' ? undefined : body);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve({
        server,
        url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}${name}`,
      });
    });
  });
}
