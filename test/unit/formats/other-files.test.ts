/** Protects users who open or add a file of another kind: its content tells, not its name. */
import { expect, it } from 'vitest';
import { isZip, otherArchive, otherFile } from '../../../lib/formats/file-kind.ts';

/** The start of an archive with a file of that name. */
const zipOf = (name: string): Uint8Array => new TextEncoder().encode(`PK\x03\x04${'-'.repeat(26)}${name} and more`);

it.each([
  ['word/document.xml', 'document', 'Word'],
  ['ppt/presentation.xml', 'document', 'PowerPoint'],
  ['notice.pdf%PDF-1.7', 'archive', 'zip'],
])('an archive with %s is a %s, %s', (name, problem, kind) => {
  expect(isZip(zipOf(name))).toBe(true);
  expect(otherArchive(zipOf(name))).toEqual({ problem, name: kind });
});

it('an Excel workbook is no other archive', () => {
  expect(otherArchive(zipOf('xl/workbook.xml'))).toBe(null);
});

it.each([
  ['\x89PNG without a zero byte', { problem: 'document', name: 'PNG' }],
  ['{\\rtf1 Gallium}', { problem: 'document', name: 'RTF' }],
  ['Gallium', null],
  ['PKs are names', null],
])('%j is %j', (text, other) => {
  expect(otherFile(Uint8Array.from(text, (sign) => sign.charCodeAt(0)))).toEqual(other);
});
