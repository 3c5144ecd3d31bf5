/** Runs a server program on its own port and folder while a test needs it. */
import { spawn } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { rm } from 'node:fs/promises';
import { until } from '../../lib/tools/browser/wait.ts';

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

interface Started {
  program: string;
  args: readonly string[];
  /** Deleted with the server. */
  root: string;
  /** An address that answers once the server is up. */
  url: string;
}

/** Starts the server. Resolves to a function that ends it. */
export async function startServer({ program, args, root, url }: Started): Promise<() => Promise<void>> {
  const server = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  server.stderr.on('data', (part: Buffer) => (said += part.toString()));
  const answers = () => fetch(url).then(Boolean, () => false);
  if (!(await until(async () => server.exitCode !== null || (await answers()))) || server.exitCode !== null)
    throw new Error(`${program} did not start: ${said}`);
  return async () => {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await ended;
    await rm(root, { recursive: true, force: true });
  };
}
