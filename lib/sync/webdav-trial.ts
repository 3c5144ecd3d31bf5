/**
 * Tries a server before it is used, on a test file that is deleted again. The trial writes the
 * file, reads it back, rewrites it under a wrong and a right condition and deletes it, and tries
 * conditions on a missing file too. A fault that would break a later exchange shows here with its
 * own message.
 */
import { ReplicaError } from './remote.ts';
import { fileUrl, faultOf, textOf, versionIn, type WebdavRequest, type Guard } from './webdav-http.ts';
import { ifLocked, lock, unlock, type Lock } from './webdav-lock.ts';
import { isFolder, toldVersion } from './webdav-properties.ts';

interface Tried {
  /** The address; a slash is added if a folder was entered without it. */
  url: string;
  guard: Guard;
}

const TEXTS = ['tradegloss trial 1', 'tradegloss trial 2', 'tradegloss trial 3'] as const;
const MAX_TRIAL_BYTES = 10_000;
/** Milliseconds for which Apache gives a newly written file a weak version. */
const SETTLE_MS = 1_100;
const NO_VERSION = '"tradegloss-none"';

/** The folder of the address, with or without a slash at the end. Throws ReplicaError. */
async function findFolder(ask: WebdavRequest, address: string): Promise<{ folder: string; url: string }> {
  const url = new URL(fileUrl(address));
  if (!address.trim().endsWith('/')) {
    // For a folder without its slash, some servers redirect and others answer "not found". Browsers
    // hide the target of the redirect, so we ask again with a slash:
    // https://fetch.spec.whatwg.org/#atomic-http-redirect-handling.
    const isBare = await isFolder(ask, url.href).catch(async (error: unknown) => {
      const isPerhaps = error instanceof ReplicaError && /^(?:moved|not-webdav)$/.test(error.fault);
      if (isPerhaps && (await isFolder(ask, `${url.href}/`).catch(() => false))) return true;
      throw error;
    });
    if (isBare) return { folder: `${url.href}/`, url: `${url.href}/` };
  }
  const folder = new URL('.', url).href;
  if (!(await isFolder(ask, folder))) throw new ReplicaError('no-folder', { status: 404 });
  return { folder, url: address };
}

/** The test file and the requests for it. */
class TrialFile {
  readonly #ask: WebdavRequest;
  readonly url: string;

  constructor(ask: WebdavRequest, url: string) {
    this.#ask = ask;
    this.url = url;
  }

  async put(text: string, headers: Record<string, string> = {}): Promise<Response> {
    const response = await this.#ask('PUT', { url: this.url, headers, body: text });
    await response.body?.cancel();
    return response;
  }

  async get(): Promise<{ response: Response; text: string }> {
    const response = await this.#ask('GET', { url: this.url });
    if (response.status === 404) throw new ReplicaError('altered', { status: 404 });
    if (!response.ok) throw faultOf(response);
    return { response, text: await textOf(response, MAX_TRIAL_BYTES) };
  }

  async delete(): Promise<void> {
    await this.#ask('DELETE', { url: this.url }).catch(() => undefined);
  }
}

/**
 * True if the server refused the write because of its condition. Throws ReplicaError for other
 * faults.
 */
function isRefused(response: Response): boolean {
  if (response.status === 412) return true;
  if (response.ok) return false;
  throw faultOf(response);
}

/** A strong version of the current file; null if the server states none in time. */
async function versionOf(
  ask: WebdavRequest,
  file: TrialFile,
  wait: (ms: number) => Promise<void>,
): Promise<string | null> {
  for (let tries = 0; tries < 2; tries++) {
    const { response } = await file.get();
    const version = versionIn(response) ?? (await toldVersion(ask, file.url)).strong;
    if (version !== null) return version;
    await wait(SETTLE_MS);
  }
  return null;
}

/** True if the server obeys conditions, both on a missing and on an existing file. */
async function heedsConditions(
  ask: WebdavRequest,
  file: TrialFile,
  wait: (ms: number) => Promise<void>,
): Promise<boolean> {
  // The file exists now.
  if (!isRefused(await file.put(TEXTS[1], { 'If-None-Match': '*' }))) return false;
  if (!isRefused(await file.put(TEXTS[1], { 'If-Match': NO_VERSION }))) return false;
  const version = await versionOf(ask, file, wait);
  if (version === null || isRefused(await file.put(TEXTS[1], { 'If-Match': version }))) return false;
  // `version` is now out of date, unless versions count seconds. The caller tests that.
  await file.delete();
  return isRefused(await file.put(TEXTS[2], { 'If-Match': version }));
}

/** Writes within about a second of each other, to see if their versions differ. */
const QUICK_WRITES = 4;

/** True only if two writes of the same second got different versions. */
async function tellsApartWithinSecond(file: TrialFile): Promise<boolean> {
  let before: { version: string | null; second: string | null } | null = null;
  for (let k = 0; k < QUICK_WRITES; k++) {
    if (!(await file.put(TEXTS[k % 2] ?? '')).ok) return false;
    const { response } = await file.get();
    const now = {
      version: response.headers.get('etag') ?? response.headers.get('oc-etag'),
      second: response.headers.get('last-modified'),
    };
    if (before !== null && now.second !== null && now.second === before.second) return now.version !== before.version;
    before = now;
  }
  return false;
}

/** True if a lock keeps others from writing, but not its holder. */
async function heedsLocks(ask: WebdavRequest, file: TrialFile): Promise<boolean> {
  await file.put(TEXTS[0]);
  let held: Lock;
  try {
    held = await lock(ask, file.url);
  } catch (error) {
    if (error instanceof ReplicaError && !error.passes) return false;
    throw error;
  }
  try {
    const others = await file.put(TEXTS[1]);
    if (others.ok) return false;
    const own = await file.put(TEXTS[2], ifLocked(held));
    return own.ok && (await file.get()).text === TEXTS[2];
  } finally {
    await unlock(ask, file.url, held);
  }
}

/** Throws ReplicaError if the server can't be used. */
export async function tryServer(
  ask: WebdavRequest,
  address: string,
  { now, wait }: { now: () => number; wait: (ms: number) => Promise<void> },
): Promise<Tried> {
  const { folder, url } = await findFolder(ask, address);
  const file = new TrialFile(ask, new URL(`tradegloss-probe-${now().toString(36)}`, folder).href);
  try {
    // No file has this name, so a write on top of a version must be refused.
    const missing = await file.put(TEXTS[0], { 'If-Match': NO_VERSION });
    const isHeeded = isRefused(missing);
    await file.delete();
    const made = await file.put(TEXTS[0], { 'If-None-Match': '*' });
    if (!made.ok) throw made.status === 412 ? new ReplicaError('no-versions', { status: 412 }) : faultOf(made);
    if ((await file.get()).text !== TEXTS[0]) throw new ReplicaError('altered');
    if (isHeeded && (await heedsConditions(ask, file, wait)))
      return { url, guard: (await tellsApartWithinSecond(file)) ? 'conditions' : 'seconds' };
    if (await heedsLocks(ask, file)) return { url, guard: 'locks' };
    throw new ReplicaError('no-versions', { status: missing.status });
  } finally {
    await file.delete();
  }
}
