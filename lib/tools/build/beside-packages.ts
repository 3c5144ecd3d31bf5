/**
 * Finishes the archives that WXT made, and writes beside each its bill of materials, licences and
 * checksum.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { billOfMaterials } from './bill-of-materials.ts';
import { licenceList } from './licence-list.ts';
import { readLocked } from './locked-packages.ts';
import { repack } from './repack.ts';

export async function finishPackages(root: string, archives: readonly string[]): Promise<void> {
  const { name, version, shipped, all } = readLocked(root);
  for (const archive of archives) {
    await repack(archive);
    const isSources = archive.endsWith('-sources.zip');
    const packages = isSources ? all : shipped;
    const stem = archive.replace(/\.zip$/, '');
    writeFileSync(`${stem}.cdx.json`, billOfMaterials({ name, version, license: 'MIT', packages }));
    writeFileSync(`${stem}-licences.txt`, licenceList(root, packages, { withTexts: !isSources }));
    const digest = createHash('sha256').update(readFileSync(archive)).digest('hex');
    writeFileSync(`${archive}.sha256`, `${digest}  ${basename(archive)}\n`);
  }
}
