/**
 * Files of PDF.js that the reader's page loads when a document needs them: its worker, character
 * maps of East Asian encodings, the standard fonts, and the decoders of two kinds of pictures in
 * JavaScript. Each folder brings its licences.
 */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const PACKAGE = fileURLToPath(new URL('../../../node_modules/pdfjs-dist/', import.meta.url));

/** The folders as the package has them and as they are called here, and what of them is taken. */
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
