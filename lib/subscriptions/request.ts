/**
 * One request to a host that the user allowed. It gives an answer that may be a file, or a reason
 * for the user why there is none. Lists and the files of a channel use it.
 */
import { NotAList } from '../formats/list-format.ts';
import type { Clock, Network, NetworkResponse } from './ports.ts';
import { CheckFailed } from './problems.ts';
import type { Validators } from './subscription.ts';

/** Milliseconds until the answer must start, and between two of its pieces. */
const START_LIMIT_MS = 30_000;
const PIECE_LIMIT_MS = 30_000;

const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * The parsed address if a list may come from it: https, or http on this computer itself. Otherwise
 * null.
 */
export function listUrl(text: string): URL | null {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
  if (!url || url.username || url.password) return null;
  url.hash = '';
  return url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname)) ? url : null;
}

function retryAfterOf(response: NetworkResponse, now: number): number | null {
  const text = response.header('retry-after')?.trim() ?? '';
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const moment = Date.parse(text);
  return Number.isNaN(moment) ? null : Math.max(0, moment - now);
}

/** The reason why an answer holds no list; null if it may hold one. */
export function failureOf(response: NetworkResponse, now: number): CheckFailed | null {
  const { status } = response;
  if (status === 304 || (status >= 200 && status < 300)) return null;
  if (status >= 300 && status < 400) return new CheckFailed('moved');
  if (status === 404) return new CheckFailed('not_found');
  if (status === 410) return new CheckFailed('gone');
  if (status === 429 || status === 503) return new CheckFailed('busy', String(status), retryAfterOf(response, now));
  if (status >= 500) return new CheckFailed('server', String(status), retryAfterOf(response, now));
  return new CheckFailed('refused', String(status));
}

const isText = (type: string) =>
  type === '' ||
  /^(?:text\/(?!html)|application\/(?:json|csv|octet-stream|x-ndjson|jsonl|xml|zip|vnd\.ms-excel|vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet|[\w.-]+\+(?:json|xml))|binary\/octet-stream)/.test(
    type,
  );

/**
 * Throws NotAList for a web page, and CheckFailed for a content type or charset that no list has.
 */
export function checkType(response: NetworkResponse): void {
  const type = (response.header('content-type') ?? '').trim().toLowerCase();
  if (/^(?:text\/html|application\/xhtml)/.test(type)) throw new NotAList('html');
  if (!isText(type)) throw new CheckFailed('type', type.slice(0, 80));
  const charset = /charset\s*=\s*"?([\w-]+)/.exec(type)?.[1];
  if (charset && !/^(?:utf-?8|us-ascii)$/.test(charset)) throw new CheckFailed('encoding', charset);
}

async function ask(
  network: Network,
  clock: Clock,
  url: string,
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<NetworkResponse> {
  const limit = clock.timeout(START_LIMIT_MS);
  const ending = new AbortController();
  const end = () => ending.abort();
  if (limit.aborted) end();
  limit.addEventListener('abort', end, { once: true });
  try {
    const response = await network.fetch({ url, headers, signal: AbortSignal.any([signal, ending.signal]) });
    // The limit covers the start of the answer only: a large list may take long.
    limit.removeEventListener('abort', end);
    return response;
  } catch (error) {
    if (signal.aborted) throw new CheckFailed('cancelled');
    if (limit.aborted) throw new CheckFailed('timeout');
    throw new CheckFailed('offline', error instanceof Error ? error.message : '');
  }
}

/** The most redirects that one request follows. */
const MAX_REDIRECTS = 5;

/**
 * The address to which the answer redirects, if its host is allowed; null if the answer is no
 * redirect.
 */
function nextAddress(response: NetworkResponse, from: string, otherHosts: readonly string[]): string | null {
  const { status } = response;
  if (status < 300 || status >= 400 || status === 304) return null;
  const location = response.header('location');
  const target = location !== null && URL.canParse(location, from) ? listUrl(new URL(location, from).href) : null;
  if (!target) throw new CheckFailed('moved');
  if (target.hostname !== new URL(from).hostname && !otherHosts.includes(target.hostname))
    throw new CheckFailed('redirected', target.hostname);
  return target.href;
}

/** Follows redirects to the hosts that the user allowed, and requests nothing of any other. */
export async function askWithRedirects(
  network: Network,
  clock: Clock,
  url: string,
  headers: Record<string, string>,
  { signal, otherHosts = [] }: Pick<FileQuery, 'signal' | 'otherHosts'>,
): Promise<NetworkResponse> {
  let at = url;
  for (let count = 0; ; count++) {
    const response = await ask(network, clock, at, headers, signal);
    const next = nextAddress(response, at, otherHosts);
    if (next === null) return response;
    if (count === MAX_REDIRECTS) throw new CheckFailed('moved');
    at = next;
  }
}

/** The pieces of a body. Each must arrive within its limit of time. */
export async function* timedPieces(
  body: AsyncIterable<Uint8Array>,
  clock: Clock,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const iterator = body[Symbol.asyncIterator]();
  try {
    for (;;) {
      const limit = clock.timeout(PIECE_LIMIT_MS);
      const stop = AbortSignal.any([signal, limit]);
      const stopped = new Promise<never>((_, reject) => {
        const stopNow = () => reject(new CheckFailed(signal.aborted ? 'cancelled' : 'timeout'));
        if (stop.aborted) stopNow();
        else stop.addEventListener('abort', stopNow, { once: true });
      });
      stopped.catch(() => undefined);
      let next: IteratorResult<Uint8Array>;
      try {
        next = await Promise.race([iterator.next(), stopped]);
      } catch (error) {
        if (error instanceof CheckFailed) throw error;
        throw new CheckFailed(
          signal.aborted ? 'cancelled' : 'interrupted',
          error instanceof Error ? error.message : '',
        );
      }
      if (next.done) return;
      yield next.value;
    }
  } finally {
    // Closes the connection if the reader stops early. Errors of a connection that is already
    // broken are ignored.
    void iterator.return?.().then(undefined, () => undefined);
  }
}

interface FileQuery {
  url: string;
  validators: Validators | null;
  signal: AbortSignal;
  /** Other hosts to which the user lets the address redirect. */
  otherHosts?: readonly string[] | undefined;
}

/** The answer that holds the file; null if the file is unchanged since `validators`. */
export async function changedFile(network: Network, clock: Clock, options: FileQuery): Promise<NetworkResponse | null> {
  const { url, validators } = options;
  const asked = listUrl(url);
  if (!asked) throw new CheckFailed('address');
  const headers = {
    ...(validators?.etag && { 'If-None-Match': validators.etag }),
    ...(validators?.lastModified && { 'If-Modified-Since': validators.lastModified }),
  };
  const response = await askWithRedirects(network, clock, asked.href, headers, options);
  const failure = failureOf(response, clock.now());
  if (failure) throw failure;
  if (response.status === 304 && validators) return null;
  if (response.status === 304) throw new CheckFailed('server', '304');
  checkType(response);
  return response;
}
