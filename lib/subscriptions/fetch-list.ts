/**
 * Requests one list: only changes since the last check, from that host alone, within limits of time
 * and size. The result is a stream of checked text; everything else ends in CheckFailed with a
 * reason for the user.
 */
import type { Mapping, TableSample } from '../formats/mapping-model.ts';
import { formatOf, sampleOf } from '../formats/read-list.ts';
import { MAX_LIST_BYTES, mostBytes, NotAList, type FormatName, type ListContext } from '../formats/list-format.ts';
import { listText } from './list-text.ts';
import { Signed, parseSignature, type Signature } from './minisign.ts';
import type { Clock, Network, NetworkResponse } from './ports.ts';
import { CheckFailed, type ProblemCode } from './problems.ts';
import type { Validators } from './subscription.ts';

/** Milliseconds: until the answer starts, between two pieces of it, for a signature. */
const START_LIMIT = 30_000;
const PIECE_LIMIT = 30_000;
const MOST_SIGNATURE_BYTES = 4096;
const FIRST_LOOK = 4000;

export interface Fetched {
  format: FormatName;
  validators: Validators;
  /** The columns of a plain table. */
  table: TableSample | null;
  /** Milliseconds, or null where the server does not say. */
  lastModified: number | null;
  /** Bytes that the server announced, or null: for a progress bar. */
  announced: number | null;
  /** The text, decoded; the size and the signature are known once it was read to its end. */
  text: AsyncIterable<string>;
  size: () => number;
  /** The signature beside the list; null where there is none. */
  signature: Signature | 'malformed' | null;
  signed: Signed;
  beside: NonNullable<ListContext['beside']>;
}

export interface FetchOptions {
  url: string;
  validators: Validators | null;
  /** Look for a signature beside the list. */
  wantSignature: boolean;
  signal: AbortSignal;
  /** The file is a table whose columns the user has explained. */
  mapping?: Mapping | undefined;
  /** Called with the number of bytes read so far. */
  onProgress?: (bytes: number) => void;
}

const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])$/;

/** The address if a list may come from it: https, or http from this computer itself. */
export function listUrl(text: string): URL | null {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
  if (!url || url.username || url.password) return null;
  url.hash = '';
  return url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname)) ? url : null;
}

/** LIST.minisig next to LIST, a query left where it is. */
function signatureUrl(list: string): string {
  const url = new URL(list);
  url.pathname += '.minisig';
  return url.href;
}

function retryAfterOf(response: NetworkResponse, now: number): number | null {
  const text = response.header('retry-after')?.trim() ?? '';
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const moment = Date.parse(text);
  return Number.isNaN(moment) ? null : Math.max(0, moment - now);
}

