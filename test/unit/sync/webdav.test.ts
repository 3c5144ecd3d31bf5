/**
 * Protects the exchange over WebDAV, with a server from npm: every promise, every fault, and a long
 * random run.
 */
import { describe } from 'vitest';
import { startNephele } from '../../support/nephele.ts';
import { holdsAsReplica } from '../../support/webdav-place-suite.ts';
import { joinsDevices } from '../../support/webdav-runs-suite.ts';
import { withFaults } from '../../support/webdav-server.ts';

const start = async () => withFaults(await startNephele());

describe('WebDAV on Nephele', () => {
  holdsAsReplica(start);
  joinsDevices(start, 200);
});
