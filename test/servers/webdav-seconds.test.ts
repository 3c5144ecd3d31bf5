/**
 * Protects the same upon a server whose versions count seconds, as those of sabre/dav's file
 * backend do: Nephele behind a proxy that gives such versions and heeds conditions by them.
 */
import { describe } from 'vitest';
import { startNephele } from '../support/nephele.ts';
import { holdsAsReplica } from '../support/webdav-place-suite.ts';
import { withFaults } from '../support/webdav-server.ts';

describe('WebDAV whose versions count seconds', () => {
  holdsAsReplica(async () => withFaults(await startNephele(), 'seconds'));
});
