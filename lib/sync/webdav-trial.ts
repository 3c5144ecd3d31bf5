/**
 * Tries a server before it is used, on a file of its own that is deleted again: written, read back,
 * rewritten under a wrong and a right condition, deleted, while it is missing and while it is
 * there. A fault that would break some later exchange shows here, with its own message.
 */
import { ReplicaError } from './remote.ts';
import { fileUrl, faultOf, textOf, versionIn, type Ask, type Guard } from './webdav-http.ts';
import { ifLocked, lock, unlock, type Lock } from './webdav-lock.ts';
import { isFolder, toldVersion } from './webdav-properties.ts';

interface Tried {
  /** The address, with the slash at its end that a folder was entered without. */
  url: string;
  guard: Guard;
}

const TEXTS = ['tradegloss trial 1', 'tradegloss trial 2', 'tradegloss trial 3'] as const;
const MAX_TRIAL_BYTES = 10_000;
/** Until Apache takes a file just written for settled, it gives it a weak version. */
const SETTLE_MS = 1_100;
const NO_VERSION = '"tradegloss-none"';

/** The folder of the address, whose slash may be missing. Throws ReplicaError. */
async function findFolder(ask: Ask, address: string): Promise<{ folder: string; url: string }> {
  const url = new URL(fileUrl(address));
  if (!address.trim().endsWith('/')) {
    // Servers send on from a folder without its slash, or know it only with one; where to they send
    // on no browser tells.
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

/** The file of a trial: what is asked of it. */
class TrialFile {
  readonly #ask: Ask;
  readonly url: string;

  constructor(ask: Ask, url: string) {
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

/** True where the write was refused for its condition. Throws ReplicaError for other faults. */
function isRefused(response: Response): boolean {
  if (response.status === 412) return true;
  if (response.ok) return false;
  throw faultOf(response);
}

/** A strong version of the file as it is, or null where the server tells none in time. */
async function versionOf(ask: Ask, file: TrialFile, wait: (ms: number) => Promise<void>): Promise<string | null> {
  for (let tries = 0; tries < 2; tries++) {
    const { response } = await file.get();
    const version = versionIn(response) ?? (await toldVersion(ask, file.url)).strong;
    if (version !== null) return version;
    await wait(SETTLE_MS);
  }
  return null;
}

/** True where conditions are heeded, on a file that is missing and on one that is there. */
async function heedsConditions(ask: Ask, file: TrialFile, wait: (ms: number) => Promise<void>): Promise<boolean> {
  // Now the file is there.
  if (!isRefused(await file.put(TEXTS[1], { 'If-None-Match': '*' }))) return false;
  if (!isRefused(await file.put(TEXTS[1], { 'If-Match': NO_VERSION }))) return false;
  const version = await versionOf(ask, file, wait);
  if (version === null || isRefused(await file.put(TEXTS[1], { 'If-Match': version }))) return false;
  // The version of before is wrong by now, or counts seconds; the caller finds out which.
  await file.delete();
  return isRefused(await file.put(TEXTS[2], { 'If-Match': version }));
}

/** Writes that come within a second of each other, to see if versions tell them apart. */
const QUICK_WRITES = 4;

/** False unless two writes of one second had two versions. */
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

/** True where a lock keeps others from writing, and not who holds it. */
async function heedsLocks(ask: Ask, file: TrialFile): Promise<boolean> {
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

/** Throws ReplicaError where the server can't be used. */
export async function tryServer(
  ask: Ask,
  address: string,
  { now, wait }: { now: () => number; wait: (ms: number) => Promise<void> },
): Promise<Tried> {
  const { folder, url } = await findFolder(ask, address);
  const file = new TrialFile(ask, new URL(`tradegloss-probe-${now().toString(36)}`, folder).href);
  try {
    // Nothing is there under this name, so there is no version of it to write upon.
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
