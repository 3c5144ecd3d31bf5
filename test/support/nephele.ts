/**
 * Starts Nephele, a WebDAV server from npm that follows the rules of RFC 4918 and RFC 9110 for
 * conditions, on a temporary folder.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import FileSystem from '@nephele/adapter-file-system';
import nephele, { UnauthorizedError, type Authenticator } from 'nephele';
import { ACCOUNT, type DavServer } from './webdav-server.ts';

const EXPECTED = `Basic ${Buffer.from(`${ACCOUNT.user}:${ACCOUNT.password}`, 'utf8').toString('base64')}`;

const authenticator: Authenticator = {
  authenticate: (request, response) => {
    response.locals.user = { username: ACCOUNT.user };
    if (request.headers.authorization === EXPECTED) return Promise.resolve(response.locals.user);
    response.setHeader('WWW-Authenticate', 'Basic realm="terms", charset="UTF-8"');
    return Promise.reject(new UnauthorizedError('name or password'));
  },
  cleanAuthentication: () => Promise.resolve(),
};

export async function startNephele(): Promise<DavServer> {
  const root = await mkdtemp(join(tmpdir(), 'nephele-'));
  const files = join(root, 'dav');
  await mkdir(files);
  const server = createServer(nephele({ adapter: new FileSystem({ root }), authenticator }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/dav/`,
    files,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(root, { recursive: true, force: true });
    },
  };
}
