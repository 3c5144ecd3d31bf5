/**
 * Requests to one WebDAV server, and what their answers mean. `fetch` does all that is needed here
 * (one file, three methods), so no WebDAV library: the one on npm brings an XML parser, a request
 * signer and a stream layer, 50 kB where this is 3, and writes without conditions unless asked.
 */
import { ReplicaError } from './remote.ts';

export interface Account {
  /** The file, or a folder in which ours is made (then it ends with a slash). */
  url: string;
  user: string;
  password: string;
  /** How the server keeps two devices apart; `conditions` where it is not said. */
  guard?: Guard | undefined;
}

/**
 * How a server keeps two devices from writing over each other. `seconds`: by conditions, with
 * versions that count seconds, which say nothing of a file as long as they are young.
 */
export const GUARDS = ['conditions', 'seconds', 'locks'] as const;
export type Guard = (typeof GUARDS)[number];

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

const FILE = 'tradegloss-terms.json';

/**
 * The address of the file. Throws TypeError for what is no https address (http on this machine
 * only).
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

/** The pattern under which the browser gives permission for the server. */
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

/** Servers that take a password in another way than we send it: it would never be accepted. */
const asksOtherwise = ({ headers }: Response): boolean => {
  const ways = headers.get('www-authenticate') ?? '';
  return /\b(?:digest|negotiate|ntlm)\b/i.test(ways) && !/\bbasic\b/i.test(ways);
};

export function faultOf(response: Response): ReplicaError {
  const { status } = response;
  if (status === 401 && asksOtherwise(response)) return new ReplicaError('digest', { status });
  const other = status >= 500 ? 'server' : status >= 400 ? 'forbidden' : 'moved';
  return new ReplicaError(FAULTS[status] ?? other, { status });
}

const TIMEOUT_MS = 30_000;

interface Asked {
  url?: string;
  headers?: Record<string, string>;
  body?: string;
}
/** One request to the server of an account. Rejects with ReplicaError where no answer came. */
export type Ask = (method: string, asked?: Asked) => Promise<Response>;

/**
 * One request to the account's host alone: no cookies, no cache, and never on to where the answer
 * points.
 */
export async function request(
  fetch: Fetch,
  account: Account,
  method: string,
  { url = fileUrl(account.url), headers = {}, body }: Asked = {},
): Promise<Response> {
  try {
    const response = await fetch(url, {
      method,
      // Without a header of our own fetch sends `no-cache`, for which some servers send a whole
      // file that is known already.
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
 * The text of a body of at most `maxBytes`, counted while it is read: a compressed answer of a
 * megabyte may unpack into gigabytes. Throws ReplicaError where it is longer, or the connection
 * breaks.
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
 * A strong version, without what Apache and others add where they compress the answer. Null for
 * none, or a weak one.
 */
export function strong(etag: string | null): string | null {
  if (!etag || /^W\//i.test(etag)) return null;
  return etag.replace(/(?:--|-|;)(?:gzip|br|zstd)"$/, '"');
}

/**
 * The version that an answer tells. Nextcloud says it once more in a header that nothing on the way
 * makes weak.
 */
export const versionIn = ({ headers }: Response): string | null =>
  strong(headers.get('etag')) ?? strong(headers.get('oc-etag'));
