/** The text that follows the title of an article: who wrote it, where and when. */
import { firstChildOf, firstNamed, nextSiblingOf, parentOf, typeOf } from '../dom/safe-dom.ts';
import { rulesOf } from './element-rules.ts';

/** UTF-16 units. */
const MAX_CHARS = 1_000;
/** A longer text is the article's own, and its dates are part of the story but for the dateline. */
const MAX_LINE_CHARS = 100;
/** A shorter text that ends like a sentence is the article's own too; "9:30 a.m." is none. */
const SENTENCE = /[^\d\s]{2}(?<!\b[ap]\.m)[.!?。！？]["”’」』]?$/i;
/** "BEIJING, July 18 (Xinhua) --", "新华社北京7月18日电": an agency's place and day. */
const DATELINE = /^.{0,58}?(?:\)|[—–]|--| - |[电電讯訊])/;
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
    const isOwn = words.length > MAX_LINE_CHARS || SENTENCE.test(words);
    if (words) text += `${isOwn ? (DATELINE.exec(words)?.[0] ?? '') : words} `;
    if (words.length > MAX_LINE_CHARS) return text;
    node = (isRead && firstChildOf(node)) || after(node);
  }
  return text.slice(0, MAX_CHARS);
}
