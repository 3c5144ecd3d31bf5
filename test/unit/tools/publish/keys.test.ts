/**
 * Protects the keys that may sign the list: each change raises the serial, a revoked key never
 * returns, and a list is not published with a key that subscribers would refuse.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parsePublicKey, parseSignature, Signed, verify } from '../../../../lib/subscriptions/minisign.ts';
import {
  checkSigner,
  keysText,
  nameNext,
  revokeKey,
  rotateKeys,
  startKeys,
} from '../../../../lib/tools/publish/change-keys.ts';
import { keysCommand } from '../../../../lib/tools/cli/keys-command.ts';
import { publishList } from '../../../../lib/tools/publish/publish-list.ts';
import { Key } from '../../../support/publisher.ts';
import { smallList } from './small-list.ts';

const [first, second, third] = [new Key(), new Key(), new Key()];
const started = startKeys('tradegloss', first.line);

describe('a change of keys', () => {
  it('names the next key, and makes it the present one', () => {
    const named = nameNext(started, `untrusted comment: minisign public key\n${second.line}\n`);
    expect(keysText(named)).toBe(`serial 2\npresent ${first.id}\nnext ${second.id}`);
    expect(keysText(rotateKeys(named))).toBe(`serial 3\npresent ${second.id}\nnext none`);
  });

  it('revokes the present key so that the next takes over, or the next key, or an earlier one', () => {
    const named = nameNext(started, second.line);
    expect(keysText(revokeKey(named, first.line))).toBe(
      `serial 3\npresent ${second.id}\nnext none\nrevoked ${first.id}`,
    );
    expect(keysText(revokeKey(named, second.id))).toBe(
      `serial 3\npresent ${first.id}\nnext none\nrevoked ${second.id}`,
    );
    const rotated = rotateKeys(named);
    expect(keysText(revokeKey(rotated, first.id))).toBe(
      `serial 4\npresent ${second.id}\nnext none\nrevoked ${first.id}`,
    );
  });

  it.each([
    ['the only key', () => revokeKey(started, first.id), 'name the next key first'],
    ['a next key that is not there', () => rotateKeys(started), 'there is no next key'],
    ['the key that signs already', () => nameNext(started, first.line), 'signs already'],
    ['a revoked key', () => nameNext(revokeKey(started, third.id), third.line), 'is revoked'],
    ['an invalid key', () => nameNext(started, 'RWnonsense'), 'no minisign public key'],
  ])('is refused for %s', (_, change, why) => expect(change).toThrow(why));

  it('returns which key may sign', () => {
    const named = revokeKey(nameNext(started, second.line), third.id);
    for (const { id } of [first, second]) expect(() => checkSigner(named, id)).not.toThrow();
    expect(() => checkSigner(named, third.id)).toThrow('which keys.json revokes');
    expect(() => checkSigner(named, new Key().id)).toThrow('neither the present nor the next key');
  });
});

describe('the command', () => {
  const dir = mkdtempSync(join(tmpdir(), 'keys-'));
  afterAll(() => rmSync(dir, { recursive: true, force: true }));
  const file = join(dir, 'keys.json');
  const run = (command: string, key?: string, rootKey?: string) => keysCommand({ command, key, file, rootKey });
  const hasMinisign = spawnSync('minisign', ['-v']).error === undefined;
  const make = (name: string) => {
    spawnSync('minisign', ['-G', '-W', '-f', '-p', join(dir, `${name}.pub`), '-s', join(dir, `${name}.key`)]);
    return { pub: join(dir, `${name}.pub`), key: join(dir, `${name}.key`) };
  };
  const publish = (out: string, key: string) =>
    publishList({ list: smallList(1), out: join(dir, out), previous: undefined, key, keys: file });

  it('writes a file, and deletes the old signature with each change', () => {
    expect(run('start', first.line)).toContain('not signed yet');
    writeFileSync(`${file}.minisig`, 'of the file before');
    expect(run('next', second.line)).toContain(`next ${second.id}`);
    expect(existsSync(`${file}.minisig`)).toBe(false);
    expect(run('show')).toContain('serial 2');
    expect(() => run('start', first.line)).toThrow('is there already');
    expect([run('nonsense'), keysCommand({ command: undefined, key: undefined, file, rootKey: undefined })]).toEqual([
      null,
      null,
    ]);
    rmSync(file);
    expect(() => run('show')).toThrow('keys start KEY makes one');
  });

  it.skipIf(!hasMinisign)(
    'signs the file with the root key, and publishes a list only with a key that the file names',
    async () => {
      const [root, release, later] = [make('root'), make('release'), make('later')];
      expect(run('start', release.pub, root.key)).toContain('signed: ');
      const signed = new Signed(false);
      signed.update(readFileSync(file));
      const rootKey = parsePublicKey(readFileSync(root.pub, 'utf8'));
      const signature = parseSignature(readFileSync(`${file}.minisig`, 'utf8'));
      expect(rootKey && (await verify(rootKey, signature, signed))).toMatchObject({ ok: true });
      await publish('by-release', release.key);
      expect(existsSync(join(dir, 'by-release/keys.json.minisig'))).toBe(true);
      await expect(publish('by-later', later.key)).rejects.toThrow('neither the present nor the next key');
    },
    60_000,
  );
});
