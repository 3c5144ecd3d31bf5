/** A server program on a port and a folder of its own, for as long as a test needs it. */
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
  /** Goes with the server. */
  root: string;
  /** Answers once the server is up. */
  url: string;
}

/** Ends the server. */
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
