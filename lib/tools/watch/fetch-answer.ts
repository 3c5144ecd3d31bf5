/** Fetches a source politely: one request at a time, with our name, a size limit and a timeout. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { BadAnswer } from './item.ts';
import type { WatchSource } from './source.ts';

/** The largest answer known is the US screening list, 30 MB. */
const MAX_ANSWER_BYTES = 100_000_000;
const ANSWER_TIMEOUT_MS = 60_000;
export const USER_AGENT = 'Tradegloss-watch/1 (knowledge base of a browser extension; weekly)';

/** Node's `fetch`, or recorded answers in the tests. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** The text of the answer. Throws `BadAnswer` with the reason if there is none. */
export async function fetchAnswer(url: string, fetcher: Fetch = fetch, timeout = ANSWER_TIMEOUT_MS): Promise<string> {
  let response: Response;
  try {
    response = await fetcher(url, {
      headers: { 'user-agent': USER_AGENT, accept: 'application/json, text/html;q=0.9, */*;q=0.8' },
      signal: AbortSignal.timeout(timeout),
    });
  } catch (error) {
    throw new BadAnswer(
      isTimeout(error) ? `no answer within ${timeout / 1000} s` : `cannot be reached (${reasonOf(error)})`,
    );
  }
  if (!response.ok) throw new BadAnswer(refusalOf(response));
  return readBounded(response, timeout);
}

async function readBounded(response: Response, timeout: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  try {
    for await (const part of response.body ?? []) {
      bytes += part.byteLength;
      if (bytes > MAX_ANSWER_BYTES) throw new BadAnswer(`the answer is larger than ${MAX_ANSWER_BYTES / 1e6} MB`);
      text += decoder.decode(part, { stream: true });
    }
  } catch (error) {
    if (error instanceof BadAnswer) throw error;
    throw new BadAnswer(
      isTimeout(error) ? `the answer did not end within ${timeout / 1000} s` : 'the answer was cut off',
    );
  }
  return text + decoder.decode();
}

const isTimeout = (error: unknown) => error instanceof DOMException && error.name === 'TimeoutError';
const reasonOf = (error: unknown) =>
  error instanceof Error ? (error.cause instanceof Error ? error.cause.message : error.message) : String(error);

function refusalOf({ status, headers }: Response): string {
  const later = headers.get('retry-after');
  if (status === 403) return 'refused (403): the host may refuse robots';
  if (status === 429) return `asked too often (429)${later === null ? '' : `, again after ${later} s`}`;
  if (status === 404 || status === 410) return `not there (${status}): the address moved`;
  return `answered with ${status}`;
}

/** A recorded answer: the file in `folder` that is named after the source, with any extension. */
export function readRecorded(folder: string, { id }: Pick<WatchSource, 'id'>): string {
  const file = recordedFile(folder, id);
  if (file === undefined) throw new BadAnswer(`no recorded answer: there is no file ${id}.* in the folder`);
  return readFileSync(join(folder, file), 'utf8');
}

/** True if the answer of this source is recorded in the folder, so that nothing is fetched. */
export const isRecorded = (folder: string, id: string): boolean => recordedFile(folder, id) !== undefined;

const recordedFile = (folder: string, id: string): string | undefined =>
  readdirSync(folder).find((name) => name.replace(/\.[^.]+$/, '') === id);
