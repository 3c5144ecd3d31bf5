/**
 * Edits of a page like those of any site's scripts, made from plain numbers so that a run can be
 * repeated and shrunk. Every result can be written as HTML that parses to the same tree.
 */
import fc from 'fast-check';
import type { Page } from 'puppeteer-core';
import { inPage } from '../../lib/tools/browser/in-page.ts';
import { article, ITEMS, paragraphs, STORY } from './stories.ts';

/** The operation, its node, its place, its operand. */
type Edit = [kind: number, node: number, place: number, what: number];

const number = fc.nat({ max: 9999 });
/**
 * Some edits are followed by a pause: within one task, over a frame, or over the time that we wait
 * after a change.
 */
export const edits: fc.Arbitrary<Edit[]> = fc.array(fc.tuple(number, number, number, number), {
  minLength: 1,
  maxLength: 25,
  size: 'max',
});

/** Nested blocks, with a shadow root, a collapsed section, a dialog and style rules that hide. */
export const EDITED_PAGE = article(
  `<main>${paragraphs(STORY).replaceAll('<p>', '<div>').replaceAll('</p>', '</div>')}<section><h2>More</h2>${ITEMS.map((item) => `<div>${item}</div>`).join('')}</section><div id="host"><template shadowrootmode="open" shadowrootserializable><div>Smelters ship gallium; <slot></slot></div></template>antimony goes too.</div><details><summary>Older</summary><div>Tungsten was first.</div></details></main>`,
  { head: '<style>.off{display:none}.gone{visibility:hidden}.clear{opacity:0}</style>' },
);

