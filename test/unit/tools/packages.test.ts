/**
 * Protects the archives for the stores: the same content gives the same bytes, and the bill of
 * materials is complete.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import JSZip from 'jszip';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { billOfMaterials } from '../../../lib/tools/build/bill-of-materials.ts';
import { licenceList } from '../../../lib/tools/build/licence-list.ts';
import { readLocked } from '../../../lib/tools/build/locked-packages.ts';
import { repack } from '../../../lib/tools/build/repack.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tradegloss-packages-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function archiveOf(names: readonly string[], date: Date): Promise<string> {
  const archive = new JSZip();
  for (const name of names) archive.file(name, `content of ${name}`, { date });
  const file = join(folder, `${names.join('-').replaceAll('/', '_')}.zip`);
  writeFileSync(file, await archive.generateAsync({ type: 'nodebuffer' }));
  return file;
}

it('packs the same files into the same bytes, whatever their dates and order', async () => {
  const one = await archiveOf(['b.js', 'a/c.css', 'ä.txt', 'a.html'], new Date(2026, 0, 1));
  const other = await archiveOf(['a.html', 'ä.txt', 'a/c.css', 'b.js'], new Date(2026, 10, 2));
  expect(readFileSync(one).equals(readFileSync(other))).toBe(false);
  await repack(one);
  await repack(other);
  expect(readFileSync(one).equals(readFileSync(other))).toBe(true);
  const { files } = await JSZip.loadAsync(readFileSync(one));
  expect(Object.keys(files)).toEqual(['a.html', 'a/c.css', 'b.js', 'ä.txt']);
  expect(await files['a/c.css']?.async('string')).toBe('content of a/c.css');
});

it('lists everything that ships, with version, checksum and licence', () => {
  const { shipped, all } = readLocked(ROOT);
  expect(shipped.map(({ name }) => name)).toContain('preact');
  const described = { name: 'tradegloss', version: '1.0.0', license: 'MIT', packages: shipped };
  const bom = billOfMaterials(described);
  expect(billOfMaterials({ ...described, packages: shipped.toReversed() })).toBe(bom);
  expect(JSON.parse(bom)).toMatchObject({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    components: shipped.map(({ name, version, license, integrity }) => ({
      name: name.split('/').at(-1),
      version,
      licenses: [{ license: { id: license } }],
      hashes: [{ alg: 'SHA-512', content: Buffer.from(integrity.slice(7), 'base64').toString('hex') }],
    })),
  });
  expect(all.length).toBeGreaterThan(shipped.length * 10);
});

it('contains the text of each licence that ships', () => {
  const { shipped } = readLocked(ROOT);
  const list = licenceList(ROOT, shipped, { withTexts: true });
  for (const { name, version, license } of shipped) {
    const [, text = ''] = list.split(`${name} ${version}: ${license}\n`);
    expect(text.slice(0, 400), name).toMatch(/licen[cs]e/i);
  }
});
