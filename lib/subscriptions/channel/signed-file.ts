/** Checks the signature beside a file of a channel against the keys that may sign it. */
import { parsePublicKey, parseSignature, Signed, verify, type Signature, type Verdict } from '../minisign.ts';
import { fetchFile, type FetchPorts } from './fetch-file.ts';

const MAX_SIGNATURE_BYTES = 4096;

/** Null if the file is not a signature. Rejects if there is no file. */
export async function fetchSignature(
  fetching: FetchPorts,
  url: string,
  signal: AbortSignal,
): Promise<Signature | null> {
  const { bytes } = await fetchFile(fetching, { url: `${url}.minisig`, maxBytes: MAX_SIGNATURE_BYTES, signal });
  return parseSignature(new TextDecoder().decode(bytes));
}

/** The verdict by the key that the signature names. `keys`: lines of base64. */
export async function verdictByNamedKey(
  keys: readonly string[],
  signature: Signature | null,
  bytes: Uint8Array,
): Promise<Verdict> {
  if (!signature) return { ok: false, why: 'malformed' };
  const key = keys.map(parsePublicKey).find((one) => one?.id === signature.keyId);
  if (!key) return { ok: false, why: 'other_key' };
  const signed = new Signed(!signature.prehashed);
  signed.update(bytes);
  return verify(key, signature, signed);
}
