/**
 * One file on a WebDAV server, for the reader's browsers or a team. Every write names the version
 * that it was made upon, so a write never goes over another: the server refuses it, and we read,
 * merge and write again. No locks: whoever loses power while holding one would shut all others out.
 */
import { byId, type OwnRecord } from '../terms/record.ts';
import { NotOursError, beginsAsOurs, differs, pack, unpack } from './serialize-records.ts';
import { PlaceError, type Copy, type Place, type Placed } from './remote.ts';
import { faultOf, fileUrl, request, strong, textOf, versionIn, type Account, type Fetch } from './webdav-http.ts';

/** Bytes of the file, and of an answer that lists properties. */
const MAX_FILE_BYTES = 20_000_000;
const MAX_PROPERTIES_BYTES = 1_000_000;
/**
 * Until Apache takes a file just written for settled, it gives it a weak version, which guards
 * nothing.
 */
const SETTLES = 1_100;
const PAUSE = 300;
const NOTHING = { records: new Map(), known: new Map(), version: null, empty: true } as const;

interface File {
  text: string;
  version: string | null;
}

function isTorn(text: string): boolean {
  if (!beginsAsOurs(text)) return false;
  try {
    JSON.parse(text);
    return false;
  } catch {
    return true;
  }
}

/** Throws PlaceError for what is not ours. */
function copyOf({ text, version }: File): Copy {
  // An emptied file is a file to be filled again, not an order to forget.
  if (text.trim() === '') return { ...NOTHING, version };
  try {
    const records = byId(unpack(JSON.parse(text)));
    return { records, known: records, version, empty: false };
  } catch (error) {
    throw new PlaceError(error instanceof NotOursError && error.newer ? 'newer' : 'not-ours', { cause: error });
  }
}

export interface WebdavPorts {
  fetch: Fetch;
  now: () => number;
  wait: (ms: number) => Promise<void>;
}

export class WebdavPlace implements Place {
  readonly #account: Account;
  readonly #url: string;
  readonly #ports: WebdavPorts;

  constructor(account: Account, ports: WebdavPorts) {
    this.#account = account;
    this.#url = fileUrl(account.url);
    this.#ports = ports;
  }

  #request(method: string, options?: Parameters<typeof request>[3]): Promise<Response> {
    return request(this.#ports.fetch, this.#account, method, options);
  }

  #get(held: string | null): Promise<Response> {
    return this.#request('GET', held === null ? {} : { headers: { 'If-None-Match': held } });
  }

  async read(held: string | null): Promise<Copy | null> {
    const file = await this.#load(held);
    if (!file) return null;
    if (!isTorn(file.text)) return copyOf(file);
    // A server that writes in place was cut off, or wrote for two at once. Twice the same is what
    // it holds; less may be an answer that was cut.
    await this.#ports.wait(PAUSE);
    const again = await this.#load(null);
    if (again?.text === file.text) return { ...NOTHING, version: again.version };
    throw new PlaceError('changed');
  }

  /** The file with its version; null: it is still the version `held`. */
  async #load(held: string | null): Promise<File | null> {
    let response = await this.#get(held);
    if (response.status === 304) return null;
    let version = versionIn(response);
    if (response.ok && version === null) {
      // The version first and then the file once more: a write in between is refused later, and not
      // gone over.
      version = await this.#askVersion();
      response = await this.#get(null);
    }
    if (response.status === 404) return { text: '', version: null };
    if (!response.ok) throw faultOf(response.status);
    return { text: await textOf(response, MAX_FILE_BYTES), version: versionIn(response) ?? version };
  }

  #find(url: string, prop: string): Promise<Response> {
    return this.#request('PROPFIND', {
      url,
      headers: { Depth: '0', 'Content-Type': 'application/xml' },
      body: `<?xml version="1.0"?><propfind xmlns="DAV:"><prop><${prop}/></prop></propfind>`,
    });
  }

  /** The version where a plain answer does not tell it. */
  async #askVersion(): Promise<string> {
    for (let before = ''; ;) {
      const response = await this.#find(this.#url, 'getetag');
      if (response.status === 404) throw new PlaceError('changed', { status: 404 });
      if (response.status !== 207)
        throw response.ok ? new PlaceError('no-versions', { status: response.status }) : faultOf(response.status);
      const tag =
        /<(?:[\w-]+:)?getetag[^<>]*>([^<]*)</i
          .exec(await textOf(response, MAX_PROPERTIES_BYTES))?.[1]
          ?.trim()
          .replace(/&quot;/g, '"')
          .replace(/&amp;/g, '&') ?? '';
      const version = strong(tag);
      if (version !== null) return version;
      if (tag === before) throw new PlaceError('no-versions');
      if (before !== '') throw new PlaceError('changed');
      before = tag;
      await this.#ports.wait(SETTLES);
    }
  }

  async write(records: readonly OwnRecord[], copy: Copy): Promise<Placed> {
    if (!copy.empty && !differs(records, copy.records, this.#ports.now()))
      return { known: true, version: copy.version, left: [] };
    const response = await this.#request('PUT', {
      headers: {
        'Content-Type': 'application/json',
        ...(copy.version === null ? { 'If-None-Match': '*' } : { 'If-Match': copy.version }),
      },
      body: JSON.stringify(pack(records)),
    });
    if (response.status === 404) throw new PlaceError('no-folder', { status: 404 });
    if (!response.ok) throw faultOf(response.status);
    return { known: true, version: versionIn(response), left: [] };
  }

  /**
   * Asks whether the folder is there, lets us in, and refuses what is written upon another version.
   * Throws PlaceError if not. Resolves to the address, with the slash at its end that a folder was
   * entered without.
   */
  async check(): Promise<string> {
    const address = new URL(this.#url);
    const isBare = !this.#account.url.trim().endsWith('/') && (await this.#isFolder(this.#url));
    if (isBare) address.pathname += '/';
    const folder = new URL('.', address).href;
    if (!(await this.#isFolder(folder))) throw new PlaceError('no-folder', { status: 404 });
    // Nothing is there under this name, so there is no version of it to write upon: a server that
    // writes all the same guards nothing.
    const probe = new URL(`tradegloss-probe-${this.#ports.now().toString(36)}`, folder).href;
    const { status, ok } = await this.#request('PUT', { url: probe, headers: { 'If-Match': '"none"' }, body: '' });
    if (ok) {
      await this.#request('DELETE', { url: probe });
      throw new PlaceError('no-versions', { status });
    }
    if (status !== 412) throw faultOf(status);
    return isBare ? address.href : this.#account.url;
  }

  async #isFolder(url: string): Promise<boolean> {
    const response = await this.#find(url, 'resourcetype');
    if (response.status === 404) return false;
    if (response.status !== 207)
      throw response.ok ? new PlaceError('not-ours', { status: response.status }) : faultOf(response.status);
    return /<(?:[\w-]+:)?collection[\s/>]/i.test(await textOf(response, MAX_PROPERTIES_BYTES));
  }
}
