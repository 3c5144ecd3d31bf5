/**
 * Protects the publication of the complete built-in list: it is signed by the minisign program, all
 * links work, and no page is too large.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { parsePublicKey, parseSignature, Signed, verify } from '../../lib/subscriptions/minisign.ts';
import { builtInList } from '../../lib/tools/build/built-in.ts';
import { publishList, type Published } from '../../lib/tools/publish/publish-list.ts';
import { siteProblems } from '../support/site-problems.ts';

const root = mkdtempSync(join(tmpdir(), 'published-'));
const key = join(root, 'release.key');
const publicKey = join(root, 'release.pub');
const hasMinisign = spawnSync('minisign', ['-v']).error === undefined;
const publish = (name: string) =>
  publishList({ list: builtInList(), out: join(root, name), previous: undefined, key, keys: undefined });
/** Milliseconds, for a busy machine. */
const MAX_MS = 300_000;

afterAll(() => rmSync(root, { recursive: true, force: true }), MAX_MS);

it.skipIf(!hasMinisign)(
  'is signed and complete',
  async () => {
    spawnSync('minisign', ['-G', '-W', '-f', '-p', publicKey, '-s', key]);
    const published: Published = await publish('site');
    expect(published.isSigned).toBe(true);
    const signer = parsePublicKey(readFileSync(publicKey, 'utf8'));
    if (!signer) throw new Error('no public key');
    for (const file of ['latest.json', 'list.json']) {
      const signed = new Signed(false);
      signed.update(readFileSync(join(root, 'site', file)));
      const signature = parseSignature(readFileSync(join(root, 'site', `${file}.minisig`), 'utf8'));
      expect(await verify(signer, signature, signed), file).toMatchObject({ ok: true });
    }
    expect(siteProblems(join(root, 'site'))).toEqual([]);
    const pages = readdirSync(join(root, 'site/entry'), { recursive: true, encoding: 'utf8' });
    expect(pages.filter((path) => path.endsWith('.html')).length).toBeGreaterThan(1000);
  },
  MAX_MS,
);
