/**
 * Packages that anybody can build again byte for byte. WXT writes the time of building into each
 * archive, in the order in which the file system lists the files.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import JSZip from 'jszip';

/** The first date that an archive can hold: contents alone make the bytes. */
const DATE = new Date(Date.UTC(1980, 0, 1));

/** By code units: a locale would order files otherwise on another machine. */
const byName = (a: string, b: string) => (a < b ? -1 : 1);

export async function repack(file: string): Promise<void> {
  const packed = await JSZip.loadAsync(readFileSync(file));
  const archive = new JSZip();
  const names = Object.keys(packed.files).filter((name) => packed.files[name]?.dir === false);
  for (const name of names.toSorted(byName)) {
    const content = await packed.files[name]?.async('uint8array');
    if (content) archive.file(name, content, { date: DATE, createFolders: false });
  }
  const bytes = await archive.generateAsync({
    type: 'uint8array',
    platform: 'DOS',
    compression: 'DEFLATE',
    compressionOptions: { level: 9 },
  });
  writeFileSync(file, bytes);
}
