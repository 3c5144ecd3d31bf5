/** Waits until a frame is worth reading: many are advertisements, trackers and players. */
import { bodyOf, listen, nameOf, parentOf, rootOf } from './safe-dom.ts';

/** Pixels. No article is read in less, and no card fits. */
export const MIN_FRAME_WIDTH = 300;
export const MIN_FRAME_HEIGHT = 120;
/**
 * From the window to a frame that is near it. Browsers take no margin where a frame of another site
 * lies between: such a frame is near once it is in sight.
 */
const NEAR_MARGIN_PX = 1000;
/** Milliseconds between two looks at a frame that changes. */
const LOOK_INTERVAL_MS = 1000;
/** At most so many text nodes are searched for a word; scripts and blanks often come first. */
const MAX_TEXTS = 500;
const UNSEEN = /^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE)$/i;

function hasWords(document: Document): boolean {
  const body = bodyOf(document);
  if (!body) return false;
  const texts = Document.prototype.createNodeIterator.call(document, body, NodeFilter.SHOW_TEXT);
  for (let looked = 0; looked < MAX_TEXTS; looked++) {
    const text = texts.nextNode() as Text | null;
    if (!text) return false;
    const parent = parentOf(text);
    if (/\p{L}{2}/u.test(text.data) && !(parent && UNSEEN.test(nameOf(parent)))) return true;
  }
  return true;
}

const isReadable = (document: Document): boolean =>
  innerWidth >= MIN_FRAME_WIDTH && innerHeight >= MIN_FRAME_HEIGHT && hasWords(document);

/** Calls back once a frame is large enough and has text: at once, or after a change. */
export function whenReadable(document: Document, call: () => void): void {
  const ending = new AbortController();
  let waits = false;
  const look = () => {
    waits = false;
    if (ending.signal.aborted || !isReadable(document)) return;
    ending.abort();
    observer.disconnect();
    call();
  };
  const lookSoon = () => {
    if (!waits) setTimeout(look, LOOK_INTERVAL_MS);
    waits = true;
  };
  const observer = new MutationObserver(lookSoon);
  observer.observe(document, { childList: true, characterData: true, subtree: true });
  listen(window, 'resize', lookSoon, { signal: ending.signal, passive: true });
  look();
}

/**
 * Calls when the frame's place in the window is known, and each time that it comes near or leaves.
 */
export function watchPlace(document: Document, call: (isNear: boolean) => void): () => void {
  const root = rootOf(document);
  if (!root) return () => undefined;
  const observer = new IntersectionObserver((entries) => call(entries.at(-1)?.isIntersecting === true), {
    rootMargin: `${NEAR_MARGIN_PX}px`,
  });
  observer.observe(root);
  return () => observer.disconnect();
}
