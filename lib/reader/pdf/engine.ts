/**
 * PDF.js, loaded on the reader's page alone. Its worker, character maps and fonts are files of the
 * extension; it fetches nothing else, compiles no WebAssembly, and runs no script of a document.
 */
import {
  getDocument,
  GlobalWorkerOptions,
  InvalidPDFException,
  PasswordResponses,
  type PDFDocumentProxy,
} from 'pdfjs-dist';

/** Why a file can't be shown. */
export type PdfFault = 'broken' | 'locked' | 'cancelled';

export class PdfError extends Error {
  readonly fault: PdfFault;

  constructor(fault: PdfFault, cause: unknown) {
    super(String(cause), { cause });
    this.name = 'PdfError';
    this.fault = fault;
  }
}

interface OpenOptions {
  /** The address of a file of the extension. */
  fileUrl: (path: string) => string;
  /** Asks the user; `isRetry` after a wrong one. Null where the user gives up. */
  password: (isRetry: boolean) => Promise<string | null>;
}

/** Larger pictures are left out of a page: one would take a gigabyte. Pixels. */
const MAX_IMAGE_PIXELS = 2 ** 28;

/** Opens a PDF. Rejects with a `PdfError`: no PDF, damaged, or a password is missing or wrong. */
export async function openPdf(data: Uint8Array, { fileUrl, password }: OpenOptions): Promise<PDFDocumentProxy> {
  GlobalWorkerOptions.workerSrc = fileUrl('/pdf/worker.js');
  const task = getDocument({
    data,
    cMapUrl: fileUrl('/pdf/cmaps/'),
    standardFontDataUrl: fileUrl('/pdf/fonts/'),
    // The decoders in JavaScript stand here: our policy lets no WebAssembly be compiled.
    wasmUrl: fileUrl('/pdf/decoders/'),
    useWasm: false,
    useWorkerFetch: true,
    enableXfa: false,
    maxImageSize: MAX_IMAGE_PIXELS,
    verbosity: 0,
  });
  let isGivenUp = false;
  task.onPassword = (update: (password: string | Error) => void, reason: number) => {
    void password(reason === PasswordResponses.INCORRECT_PASSWORD).then((word) => {
      isGivenUp = word === null;
      update(word ?? new Error('no password'));
    });
  };
  try {
    return await task.promise;
  } catch (error) {
    void task.destroy();
    if (isGivenUp) throw new PdfError('cancelled', error);
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    throw new PdfError(isLocked ? 'locked' : 'broken', error instanceof InvalidPDFException ? error.message : error);
  }
}
