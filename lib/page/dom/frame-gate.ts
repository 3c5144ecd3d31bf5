/** Waits until a frame is worth reading; many are advertisements, trackers and players. */
import { bodyOf, listen, nameOf, parentOf, rootOf } from './safe-dom.ts';

/** CSS pixels of the smallest frame in which a user reads and a card fits. */
export const MIN_FRAME_WIDTH = 300;
export const MIN_FRAME_HEIGHT = 120;
/**
 * Distance from the viewport within which a frame is near. Browsers ignore the margin in
 * cross-origin frames, which are near only when visible
 * (https://w3c.github.io/IntersectionObserver/#intersectionobserver-cross-origin-domain-target).
 */
const NEAR_MARGIN_PX = 1000;
/** Milliseconds between checks of a changing frame. */
const LOOK_INTERVAL_MS = 1000;
/** Text nodes that are searched for a word; scripts and blanks often come first. */
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

/** Calls back once, when the frame is large enough and has text. */
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
 * Calls back when the frame's position is known, and each time that it comes near the viewport or
 * leaves. Returns a function that stops it.
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
