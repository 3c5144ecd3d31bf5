/** Protects how a file is read: its content decides before its name. */
import { expect, it } from 'vitest';
import { dayOfPdfDate, nameOfAddress } from '../../../lib/reader/document-facts.ts';
import { kindOf } from '../../../lib/reader/file-kind.ts';
import { paragraphsIn, titleOf } from '../../../lib/reader/text/plain-text.ts';
import { pageRanges } from '../../../components/reader/page-ranges.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

it.each([
  ['%PDF-1.7 …', 'notice.html', 'text/html', 'pdf'],
  ['junk before %PDF-1.4', 'x', '', 'pdf'],
  ['not one at all', 'notice.pdf', '', 'pdf'],
  ['<p>Gallium', 'a.HTM', '', 'html'],
  ['<p>Gallium', 'a', 'application/xhtml+xml', 'html'],
  ['# Notes', 'notes.md', '', 'markdown'],
  ['Gallium', 'notes', 'text/plain; charset=utf-8', 'text'],
  ['Gallium', 'notes', '', 'text'],
  ['%PDF-1.7 …', 'download', 'application/octet-stream', 'pdf'],
  ['Gallium', 'notes.md', 'application/octet-stream', 'markdown'],
  ['Gallium', 'download', 'application/force-download', 'text'],
  ['\x89PNG\0\0', 'a', '', null],
  ['PK\x03\x04', 'a.docx', 'application/zip', null],
])('a file %j named %s of type %s is read as %s', (text, name, type, kind) => {
  expect(kindOf(bytes(text), name, type)).toBe(kind);
});

it.each([
  ["D:20251109153000+08'00'", '2025-11-09'],
  ['20240229', '2024-02-29'],
  ['D:20250229', null],
  ['D:19000101', null],
  ['yesterday', null],
  [undefined, null],
])('the day of %j is %j', (text, day) => {
  expect(dayOfPdfDate(text)).toBe(day);
});

it('names a document by its address, and a text by its first words', () => {
  expect(nameOfAddress('https://gov.example/a/Notice%20No.%2046.pdf?x#page=2')).toBe('Notice No. 46.pdf');
  expect(nameOfAddress('https://gov.example/%E0%A4.pdf')).toBe('%E0%A4.pdf');
  expect(titleOf('\n  Exports of gallium\nand more')).toBe('Exports of gallium');
  expect(titleOf(`${'word '.repeat(30)}`)).toBe(`${'word '.repeat(12).trim()}…`);
});

it('splits a text at blank lines, and keeps its lines', () => {
  expect(paragraphsIn('One\r\ntwo\r\n \r\n\r\nthree\n')).toEqual(['One\ntwo', 'three']);
  expect(paragraphsIn(' \n\n ')).toEqual([]);
});

it('shortens a list of page numbers to ranges', () => {
  expect(pageRanges([1, 2, 3, 7, 9, 10], ', ')).toBe('1–3, 7, 9–10');
  expect(pageRanges([], ', ')).toBe('');
});
