/**
 * Signatures as the `minisign` program makes them: Ed25519 over the file, or over its BLAKE2b hash
 * (the program's default), and a second one that covers the trusted comment.
 */
import { blake2b } from '@noble/hashes/blake2.js';
import { hexOf } from '../core/hex.ts';
import { joinBytes } from '../core/join-bytes.ts';

/** An Ed25519 public key under the number that its signatures name. */
export interface PublicKey {
  /** As the minisign program prints it, "5A1C9F3B...": eight bytes, the last first. */
  id: string;
  key: Uint8Array<ArrayBuffer>;
  /** The line of base64 that people pass on. */
  text: string;
}

export interface Signature {
  keyId: string;
  /** The signature is over the hash of the file. */
  prehashed: boolean;
  signature: Uint8Array<ArrayBuffer>;
  trustedComment: string;
  commentSignature: Uint8Array<ArrayBuffer>;
}

export type Verdict =
  { ok: true; keyId: string; comment: string } | { ok: false; why: 'other_key' | 'bad' | 'malformed' };

function bytesOf(base64: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64) || base64.length % 4 !== 0) return null;
  const binary = atob(base64);
  return Uint8Array.from(binary, (unit) => unit.charCodeAt(0));
}

/** The number of a key, as minisign prints it: its bytes are written from the last one on. */
const keyIdOf = (bytes: Uint8Array) => hexOf(bytes.toReversed()).toUpperCase();

const PLAIN = 'Ed';
const HASHED = 'ED';
const algorithm = (bytes: Uint8Array) => String.fromCharCode(bytes[0] ?? 0, bytes[1] ?? 0);

/** A public key: the line of base64, or a whole `minisign.pub`. Null if it is none. */
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

/** A `.minisig` file. Null if it is none. */
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
 * Keeps the part of a file that its signature covers while it streams by: its hash, or, for the
 * older kind of signature, all of it.
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
    // Takes the digest from a copy of the hash, since several keys may be tried one after another.
    if (!this.#parts) return Uint8Array.from(this.#hash.clone().digest());
    return joinBytes(this.#parts);
  }
}

/** True if `signature` was made over `file` by the owner of `publicKey`. */
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
