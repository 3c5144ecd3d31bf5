/** Starts other WebDAV servers that Debian packages, each with its own folder and password. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, startServer } from './start-server.ts';
import { ACCOUNT, type DavServer } from './webdav-server.ts';

interface Root {
  root: string;
  files: string;
  port: number;
}

async function newRoot(name: string): Promise<Root> {
  const root = await mkdtemp(join(tmpdir(), `${name}-`));
  const files = join(root, 'dav');
  await mkdir(files);
  for (const folder of [root, files]) await chmod(folder, 0o777);
  return { root, files, port: await freePort() };
}

const sha1 = (text: string): string => createHash('sha1').update(text).digest('base64');
const folders = ['/usr/sbin', '/usr/bin', '/usr/local/sbin', '/usr/local/bin', '/opt/homebrew/bin'];
const find = (name: string): string | null =>
  folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;

/** With the extension module that adds PROPFIND and locks; nginx itself ignores conditions. */
async function startNginx(program: string): Promise<DavServer> {
  const { root, files, port } = await newRoot('nginx');
  const module = '/usr/lib/nginx/modules/ngx_http_dav_ext_module.so';
  await writeFile(join(root, 'users'), `${ACCOUNT.user}:{SHA}${sha1(ACCOUNT.password)}\n`);
  await writeFile(
    join(root, 'nginx.conf'),
    `load_module ${module};
daemon off;
master_process off;
pid ${root}/pid;
error_log ${root}/error.log;
events {}
http {
  access_log off;
  client_body_temp_path ${root}/body;
  proxy_temp_path ${root}/proxy; fastcgi_temp_path ${root}/fastcgi; uwsgi_temp_path ${root}/uwsgi; scgi_temp_path ${root}/scgi;
  dav_ext_lock_zone zone=terms:1m timeout=60s;
  server {
    listen 127.0.0.1:${port};
    location /dav/ {
      root ${root};
      auth_basic terms;
      auth_basic_user_file ${root}/users;
      dav_methods PUT DELETE MKCOL COPY MOVE;
      dav_ext_methods PROPFIND OPTIONS LOCK UNLOCK;
      dav_ext_lock zone=terms;
      client_max_body_size 20m;
    }
  }
}
`,
  );
  const url = `http://127.0.0.1:${port}/dav/`;
  const args = ['-p', root, '-c', join(root, 'nginx.conf')];
  return { url, files, close: await startServer({ program, args, root, url }) };
}

async function startLighttpd(program: string): Promise<DavServer> {
  const { root, files, port } = await newRoot('lighttpd');
  await writeFile(join(root, 'users'), `${ACCOUNT.user}:${ACCOUNT.password}\n`);
  await writeFile(
    join(root, 'lighttpd.conf'),
    `server.modules = ("mod_auth", "mod_authn_file", "mod_webdav")
server.document-root = "${root}"
server.port = ${port}
server.bind = "127.0.0.1"
# Tests write files behind its back.
server.stat-cache-engine = "disable"
server.errorlog = "${root}/error.log"
auth.backend = "plain"
auth.backend.plain.userfile = "${root}/users"
$HTTP["url"] =~ "^/dav(?:/|$)" {
  webdav.activate = "enable"
  webdav.sqlite-db-name = "${root}/locks.db"
  auth.require = ("" => ("method" => "basic", "realm" => "terms", "require" => "valid-user"))
}
`,
  );
  const url = `http://127.0.0.1:${port}/dav/`;
  const args = ['-D', '-f', join(root, 'lighttpd.conf')];
  return { url, files, close: await startServer({ program, args, root, url }) };
}

async function startRclone(program: string): Promise<DavServer> {
  const { root, files, port } = await newRoot('rclone');
  const url = `http://127.0.0.1:${port}/dav/`;
  const args = [
    'serve',
    'webdav',
    files,
    '--addr',
    `127.0.0.1:${port}`,
    '--baseurl',
    '/dav',
    '--config',
    join(root, 'none.conf'),
  ];
  const known = [
    '--user',
    ACCOUNT.user,
    '--pass',
    ACCOUNT.password,
    '--dir-cache-time',
    '0s',
    '--vfs-cache-mode',
    'off',
  ];
  return { url, files, close: await startServer({ program, args: [...args, ...known], root, url }) };
}

const SERVERS = [
  { name: 'nginx', packages: 'nginx libnginx-mod-http-dav-ext', guard: 'locks', start: startNginx },
  { name: 'lighttpd', packages: 'lighttpd lighttpd-mod-webdav', guard: 'conditions', start: startLighttpd },
  { name: 'rclone', packages: 'rclone', guard: 'locks', start: startRclone },
] as const;
/**
 * The servers by Debian package, with the guard that keeps devices apart; `program` is null if it
 * is not installed.
 */
export const OTHER_SERVERS = SERVERS.map((server) => ({ ...server, program: find(server.name) }));
