/**
 * Files of PDF.js that the reader's page loads when a document needs them: the worker, character
 * maps of East Asian encodings, the standard fonts, and JavaScript decoders of two image formats.
 * Each folder includes its licences.
 */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const PACKAGE = fileURLToPath(new URL('../../../node_modules/pdfjs-dist/', import.meta.url));

/** The folders as they are named in the package and here, and the files that are copied. */
const FOLDERS: readonly [from: string, to: string, wanted: RegExp][] = [
  ['cmaps', 'cmaps', /./],
  ['standard_fonts', 'fonts', /./],
  ['wasm', 'decoders', /_nowasm_fallback\.js$|^LICENSE_(?:PDFJS_)?(?:JBIG2|OPENJPEG)$/],
];

export function pdfFiles(): { absoluteSrc: string; relativeDest: string }[] {
  const copied = FOLDERS.flatMap(([from, to, wanted]) =>
    readdirSync(`${PACKAGE}${from}`)
      .filter((name) => wanted.test(name))
      .map((name) => ({ absoluteSrc: `${PACKAGE}${from}/${name}`, relativeDest: `pdf/${to}/${name}` })),
  );
  return [
    { absoluteSrc: `${PACKAGE}build/pdf.worker.min.mjs`, relativeDest: 'pdf/worker.js' },
    { absoluteSrc: `${PACKAGE}LICENSE`, relativeDest: 'pdf/LICENSE' },
    ...copied,
  ];
}

/**
 * PDF.js also puts everything that it exports on `globalThis`, for its own viewer. Without this its
 * editors and form layers, which nothing here uses, are left out of the build.
 */
function withoutGlobal(code: string): string {
  const from = code.indexOf('\nglobalThis.pdfjsLib = {');
  const end = '\n};';
  return from < 0 ? code : code.slice(0, from) + code.slice(code.indexOf(end, from) + end.length);
}

/** The plugin that does so. */
export const pdfWithoutGlobal = (): Plugin => ({
  name: 'pdf-without-global',
  transform: {
    filter: { id: /pdfjs-dist\/build\/pdf\.mjs$/ },
    handler: withoutGlobal,
  },
});
