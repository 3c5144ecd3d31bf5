/**
 * One file on a WebDAV server, for the browsers of one user or of a team. Every write states the
 * version that it replaces. If the file has changed since, the server refuses the write, and we
 * read, merge and write again. On a server that ignores such conditions we hold a lock while the
 * file is checked again and written.
 */
import { byId, type OwnRecord } from '../terms/record.ts';
import { NotOursError, startsLikeOurs, mustWrite, serializeRecords, parseRecords } from './serialize-records.ts';
import { ReplicaError, type RemoteCopy, type Replica, type WriteResult } from './remote.ts';
import { digestText } from '../core/digest.ts';
import {
  faultOf,
  fileUrl,
  request,
  textOf,
  versionIn,
  type Account,
  type WebdavRequest,
  type Fetch,
  type Guard,
} from './webdav-http.ts';
import { ifLocked, lock, unlock } from './webdav-lock.ts';
import { toldVersion } from './webdav-properties.ts';
import { tryServer } from './webdav-trial.ts';

const MAX_FILE_BYTES = 20_000_000;
/**
 * For about a second after a write Apache gives a file a weak ETag, which cannot guard a write.
 */
const SETTLE_MS = 1_100;
const RETRY_PAUSE_MS = 300;
const EMPTY_COPY = { records: new Map(), known: new Map(), version: null, empty: true } as const;

interface File {
  text: string;
  version: string | null;
  /**
   * True if versions count seconds and the current second is not over: another write may still get
   * the same version.
   */
  isYoung: boolean;
}

/**
 * Milliseconds after which a later write is sure to get another version, if versions count seconds.
 */
const YOUNG_VERSION_MS = 2_100;
const MAX_YOUNG = 3;

/** By the server's own clock; true if the server does not state the time. */
function isYoung({ headers }: Response): boolean {
  const [now, modified] = [headers.get('date'), headers.get('last-modified')].map((text) => Date.parse(text ?? ''));
  return !(Number(now) - Number(modified) >= YOUNG_VERSION_MS);
}

const versionOfText = (text: string): string => `text ${digestText(text.trim())}`;

function isTorn(text: string): boolean {
  if (!startsLikeOurs(text)) return false;
  try {
    JSON.parse(text);
    return false;
  } catch {
    return true;
  }
}

/** Throws ReplicaError if the file is not ours. */
function copyOf({ text, version }: File): RemoteCopy {
  // A file that was emptied is filled again. It does not delete the user's terms.
  if (text.trim() === '') return { ...EMPTY_COPY, version };
  try {
    const records = byId(parseRecords(JSON.parse(text)));
    return { records, known: records, version, empty: false };
  } catch (error) {
    throw new ReplicaError(error instanceof NotOursError && error.newer ? 'newer' : 'not-ours', { cause: error });
  }
}

/** The network and the time. Tests replace them. */
export interface WebdavPorts {
  fetch: Fetch;
  now: () => number;
  wait: (ms: number) => Promise<void>;
}

export class WebdavReplica implements Replica {
  readonly #account: Account;
  readonly #url: string;
  readonly #ports: WebdavPorts;

  constructor(account: Account, ports: WebdavPorts) {
    this.#account = account;
    this.#url = fileUrl(account.url);
    this.#ports = ports;
  }

  readonly #ask: WebdavRequest = (method, asked) => request(this.#ports.fetch, this.#account, method, asked);

