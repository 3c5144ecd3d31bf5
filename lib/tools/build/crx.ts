/**
 * Chrome's signed package: a header with key and signature, followed by the unchanged bytes of the
 * archive. The format is
 * https://source.chromium.org/chromium/chromium/src/+/main:components/crx_file/crx3.proto.
 */
import { createHash, createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';

const MAGIC = Buffer.from('Cr24');
const VERSION = 3;
const SIGNED_CONTEXT = Buffer.from('CRX3 SignedData\0');
const ID_BYTES = 16;

/** Field numbers in the messages of crx3.proto. */
const SHA256_WITH_RSA = 2;
const SIGNED_HEADER_DATA = 10_000;
const PUBLIC_KEY = 1;
const SIGNATURE = 2;
const CRX_ID = 1;

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  return Buffer.from([...bytes, rest]);
}

/** A field of bytes in the encoding of protocol buffers. */
const field = (number: number, bytes: Buffer): Buffer =>
  Buffer.concat([varint(number * 8 + 2), varint(bytes.length), bytes]);

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

const publicKeyOf = (key: KeyObject): Buffer => createPublicKey(key).export({ type: 'spki', format: 'der' });
const digestOf = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest().subarray(0, ID_BYTES);

/** The extension's id for a key, as Chrome writes it: a letter from a to p for each half byte. */
export const idOfKey = (key: KeyObject): string =>
  [...digestOf(publicKeyOf(key)).toString('hex')]
    .map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)))
    .join('');

/** `pem`: an RSA key of at least 2,048 bits. */
export function signCrx(archive: Buffer, pem: string): Buffer {
  const key = createPrivateKey(pem);
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (key.asymmetricKeyType !== 'rsa' || bits < 2048) throw new Error('an RSA key of at least 2,048 bits is needed');
  const publicKey = publicKeyOf(key);
  const signedData = field(CRX_ID, digestOf(publicKey));
  const signature = sign(
    'sha256',
    Buffer.concat([SIGNED_CONTEXT, uint32(signedData.length), signedData, archive]),
    key,
  );
  const header = Buffer.concat([
    field(SHA256_WITH_RSA, Buffer.concat([field(PUBLIC_KEY, publicKey), field(SIGNATURE, signature)])),
    field(SIGNED_HEADER_DATA, signedData),
  ]);
  return Buffer.concat([MAGIC, uint32(VERSION), uint32(header.length), header, archive]);
}
