/** Signs files by the minisign program, each with FILE.minisig beside it. */
import { spawnSync } from 'node:child_process';

/**
 * `key`: a secret key file of minisign; its password, if it has one, is asked for once. The trusted
 * comment is all that a signature holds besides, so two runs give the same bytes.
 */
export function signFiles(files: readonly string[], key: string, trustedComment: string): void {
  const { error, status } = spawnSync('minisign', ['-S', '-s', key, '-t', trustedComment, '-m', ...files], {
    stdio: ['inherit', 'ignore', 'inherit'],
  });
  if (error) throw new Error(`minisign could not be started (${error.message}); Debian and Homebrew have it`);
  if (status !== 0) throw new Error(`minisign did not sign; it ended with ${status}`);
}
