/** Reads the bytes of a document from its host or from a local file. */
import { browser } from 'wxt/browser';
import type { OpenFault } from '../../components/reader/reader-props.ts';
import { joinBytes } from '../../lib/core/join-bytes.ts';
import { originOf } from '../../lib/core/site-state.ts';
import { nameOfAddress } from '../../lib/reader/document-facts.ts';

const MAX_BYTES = 300e6;

/** A document that could not be opened, with the reason for the user. */
export class OpenError extends Error {
  readonly fault: OpenFault;

  constructor(fault: OpenFault) {
    super(fault);
    this.name = 'OpenError';
    this.fault = fault;
  }
}

export interface Source {
  bytes: Uint8Array<ArrayBuffer>;
  name: string;
  /** The content type that the server states, or ''. */
  type: string;
  /** '' for a local file. */
  url: string;
}

/** Throws `OpenError` if the file is larger than `MAX_BYTES`. */
export async function readFile(file: File): Promise<Source> {
  if (file.size > MAX_BYTES) throw new OpenError('too large');
  return { bytes: new Uint8Array(await file.arrayBuffer()), name: file.name, type: file.type, url: '' };
}

/** True if the user allowed the host of an address. */
export const mayFetch = async (url: string): Promise<boolean> => {
  const origin = originOf(url);
  return origin !== null && browser.permissions.contains({ origins: [origin] });
};

/** `onShare`: called with the loaded share, 0 to 1, if the server states the size. */
export async function fetchSource(
  url: string,
  onShare: (share: number | null) => void,
  signal: AbortSignal,
): Promise<Source> {
  // Sends the user's cookies for the host, since the document may need a login.
  const answer = await fetch(url, { signal, credentials: 'include', referrerPolicy: 'no-referrer' }).catch(() => null);
  if (!answer?.ok || !answer.body) throw new OpenError('unreachable');
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
    name: nameOfAddress(url),
    type: answer.headers.get('content-type') ?? '',
    url: answer.url || url,
  };
}
