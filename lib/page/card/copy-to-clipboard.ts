import { listen } from '../dom/safe-dom.ts';

/**
 * Copies text to the clipboard during a user's click, also on pages without a secure origin.
 * Rejects if the browser refuses both ways.
 */
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
    const copied = Document.prototype.execCommand.call(document, 'copy');
    done.abort();
    if (!copied) throw new Error('not copied');
  }
}
