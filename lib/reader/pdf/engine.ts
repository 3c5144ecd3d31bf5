/**
 * Opens PDFs with PDF.js. Only the reader's page loads it. Its worker, character maps and fonts are
 * files of the extension. It fetches nothing else, compiles no WebAssembly, and runs no script of a
 * document.
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

/** Why PDF.js could not open a document. */
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
  /**
   * Asks the user for the password. `isRetry`: the last one was wrong. Resolves with null if the
   * user cancels.
   */
  password: (isRetry: boolean) => Promise<string | null>;
}

/** Pixels of a picture above which it is left out: one such picture would take a gigabyte. */
const MAX_IMAGE_PIXELS = 2 ** 28;

/** Opens a PDF. Rejects with a `PdfError`: no PDF, damaged, or a password is missing or wrong. */
export async function openPdf(data: Uint8Array, { fileUrl, password }: OpenOptions): Promise<PDFDocumentProxy> {
  GlobalWorkerOptions.workerSrc = fileUrl('/pdf/worker.js');
  const task = getDocument({
    data,
    cMapUrl: fileUrl('/pdf/cmaps/'),
    standardFontDataUrl: fileUrl('/pdf/fonts/'),
    // The folder has the decoders in JavaScript, since our security policy forbids WebAssembly.
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