// Runs in the page, so it can use nothing from outside.
const edit = async (list: Edit[], items: string[]) => {
  const roots = () => {
    const found: (Document | ShadowRoot)[] = [document];
    for (const root of found)
      for (const element of root.querySelectorAll('*')) if (element.shadowRoot) found.push(element.shadowRoot);
    return found;
  };
  const all = (isWanted: (node: Node) => boolean) => {
    const nodes: Node[] = [];
    for (const root of roots()) {
      const walker = document.createTreeWalker(root instanceof Document ? root.body : root);
      while (walker.nextNode())
        if (!walker.currentNode.parentElement?.closest('svg, template, style') && isWanted(walker.currentNode))
          nodes.push(walker.currentNode);
    }
    return nodes;
  };
  const at = <T>(some: readonly T[], n: number): T | undefined => some[n % Math.max(1, some.length)];
  const isText = (node: Node): node is Text => node instanceof Text;
  const isBlock = (node: Node) => node instanceof Element && /^(?:DIV|SECTION|MAIN|DETAILS)$/.test(node.nodeName);
  /** True for nodes that may be moved, removed or wrapped. */
  const isLoose = (node: Node) =>
    isText(node) || (node instanceof Element && !/^(?:MAIN|SUMMARY|SLOT|BODY)$/.test(node.nodeName));
  /** Looks out of shadow roots too: a node cannot be put into its own descendant. */
  const holds = (outer: Node, inner: Node) => {
    for (let node: Node | null = inner; node; node = node.parentNode ?? (node instanceof ShadowRoot ? node.host : null))
      if (node === outer) return true;
    return false;
  };
  const text = (n: number) => at(items, n) ?? '';
  const block = (n: number) => {
    const made = document.createElement('div');
    made.textContent = text(n);
    return made;
  };
  const texts = (n: number) =>
    at(
      all((node) => isText(node) && node.data.trim() !== ''),
      n,
    ) as Text | undefined;
  const kinds: ((node: number, place: number, what: number) => void)[] = [
    // Adds a block.
    (n, _, what) => (at(all(isBlock), n) as Element | undefined)?.append(block(what)),
    (n, _, what) =>
      (
        at(
          all((node) => isBlock(node) && node.nodeName !== 'MAIN'),
          n,
        ) as Element | undefined
      )?.before(block(what)),
    // Splits, joins and rewrites text.
    (n, place) => {
      const found = texts(n);
      if (found && found.length > 1) found.splitText(1 + (place % (found.length - 1)));
    },
    () => document.body.normalize(),
    (n) => (at(all(isBlock), n) as Element | undefined)?.normalize(),
    (n, place, what) => texts(n)?.insertData(0, `${text(what).slice(0, place % 40)} `),
    (n, place, what) => {
      const found = texts(n);
      found?.replaceData(
        place % found.length,
        what % 12,
        at(['gallium', ' ', 'germanium and', 'x', '', 'Bureau of Industry'], place) ?? '',
      );
    },
    (n, place) => texts(n)?.deleteData(0, place % 30),
    (n, _, what) => {
      const found = texts(n);
      if (found) found.data = text(what);
    },
    (n, _, what) =>
      (
        at(
          all((node) => isBlock(node) && node.nodeName === 'DIV'),
          n,
        ) as Element | undefined
      )?.replaceChildren(text(what)),
    // Removes and moves nodes.
    (n) => (at(all(isLoose), n) as ChildNode | undefined)?.remove(),
    (n, place) => {
      const [moved, target] = [
        at(all(isLoose), n) as ChildNode | undefined,
        at(all(isLoose), place) as ChildNode | undefined,
      ];
      if (moved && target && !holds(moved, target)) target.before(moved);
    },
    (n, place) => {
      const [moved, target] = [
        at(
          all((node) => isBlock(node) && node.nodeName !== 'MAIN'),
          n,
        ) as Element | undefined,
        at(all(isBlock), place) as Element | undefined,
      ];
      if (moved && target && !holds(moved, target)) target.append(moved);
    },
    (n, place) => {
      const [copied, target] = [
        at(
          all((node) => isBlock(node) && node.nodeName === 'DIV' && (node.textContent ?? '').length < 2000),
          n,
        ),
        at(all(isBlock), place) as Element | undefined,
      ];
      if (copied) target?.append(copied.cloneNode(true));
    },
    // Wraps and unwraps nodes, as page translation and reading tools do.
    (n, place) => {
      const found = texts(n);
      const around = document.createElement(at(['font', 'span', 'b', 'em', 'code', 'div', 'kbd'], place) ?? 'font');
      found?.replaceWith(around);
      if (found) around.append(found);
    },
    (n) => {
      const found = at(
        all(
          (node) =>
            node instanceof Element &&
            /^(?:FONT|SPAN|B|EM|CODE|DIV|SECTION)$/.test(node.nodeName) &&
            node.parentNode !== null,
        ),
        n,
      ) as Element | undefined;
      if (found && !found.shadowRoot) found.replaceWith(...found.childNodes);
    },
    (n, place) => {
      const found = texts(n);
      if (!found || found.length < 4) return;
      const rest = found.splitText(1 + (place % (found.length - 2)));
      rest.before(document.createElement(at(['br', 'wbr', 'img', 'input', 'hr'], place) ?? 'br'));
    },
    (n, _, what) =>
      (
        at(
          all((node) => isBlock(node) && node.nodeName === 'DIV'),
          n,
        ) as Element | undefined
      )?.insertAdjacentHTML(
        'beforeend',
        at(
          [
            'The Bureau of <i>Industry</i> and <b>Sec</b>urity.',
            ' <b>gal</b>lium',
            '<!-- germanium --> ger&shy;manium',
            ' <span hidden>antimony</span>',
            ' <span contenteditable>tungsten</span>',
          ],
          what,
        ) ?? '',
      ),
    // Changes only styles and attributes.
    (n, place) => {
      const found = at(
        all((node) => node instanceof Element && isLoose(node)),
        n,
      ) as Element | undefined;
      found?.toggleAttribute(at(['hidden', 'contenteditable', 'inert', 'open'], place) ?? 'hidden');
    },
    (n, place) =>
      (
        at(
          all((node) => node instanceof Element),
          n,
        ) as Element | undefined
      )?.classList.toggle(at(['off', 'gone', 'clear'], place) ?? 'off'),
    (n, place) => {
      const found = at(
        all((node) => node instanceof HTMLElement),
        n,
      ) as HTMLElement | undefined;
      found?.setAttribute(
        'style',
        at(
          ['display:none', 'visibility:hidden', 'visibility:visible', '', 'display:block', 'content-visibility:hidden'],
          place,
        ) ?? '',
      );
    },
    (n) => {
      const sheet = document.querySelector('#more-rules') ?? document.createElement('style');
      sheet.id = 'more-rules';
      sheet.textContent =
        at(['section{display:none}', 'b{visibility:hidden}', 'main>div:nth-child(2){display:none}', ''], n) ?? '';
      document.head.append(sheet);
    },
    (n) => {
      document.documentElement.lang = at(['en', 'de', 'zh-CN', ''], n) ?? '';
    },
    // Shadow roots.
    (n, _, what) => {
      const host = document.createElement('div');
      const root = host.attachShadow({ mode: 'open', serializable: true });
      root.innerHTML = `<div>${text(what)}</div>`;
      (at(all(isBlock), n) as Element | undefined)?.append(host);
    },
    (n, _, what) => {
      const found = at(
        all((node) => node instanceof Element && node.shadowRoot !== null),
        n,
      ) as Element | undefined;
      found?.shadowRoot?.append(block(what));
      found?.append(text(what + 1));
    },
  ];
  for (const [kind, node, place, what] of list) {
    kinds[kind % kinds.length]?.(node, place, what);
    if (kind % 7 === 0) await new Promise((resolve) => requestAnimationFrame(resolve));
    if (kind % 11 === 0) await new Promise((resolve) => setTimeout(resolve, place % 130));
  }
};

export const applyEdits = (page: Page, list: Edit[]): Promise<void> => inPage(page, edit, list, [...ITEMS, ...STORY]);
