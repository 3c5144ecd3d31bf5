/**
 * Rewrites archives so that anybody can rebuild them byte for byte. WXT stores the time of the
 * build in them, and the files in the order of the file system.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import JSZip from 'jszip';

/** The earliest date that an archive can store, so that the bytes depend on the contents only. */
const DATE = new Date(Date.UTC(1980, 0, 1));

/** Sorts by code units, because a locale would sort differently on another machine. */
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
