/**
 * Adds the style sheet of the marks to an open shadow root until the signal, because in Firefox
 * registered styles do not apply there.
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
    // Marks in this root stay invisible, but are still found, counted and listed.
  }
}