  get #guard(): Guard {
    return this.#account.guard ?? 'conditions';
  }

  #get(held: string | null): Promise<Response> {
    return this.#ask('GET', held === null ? {} : { headers: { 'If-None-Match': held } });
  }

  async read(held: string | null): Promise<RemoteCopy | null> {
    const file = await this.#loadSettled(held);
    if (!file) return null;
    if (!isTorn(file.text)) return copyOf(file);
    // Either the answer was cut off, or the server has a broken file: a write was interrupted, or
    // two writes were mixed. If a second read gives the same text, the file itself is broken.
    await this.#ports.wait(RETRY_PAUSE_MS);
    const again = await this.#load(null);
    if (again?.text === file.text) return { ...EMPTY_COPY, version: again.version };
    throw new ReplicaError('changed');
  }

  /**
   * The same, but waits until no later write can get the version. If versions count seconds, that
   * takes two of them.
   */
  async #loadSettled(held: string | null): Promise<File | null> {
    let file = await this.#load(held);
    for (let tries = 0; file?.isYoung; tries++) {
      if (tries === MAX_YOUNG) throw new ReplicaError('changed');
      await this.#ports.wait(YOUNG_VERSION_MS);
      const again: File | null = await this.#load(null);
      if (again?.version === file.version) return again;
      file = again;
    }
    return file;
  }

  /** The file and its version; null if its version is still `held`. */
  async #load(held: string | null): Promise<File | null> {
    if (this.#guard === 'locks') return this.#loadText(held);
    let response = await this.#get(held);
    if (response.status === 304) return null;
    let version = versionIn(response);
    if (response.ok && version === null) {
      // The answer has no version. We ask for the version first and then read the file again: if
      // another device writes in between, our write fails and overwrites nothing.
      version = await this.#askVersion();
      response = await this.#get(null);
    }
    if (response.status === 404) return { text: '', version: null, isYoung: false };
    if (!response.ok) throw faultOf(response);
    return {
      text: await textOf(response, MAX_FILE_BYTES),
      version: versionIn(response) ?? version,
      isYoung: this.#guard === 'seconds' && isYoung(response),
    };
  }

  async #loadText(held: string | null): Promise<File | null> {
    const response = await this.#get(null);
    if (!response.ok && response.status !== 404) throw faultOf(response);
    // A lock on a missing file makes the server create an empty one.
    const text = response.ok ? await textOf(response, MAX_FILE_BYTES) : '';
    const version = versionOfText(text);
    return version === held ? null : { text, version, isYoung: false };
  }

  /** Asks for the version with PROPFIND, if a plain answer has none. */
  async #askVersion(): Promise<string> {
    for (let before = ''; ;) {
      const { strong, told } = await toldVersion(this.#ask, this.#url);
      if (strong !== null) return strong;
      if (told === before) throw new ReplicaError('no-versions');
      if (before !== '') throw new ReplicaError('changed');
      before = told;
      await this.#ports.wait(SETTLE_MS);
    }
  }

  async write(records: readonly OwnRecord[], copy: RemoteCopy): Promise<WriteResult> {
    if (!copy.empty && !mustWrite(records, copy.records, this.#ports.now()))
      return { known: true, version: copy.version, left: [] };
    const text = JSON.stringify(serializeRecords(records));
    if (this.#guard === 'locks') return this.#writeLocked(text, copy);
    const response = await this.#put(
      text,
      copy.version === null ? { 'If-None-Match': '*' } : { 'If-Match': copy.version },
    );
    // A version of the current second proves nothing, since another write may still get it.
    return { known: true, version: this.#guard === 'seconds' ? null : versionIn(response), left: [] };
  }

  async #put(body: string, headers: Record<string, string>): Promise<Response> {
    const response = await this.#ask('PUT', { headers: { 'Content-Type': 'application/json', ...headers }, body });
    if (response.status === 404) throw new ReplicaError('no-folder', { status: 404 });
    if (!response.ok) throw faultOf(response);
    return response;
  }

  /** The text itself is the version: while we hold the lock, no one else changes it. */
  async #writeLocked(text: string, copy: RemoteCopy): Promise<WriteResult> {
    const before = this.#ports.now();
    const held = await lock(this.#ask, this.#url);
    try {
      const file = await this.#load(null);
      const isLate = this.#ports.now() - before > held.lasts;
      if (file?.version !== copy.version || isLate) throw new ReplicaError('changed');
      await this.#put(text, ifLocked(held));
      return { known: true, version: versionOfText(text), left: [] };
    } finally {
      await unlock(this.#ask, this.#url, held);
    }
  }

  /**
   * Tries the server with a test file, which it deletes again. Throws ReplicaError if the server
   * cannot be used.
   */
  check(): ReturnType<typeof tryServer> {
    return tryServer(this.#ask, this.#account.url, this.#ports);
  }
}
