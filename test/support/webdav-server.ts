/**
 * A real WebDAV server behind a proxy that can produce every fault of a server or its network. The
 * same tests run on Nephele from npm, on Apache and on others.
 */
import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import {
  createServer,
  request as ask,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Guard } from '../../lib/sync/webdav-http.ts';

export const ACCOUNT = { user: 'anna', password: 'käse & brot' } as const;
export const FILE = 'tradegloss-terms.json';

export interface DavServer {
  /** The writable folder. */
  url: string;
  /** The folder with the server's files. */
  files: string;
  close: () => Promise<void>;
}

/**
 * A status to answer with; the connection breaks before or after the request was carried out, or
 * within the answer; versions are weak or missing; conditions are ignored; a write is confirmed but
 * not made.
 */
export type Fault =
  number | 'cut-before' | 'cut-after' | 'half-answer' | 'weak-version' | 'no-version' | 'no-conditions' | 'lie';

export interface WebdavServer extends DavServer {
  /** The file's text; null if there is none. */
  text: () => string | null;
  put: (text: string | null) => void;
  /**
   * Writes through the server, as a program does that knows no locks. True if the server allowed
   * it.
   */
  write: (text: string) => Promise<boolean>;
  /** Called for each request; returns the fault to produce, if any. */
  fault: (next: (method: string) => Fault | null | Promise<Fault | null>) => void;
  /** The guard that our trial must find on the server. */
  guard: Guard;
  /** All requests so far, with their conditions and the size of the answer. */
  requests: {
    method: string;
    path: string;
    condition: string | null;
    /** True if the request names a lock. */
    locked: boolean;
    authorization: string | null;
    status: number;
    bytes: number;
  }[];
}

function bodyOf(message: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    message.on('data', (part: Buffer) => parts.push(part));
    message.on('end', () => resolve(Buffer.concat(parts)));
    message.on('error', reject);
  });
}

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

function passOn(to: URL, { method, headers }: IncomingMessage, body: Buffer, fault: Fault | null): Promise<Answer> {
  const { 'if-match': match, 'if-none-match': none, connection: _, ...rest } = headers;
  const kept =
    fault === 'no-conditions'
      ? rest
      : {
          ...rest,
          ...(match !== undefined && { 'if-match': match }),
          ...(none !== undefined && { 'if-none-match': none }),
        };
  return new Promise((resolve, reject) => {
    // Each request uses a new connection, because the other end may just be closing a kept one.
    const asked = ask(to, { method, agent: false, headers: { ...kept, host: to.host } }, (answer) => {
      bodyOf(answer).then(
        (all) => resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: all }),
        reject,
      );
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

function send(response: ServerResponse, { status, headers, body }: Answer, fault: Fault | null): void {
  const { etag, 'transfer-encoding': _, 'content-length': length, connection: __, ...rest } = headers;
  const version =
    etag === undefined || fault === 'no-version'
      ? {}
      : { etag: fault === 'weak-version' ? `W/${etag.replace(/^W\//, '')}` : etag };
  if (fault === 'half-answer' && body.length > 0) {
    response.writeHead(status, { ...rest, ...version, 'content-length': body.length });
    response.write(body.subarray(0, body.length >> 1), () => response.socket?.destroy());
    return;
  }
  response
    .writeHead(status, { ...rest, ...version, ...(length !== undefined && { 'content-length': length }) })
    .end(body);
}

const AN_HOUR_AGO = Date.now() / 1000 - 3600;

/** The version of a file as reported by servers that count seconds, such as sabre/dav. */
function secondsVersion(file: string): string | null {
  const found = statSync(file, { throwIfNoEntry: false });
  return found ? `"${found.size}-${Math.floor(found.mtimeMs / 1000)}"` : null;
}

/** The answer of such a server to a condition; null if the request may continue. */
function refusedByVersion(method: string, headers: IncomingHttpHeaders, version: string | null): number | null {
  const { 'if-match': match, 'if-none-match': none } = headers;
  if (match !== undefined && match !== version) return 412;
  if (none === undefined || version === null || (none !== '*' && none !== version)) return null;
  return method === 'GET' ? 304 : 412;
}

/** `target` behind the proxy; both end together. With `seconds` its versions count seconds. */
export async function withFaults(target: DavServer, guard: Guard = 'conditions'): Promise<WebdavServer> {
  const requests: WebdavServer['requests'] = [];
  let puts = 0;
  let next: (method: string) => Fault | null | Promise<Fault | null> = () => null;
  const file = join(target.files, FILE);
  const path = `${new URL(target.url).pathname}${FILE}`;
  const server = createServer((request, response) => {
    void (async () => {
      const body = await bodyOf(request);
      const { method = '', url = '/', headers } = request;
      const noted = {
        method,
        path: url,
        condition: headers['if-match'] ?? headers['if-none-match'] ?? null,
        locked: headers['if'] !== undefined,
        authorization: headers.authorization ?? null,
        status: 0,
        bytes: 0,
      };
      requests.push(noted);
      const fault = await next(method);
      if (fault === 'cut-before') return request.socket.destroy();
      if (typeof fault === 'number')
        return response
          .writeHead((noted.status = fault), fault === 302 ? { location: 'http://127.0.0.1:9/elsewhere' } : {})
          .end();
      if (fault === 'lie' && method === 'PUT') return response.writeHead((noted.status = 200)).end();
      const own = join(target.files, decodeURIComponent(url.slice(new URL(target.url).pathname.length)));
      const refused = guard === 'seconds' ? refusedByVersion(method, headers, secondsVersion(own)) : null;
      if (refused !== null) return response.writeHead((noted.status = refused)).end();
      const answer = await passOn(
        new URL(url, target.url),
        request,
        body,
        guard === 'seconds' ? 'no-conditions' : fault,
      );
      if (guard === 'seconds' && method !== 'PROPFIND') answer.headers.etag = secondsVersion(own) ?? undefined;
      [noted.status, noted.bytes] = [answer.status, answer.body.length];
      // The request is carried out; its answer never arrives.
      if (fault === 'cut-after') return request.socket.destroy();
      return send(response, answer, fault);
    })().catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    guard,
    write: async (text) => {
      const { user, password } = ACCOUNT;
      const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
      const response = await fetch(new URL(path, target.url), {
        method: 'PUT',
        headers: { authorization },
        body: text,
      });
      return response.ok;
    },
    url: `http://127.0.0.1:${port}${new URL(target.url).pathname}`,
    files: target.files,
    text: () => {
      try {
        return readFileSync(file, 'utf8');
      } catch {
        return null;
      }
    },
    put: (text) => {
      if (text === null) return rmSync(file, { force: true });
      writeFileSync(file, text);
      // Long enough ago that Apache takes it for settled, and each time another moment.
      utimesSync(file, AN_HOUR_AGO, AN_HOUR_AGO + ++puts);
    },
    fault: (given) => (next = given),
    requests,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await target.close();
    },
  };
}