/** The reason in an answer that is no list; null where it may be one. */
function failureOf(response: NetworkResponse, now: number): CheckFailed | null {
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

function checkType(response: NetworkResponse): void {
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
  const limit = clock.timeout(START_LIMIT);
  const ending = new AbortController();
  const end = () => ending.abort();
  if (limit.aborted) end();
  limit.addEventListener('abort', end, { once: true });
  try {
    const response = await network.fetch({ url, headers, signal: AbortSignal.any([signal, ending.signal]) });
    // The limit is for the start of the answer: a large list may take its time to come.
    limit.removeEventListener('abort', end);
    return response;
  } catch (error) {
    if (signal.aborted) throw new CheckFailed('cancelled');
    if (limit.aborted) throw new CheckFailed('timeout');
    throw new CheckFailed('offline', error instanceof Error ? error.message : '');
  }
}

/** The pieces of a body, each within its time. */
async function* pieces(body: AsyncIterable<Uint8Array>, clock: Clock, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const iterator = body[Symbol.asyncIterator]();
  try {
    for (;;) {
      const limit = clock.timeout(PIECE_LIMIT);
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
    // Lets the connection go when nobody reads on; a broken one has nothing left to say.
    void iterator.return?.().then(undefined, () => undefined);
  }
}

/** The errors that hosts answer for a missing file. */
const NO_SIGNATURE: ReadonlySet<ProblemCode> = new Set(['not_found', 'gone', 'refused', 'moved']);

async function signatureBeside(
  network: Network,
  clock: Clock,
  options: FetchOptions,
): Promise<Signature | 'malformed' | null> {
  const response = await ask(network, clock, signatureUrl(options.url), {}, options.signal);
  const failure = failureOf(response, clock.now());
  if (failure && NO_SIGNATURE.has(failure.problem.code)) return null;
  if (failure) throw failure;
  let text = '';
  const decoder = new TextDecoder();
  for await (const piece of pieces(response.body, clock, options.signal)) {
    text += decoder.decode(piece, { stream: true });
    if (text.length > MOST_SIGNATURE_BYTES) return 'malformed';
  }
  // Some hosts answer every unknown address with their front page.
  if (/^\s*</.test(text)) return null;
  return parseSignature(text) ?? 'malformed';
}

/** The answer with a list in it; null where the list has not changed since `validators`. */
async function changedList(
  network: Network,
  clock: Clock,
  { url, validators, signal }: FetchOptions,
): Promise<NetworkResponse | null> {
  const asked = listUrl(url);
  if (!asked) throw new CheckFailed('address');
  const headers = {
    ...(validators?.etag && { 'If-None-Match': validators.etag }),
    ...(validators?.lastModified && { 'If-Modified-Since': validators.lastModified }),
  };
  const response = await ask(network, clock, asked.href, headers, signal);
  const failure = failureOf(response, clock.now());
  if (failure) throw failure;
  if (response.status === 304 && validators) return null;
  if (response.status === 304) throw new CheckFailed('server', '304');
  checkType(response);
  return response;
}

/** Null: not changed since `validators`. Rejects with CheckFailed or NotAList. */
export async function fetchList(network: Network, clock: Clock, options: FetchOptions): Promise<Fetched | null> {
  const response = await changedList(network, clock, options);
  if (!response) return null;
  const { signal } = options;
  const { body: bytes } = response;
  const signature = options.wantSignature ? await signatureBeside(network, clock, options) : null;
  const isSigned = signature !== null && signature !== 'malformed';
  const signed = new Signed(isSigned && !signature.prehashed);
  let size = 0;
  let most = MAX_LIST_BYTES;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const piece of pieces(bytes, clock, signal)) {
      size += piece.length;
      if (size > most) throw new CheckFailed('too_large', String(Math.round(most / 1024 / 1024)));
      if (isSigned) signed.update(piece);
      options.onProgress?.(size);
      yield piece;
    }
  }
  const body = listText(counted());
  let start = '';
  // Beyond the first line: above its header a table may have a title.
  while (start.trim().length < FIRST_LOOK) {
    const next = await body.next();
    if (next.done) break;
    start += next.value;
  }
  let format: FormatName;
  try {
    format = options.mapping ? 'csv' : formatOf(start);
    most = mostBytes(format);
    if (size > most) throw new CheckFailed('too_large', String(Math.round(most / 1024 / 1024)));
  } catch (error) {
    await body.return(undefined);
    throw error;
  }
  const table = format === 'csv' ? sampleOf(start, options.mapping) : null;
  async function* text(): AsyncGenerator<string> {
    yield start;
    start = '';
    yield* body;
  }
  const announced = Number(response.header('content-length') ?? '');
  const modified = Date.parse(response.header('last-modified') ?? '');
  return {
    format,
    table,
    validators: { etag: response.header('etag'), lastModified: response.header('last-modified') },
    lastModified: Number.isNaN(modified) ? null : modified,
    // With a content coding the number is of something else.
    announced: response.header('content-encoding') === null && announced > 0 ? announced : null,
    text: text(),
    size: () => size,
    signature,
    signed,
    beside: (url) => textBeside(network, clock, { ...options, url }),
  };
}

/** The text of a file beside the list, on the same host; null where it can't be had. */
async function textBeside(
  network: Network,
  clock: Clock,
  { url, signal }: FetchOptions,
): Promise<AsyncIterable<string> | null> {
  try {
    const response = await ask(network, clock, url, {}, signal);
    if (failureOf(response, clock.now()) || response.status === 304) return null;
    checkType(response);
    return listText(withinSize(pieces(response.body, clock, signal)));
  } catch (error) {
    if (signal.aborted) throw error;
    return null;
  }
}

async function* withinSize(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const most = mostBytes('csv');
  let size = 0;
  for await (const piece of body) {
    size += piece.length;
    if (size > most) throw new CheckFailed('too_large', String(most / 1024 / 1024));
    yield piece;
  }
}
