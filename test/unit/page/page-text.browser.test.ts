/**
 * Protects the text of a page from edits at any moment: once the page is idle, it equals what a
 * first reading finds.
 */
import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { flowsOf } from '../../../lib/page/text/collect.ts';
import type { Flow } from '../../../lib/page/text/flow.ts';
import { PageText } from '../../../lib/page/text/page-text.ts';
import { runs } from '../../support/runs.ts';

/** A test that needs more passes than this fails: the reading never ends. */
const MAX_PASSES = 50;

let root: HTMLElement;
const place = (html: string): HTMLElement => {
  root = document.createElement('main');
  root.innerHTML = html;
  document.body.append(root);
  return root;
};
afterEach(() => root.remove());

/** All elements, including those in open shadow roots. */
const elementsIn = (tree: ParentNode): Element[] =>
  [...tree.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? elementsIn(one.shadowRoot) : [])]);
const textsIn = (tree: ParentNode): Text[] =>
  [tree, ...elementsIn(tree), ...elementsIn(tree).flatMap((one) => one.shadowRoot ?? [])].flatMap((one) =>
    [...one.childNodes].filter((node) => node instanceof Text),
  );
const pick = <T>(items: readonly T[], n: number): T | undefined => items[n % items.length];

/** True if an element contains another, across shadow roots. */
function holds(element: Element, other: Node): boolean {
  if (element.contains(other)) return true;
  const tree = other.getRootNode();
  return tree instanceof ShadowRoot && holds(element, tree.host);
}

const INSERTED = [
  '<p>A line.</p>',
  'bare text ',
  '<b>bold</b> and <i>more</i>',
  '<span>a <div>block</div> in a line</span>',
  '<section><h2>Head</h2><p>One.</p><p>Two.</p><ul><li>Three</li></ul></section>',
  '<code>not read</code>',
  '<div contenteditable>edited</div>',
  '<form><input name="parentNode"><p>In a form.</p></form>',
  '',
];

interface Edit {
  what: 'insert' | 'move' | 'remove' | 'text' | 'data' | 'editable' | 'host' | 'unwrap';
  at: number;
  to: number;
}

function apply({ what, at, to }: Edit): void {
  const elements = elementsIn(root);
  const element = pick(elements, at);
  const other = pick([root, ...elements], to);
  if (what === 'insert') {
    const template = document.createElement('template');
    template.innerHTML = pick(INSERTED, to) ?? '';
    (element ?? root).append(template.content);
  } else if (what === 'host') {
    const host = document.createElement('div');
    host.attachShadow({ mode: 'open' }).innerHTML = pick(INSERTED, to) ?? '';
    (element ?? root).before(host);
  } else if (what === 'text') (element ?? root).append(new Text(`word${at} `));
  else if (what === 'data') {
    const text = pick(textsIn(root), at);
    if (text) text.data = `changed${to}`;
  } else if (!element || !other) return;
  else if (what === 'remove') element.remove();
  else if (what === 'move' && !holds(element, other)) other.prepend(element);
  else if (what === 'editable') element.toggleAttribute('contenteditable');
  else if (what === 'unwrap') element.replaceWith(...element.childNodes);
}

const edit: fc.Arbitrary<Edit> = fc.record({
  what: fc.constantFrom('insert', 'move', 'remove', 'text', 'data', 'editable', 'host', 'unwrap'),
  at: fc.nat(1000),
  to: fc.nat(1000),
});

/** A page that is read, with the flows that it reported as added and not as removed. */
class Watched {
  readonly #options: MutationObserverInit = {
    childList: true,
    characterData: true,
    attributeFilter: ['contenteditable'],
    subtree: true,
  };
  readonly #observer = new MutationObserver(() => undefined);
  readonly held = new Set<Flow>();
  readonly text = new PageText({
    *root() {
      yield;
      return root;
    },
    leaveOut: () => false,
    onRoot: (shadow) => this.#observer.observe(shadow, this.#options),
    onUndefined: () => undefined,
  });

  constructor() {
    this.#observer.observe(root, this.#options);
  }

  edit(edits: readonly Edit[]): void {
    edits.forEach(apply);
    this.text.touch(this.#observer.takeRecords());
  }

  /** Reads until nothing is left, and calls `between` in each pause. */
  read(between: () => void = () => undefined): void {
    for (let pass = 0; pass < MAX_PASSES; pass++) {
      const read: Flow[] = [];
      const work = this.text.refresh((flow) => {
        read.push(flow);
        return [];
      });
      let step = work.next();
      for (; !step.done; step = work.next()) between();
      if (step.value) {
        const { added, removed } = step.value;
        if (read.length !== added.length) throw new Error('some of what was read was not added');
        for (const flow of removed) if (!this.held.delete(flow)) throw new Error('removed, and never added');
        for (const flow of added) this.held.add(flow);
      }
      if (!this.text.changed) return;
    }
    throw new Error('it was never read to the end');
  }

  /** All flows, and whether they equal the reported ones. */
  found() {
    const { flows } = this.text;
    return { ...partsOf(flows), isHeld: flows.length === this.held.size && flows.every((flow) => this.held.has(flow)) };
  }
}

const partsOf = (flows: readonly Flow[]) => ({
  texts: flows.map(({ text }) => text),
  nodes: flows.map(({ nodes }) => nodes),
});
const fresh = () => ({ ...partsOf([...flowsOf(root)]), isHeld: true });

const START =
  '<h1>Title</h1><p>One <b>bold</b> line.</p><div>Two<p>Three</p>Four</div><ul><li>Five</li><li>Six</li></ul>';

it('equals a first reading after edits between readings', () => {
  fc.assert(
    fc.property(fc.array(fc.array(edit, { maxLength: 4 }), { maxLength: 8 }), (turns) => {
      place(START);
      const page = new Watched();
      page.read();
      for (const edits of turns) {
        page.edit(edits);
        page.read();
        expect(page.found()).toEqual(fresh());
      }
      root.remove();
    }),
    runs(300),
  );
});

it('equals a first reading after edits in the pauses of a reading', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(6), fc.array(edit, { minLength: 1, maxLength: 3 })), { maxLength: 12 }),
      (turns) => {
        // Enough for the walk to pause inside a text and inside a block.
        place(START + '<p>' + '<i>a</i> b '.repeat(200) + '</p>' + '<div><p>c</p></div>'.repeat(100));
        const page = new Watched();
        const waiting = [...turns];
        let pauses = waiting[0]?.[0] ?? 0;
        page.read(() => {
          if (pauses-- > 0) return;
          const [, edits] = waiting.shift() ?? [0, []];
          pauses = waiting[0]?.[0] ?? Infinity;
          page.edit(edits);
        });
        expect(page.found()).toEqual(fresh());
        root.remove();
      },
    ),
    runs(200),
  );
});

it('equals a first reading after more changes at once than are processed one by one', () => {
  place(START);
  const page = new Watched();
  page.read();
  const list = document.createElement('div');
  root.append(list);
  for (let n = 0; n < 12_000; n++) list.append(`word ${n} `);
  page.edit([]);
  page.read();
  expect(page.found()).toEqual(fresh());
});
