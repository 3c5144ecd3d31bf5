/**
 * Requests one list: from its own host only, within limits of time and size, and only if it changed
 * since the last check. The result is a stream of decoded text. Every other outcome is a
 * CheckFailed or NotAList with a reason for the user.
 */
import type { Mapping, TableSample } from '../formats/mapping-model.ts';
import { formatOf, sampleOf } from '../formats/read-list.ts';
import { MAX_LIST_BYTES, maxBytes, type FormatName, type ListContext } from '../formats/list-format.ts';
import { listText } from './list-text.ts';
import { Signed, parseSignature, type Signature } from './minisign.ts';
import type { Clock, Network } from './ports.ts';
import { CheckFailed, type ProblemCode } from './problems.ts';
import { askWithRedirects, changedFile, checkType, failureOf, timedPieces } from './request.ts';
import type { Validators } from './subscription.ts';

const MAX_SIGNATURE_BYTES = 4096;
const START_CHARS = 4000;

/** An answer whose text is still arriving. */
export interface FetchedList {
  format: FormatName;
  validators: Validators;
  /** The columns of a plain table. */
  table: TableSample | null;
  /** Milliseconds since 1970; null if the server does not say. */
  lastModified: number | null;
  /** Bytes that the server announced, for a progress bar; null if it announced none. */
  announced: number | null;
  /** The decoded text. `size` and `signed` are complete only after it was read to its end. */
  text: AsyncIterable<string>;
  size: () => number;
  /** The signature file beside the list; null if there is none. */
  signature: Signature | 'malformed' | null;
  signed: Signed;
  beside: NonNullable<ListContext['beside']>;
}

/** `validators`: those of the copy in use; null to fetch the list even if it is unchanged. */
export interface FetchOptions {
  url: string;
  validators: Validators | null;
  /** Look for a signature beside the list. */
  wantSignature: boolean;
  signal: AbortSignal;
  /** Other hosts to which the user lets the address redirect. */
  otherHosts?: readonly string[] | undefined;
  /** The meaning of the table's columns, if the user has set it. */
  mapping?: Mapping | undefined;
  /** Called with the number of bytes read so far. */
  onProgress?: (bytes: number) => void;
}

/** The address of LIST.minisig next to LIST; a query is kept. */
function signatureUrl(list: string): string {
  const url = new URL(list);
  url.pathname += '.minisig';
  return url.href;
}

/** Problems that mean "no signature": hosts answer like this for a missing file. */
const NO_SIGNATURE: ReadonlySet<ProblemCode> = new Set(['not_found', 'gone', 'refused', 'moved', 'redirected']);

async function signatureBeside(
  network: Network,
  clock: Clock,
  options: FetchOptions,
): Promise<Signature | 'malformed' | null> {
  const response = await askWithRedirects(network, clock, signatureUrl(options.url), {}, options).catch(
    (error: unknown) => {
      if (error instanceof CheckFailed && NO_SIGNATURE.has(error.problem.code)) return null;
      throw error;
    },
  );
  if (!response) return null;
  const failure = failureOf(response, clock.now());
  if (failure && NO_SIGNATURE.has(failure.problem.code)) return null;
  if (failure) throw failure;
  let text = '';
  const decoder = new TextDecoder();
  for await (const piece of timedPieces(response.body, clock, options.signal)) {
    text += decoder.decode(piece, { stream: true });
    if (text.length > MAX_SIGNATURE_BYTES) return 'malformed';
  }
  // Some hosts answer every unknown address with their front page.
  if (/^\s*</.test(text)) return null;
  return parseSignature(text) ?? 'malformed';
}

/** Null if the list is unchanged since `validators`. Rejects with CheckFailed or NotAList. */
export async function fetchList(network: Network, clock: Clock, options: FetchOptions): Promise<FetchedList | null> {
  const response = await changedFile(network, clock, options);
  if (!response) return null;
  const { signal } = options;
  const { body: bytes } = response;
  const signature = options.wantSignature ? await signatureBeside(network, clock, options) : null;
  const isSigned = signature !== null && signature !== 'malformed';
  const signed = new Signed(isSigned && !signature.prehashed);
  let size = 0;
  let most = MAX_LIST_BYTES;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const piece of timedPieces(bytes, clock, signal)) {
      size += piece.length;
      if (size > most) throw new CheckFailed('too_large', String(Math.round(most / 1024 / 1024)));
      if (isSigned) signed.update(piece);
      options.onProgress?.(size);
      yield piece;
    }
  }
  const body = listText(counted());
  let start = '';
  // Reads beyond the first line, since a table may have a title above its header.
  while (start.trim().length < START_CHARS) {
    const next = await body.next();
    if (next.done) break;
    start += next.value;
  }
  let format: FormatName;
  try {
    format = options.mapping ? 'csv' : formatOf(start);
    most = maxBytes(format);
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
    // With a content coding the header counts the encoded bytes.
    announced: response.header('content-encoding') === null && announced > 0 ? announced : null,
    text: text(),
    size: () => size,
    signature,
    signed,
    beside: (url) => textBeside(network, clock, { ...options, url }),
  };
}

/** The text of a file beside the list on the same host; null if it can't be fetched. */
async function textBeside(
  network: Network,
  clock: Clock,
  options: FetchOptions,
): Promise<AsyncIterable<string> | null> {
  const { url, signal } = options;
  try {
    const response = await askWithRedirects(network, clock, url, {}, options);
    if (failureOf(response, clock.now()) || response.status === 304) return null;
    checkType(response);
    return listText(withinSize(timedPieces(response.body, clock, signal)));
  } catch (error) {
    if (signal.aborted) throw error;
    return null;
  }
}

async function* withinSize(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const most = maxBytes('csv');
  let size = 0;
  for await (const piece of body) {
    size += piece.length;
    if (size > most) throw new CheckFailed('too_large', String(most / 1024 / 1024));
    yield piece;
  }
}
