/** Signs files with the minisign program, each as FILE.minisig beside it. */
import { spawnSync } from 'node:child_process';

/**
 * `key`: a secret key file of minisign; its password, if any, is asked for once. A signature also
 * holds the trusted comment and nothing else, so two runs give the same bytes.
 */
export function signFiles(files: readonly string[], key: string, trustedComment: string): void {
  const { error, status } = spawnSync('minisign', ['-S', '-s', key, '-t', trustedComment, '-m', ...files], {
    stdio: ['inherit', 'ignore', 'inherit'],
  });
  if (error) throw new Error(`minisign could not be started (${error.message}); Debian and Homebrew have it`);
  if (status !== 0) throw new Error(`minisign did not sign; it ended with ${status}`);
}
