/**
 * The text that is copied from a PDF: paragraphs apart, whole words, ligatures as letters. What
 * browsers make of a selection has a break after each hyphen, and in Chromium no break at all
 * between paragraphs, as each is positioned by itself
 * (https://github.com/mozilla/pdf.js/pull/5783).
 */

const BROKEN = /(?<!\p{L})(\p{L}+)[-‐\u00ad]\n(\p{Ll}\p{L}*)/gu;
const LIGATURES = /[ﬀ-ﬄ]/g;

/** Words with a hyphen, and words inside a line. At its ends a word may be a part of one. */
const WHOLE = /(?<!\p{L})\p{L}+-\p{L}+|(?<=[^\p{L}-])\p{L}+(?=[^\p{L}-])/gu;

const wordsOf = (container: ParentNode): ReadonlySet<string> =>
  new Set(
    [...container.querySelectorAll('span:not(.carry)')].flatMap(
      ({ textContent }) => textContent?.toLowerCase().match(WHOLE) ?? [],
    ),
  );

/**
 * True if the hyphen at the end of a line belongs to the word: the document has the word with it
 * elsewhere, or has both parts as words and the joined word nowhere.
 */
function keepsHyphen(start: string, end: string, words: ReadonlySet<string>): boolean {
  const [first, last] = [start.toLowerCase(), end.toLowerCase()];
  return words.has(`${first}-${last}`) || (words.has(first) && words.has(last) && !words.has(first + last));
}

/** `container`: the whole document, whose other lines say if a hyphen belongs to a word. */
export function copiedText(selected: DocumentFragment, container: ParentNode): string {
  for (const br of selected.querySelectorAll('br')) br.replaceWith('\n');
  const paragraphs = selected.querySelectorAll('p, h2');
  const texts = paragraphs.length > 0 ? [...paragraphs] : [selected];
  const words = wordsOf(container);
  return texts
    .map(({ textContent }) =>
      (textContent ?? '')
        .replace(BROKEN, (_, start: string, end: string) =>
          keepsHyphen(start, end, words) ? `${start}-${end}` : start + end,
        )
        .replaceAll('\n', '')
        .replace(LIGATURES, (sign) => sign.normalize('NFKC'))
        .trim(),
    )
    .filter(Boolean)
    .join('\n\n');
}

/** Puts that text on the clipboard in place of the browser's. */
export function copyCleanly(container: HTMLElement, signal: AbortSignal): void {
  const copy = (event: ClipboardEvent) => {
    const selection = getSelection();
    if (!selection || selection.isCollapsed || !event.clipboardData) return;
    event.clipboardData.setData('text/plain', copiedText(selection.getRangeAt(0).cloneContents(), container));
    event.preventDefault();
  };
  container.addEventListener('copy', copy, { signal });
}
