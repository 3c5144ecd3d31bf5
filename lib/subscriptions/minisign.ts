/**
 * Checks signatures made by the `minisign` program: an Ed25519 signature over the file or, by
 * default, over its BLAKE2b hash, and a second one that covers the trusted comment.
 */
import { blake2b } from '@noble/hashes/blake2.js';
import { hexOf } from '../core/hex.ts';
import { joinBytes } from '../core/join-bytes.ts';

/** An Ed25519 public key with the id that its signatures state. */
export interface PublicKey {
  /** As minisign prints it, "5A1C9F3B...": eight bytes in reverse order. */
  id: string;
  key: Uint8Array<ArrayBuffer>;
  /** The line of base64 that publishers pass on. */
  text: string;
}

/** A parsed `.minisig` file. `keyId`: 16 hexadecimal digits, as minisign prints it. */
export interface Signature {
  keyId: string;
  /** The signature is over the hash of the file. */
  prehashed: boolean;
  signature: Uint8Array<ArrayBuffer>;
  trustedComment: string;
  commentSignature: Uint8Array<ArrayBuffer>;
}

/** The result of checking a signature. `other_key`: it was made with a key that is not trusted. */
export type Verdict =
  { ok: true; keyId: string; comment: string } | { ok: false; why: 'other_key' | 'bad' | 'malformed' };

function bytesOf(base64: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64) || base64.length % 4 !== 0) return null;
  const binary = atob(base64);
  return Uint8Array.from(binary, (unit) => unit.charCodeAt(0));
}

/** The id of a key as minisign prints it, with its bytes in reverse order. */
const keyIdOf = (bytes: Uint8Array) => hexOf(bytes.toReversed()).toUpperCase();

const PLAIN = 'Ed';
const HASHED = 'ED';
const algorithm = (bytes: Uint8Array) => String.fromCharCode(bytes[0] ?? 0, bytes[1] ?? 0);

/**
 * Reads a public key from its line of base64 or from a whole `minisign.pub`. Null if it is invalid.
 */
export function parsePublicKey(text: string): PublicKey | null {
  const line =
    text
      .trim()
      .split(/\r?\n/)
      .find((one) => !one.startsWith('untrusted comment:'))
      ?.trim() ?? '';
  const bytes = bytesOf(line);
  if (bytes?.length !== 42 || algorithm(bytes) !== PLAIN) return null;
  return { id: keyIdOf(bytes.subarray(2, 10)), key: bytes.slice(10), text: line };
}

/** Reads a `.minisig` file. Null if it is invalid. */
export function parseSignature(text: string): Signature | null {
  const [untrusted = '', first = '', trusted = '', second = ''] = text.replace(/\r/g, '').split('\n');
  const bytes = bytesOf(first.trim());
  const commentSignature = bytesOf(second.trim());
  if (!untrusted.startsWith('untrusted comment:') || !trusted.startsWith('trusted comment: ')) return null;
  if (bytes?.length !== 74 || commentSignature?.length !== 64) return null;
  const kind = algorithm(bytes);
  if (kind !== PLAIN && kind !== HASHED) return null;
  return {
    keyId: keyIdOf(bytes.subarray(2, 10)),
    prehashed: kind === HASHED,
    signature: bytes.slice(10),
    trustedComment: trusted.slice('trusted comment: '.length),
    commentSignature,
  };
}

/**
 * Collects what a signature covers while the file streams by: the hash, or for older signatures the
 * whole file.
 */
export class Signed {
  readonly #hash = blake2b.create({ dkLen: 64 });
  readonly #parts: Uint8Array[] | null;

  /** `whole`: the signature is over the file itself. */
  constructor(whole: boolean) {
    this.#parts = whole ? [] : null;
  }

  update(bytes: Uint8Array): void {
    if (this.#parts) this.#parts.push(bytes);
    else this.#hash.update(bytes);
  }

  /** The message that the signature must cover. */
  message(): Uint8Array<ArrayBuffer> {
    // Copies the hash first: several keys may be tried, and a digest can be taken only once.
    if (!this.#parts) return Uint8Array.from(this.#hash.clone().digest());
    return joinBytes(this.#parts);
  }
}

/** Checks that the owner of `publicKey` made `signature` over `file`. */
export async function verify(publicKey: PublicKey, signature: Signature | null, file: Signed): Promise<Verdict> {
  if (!signature) return { ok: false, why: 'malformed' };
  if (signature.keyId !== publicKey.id) return { ok: false, why: 'other_key' };
  const key = await crypto.subtle.importKey('raw', publicKey.key, { name: 'Ed25519' }, false, ['verify']);
  const comment = new TextEncoder().encode(signature.trustedComment);
  const covered = new Uint8Array(64 + comment.length);
  covered.set(signature.signature);
  covered.set(comment, 64);
  const good =
    (await crypto.subtle.verify('Ed25519', key, signature.signature, file.message())) &&
    (await crypto.subtle.verify('Ed25519', key, signature.commentSignature, covered));
  return good ? { ok: true, keyId: signature.keyId, comment: signature.trustedComment } : { ok: false, why: 'bad' };
}
