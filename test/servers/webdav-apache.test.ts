/**
 * Protects the same upon Apache httpd with mod_dav: its compressed answers and its second of weak
 * versions after each write too. Skipped where it is not installed.
 */
import { describe } from 'vitest';
import { apacheHere, startApache } from '../support/apache.ts';
import { holdsAsReplica } from '../support/webdav-place-suite.ts';
import { joinsDevices } from '../support/webdav-runs-suite.ts';
import { withFaults } from '../support/webdav-server.ts';

const program = apacheHere();
if (!program) console.info('Apache is not installed (Debian: apache2): its WebDAV is not tried');
const start = async () => withFaults(await startApache(program ?? ''));

describe.skipIf(!program)('WebDAV upon Apache', () => {
  holdsAsReplica(start);
  joinsDevices(start, 30);
});
