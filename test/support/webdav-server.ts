/**
 * A real WebDAV server behind a proxy that shows every fault that a server or the way to it can
 * have. The same tests run upon Nephele from npm and upon Apache.
 */
import { readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import {
  createServer,
  request as ask,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

export const ACCOUNT = { user: 'anna', password: 'käse & brot' } as const;
export const FILE = 'tradegloss-terms.json';

export interface DavServer {
  /** The folder that may be written. */
  url: string;
  /** Where the folder's files are. */
  files: string;
  close: () => Promise<void>;
}

/**
 * A status to answer with; the line breaks before, or after, the request was carried out, or within
 * the answer; versions come weak, or not at all; conditions are ignored; a write is praised and not
 * done.
 */
export type Fault =
  number | 'cut-before' | 'cut-after' | 'half-answer' | 'weak-version' | 'no-version' | 'no-conditions' | 'lie';

export interface WebdavServer extends DavServer {
  /** The file's text; null where there is none. */
  text: () => string | null;
  put: (text: string | null) => void;
  /** Asked for each request: the fault to show, if any. */
  fault: (next: (method: string) => Fault | null) => void;
  /** All requests so far, with what condition they came, and how large the answer was. */
  requests: {
    method: string;
    path: string;
    condition: string | null;
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
    // A line of its own each time: one that is kept may be closed at the other end just now.
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

/** `target` behind the proxy; both end together. */
export async function withFaults(target: DavServer): Promise<WebdavServer> {
  const requests: WebdavServer['requests'] = [];
  let puts = 0;
  let next: (method: string) => Fault | null = () => null;
  const server = createServer((request, response) => {
    void (async () => {
      const body = await bodyOf(request);
      const { method = '', url = '/', headers } = request;
      const noted = {
        method,
        path: url,
        condition: headers['if-match'] ?? headers['if-none-match'] ?? null,
        authorization: headers.authorization ?? null,
        status: 0,
        bytes: 0,
      };
      requests.push(noted);
      const fault = next(method);
      if (fault === 'cut-before') return request.socket.destroy();
      if (typeof fault === 'number')
        return response
          .writeHead((noted.status = fault), fault === 302 ? { location: 'http://127.0.0.1:9/elsewhere' } : {})
          .end();
      if (fault === 'lie' && method === 'PUT') return response.writeHead((noted.status = 200)).end();
      const answer = await passOn(new URL(url, target.url), request, body, fault);
      [noted.status, noted.bytes] = [answer.status, answer.body.length];
      // What was asked for is done; the word of it never arrives.
      if (fault === 'cut-after') return request.socket.destroy();
      return send(response, answer, fault);
    })().catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const file = join(target.files, FILE);
  return {
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
