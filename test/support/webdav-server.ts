/**
 * A WebDAV server as small as the exchange needs it: one folder, strong versions, conditional writes,
 * a password, and every fault that a real one shows.
 */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export const ACCOUNT = { user: 'anna', password: 'käse & brot' } as const;

/** A status to answer with; or the line breaks before, or after, the request was carried out. */
export type Fault = number | 'cut-before' | 'cut-after' | 'weak-version' | 'half-answer';

export interface WebdavServer {
  url: string;
  /** The file's text; null where there is none. */
  text: () => string | null;
  put: (text: string | null) => void;
  /** Asked for each request: the fault to show, if any. */
  fault: (next: (method: string) => Fault | null) => void;
  /** Methods and paths of all requests so far, with what condition they came. */
  requests: { method: string; path: string; condition: string | null; authorization: string | null }[];
  close: () => Promise<void>;
}

const FOLDER = '/dav/';

function bodyOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => resolve(Buffer.concat(parts).toString('utf8')));
    request.on('error', reject);
  });
}

export async function startWebdav(): Promise<WebdavServer> {
  const files = new Map<string, string>();
  let next: (method: string) => Fault | null = () => null;
  const requests: WebdavServer['requests'] = [];
  let etags = 0;
  const tags = new Map<string, string>();
  const tag = (path: string) => tags.get(path) ?? null;
  const store = (path: string, text: string | null) => {
    if (text === null) {
      files.delete(path);
      tags.delete(path);
    } else {
      files.set(path, text);
      tags.set(path, `"${++etags}-${createHash('sha1').update(text).digest('hex').slice(0, 8)}"`);
    }
  };
  const expected = `Basic ${Buffer.from(`${ACCOUNT.user}:${ACCOUNT.password}`, 'utf8').toString('base64')}`;

  const answer = (request: IncomingMessage, response: ServerResponse, path: string, body: string, weak: boolean) => {
    const held = files.get(path);
    const etag = tag(path);
    const version = etag !== null && weak ? `W/${etag}` : etag;
    if (request.method === 'GET') {
      if (held === undefined) return response.writeHead(404).end();
      return response.writeHead(200, { 'content-type': 'application/json', ...(version !== null && { etag: version }) }).end(held);
    }
    if (request.method === 'PROPFIND') {
      if (path !== FOLDER && held === undefined) return response.writeHead(404).end();
      const prop = etag === null ? '<D:resourcetype><D:collection/></D:resourcetype>' : `<D:getetag>${etag.replace(/"/g, '&quot;')}</D:getetag>`;
      return response.writeHead(207, { 'content-type': 'application/xml' }).end(`<?xml version="1.0"?><D:multistatus xmlns:D="DAV:"><D:response><D:propstat><D:prop>${prop}</D:prop></D:propstat></D:response></D:multistatus>`);
    }
    if (request.method === 'PUT') {
      if (!path.startsWith(FOLDER)) return response.writeHead(409).end();
      const match = request.headers['if-match'];
      if (match !== undefined && match !== etag) return response.writeHead(412).end();
      if (request.headers['if-none-match'] === '*' && held !== undefined) return response.writeHead(412).end();
      store(path, body);
      return response.writeHead(held === undefined ? 201 : 204, { etag: tag(path) ?? '' }).end();
    }
    return response.writeHead(405).end();
  };

  const server = createServer((request, response) => {
    void bodyOf(request)
      .then((body) => {
        const path = new URL(request.url ?? '/', 'http://here').pathname;
        requests.push({ method: request.method ?? '', path, condition: request.headers['if-match'] ?? request.headers['if-none-match'] ?? null, authorization: request.headers.authorization ?? null });
        const fault = next(request.method ?? '');
        if (fault === 'cut-before') return request.socket.destroy();
        if (request.headers.authorization !== expected) return response.writeHead(401, { 'www-authenticate': 'Basic realm="terms"' }).end();
        if (typeof fault === 'number') return response.writeHead(fault, fault === 302 ? { location: 'http://127.0.0.1:9/elsewhere' } : {}).end();
        if (fault === 'half-answer' && request.method === 'GET' && files.has(path)) {
          const text = files.get(path) ?? '';
          response.writeHead(200, { 'content-length': Buffer.byteLength(text) + 10, etag: tag(path) ?? '' });
          return response.write(text.slice(0, text.length >> 1), () => request.socket.destroy());
        }
        if (fault === 'cut-after') {
          // The write was done; the word of it never arrives.
          const silent = Object.assign(Object.create(response) as ServerResponse, { writeHead: () => silent, end: () => silent });
          answer(request, silent, path, body, false);
          return request.socket.destroy();
        }
        return answer(request, response, path, body, fault === 'weak-version');
      })
      .catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const file = `${FOLDER}tradegloss-terms.json`;
  return {
    url: `http://127.0.0.1:${port}${FOLDER}`,
    text: () => files.get(file) ?? null,
    put: (text) => store(file, text),
    fault: (given) => (next = given),
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
