/**
 * Fetches the files of a channel: `latest.json` once a day, then an update to the version that it
 * names, or the whole list. No file is parsed before its signature is checked.
 */
import * as v from 'valibot';
import { sha256Of } from '../../core/hex.ts';
import { Latest, updatePath } from '../../formats/channel/channel-files.ts';
import { ListUpdate } from '../../formats/channel/list-update.ts';
import { maxBytes } from '../../formats/list-format.ts';
import type { Verdict } from '../minisign.ts';
import { CheckFailed } from '../problems.ts';
import { listUrl } from '../request.ts';
import type { Validators } from '../subscription.ts';
import type { KnownVersions } from './channel.ts';
import { fetchKeys, type TrustedKeys } from './channel-keys.ts';
import { fetchChanged, fetchFile, type FetchPorts } from './fetch-file.ts';
import { jsonOf } from './json-of.ts';
import { fetchSignature, verdictByNamedKey } from './signed-file.ts';

/** The file is under 1 kB. Anything larger is some other file. */
const MAX_LATEST_BYTES = 64 * 1024;

/**
 * `rootKey`: the key that signs `keys.json`. `list`: the id that the files must have. `known`: null
 * on the first check.
 */
export interface ChannelRequest extends FetchPorts {
  /** The address of the publication. */
  url: string;
  rootKey: string;
  list: string;
  known: KnownVersions | null;
  signal: AbortSignal;
  onProgress?: ((bytes: number, announced: number | null) => void) | undefined;
}

/** The newest version that a publication offers, its signature checked. */
export interface OfferedVersion {
  latest: Latest;
  keys: TrustedKeys;
  verdict: Verdict;
  validators: Validators;
}

/** The address of a file of a publication. */
export function fileOf(url: string, path: string): string {
  const base = listUrl(url);
  if (!base) throw new CheckFailed('address');
  if (!base.pathname.endsWith('/')) base.pathname += '/';
  return new URL(path, base).href;
}

/** The version that the channel offers now; null if it is unchanged since `validators`. */
export async function fetchOffer(asked: ChannelRequest, validators: Validators | null): Promise<OfferedVersion | null> {
  const { url, rootKey, list, known, signal } = asked;
  const address = fileOf(url, 'latest.json');
  const file = await fetchChanged(asked, { url: address, validators, maxBytes: MAX_LATEST_BYTES, signal });
  if (!file) return null;
  const signature = await fetchSignature(asked, address, signal);
  const keys = await fetchKeys(asked, { url: fileOf(url, 'keys.json'), rootKey, list, known }, signal);
  if (signature && keys.revoked.includes(signature.keyId)) throw new CheckFailed('key_revoked', signature.keyId);
  const verdict = await verdictByNamedKey(keys.keys, signature, file.bytes);
  if (!verdict.ok) throw new CheckFailed(verdict.why === 'other_key' ? 'key_unknown' : 'channel_not_signed');
  const latest = v.safeParse(Latest, jsonOf(file.bytes));
  if (!latest.success) throw new CheckFailed('not_channel', 'latest.json');
  if (latest.output.list !== list) throw new CheckFailed('other_list', latest.output.list);
  if (known && latest.output.version < known.offered)
    throw new CheckFailed('channel_older', String(latest.output.version));
  return { latest: latest.output, keys, verdict, validators: file.validators };
}

/**
 * The update from the version in use; null if there is no usable one, and then the whole list is
 * fetched. Rejects if the host gives no answer at all.
 */
export async function fetchUpdate(
  asked: ChannelRequest,
  { latest, keys }: Pick<OfferedVersion, 'latest' | 'keys'>,
  from: number,
): Promise<{ update: ListUpdate; bytes: number } | null> {
  const announced = latest.updates[String(from)];
  // An update larger than the list is not worth fetching.
  if (announced === undefined || announced >= latest.bytes) return null;
  const { signal } = asked;
  const url = fileOf(asked.url, updatePath(from, latest.version));
  try {
    const { bytes } = await fetchFile(asked, {
      url,
      maxBytes: announced,
      signal,
      onProgress: (size) => asked.onProgress?.(size, announced),
    });
    const verdict = await verdictByNamedKey(keys.keys, await fetchSignature(asked, url, signal), bytes);
    const update = verdict.ok ? v.safeParse(ListUpdate, jsonOf(bytes)) : null;
    return update?.success ? { update: update.output, bytes: bytes.length } : null;
  } catch (error) {
    if (isMissingOrWrong(error)) return null;
    throw error;
  }
}

/** True if the host answered but this file is missing or wrong. */
const isMissingOrWrong = (error: unknown): boolean =>
  !(error instanceof CheckFailed) ||
  !['offline', 'timeout', 'interrupted', 'cancelled', 'busy'].includes(error.problem.code);

/** `list.json`, if its size and hash are those in the signed `latest.json`. */
export async function fetchWhole(
  asked: ChannelRequest,
  { bytes: announced, sha256 }: Latest,
): Promise<Uint8Array<ArrayBuffer>> {
  const most = maxBytes('tradegloss');
  if (announced > most) throw new CheckFailed('too_large', String(Math.round(most / 1024 / 1024)));
  const { bytes } = await fetchFile(asked, {
    url: fileOf(asked.url, 'list.json'),
    maxBytes: announced,
    signal: asked.signal,
    onProgress: (size) => asked.onProgress?.(size, announced),
  });
  if ((await sha256Of(bytes)) !== sha256) throw new CheckFailed('channel_mixed');
  return bytes;
}
