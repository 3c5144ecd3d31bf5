/**
 * Protects sync on a server whose versions count seconds, like those of sabre/dav's file backend:
 * Nephele behind a proxy that makes such versions and evaluates conditions by them.
 */
import { describe } from 'vitest';
import { startNephele } from '../support/nephele.ts';
import { holdsAsReplica } from '../support/webdav-place-suite.ts';
import { withFaults } from '../support/webdav-server.ts';

describe('WebDAV with versions that count seconds', () => {
  holdsAsReplica(async () => withFaults(await startNephele(), 'seconds'));
});
