/**
 * Adds the style sheet of the marks to an open shadow root until the signal. In Firefox registered
 * styles do not apply there: https://bugzilla.mozilla.org/show_bug.cgi?id=1868009.
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
