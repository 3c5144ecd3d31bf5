/** The text that follows the title of an article: who wrote it, where and when. */
import { firstChildOf, firstNamed, nextSiblingOf, parentOf, typeOf } from '../dom/safe-dom.ts';
import { rulesOf } from './element-rules.ts';

/** UTF-16 units. */
const MAX_CHARS = 1_000;
/** A longer text is the article's own, and its dates are part of the story but for the dateline. */
const MAX_LINE_CHARS = 100;
const DATELINE_CHARS = 60;
const MAX_NODES = 300;
const MAX_TITLES = 5;

/** The node after one and all inside it. */
function after(node: Node): Node | null {
  for (let at: Node | null = node; at; at = parentOf(at)) {
    const next = nextSiblingOf(at);
    if (next) return next;
  }
  return null;
}

export function textBelowTitle(document: Document): string {
  const title = firstNamed(document, 'h1', MAX_TITLES).findLast(({ textContent }) => textContent?.trim());
  let text = '';
  let node = title ? after(title) : null;
  for (let nodes = 0; node && nodes < MAX_NODES && text.length < MAX_CHARS; nodes++) {
    const type = typeOf(node);
    const isRead = type === 1 && !/^(?:unseen|leaf)$/.test(rulesOf(node as Element).role);
    const words = type === 3 ? (node as Text).data.replace(/\s+/g, ' ').trim() : '';
    if (words.length > MAX_LINE_CHARS) return text + words.slice(0, DATELINE_CHARS);
    if (words) text += `${words} `;
    node = (isRead && firstChildOf(node)) || after(node);
  }
  return text.slice(0, MAX_CHARS);
}
