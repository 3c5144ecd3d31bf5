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
 * Modules of PDF.js that nothing here uses: editors, layers of forms and XFA, its own fetching, and
 * what it needs in Node. The bundler keeps them, since their classes have static fields.
 */
const UNUSED =
  /^\.\/src\/(?:pdf\.|display\/(?:editor\/|xfa_|(?:touch_manager|annotation_layer|draw_layer|text_layer_images|svg_factory|node_utils|content_disposition|network_utils|fetch_stream|network|node_stream|network_stream)\.))/;
/** Names of theirs in other modules, where the code is never reached or asks for the class. */
const NAMED = [
  'AnnotationEditor',
  'XfaText',
  'XfaLayer',
  'NodeBinaryDataFactory',
  'NodeCanvasFactory',
  'NodeFilterFactory',
  'getNetworkStream',
];
const EXPORTED = [
  'AnnotationMode',
  'getDocument',
  'GlobalWorkerOptions',
  'InvalidPDFException',
  'PasswordResponses',
  'TextLayer',
];

/** The modules of PDF.js's file that are used, and those that are not. */
export function partsOfPdf(code: string): { used: string; unused: string } {
  const modules = code.split('\n;// ');
  const used = modules.filter((one) => !UNUSED.test(one));
  return { used: used.join('\n//'), unused: modules.filter((one) => UNUSED.test(one)).join('\n//') };
}

/** PDF.js's file without them. */
export const leanPdf = (code: string): string =>
  [partsOfPdf(code).used, ...NAMED.map((name) => `class ${name} {}`), `export { ${EXPORTED.join(', ')} };`].join('\n');

/** The plugin that leaves them out. */
export const leanPdfPlugin = (): Plugin => ({
  name: 'lean-pdf',
  transform: {
    filter: { id: /pdfjs-dist\/build\/pdf\.mjs$/ },
    handler: leanPdf,
  },
});
