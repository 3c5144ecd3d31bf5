/**
 * Protects the same upon nginx, lighttpd and rclone, as Debian has them: servers without conditions
 * that have locks, and others. Each is skipped where it is not installed.
 */
import { describe } from 'vitest';
import { OTHER_SERVERS } from '../support/other-servers.ts';
import { holdsAsReplica } from '../support/webdav-place-suite.ts';
import { joinsDevices } from '../support/webdav-runs-suite.ts';
import { withFaults } from '../support/webdav-server.ts';

for (const { name, packages, program, guard, start } of OTHER_SERVERS) {
  if (!program) console.info(`${name} is not installed (Debian: ${packages}): its WebDAV is not tried`);
  const begin = async () => withFaults(await start(program ?? ''), guard);
  describe.skipIf(!program)(`WebDAV upon ${name}`, () => {
    holdsAsReplica(begin);
    joinsDevices(begin, 30);
  });
}
