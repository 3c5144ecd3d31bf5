/** Reads the bytes of a document from its host or from a local file. */
import { browser } from 'wxt/browser';
import type { OpenFault } from '../../components/reader/reader-props.ts';
import { joinBytes } from '../../lib/core/join-bytes.ts';
import { originOf } from '../../lib/core/site-state.ts';
import { watchRedirect } from '../../lib/subscriptions/adapters/redirect-target.ts';
import { nameOfAddress } from '../../lib/reader/document-facts.ts';

const MAX_BYTES = 300e6;

/** A document that could not be opened, with the reason for the user. */
export class OpenError extends Error {
  readonly fault: OpenFault;
  /** The status of the answer, or the kind of the file; '' if the fault says all. */
  readonly detail: string;

  constructor(fault: OpenFault, detail = '') {
    super(`${fault} ${detail}`);
    this.name = 'OpenError';
    this.fault = fault;
    this.detail = detail;
  }
}

/** An address that leads to a host which the user has not allowed. */
export class ElsewhereError extends Error {
  readonly url: string;

  constructor(url: string) {
    super(url);
    this.name = 'ElsewhereError';
    this.url = url;
  }
}

export interface Source {
  bytes: Uint8Array<ArrayBuffer>;
  name: string;
  /** The content type that the server states, or ''. */
  type: string;
  /** '' for a local file. */
  url: string;
  /** The address before any redirect, or ''. */
  asked: string;
}

/** Throws `OpenError` if the file is larger than `MAX_BYTES`. */
export async function readFile(file: File): Promise<Source> {
  if (file.size > MAX_BYTES) throw new OpenError('too large');
  return { bytes: new Uint8Array(await file.arrayBuffer()), name: file.name, type: file.type, url: '', asked: '' };
}

/** True if the user allowed the host of an address. */
export const mayFetch = async (url: string): Promise<boolean> => {
  const origin = originOf(url);
  return origin !== null && browser.permissions.contains({ origins: [origin] });
};

/** The most redirects that are followed, as in browsers. */
const MAX_REDIRECTS = 20;

/**
 * The answer of an address or of the one that it leads to. Throws `ElsewhereError` before it asks a
 * host that the user has not allowed.
 */
async function answerOf(url: string, signal: AbortSignal): Promise<Response> {
  for (let at = url, count = 0; count < MAX_REDIRECTS; count++) {
    const watch = watchRedirect(at);
    // Sends the user's cookies for the host, since the document may need a login.
    const answer = await fetch(at, {
      signal,
      credentials: 'include',
      referrerPolicy: 'no-referrer',
      redirect: 'manual',
    }).catch(() => null);
    const target = answer?.type === 'opaqueredirect' ? await watch.target() : null;
    watch.end();
    if (answer && answer.type !== 'opaqueredirect') return answer;
    if (target === null || !URL.canParse(target, at)) break;
    at = new URL(target, at).href;
    if (!(await mayFetch(at))) throw new ElsewhereError(at);
  }
  throw new OpenError('unreachable');
}

/** Why an answer has no document. */
function faultOf(status: number): OpenFault {
  if (status === 404 || status === 410) return 'missing';
  return [401, 403, 407, 451].includes(status) ? 'refused' : 'server fault';
}

/** The file's name that the server states, or the one in the address. */
function nameOf(answer: Response, url: string): string {
  const stated = answer.headers.get('content-disposition') ?? '';
  const [, encoded] = /filename\*\s*=\s*UTF-8''([^;\s]+)/i.exec(stated) ?? [];
  const [, quoted, plain] = /filename\s*=\s*(?:"([^"]+)"|([^;\s]+))/i.exec(stated) ?? [];
  try {
    if (encoded !== undefined) return decodeURIComponent(encoded);
  } catch {
    // Not UTF-8: the other form may be readable.
  }
  return quoted ?? plain ?? nameOfAddress(url);
}

/** `onShare`: called with the loaded share, 0 to 1, if the server states the size. */
export async function fetchSource(
  url: string,
  onShare: (share: number | null) => void,
  signal: AbortSignal,
): Promise<Source> {
  const answer = await answerOf(url, signal);
  if (!answer.ok) throw new OpenError(faultOf(answer.status), String(answer.status));
  if (!answer.body) throw new OpenError('no text');
  const total = Number(answer.headers.get('content-length') ?? 0);
  if (total > MAX_BYTES) throw new OpenError('too large');
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (const reader = answer.body.getReader(); ;) {
    const { done, value } = await reader.read().catch(() => {
      throw new OpenError('unreachable');
    });
    if (done) break;
    parts.push(value);
    length += value.length;
    if (length > MAX_BYTES) {
      void reader.cancel();
      throw new OpenError('too large');
    }
    onShare(total > 0 ? Math.min(1, length / total) : null);
  }
  return {
    bytes: joinBytes(parts),
    name: nameOf(answer, url),
    type: answer.headers.get('content-type') ?? '',
    url: answer.url || url,
    asked: url,
  };
}
