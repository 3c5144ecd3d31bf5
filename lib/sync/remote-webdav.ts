/**
 * One file on a WebDAV server, for the user's browsers or a team. Every write names the version
 * that it was made upon, so a write never goes over another: the server refuses it, and we read,
 * merge and write again. Where a server heeds no conditions, a lock is held while the file is
 * checked once more and written.
 */
import { byId, type OwnRecord } from '../terms/record.ts';
import { NotOursError, beginsAsOurs, differs, serializeRecords, parseRecords } from './serialize-records.ts';
import { ReplicaError, type Copy, type Replica, type Placed } from './remote.ts';
import { digestText } from '../core/digest.ts';
import {
  faultOf,
  fileUrl,
  request,
  textOf,
  versionIn,
  type Account,
  type Ask,
  type Fetch,
  type Guard,
} from './webdav-http.ts';
import { ifLocked, lock, unlock } from './webdav-lock.ts';
import { toldVersion } from './webdav-properties.ts';
import { tryServer } from './webdav-trial.ts';

const MAX_FILE_BYTES = 20_000_000;
/**
 * For about a second after a write, Apache gives a file a weak ETag, with which no write can be
 * guarded.
 */
const SETTLE_MS = 1_100;
const RETRY_PAUSE_MS = 300;
const NOTHING = { records: new Map(), known: new Map(), version: null, empty: true } as const;

interface File {
  text: string;
  version: string | null;
  /**
   * True if the version counts seconds and the present second is not over: another write may get
   * the same version.
   */
  isYoung: boolean;
}

/** Milliseconds after which a version that counts seconds is of another one. */
const YOUNG_VERSION_MS = 2_100;
const MAX_YOUNG = 3;

/** By the server's own clock; true where it does not tell. */
function isYoung({ headers }: Response): boolean {
  const [now, modified] = [headers.get('date'), headers.get('last-modified')].map((text) => Date.parse(text ?? ''));
  return !(Number(now) - Number(modified) >= YOUNG_VERSION_MS);
}

const versionOfText = (text: string): string => `text ${digestText(text.trim())}`;

function isTorn(text: string): boolean {
  if (!beginsAsOurs(text)) return false;
  try {
    JSON.parse(text);
    return false;
  } catch {
    return true;
  }
}

/** Throws ReplicaError if the file is not ours. */
function copyOf({ text, version }: File): Copy {
  // An emptied file is filled again; it does not delete the user's terms.
  if (text.trim() === '') return { ...NOTHING, version };
  try {
    const records = byId(parseRecords(JSON.parse(text)));
    return { records, known: records, version, empty: false };
  } catch (error) {
    throw new ReplicaError(error instanceof NotOursError && error.newer ? 'newer' : 'not-ours', { cause: error });
  }
}

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

  readonly #ask: Ask = (method, asked) => request(this.#ports.fetch, this.#account, method, asked);

  get #guard(): Guard {
    return this.#account.guard ?? 'conditions';
  }

  #get(held: string | null): Promise<Response> {
    return this.#ask('GET', held === null ? {} : { headers: { 'If-None-Match': held } });
  }

  async read(held: string | null): Promise<Copy | null> {
    const file = await this.#loadSettled(held);
    if (!file) return null;
    if (!isTorn(file.text)) return copyOf(file);
    // A server that writes in place was cut off, or wrote for two at once. Twice the same is what
    // it holds; less may be an answer that was cut.
    await this.#ports.wait(RETRY_PAUSE_MS);
    const again = await this.#load(null);
    if (again?.text === file.text) return { ...NOTHING, version: again.version };
    throw new ReplicaError('changed');
  }

  /**
   * The same, with a version that no later write can have. One that counts seconds is that once the
   * file has had it for two of them.
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

  /** The file with its version; null: it is still the version `held`. */
  async #load(held: string | null): Promise<File | null> {
    if (this.#guard === 'locks') return this.#loadText(held);
    let response = await this.#get(held);
    if (response.status === 304) return null;
    let version = versionIn(response);
    if (response.ok && version === null) {
      // Reads the version first and then the file again: a write in between makes our own write
      // fail instead of being overwritten.
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
    // A server makes an empty file where it locks one that is missing.
    const text = response.ok ? await textOf(response, MAX_FILE_BYTES) : '';
    const version = versionOfText(text);
    return version === held ? null : { text, version, isYoung: false };
  }

  /** Asks for the version with PROPFIND if a plain answer has none. */
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

  async write(records: readonly OwnRecord[], copy: Copy): Promise<Placed> {
    if (!copy.empty && !differs(records, copy.records, this.#ports.now()))
      return { known: true, version: copy.version, left: [] };
    const text = JSON.stringify(serializeRecords(records));
    if (this.#guard === 'locks') return this.#writeLocked(text, copy);
    const response = await this.#put(
      text,
      copy.version === null ? { 'If-None-Match': '*' } : { 'If-Match': copy.version },
    );
    // The version of a second that is not over yet proves nothing.
    return { known: true, version: this.#guard === 'seconds' ? null : versionIn(response), left: [] };
  }

  async #put(body: string, headers: Record<string, string>): Promise<Response> {
    const response = await this.#ask('PUT', { headers: { 'Content-Type': 'application/json', ...headers }, body });
    if (response.status === 404) throw new ReplicaError('no-folder', { status: 404 });
    if (!response.ok) throw faultOf(response);
    return response;
  }

  /** The version is the text itself: as long as we hold the lock, nobody changes it. */
  async #writeLocked(text: string, copy: Copy): Promise<Placed> {
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
   * Tries the server with a file that is deleted again. Throws ReplicaError if the server cannot be
   * used.
   */
  check(): ReturnType<typeof tryServer> {
    return tryServer(this.#ask, this.#account.url, this.#ports);
  }
}
