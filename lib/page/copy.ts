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
    document.addEventListener('copy', fill, { capture: true, once: true });
    document.execCommand('copy');
    document.removeEventListener('copy', fill, { capture: true });
  }
}
