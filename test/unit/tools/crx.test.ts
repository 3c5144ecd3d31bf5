/** Protects the signed package for Chrome, and its upload to the store. */
import { createHash, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { sendToChrome } from '../../../lib/tools/build/chrome-web-store.ts';
import { idOfKey, signCrx } from '../../../lib/tools/build/crx.ts';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const archive = Buffer.from('PK content of an archive');

/** Fields of a protocol buffer message, all of them bytes. */
function fieldsOf(message: Buffer): Map<number, Buffer> {
  const fields = new Map<number, Buffer>();
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = message[at++] ?? 0;
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  };
  while (at < message.length) {
    const tag = varint();
    expect(tag % 8).toBe(2);
    const length = varint();
    fields.set(Math.floor(tag / 8), message.subarray(at, at + length));
    at += length;
  }
  return fields;
}

it('contains the exact bytes of the archive, with a signature that Chrome accepts', () => {
  const crx = signCrx(archive, pem);
  expect(crx.subarray(0, 4).toString()).toBe('Cr24');
  expect(crx.readUInt32LE(4)).toBe(3);
  const headerEnd = 12 + crx.readUInt32LE(8);
  expect(crx.subarray(headerEnd).equals(archive)).toBe(true);
  const header = fieldsOf(crx.subarray(12, headerEnd));
  const proof = fieldsOf(header.get(2) ?? Buffer.alloc(0));
  const signedData = header.get(10_000) ?? Buffer.alloc(0);
  const key = proof.get(1) ?? Buffer.alloc(0);
  const id = createHash('sha256').update(key).digest().subarray(0, 16);
  expect(fieldsOf(signedData).get(1)?.equals(id)).toBe(true);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(signedData.length);
  const signed = Buffer.concat([Buffer.from('CRX3 SignedData\0'), length, signedData, archive]);
  const publicKey = createPublicKey({ key, format: 'der', type: 'spki' });
  expect(verify('sha256', signed, publicKey, proof.get(2) ?? Buffer.alloc(0))).toBe(true);
  expect(idOfKey(privateKey)).toMatch(/^[a-p]{32}$/);
});

it('refuses a key that Chrome would not accept', () => {
  const weak = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey;
  const curve = generateKeyPairSync('ed25519').privateKey;
  for (const key of [weak, curve])
    expect(() => signCrx(archive, key.export({ type: 'pkcs8', format: 'pem' }).toString())).toThrow(/RSA key/);
});

/** A server that answers as the store documents. Returns its address and its requests. */
async function store(answers: readonly [status: number, body: object][]) {
  const asked: string[] = [];
  const left = [...answers];
  const server = createServer((request, response) => {
    let size = 0;
    request.on('data', (data: Buffer) => (size += data.length));
    request.on('end', () => {
      asked.push(`${request.method} ${request.url} ${request.headers.authorization} ${size}`);
      const [status, body] = left.shift() ?? [500, {}];
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { asked, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
const target = { publisher: 'p1', item: 'abc', accessToken: 'secret' };
const crx = new Uint8Array(signCrx(archive, pem));

it('uploads, waits until the store has processed the package, and submits it', async () => {
  const { asked, address } = await store([
    [200, { uploadState: 'IN_PROGRESS' }],
    [200, { lastAsyncUploadState: 'IN_PROGRESS' }],
    [200, { lastAsyncUploadState: 'SUCCEEDED' }],
    [200, { state: 'PENDING_REVIEW' }],
  ]);
  expect(await sendToChrome(crx, target, { store: address, pollMs: 1 })).toBe('PENDING_REVIEW');
  expect(asked).toEqual([
    `POST /upload/v2/publishers/p1/items/abc:upload Bearer secret ${crx.length}`,
    'GET /v2/publishers/p1/items/abc:fetchStatus Bearer secret 0',
    'GET /v2/publishers/p1/items/abc:fetchStatus Bearer secret 0',
    'POST /v2/publishers/p1/items/abc:publish Bearer secret 0',
  ]);
});

it.each([
  ['refuses the upload', [[403, { error: 'not yours' }]], /403.*not yours/, 1],
  ['could not read the package', [[200, { uploadState: 'FAILED' }]], /ended as FAILED/, 1],
  [
    'refuses to publish',
    [
      [200, { uploadState: 'SUCCEEDED' }],
      [400, {}],
    ],
    /400/,
    2,
  ],
] as const)('does not submit, and fails, if the store %s', async (_, answers, message, requests) => {
  const { asked, address } = await store(answers.map(([status, body]) => [status, body]));
  await expect(sendToChrome(crx, target, { store: address, pollMs: 1 })).rejects.toThrow(message);
  expect(asked).toHaveLength(requests);
});
