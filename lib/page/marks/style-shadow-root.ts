/**
 * Puts the sheet of the marks into an open shadow root, until the signal: registered styles do not
 * reach there in Firefox.
 */
export function styleRoot(root: ShadowRoot, css: string, signal: AbortSignal): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets.push(sheet);
    signal.addEventListener('abort', () => {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((one) => one !== sheet);
    });
  } catch {
    // Marks in this root stay unseen; they are found, counted and listed all the same.
  }
}
