/**
 * Protects sync on nginx, lighttpd and rclone as packaged by Debian: some have locks instead of
 * conditions. Each is skipped if it is not installed.
 */
import { describe } from 'vitest';
import { OTHER_SERVERS } from '../support/other-servers.ts';
import { holdsAsReplica } from '../support/webdav-place-suite.ts';
import { joinsDevices } from '../support/webdav-runs-suite.ts';
import { withFaults } from '../support/webdav-server.ts';

for (const { name, packages, program, guard, start } of OTHER_SERVERS) {
  if (!program) console.info(`${name} is not installed (Debian: ${packages}): its WebDAV is not tried`);
  const begin = async () => withFaults(await start(program ?? ''), guard);
  describe.skipIf(!program)(`WebDAV on ${name}`, () => {
    holdsAsReplica(begin);
    joinsDevices(begin, 30);
  });
}
