/**
 * One file on a WebDAV server, for the reader's browsers or a team. Every write names the version that
 * it was made upon, so a write never goes over another: the server refuses it, and we read, merge and
 * write again. No locks: whoever loses power while holding one would shut all others out.
 */
import { byId, type OwnRecord } from '../terms/record.ts';
import { NotOursError, differs, pack, unpack } from './pack.ts';
import { PlaceError, type Copy, type Place, type Placed } from './place.ts';
import { faultOf, fileUrl, request, textOf, versionOf, type Account, type Fetch } from './webdav-http.ts';

const LARGEST = 20_000_000;
/** Until Apache takes a file just written for settled, it gives it a weak version, which guards nothing. */
const SETTLES = 1_100;
const NOTHING = { records: new Map(), known: new Map(), version: null, empty: true } as const;

export interface WebdavPorts {
  fetch: Fetch;
  now: () => number;
  wait: (ms: number) => Promise<void>;
}

export class WebdavPlace implements Place {
  readonly #account: Account;
  readonly #ports: WebdavPorts;

  constructor(account: Account, ports: WebdavPorts) {
    this.#account = account;
    this.#ports = ports;
  }

  #request(method: string, options?: Parameters<typeof request>[3]): Promise<Response> {
    return request(this.#ports.fetch, this.#account, method, options);
  }

  async read(): Promise<Copy> {
    let response = await this.#request('GET');
    if (response.status === 404) return NOTHING;
    if (!response.ok) throw faultOf(response.status);
    if (versionOf(response.headers.get('etag')) === null) {
      await this.#ports.wait(SETTLES);
      response = await this.#request('GET');
      if (!response.ok) throw faultOf(response.status);
    }
    const text = await textOf(response, LARGEST);
    const version = versionOf(response.headers.get('etag')) ?? (await this.#askVersion());
    // An emptied file is a file to be filled again, not an order to forget.
    if (text.trim() === '') return { ...NOTHING, version };
    try {
      const records = byId(unpack(JSON.parse(text)));
      return { records, known: records, version, empty: false };
    } catch (error) {
      throw new PlaceError(error instanceof NotOursError && error.newer ? 'newer' : 'not-ours', { cause: error });
    }
  }

  /** The version where a plain answer does not tell it. */
  async #askVersion(): Promise<string> {
    const response = await this.#request('PROPFIND', { headers: { Depth: '0', 'Content-Type': 'application/xml' }, body: '<?xml version="1.0"?><propfind xmlns="DAV:"><prop><getetag/></prop></propfind>' });
    const text = response.status === 207 ? await textOf(response, LARGEST) : '';
    const tag = /<(?:[\w-]+:)?getetag[^>]*>\s*([^<]*?)\s*</i
      .exec(text)?.[1]
      ?.replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&');
    const version = versionOf(tag ?? null);
    if (version === null) throw new PlaceError('no-versions', { status: response.status });
    return version;
  }

  async write(records: readonly OwnRecord[], copy: Copy): Promise<Placed> {
    if (!copy.empty && !differs(records, copy.records, this.#ports.now())) return { known: true, version: copy.version, left: [] };
    const response = await this.#request('PUT', {
      headers: { 'Content-Type': 'application/json', ...(copy.version === null ? { 'If-None-Match': '*' } : { 'If-Match': copy.version }) },
      body: JSON.stringify(pack(records)),
    });
    if (response.status === 404) throw new PlaceError('no-folder', { status: 404 });
    if (!response.ok) throw faultOf(response.status);
    return { known: true, version: versionOf(response.headers.get('etag')), left: [] };
  }

  /** Asks whether the folder is there and lets us in. Throws PlaceError if not. */
  async check(): Promise<void> {
    const url = new URL('.', fileUrl(this.#account.url)).href;
    const response = await this.#request('PROPFIND', { url, headers: { Depth: '0' } });
    if (response.status === 404) throw new PlaceError('no-folder', { status: 404 });
    if (response.status !== 207) throw response.ok ? new PlaceError('not-ours', { status: response.status }) : faultOf(response.status);
  }
}
