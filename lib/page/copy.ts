import { listen } from './dom.ts';

/** Text to the clipboard, after a click of the reader; also on pages without a secure origin. */
export async function copyText(document: Document, text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const fill = (event: ClipboardEvent) => {
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    const done = new AbortController();
    listen(document, 'copy', (event) => fill(event as ClipboardEvent), { capture: true, signal: done.signal });
    Document.prototype.execCommand.call(document, 'copy');
    done.abort();
  }
}
