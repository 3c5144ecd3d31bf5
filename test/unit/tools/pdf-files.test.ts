/** Protects PDFs in the reader from a new version of PDF.js that uses what the build leaves out. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { leanPdf, partsOfPdf } from '../../../lib/tools/build/pdf-files.ts';

const code = readFileSync(new URL('../../../node_modules/pdfjs-dist/build/pdf.mjs', import.meta.url), 'utf8');
const namesIn = (text: string): string[] =>
  [...text.matchAll(/^(?:class|(?:async )?function|const) (\w+)/gm)].map(([, name = '']) => name);

it('what is left out is a third of PDF.js, and what remains defines each name that it uses of it', () => {
  const { unused } = partsOfPdf(code);
  expect(unused.length).toBeGreaterThan(code.length / 3);
  const lean = leanPdf(code);
  // Not a property, a method or a word of a text with the same name.
  const used = (name: string) => new RegExp(`(?<![.#"\\w])${name}(?![":\\w]|\\(\\) \\{)`).test(lean);
  const defined = new Set(namesIn(lean));
  expect(namesIn(unused).filter((name) => used(name) && !defined.has(name))).toEqual([]);
});

it('exports what the reader imports', () => {
  const exported = /export \{(.*)\};$/.exec(leanPdf(code))?.[1]?.split(',') ?? [];
  const defined = new Set(namesIn(leanPdf(code)));
  expect(exported.length).toBeGreaterThan(3);
  expect(exported.filter((name) => !defined.has(name.trim()))).toEqual([]);
});
