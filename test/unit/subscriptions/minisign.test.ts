import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parsePublicKey, parseSignature, Signed, verify } from '../../../lib/subscriptions/minisign.ts';

const read = (name: string) => readFileSync(new URL(`../../lists/signed/${name}`, import.meta.url));
const text = (name: string) => read(name).toString('utf8');

async function check(
  signatureFile: string,
  { key = 'publisher.pub', change = (bytes: Uint8Array) => bytes, mend = (signature: string) => signature } = {},
) {
  const publicKey = parsePublicKey(text(key));
  const signature = parseSignature(mend(text(signatureFile)));
  if (!publicKey) throw new Error('no key');
  const signed = new Signed(signature !== null && !signature.prehashed);
  const bytes = change(Uint8Array.from(read('list.json')));
  // In pieces, as they arrive from a network.
  for (let k = 0; k < bytes.length; k += 100) signed.update(bytes.subarray(k, k + 100));
  return verify(publicKey, signature, signed);
}

describe('signatures of the minisign program', () => {
  it('are valid in both kinds that the program makes', async () => {
    for (const file of ['hashed.minisig', 'legacy.minisig'])
      expect(await check(file), file).toMatchObject({ ok: true, comment: 'harbour-desk version 3' });
  });

  it('are invalid if one byte of the list differs', async () => {
    const change = (bytes: Uint8Array) => bytes.fill(0x20, 40, 41);
    for (const file of ['hashed.minisig', 'legacy.minisig'])
      expect(await check(file, { change }), file).toEqual({ ok: false, why: 'bad' });
  });

  it('are invalid if the trusted comment was changed', async () => {
    expect(await check('hashed.minisig', { mend: (signature) => signature.replace('version 3', 'version 4') })).toEqual(
      { ok: false, why: 'bad' },
    );
  });

  it('by another key are distinguished from bad ones', async () => {
    expect(await check('other-key.minisig')).toEqual({ ok: false, why: 'other_key' });
    expect(await check('other-key.minisig', { key: 'other.pub' })).toMatchObject({ ok: true });
  });

  it('are invalid if another key signs under the number of the pinned key', async () => {
    const mine = Buffer.from(text('other-key.minisig').split('\n')[1] ?? '', 'base64');
    Buffer.from(text('hashed.minisig').split('\n')[1] ?? '', 'base64').copy(mine, 2, 2, 10);
    expect(
      await check('other-key.minisig', {
        mend: (signature) => signature.replace(/\n.*\n/, `\n${mine.toString('base64')}\n`),
      }),
    ).toEqual({ ok: false, why: 'bad' });
  });

  it('can be checked against several keys for the same list', async () => {
    for (const file of ['hashed.minisig', 'legacy.minisig']) {
      const signature = parseSignature(text(file));
      const signed = new Signed(signature?.prehashed === false);
      signed.update(Uint8Array.from(read('list.json')));
      const verdicts = [];
      for (const key of ['other.pub', 'publisher.pub', 'publisher.pub'])
        verdicts.push((await verify(parsePublicKey(text(key))!, signature, signed)).ok);
      expect(verdicts, file).toEqual([false, true, true]);
    }
  });

  it('are not accepted in any other form, and neither are keys', () => {
    const good = text('hashed.minisig');
    for (const bad of [
      '',
      '<!doctype html>',
      'untrusted comment: x',
      good.replace('untrusted', 'un'),
      good.replace('trusted comment: h', 'comment: h'),
      good.slice(0, 60),
      good.replace(/RU\w/, '!!!'),
    ])
      expect(parseSignature(bad), bad.slice(0, 20)).toBeNull();
    for (const bad of ['', 'RWQ', 'untrusted comment: minisign public key', good])
      expect(parsePublicKey(bad)).toBeNull();
    expect(parsePublicKey(text('publisher.pub').split('\n')[1] ?? '')).toEqual(parsePublicKey(text('publisher.pub')));
  });
});
