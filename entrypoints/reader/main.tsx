/** Wires the reader to the browser: opens a document and shows it with its marks. */
import '../../components/tokens.css';
import '../../components/swatch.css';
import '../../components/card/card.css';
import '../../components/ui.css';
import '../../components/pages/panel.css';
import '../../components/reader/reader.css';
import '../../components/reader/document.css';
import '../marks.css';
import { render } from 'preact';
import { Reader } from '../../components/reader/reader.tsx';
import type { OpenStage } from '../../components/reader/reader-props.ts';
import { hostOf } from '../../lib/core/site-state.ts';
import { readerSource } from '../../lib/messaging/reader-source.ts';
import { requestForFetching } from '../../lib/sites/fetch-only.ts';
import { nameOfAddress, pageOfAddress } from '../../lib/reader/document-facts.ts';
import { withLookup, type OpenedLookup } from '../shared/open-lookup.ts';
import { copyText, saveFile } from '../shared/page-of-tab.ts';
import { plainDocument, type ReaderDocument } from './documents.ts';
import { openDocument } from './open-document.ts';
import { OpenView } from './open-view.ts';
import { ElsewhereError, fetchSource, mayFetch, OpenError, readFile, type Source } from './source.ts';

const root = document.getElementById('app');
let opened: OpenedLookup | null = null;
let stage: OpenStage | null = { at: 'start' };
let view: OpenView | null = null;
/** Aborts the shown document, or one that is being opened. */
let ending = new AbortController();

function show(next: OpenStage): void {
  stage = next;
  draw();
}

/** Opens the document that `read` returns, at one of its pages, in place of the present one. */
async function open(
  name: string,
  read: (signal: AbortSignal) => Promise<ReaderDocument>,
  { url = '', page = null }: { url?: string; page?: number | null } = {},
): Promise<void> {
  ending.abort();
  ending = new AbortController();
  const { signal } = ending;
  view = null;
  show({ at: 'loading', name, share: null });
  try {
    const found = await read(signal);
    if (signal.aborted) return;
    view = new OpenView(found, draw, signal);
    stage = null;
    document.title = `${found.title} · ${opened?.lookup.t('extension_name') ?? 'Tradegloss'}`;
    draw();
    if (page !== null) view.goToPage(page);
    await view.start();
  } catch (error) {
    if (signal.aborted) return;
    if (error instanceof DOMException && error.name === 'AbortError') return show({ at: 'start' });
    if (error instanceof ElsewhereError)
      return show({ at: 'asking', url: error.url, from: hostOf(url), refused: false });
    const { fault, detail } = error instanceof OpenError ? error : new OpenError('broken');
    if (!(error instanceof OpenError)) console.error(error);
    show({ at: 'failed', name, fault, detail, url });
  }
}

function openSource(
  name: string,
  read: (signal: AbortSignal) => Promise<Source>,
  from: { url?: string; page?: number | null } = {},
): Promise<void> {
  const readDocument = async (signal: AbortSignal) => {
    const source = await read(signal);
    return openDocument(source, navigator.language, {
      password: (isRetry) =>
        new Promise((resolve) => {
          const answer = (word: string | null) => {
            show({ at: 'loading', name, share: null });
            resolve(word);
          };
          show({ at: 'locked', name, isRetry, answer });
        }),
      labelOf: (page) => opened?.lookup.t('reader_page_label', page) ?? String(page),
      onChange: drawSoon,
      onPage: (page) => {
        if (!view || view.page === page) return;
        view.page = page;
        drawSoon();
      },
      onFault: (_, error) => {
        console.error(error);
        drawSoon();
      },
      signal,
    });
  };
  return open(name, readDocument, from);
}

/** A reload must not open the document of before. */
const forgetSource = (): void => history.replaceState(null, '', location.pathname);

function openFile(file: File): void {
  forgetSource();
  void openSource(file.name, () => readFile(file));
}

function openText(text: string): void {
  forgetSource();
  void open('', () => Promise.resolve(plainDocument(text, { title: '', url: '' })));
}

function fetchAndOpen(url: string): void {
  const name = nameOfAddress(url) || url;
  const fetching = (signal: AbortSignal) => fetchSource(url, (share) => show({ at: 'loading', name, share }), signal);
  void openSource(name, fetching, { url, page: pageOfAddress(url) });
}

/** Asks the user first if the host is not allowed yet. */
async function openAddress(url: string): Promise<void> {
  if (url.startsWith('file:'))
    return show({ at: 'failed', name: nameOfAddress(url), fault: 'file address', detail: '', url: '' });
  if (await mayFetch(url)) fetchAndOpen(url);
  else show({ at: 'asking', url, from: '', refused: false });
}

/**
 * Call this directly in the click, or the browser does not ask:
 * https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/User_actions.
 */
function allow(url: string): void {
  void requestForFetching(url).then((granted) => {
    if (granted) fetchAndOpen(url);
    else show({ at: 'asking', url, from: '', refused: true });
  });
}

function cancel(): void {
  ending.abort();
  view = null;
  forgetSource();
  show({ at: 'start' });
}

const DRAW_DELAY_MS = 200;
let drawing: ReturnType<typeof setTimeout> | undefined;

/** Draws once for several changes in a row while a document is read. */
function drawSoon(): void {
  drawing ??= setTimeout(() => {
    drawing = undefined;
    draw();
  }, DRAW_DELAY_MS);
}

function draw(): void {
  if (!root || !opened) return;
  render(
    <Reader
      lookup={opened.lookup}
      stage={stage}
      shown={view?.shown() ?? null}
      openFile={openFile}
      openText={openText}
      allow={allow}
      openAddress={(url) => void openAddress(url)}
      cancel={cancel}
      setDay={(day) => view?.setDay(day)}
      goToPage={(page) => view?.goToPage(page)}
      zoom={(by) => view?.zoom(by)}
      fitWidth={() => view?.fitWidth()}
      stopReading={() => view?.stopReading()}
      readOn={() => view?.readOn()}
      show={(mention) => view?.show(mention)}
      find={(words) => view?.find(words) ?? { at: 0, count: 0 }}
      findNext={(by) => view?.findNext(by) ?? { at: 0, count: 0 }}
      copy={copyText}
      save={saveFile}
    />,
    root,
  );
}

let isBegun = false;

function begin(): void {
  isBegun = true;
  const source = readerSource(location.hash);
  if (source?.from === 'address') void openAddress(source.url);
  if (source?.from === 'tab')
    void open('', async () => {
      const { openArticle } = await import('./article.ts');
      return openArticle(source.tab);
    });
}

void withLookup(
  ({ t }) => (view ? document.title : t('reader_title')),
  (now) => {
    opened = now;
    draw();
    if (!isBegun) begin();
  },
);
