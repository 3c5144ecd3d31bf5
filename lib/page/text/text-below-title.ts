/** Reads the text below the title of an article: author, place and date. */
import { firstChildOf, firstElements, nextSiblingOf, parentOf, typeOf } from '../dom/safe-dom.ts';
import { rulesOf } from './element-rules.ts';

/** UTF-16 units that are read. */
const MAX_CHARS = 1_000;
/** UTF-16 units above which a text is part of the story, of which only the dateline is read. */
const MAX_LINE_CHARS = 100;
/** A shorter text that ends like a sentence is also part of the story; "9:30 a.m." is not. */
const SENTENCE = /[^\d\s]{2}(?<!\b[ap]\.m)[.!?。！？]["”’」』]?$/i;
/** An agency's dateline: "BEIJING, July 18 (Xinhua) --", "新华社北京7月18日电". */
const DATELINE = /^.{0,58}?(?:\)|[—–]|--| - |[电電讯訊])/;
const MAX_NODES = 300;
const MAX_TITLES = 5;

/** The next node after `node` and its content. */
function after(node: Node): Node | null {
  for (let at: Node | null = node; at; at = parentOf(at)) {
    const next = nextSiblingOf(at);
    if (next) return next;
  }
  return null;
}

export function textBelowTitle(document: Document): string {
  const title = firstElements(document, 'h1', MAX_TITLES).findLast(({ textContent }) => textContent?.trim());
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
