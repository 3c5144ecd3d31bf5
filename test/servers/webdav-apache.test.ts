/**
 * Protects sync on Apache httpd with mod_dav, including its compressed answers and its weak
 * versions in the second after each write. Skipped if it is not installed.
 */
import { describe } from 'vitest';
import { apacheHere, startApache } from '../support/apache.ts';
import { holdsAsReplica } from '../support/webdav-place-suite.ts';
import { joinsDevices } from '../support/webdav-runs-suite.ts';
import { withFaults } from '../support/webdav-server.ts';

const program = apacheHere();
if (!program) console.info('Apache is not installed (Debian: apache2): its WebDAV is not tried');
const start = async () => withFaults(await startApache(program ?? ''));

describe.skipIf(!program)('WebDAV on Apache', () => {
  holdsAsReplica(start);
  joinsDevices(start, 30);
});
