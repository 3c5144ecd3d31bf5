/** Fetches one whole file of a channel, up to a limit of bytes. */
import { joinBytes } from '../../core/join-bytes.ts';
import type { Clock, Network } from '../ports.ts';
import { CheckFailed } from '../problems.ts';
import { changedFile, timedPieces } from '../request.ts';
import type { Validators } from '../subscription.ts';

/** `validators`: if the file is still the same, the server answers 304 and sends nothing. */
export interface FileRequest {
  url: string;
  validators?: Validators | null;
  /** Reading stops with an error after this many bytes. */
  maxBytes: number;
  signal: AbortSignal;
  onProgress?: ((bytes: number) => void) | undefined;
}

/** The file as the server sent it, which its signature covers. */
export interface FetchedFile {
  bytes: Uint8Array<ArrayBuffer>;
  validators: Validators;
}

/** The network and the time. Tests replace them. */
export interface FetchPorts {
  network: Network;
  clock: Clock;
}

/** Null if the file is unchanged since `validators`. Rejects with CheckFailed or NotAList. */
export async function fetchChanged(
  { network, clock }: FetchPorts,
  { url, validators = null, maxBytes, signal, onProgress }: FileRequest,
): Promise<FetchedFile | null> {
  const response = await changedFile(network, clock, { url, validators, signal });
  if (!response) return null;
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const piece of timedPieces(response.body, clock, signal)) {
    size += piece.length;
    if (size > maxBytes) throw new CheckFailed('too_large', String(Math.ceil(maxBytes / 1024 / 1024)));
    parts.push(piece);
    onProgress?.(size);
  }
  return {
    bytes: joinBytes(parts),
    validators: { etag: response.header('etag'), lastModified: response.header('last-modified') },
  };
}

/** Fetches a file whether it changed or not. Rejects with CheckFailed or NotAList. */
export async function fetchFile(fetching: FetchPorts, request: Omit<FileRequest, 'validators'>): Promise<FetchedFile> {
  const file = await fetchChanged(fetching, request);
  if (!file) throw new CheckFailed('server', '304');
  return file;
}
