/** Apache httpd with mod_dav on a folder of its own, where it is installed (Debian: apache2). */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { until } from '../../lib/tools/browser/wait.ts';
import { ACCOUNT, type DavServer } from './webdav-server.ts';

/** `APACHE` names the program where it stands elsewhere. */
const PROGRAMS = [process.env['APACHE'], '/usr/sbin/apache2', '/usr/sbin/httpd'].filter((path) => path !== undefined);
const MODULES = [
  'mpm_event',
  'unixd',
  'authn_core',
  'authn_file',
  'authz_core',
  'authz_user',
  'auth_basic',
  'dav',
  'dav_fs',
  'dav_lock',
  'filter',
  'deflate',
];

export const apacheHere = (): string | null => PROGRAMS.find((path) => existsSync(path)) ?? null;

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** Some modules are built in on some systems: those that are no files are left out. */
function loadLines(program: string): string {
  const folders = [join(dirname(program), '../lib/apache2/modules'), join(dirname(program), '../lib64/httpd/modules')];
  const folder = folders.find((path) => existsSync(path)) ?? '';
  return MODULES.filter((name) => existsSync(join(folder, `mod_${name}.so`)))
    .map((name) => `LoadModule ${name}_module ${join(folder, `mod_${name}.so`)}`)
    .join('\n');
}

export async function startApache(program: string): Promise<DavServer> {
  const root = await mkdtemp(join(tmpdir(), 'apache-'));
  const files = join(root, 'dav');
  await mkdir(files);
  for (const folder of [root, files]) await chmod(folder, 0o777);
  const port = await freePort();
  await writeFile(
    join(root, 'users'),
    `${ACCOUNT.user}:{SHA}${createHash('sha1').update(ACCOUNT.password).digest('base64')}\n`,
  );
  await writeFile(
    join(root, 'httpd.conf'),
    `${loadLines(program)}
ServerRoot ${root}
ServerName 127.0.0.1
Listen 127.0.0.1:${port}
PidFile ${root}/pid
ErrorLog ${root}/error.log
User ${process.getuid?.() === 0 ? 'nobody' : '#-1'}
Group ${process.getuid?.() === 0 ? 'nogroup' : '#-1'}
DocumentRoot ${root}
DavLockDB ${root}/locks
<Directory ${root}>
  Require all denied
</Directory>
<Directory ${files}>
  Dav On
  AuthType Basic
  AuthName terms
  AuthUserFile ${root}/users
  Require valid-user
  SetOutputFilter DEFLATE
</Directory>
`.replace(/^(?:User|Group) #-1\n/gm, ''),
  );
  const server = spawn(program, ['-f', join(root, 'httpd.conf'), '-DFOREGROUND'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  server.stderr.on('data', (part: Buffer) => (said += part.toString()));
  const url = `http://127.0.0.1:${port}/dav/`;
  const answers = () => fetch(url).then(Boolean, () => false);
  if (!(await until(async () => server.exitCode !== null || (await answers()))) || server.exitCode !== null)
    throw new Error(`Apache did not start: ${said}`);
  return {
    url,
    files,
    close: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGTERM');
      await ended;
      await rm(root, { recursive: true, force: true });
    },
  };
}
