/**
 * Protects large pages. The cost of reading grows no faster than the page, and one step is bounded.
 * The test counts reads of nodes over three doublings of the page.
 */
import { expect, it } from 'vitest';
import { articleRoot } from '../../../lib/page/text/article-root.ts';
import { PageText } from '../../../lib/page/text/page-text.ts';
import { countedDocument, type CountedDocument } from '../../support/dom-reads.ts';

const SIZES = [500, 1000, 2000, 4000];
/**
 * The most that the cost may grow by when the page doubles. It is above 2 because constant work
 * counts too.
 */
const MAX_GROWTH = 2.3;
/** The most reads in one step, whatever the page: a walk pauses after some hundred nodes. */
const MAX_READS_A_STEP = 6_000;

interface Cost {
  reads: number;
  longestStep: number;
}

/** Runs work to its end, and counts its reads of nodes. */
function costOf(reads: () => number, work: Iterator<unknown>): Cost {
  const cost = { reads: 0, longestStep: 0 };
  for (;;) {
    const before = reads();
    const { done } = work.next();
    const step = reads() - before;
    cost.reads += step;
    cost.longestStep = Math.max(cost.longestStep, step);
    if (done) return cost;
  }
}

function pageOf({ document }: CountedDocument): PageText {
  return new PageText({
    *root() {
      yield;
      return document.body;
    },
    leaveOut: () => false,
    onRoot: () => undefined,
    onUndefined: () => undefined,
  });
}

/** A mutation record, as an observer gets it. */
const record = (target: Node, added: Node[], removed: Node[] = []): MutationRecord =>
  ({ type: 'childList', target, addedNodes: added, removedNodes: removed }) as unknown as MutationRecord;

/** The cost of reading a page again after a change. */
function costOfChange(html: string, change: (document: Document) => MutationRecord[]): Cost {
  const counted = countedDocument(html);
  const page = pageOf(counted);
  costOf(
    counted.reads,
    page.refresh(() => []),
  );
  const records = change(counted.document);
  counted.countNew();
  const before = counted.reads();
  page.touch(records);
  const touch = counted.reads() - before;
  const cost = costOf(
    counted.reads,
    page.refresh(() => []),
  );
  return { reads: cost.reads + touch, longestStep: cost.longestStep };
}

const body = (inner: string) => `<!doctype html><html><head></head><body><p>Gallium.</p>${inner}</body></html>`;
const deep = (depth: number, inner: string) => '<div>'.repeat(depth) + inner + '</div>'.repeat(depth);

function inserted(document: Document, html: string): MutationRecord[] {
  const element = document.createElement('div');
  element.innerHTML = html;
  document.body.append(element);
  return [record(document.body, [element])];
}

function comeAndGo(document: Document, count: number): MutationRecord[] {
  return Array.from({ length: count }, () => {
    const element = document.createElement('div');
    return [record(document.body, [element]), record(document.body, [], [element])];
  }).flat();
}

const CASES: Record<string, (size: number) => Cost> = {
  'many inline elements, inserted': (size) =>
    costOfChange(body(''), (document) => inserted(document, '<b>a</b> '.repeat(size))),
  'many paragraphs, inserted': (size) =>
    costOfChange(body(''), (document) => inserted(document, '<p>One line.</p>'.repeat(size))),
  'many elements that are added and removed, in a page as long and deep': (size) =>
    costOfChange(body(deep(size / 10, '<p>One line.</p>'.repeat(size))), (document) => comeAndGo(document, size / 5)),
  'text between many blocks': (size) =>
    costOfChange(body('<div>a</div> text '.repeat(size)), (document) => {
      const text = document.createTextNode('more');
      document.body.append(text);
      return [record(document.body, [text])];
    }),
  'many texts that change, in nested elements': (size) =>
    costOfChange(body(`${'<div>a'.repeat(size / 10)}${'</div>'.repeat(size / 10)}`), (document) =>
      [...document.querySelectorAll('div')].map((element) => {
        const text = document.createTextNode('b');
        element.append(text);
        return record(element, [text]);
      }),
    ),
  'one text of many nodes': (size) => {
    const counted = countedDocument(body(`<p>${'word <b>by</b> word '.repeat(size * 4)}</p>`));
    const page = pageOf(counted);
    return costOf(
      counted.reads,
      page.refresh(() => []),
    );
  },
  'finding the article among many nested ones': (size) => {
    const { document, reads } = countedDocument(
      body(`${'<article>'.repeat(size / 10)}${'<p>One line.</p>'.repeat(size)}${'</article>'.repeat(size / 10)}`),
    );
    return costOf(reads, articleRoot(document));
  },
};

it.each(Object.entries(CASES))('reading costs no more than in proportion to the page: %s', (_, cost) => {
  const costs = SIZES.map(cost);
  costs.forEach(({ reads, longestStep }, n) => {
    const before = costs[n - 1];
    if (before) expect(reads / before.reads).toBeLessThan(MAX_GROWTH);
    expect(longestStep).toBeLessThan(MAX_READS_A_STEP);
  });
});
