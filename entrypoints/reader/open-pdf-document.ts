/** Opens a PDF in the reader. A separate chunk, so that other documents do not load PDF.js. */
import { linkToPage } from '../../lib/card/export/page-link.ts';
import { fileUrl } from '../../lib/messaging/pages.ts';
import { readerUrl } from '../../lib/messaging/reader-source.ts';
import { openPdf, PdfError } from '../../lib/reader/pdf/engine.ts';
import { outlineOf } from '../../lib/reader/pdf/outline.ts';
import { pdfFacts } from '../../lib/reader/pdf/pdf-facts.ts';
import { PdfView, UNIT } from '../../lib/reader/view/pdf-view.ts';
import { createHost, type ReaderDocument } from './documents.ts';
import { OpenError, type Source } from './source.ts';

/** `password`: asks the user; resolves to null if the user cancels. */
export interface PdfOptions {
  password: (isRetry: boolean) => Promise<string | null>;
  labelOf: (page: number) => string;
  /** Called when the page in view, the number of pages read or the scale changed. */
  onChange: () => void;
  onPage: (page: number) => void;
  onFault: (page: number, error: unknown) => void;
  signal: AbortSignal;
}

/** The largest scale at which a PDF is opened. At a larger one lines are too long to read. */
const MAX_FIRST_SCALE = 1.25;
/** CSS pixels beside a page for margins and a scroll bar. */
const MARGIN = 56;
/** The same where the scroll bar does not count. */
const FIT_MARGIN = 40;

/** Fits the page to the room again when that changes, unless the user chose another scale. */
function refitWith(host: HTMLElement, view: PdfView, { signal, onChange }: Pick<PdfOptions, 'signal' | 'onChange'>) {
  let fitted = view.scale;
  let width = 0;
  const resized = new ResizeObserver(() => {
    const [before, now] = [width, host.clientWidth];
    width = now;
    if (before === 0 || now === 0 || now === before || view.scale !== fitted) return;
    view.scale = Math.min(MAX_FIRST_SCALE, view.fitWidth(now - FIT_MARGIN));
    fitted = view.scale;
    onChange();
  });
  resized.observe(host);
  signal.addEventListener('abort', () => resized.disconnect());
}

export async function openPdfDocument(source: Source, options: PdfOptions): Promise<ReaderDocument> {
  const { signal, labelOf, onChange, onPage, onFault, password } = options;
  const pdf = await openPdf(source.bytes, { fileUrl, password }).catch((error: unknown) => {
    if (error instanceof PdfError && error.fault === 'cancelled') throw new DOMException('given up', 'AbortError');
    throw new OpenError('broken');
  });
  signal.addEventListener('abort', () => void pdf.loadingTask.destroy());
  const first = await pdf.getPage(1).catch(() => {
    throw new OpenError('broken');
  });
  const [facts, outline] = await Promise.all([pdfFacts(pdf), outlineOf(pdf)]);
  const host = createHost();
  const root = document.createElement('div');
  root.className = 'pdf-pages';
  host.append(root);
  const room = document.documentElement.clientWidth - (document.documentElement.clientWidth >= 640 ? 232 : 0) - MARGIN;
  const scale = Math.min(MAX_FIRST_SCALE, room / (first.getViewport({ scale: 1 }).width * UNIT));
  const hrefOf = (page: number) => {
    const url = linkToPage(source.url, page);
    return url ? readerUrl({ from: 'address', url }) : `#page=${page}`;
  };
  const view = new PdfView(
    { pdf, scroller: host, container: root, labelOf, hrefOf, onPage, onRead: onChange, onFault, signal },
    first,
    scale,
  );
  refitWith(host, view, { signal, onChange });
  return {
    title: facts.title || source.name,
    url: source.url,
    lang: facts.lang,
    date: facts.day ? { day: facts.day, source: 'file' } : null,
    host,
    root,
    pdf: { view, outline },
  };
}
