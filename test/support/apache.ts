/** Starts Apache httpd with mod_dav on a temporary folder, if it is installed (Debian: apache2). */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { freePort, startServer } from './start-server.ts';
import { ACCOUNT, type DavServer } from './webdav-server.ts';

/** `APACHE` gives the program's path if it is elsewhere. */
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
  // Redirects a folder's name without a slash to the folder, as Debian's Apache does.
  'dir',
  'filter',
  'deflate',
];

export const apacheHere = (): string | null => PROGRAMS.find((path) => existsSync(path)) ?? null;

/** Loads only modules that exist as files: on some systems some of them are built in. */
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
  const url = `http://127.0.0.1:${port}/dav/`;
  const args = ['-f', join(root, 'httpd.conf'), '-DFOREGROUND'];
  return { url, files, close: await startServer({ program, args, root, url }) };
}
