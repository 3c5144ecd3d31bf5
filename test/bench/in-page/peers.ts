/**
 * The alternatives that people would use, each at its best, on the same text nodes with the same
 * names.
 */
import findAndReplace from 'findandreplacedomtext';
import Mark from 'mark.js';
import AhoCorasick from 'modern-ahocorasick';

export interface Peer {
  /**
   * True if it changes the page. The change is undone after each run, outside the measured time.
   */
  writes: boolean;
  run(root: HTMLElement): number;
  undo(): void;
}

const escape = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const nothing = () => undefined;

/**
 * One expression for all names, the longest first. Throws if the engine refuses an expression of
 * this length.
 */
function expressionOf(names: readonly string[]): RegExp {
  const longestFirst = [...names].sort((a, b) => b.length - a.length);
  const expression = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${longestFirst.map(escape).join('|')})(?![\\p{L}\\p{N}])`,
    'giu',
  );
  // Engines compile an expression at its first use.
  expression.exec('gallium');
  expression.lastIndex = 0;
  return expression;
}

function* texts(root: Node): Generator<string> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentNode;
    if (!parent || (parent.nodeName !== 'SCRIPT' && parent.nodeName !== 'STYLE')) yield node.nodeValue ?? '';
  }
}

function oneExpression(names: readonly string[]): Peer {
  const expression = expressionOf(names);
  const run = (root: Node) => {
    let found = 0;
    for (const text of texts(root)) for (const _ of text.matchAll(expression)) found++;
    return found;
  };
  return { writes: false, run, undo: nothing };
}

function ahoCorasick(names: readonly string[]): Peer {
  const matcher = new AhoCorasick(names.map((name) => name.toLowerCase()));
  const inWord = (text: string, at: number) => at >= 0 && at < text.length && /[\p{L}\p{N}]/u.test(text.charAt(at));
  const run = (root: Node) => {
    let found = 0;
    for (const text of texts(root))
      for (const { start, end } of matcher.search(text.toLowerCase()))
        if (!inWord(text, start - 1) && !inWord(text, end)) found++;
    return found;
  };
  return { writes: false, run, undo: nothing };
}

function markJs(names: readonly string[]): Peer {
  const expression = expressionOf(names);
  let mark: Mark | null = null;
  const run = (root: HTMLElement) => {
    let found = 0;
    mark = new Mark(root);
    mark.markRegExp(expression, { exclude: ['script', 'style'], each: () => found++ });
    return found;
  };
  return { writes: true, run, undo: () => mark?.unmark() };
}

function findAndReplaceDomText(names: readonly string[]): Peer {
  const find = expressionOf(names);
  let done: { reverts: unknown[]; revert(): void } | null = null;
  const run = (root: HTMLElement) => {
    const replaced = findAndReplace(root, {
      find,
      wrap: 'mark',
      filterElements: (element) => element.nodeName !== 'SCRIPT' && element.nodeName !== 'STYLE',
    });
    done = replaced;
    return replaced.reverts.length;
  };
  return { writes: true, run, undo: () => done?.revert() };
}

export const PEERS: Readonly<Record<string, (names: readonly string[]) => Peer>> = {
  'one regular expression': oneExpression,
  'modern-ahocorasick': ahoCorasick,
  'mark.js': markJs,
  findAndReplaceDOMText: findAndReplaceDomText,
};
