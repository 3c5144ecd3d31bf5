/**
 * Locks (RFC 4918, section 6) for servers that ignore conditional requests. While a lock is held,
 * only a client with its token may write. A client that crashes blocks others until its lock
 * expires, so locks last a minute.
 */
import { ReplicaError } from './remote.ts';
import { faultOf, textOf, type WebdavRequest } from './webdav-http.ts';

const LOCK_SECONDS = 60;
/**
 * The share of a lock's duration within which the write must begin. The write itself needs the
 * rest, and some servers accept a write under an expired lock.
 */
const SHARE_BEFORE_WRITE = 1 / 3;
const BODY =
  '<?xml version="1.0"?><lockinfo xmlns="DAV:"><lockscope><exclusive/></lockscope><locktype><write/></locktype><owner>Tradegloss</owner></lockinfo>';
/** Status codes that mean a server without locks. */
const NO_LOCKS: ReadonlySet<number> = new Set([400, 405, 412, 415, 501]);

/** A lock on the file, held by this device. */
export interface Lock {
  /** The value of the `Lock-Token` header. */
  token: string;
  /** Milliseconds within which a write may begin under the lock. */
  lasts: number;
}

const MAX_ANSWER_BYTES = 100_000;

/** Throws ReplicaError. */
export async function lock(ask: WebdavRequest, url: string): Promise<Lock> {
  const response = await ask('LOCK', {
    url,
    headers: { Timeout: `Second-${LOCK_SECONDS}`, Depth: '0', 'Content-Type': 'application/xml' },
    body: BODY,
  });
  const answer = await textOf(response, MAX_ANSWER_BYTES);
  if (NO_LOCKS.has(response.status)) throw new ReplicaError('no-versions', { status: response.status });
  if (!response.ok) throw faultOf(response);
  const token = response.headers.get('lock-token')?.trim() ?? '';
  if (!/^<[^<>\s]{1,500}>$/.test(token)) throw new ReplicaError('no-versions', { status: response.status });
  const granted = Number(/Second-(\d{1,9})/i.exec(answer)?.[1] ?? LOCK_SECONDS);
  return { token, lasts: Math.min(granted, LOCK_SECONDS) * 1000 * SHARE_BEFORE_WRITE };
}

/** The header that names the lock's token in a write to the locked file. */
export const ifLocked = ({ token }: Lock): Record<string, string> => ({ If: `(${token})` });

/** Never rejects: a lock that can't be released expires by itself. */
export async function unlock(ask: WebdavRequest, url: string, { token }: Lock): Promise<void> {
  await ask('UNLOCK', { url, headers: { 'Lock-Token': token } }).catch(() => undefined);
}
