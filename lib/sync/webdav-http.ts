/**
 * Sends requests to one WebDAV server and classifies its answers. We need one file and three
 * methods, for which `fetch` is enough. The WebDAV library on npm brings an XML parser, a request
 * signer and a stream layer, 50 kB instead of 3, and writes without conditions by default.
 */
import { ReplicaError } from './remote.ts';

/** The user's account on a WebDAV server. It never leaves this device but for that server. */
export interface Account {
  /** The address of the file, or (with a slash at the end) of the folder in which we create it. */
  url: string;
  user: string;
  password: string;
  /** How the server keeps two devices from overwriting each other; `conditions` if undefined. */
  guard?: Guard | undefined;
}

/**
 * How a server keeps two devices from overwriting each other. `conditions`: it refuses a write if
 * the stated version is no longer current. `seconds`: the same, but its versions count seconds, and
 * a version of the current second proves nothing. `locks`: by locks.
 */
export const GUARDS = ['conditions', 'seconds', 'locks'] as const;
export type Guard = (typeof GUARDS)[number];

/** The browser's `fetch`, or a server in the tests. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

const FILE = 'tradegloss-terms.json';

/**
 * The address of the file. Throws TypeError unless it is an https address, or http on this machine.
 */
export function fileUrl(address: string): string {
  const url = new URL(address.trim());
  const local = url.hostname === 'localhost' || url.hostname === '127.0.0.1';
  if (url.protocol !== 'https:' && !(local && url.protocol === 'http:')) throw new TypeError('https only');
  url.username = '';
  url.password = '';
  url.hash = '';
  if (url.pathname.endsWith('/')) url.pathname += FILE;
  return url.href;
}

/** The match pattern for which the browser grants access to the server. */
export const originOf = (address: string): string =>
  `${new URL(fileUrl(address)).protocol}//${new URL(fileUrl(address)).hostname}/*`;

/** UTF-8, as RFC 7617 allows and the common servers expect. */
function basic({ user, password }: Account): string {
  return `Basic ${btoa(String.fromCharCode(...new TextEncoder().encode(`${user}:${password}`)))}`;
}

const FAULTS: Partial<Record<number, ReplicaError['fault']>> = {
  401: 'sign-in',
  403: 'forbidden',
  407: 'sign-in',
  409: 'no-folder',
  412: 'changed',
  413: 'full',
  423: 'locked',
  429: 'too-often',
  507: 'full',
};

/** True if the server only accepts passwords in ways that we cannot send. */
const asksOtherwise = ({ headers }: Response): boolean => {
  const ways = headers.get('www-authenticate') ?? '';
  return /\b(?:digest|negotiate|ntlm)\b/i.test(ways) && !/\bbasic\b/i.test(ways);
};

/** The fault that the status of a failed or redirecting answer means. */
export function faultOf(response: Response): ReplicaError {
  const { status } = response;
  if (status === 401 && asksOtherwise(response)) return new ReplicaError('digest', { status });
  const other = status >= 500 ? 'server' : status >= 400 ? 'forbidden' : 'moved';
  return new ReplicaError(FAULTS[status] ?? other, { status });
}

const TIMEOUT_MS = 30_000;

interface RequestOptions {
  url?: string;
  headers?: Record<string, string>;
  body?: string;
}
/** One request to the server of an account. Rejects with ReplicaError if no answer arrives. */
export type WebdavRequest = (method: string, asked?: RequestOptions) => Promise<Response>;

/** One request to the account's host only, without cookies or cache. A redirect is not followed. */
export async function request(
  fetch: Fetch,
  account: Account,
  method: string,
  { url = fileUrl(account.url), headers = {}, body }: RequestOptions = {},
): Promise<Response> {
  try {
    const response = await fetch(url, {
      method,
      // By default fetch sends `no-cache`, and then some servers send the whole file although we
      // name a version of it that is current.
      headers: { 'Cache-Control': 'no-transform', ...headers, Authorization: basic(account) },
      ...(body !== undefined && { body }),
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (
      response.type === 'opaqueredirect' ||
      (response.status >= 300 && response.status < 400 && response.status !== 304)
    )
      throw new ReplicaError('moved', { status: response.status });
    return response;
  } catch (error) {
    throw error instanceof ReplicaError ? error : new ReplicaError('unreachable', { cause: error });
  }
}

/**
 * The text of a body of at most `maxBytes`. Bytes are counted as they are read, since a compressed
 * answer of a megabyte may unpack to gigabytes. Throws ReplicaError if the body is longer or the
 * connection breaks.
 */
export async function textOf(response: Response, maxBytes: number): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  try {
    for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
      size += value?.length ?? 0;
      if (size > maxBytes) throw new ReplicaError('not-ours');
      text += decoder.decode(value, { stream: true });
    }
    return text + decoder.decode();
  } catch (error) {
    await reader.cancel().catch(() => undefined);
    throw error instanceof ReplicaError ? error : new ReplicaError('unreachable', { cause: error });
  }
}

/**
 * A strong ETag, without the suffix that Apache and others add when they compress the answer. Null
 * if there is none or it is weak.
 */
export function strong(etag: string | null): string | null {
  if (!etag || /^W\//i.test(etag)) return null;
  return etag.replace(/(?:--|-|;)(?:gzip|br|zstd)"$/, '"');
}

/**
 * The version in an answer. Nextcloud repeats it in the header `oc-etag`, which no proxy turns into
 * a weak one.
 */
export const versionIn = ({ headers }: Response): string | null =>
  strong(headers.get('etag')) ?? strong(headers.get('oc-etag'));
