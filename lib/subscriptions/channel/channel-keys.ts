/**
 * The keys that may sign a list of the channel: `keys.json`, signed by the root key. The file is
 * fetched with each new version, so that a revoked key is refused at once.
 */
import * as v from 'valibot';
import { ChannelKeys } from '../../formats/channel/channel-files.ts';
import { parsePublicKey } from '../minisign.ts';
import { CheckFailed } from '../problems.ts';
import type { KnownVersions } from './channel.ts';
import { fetchFile, type FetchPorts } from './fetch-file.ts';
import { jsonOf } from './json-of.ts';
import { fetchSignature, verdictByNamedKey } from './signed-file.ts';

const MAX_KEYS_BYTES = 64 * 1024;

/** The keys of a publication. A higher `serial` replaces a lower one. */
export interface TrustedKeys {
  serial: number;
  /** Lines of base64. */
  keys: string[];
  /** Ids of keys, as minisign prints them. */
  revoked: string[];
}

/**
 * The keys that are valid now. A key that was ever revoked stays invalid, whatever a later file
 * says.
 */
function trustedKeys(
  { serial, present, next, revoked }: ChannelKeys,
  known: Pick<KnownVersions, 'serial' | 'revoked'> | null,
): TrustedKeys {
  if (known && serial < known.serial) throw new CheckFailed('keys_older');
  const all = [...new Set([...revoked, ...(known?.revoked ?? [])])];
  const keys = [present, ...(next === null ? [] : [next])].filter(
    (line) => !all.includes(parsePublicKey(line)?.id ?? ''),
  );
  return { serial, keys, revoked: all };
}

/** Rejects with CheckFailed if the root key has not signed the keys. */
export async function fetchKeys(
  fetching: FetchPorts,
  { url, rootKey, list, known }: { url: string; rootKey: string; list: string; known: KnownVersions | null },
  signal: AbortSignal,
): Promise<TrustedKeys> {
  const { bytes } = await fetchFile(fetching, { url, maxBytes: MAX_KEYS_BYTES, signal });
  const verdict = await verdictByNamedKey([rootKey], await fetchSignature(fetching, url, signal), bytes);
  if (!verdict.ok) throw new CheckFailed('keys_not_signed');
  const keys = v.safeParse(ChannelKeys, jsonOf(bytes));
  if (!keys.success) throw new CheckFailed('not_channel', 'keys.json');
  if (keys.output.list !== list) throw new CheckFailed('other_list', keys.output.list);
  return trustedKeys(keys.output, known);
}
