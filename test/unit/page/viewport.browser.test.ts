/**
 * Protects which mentions are marked: those near the viewport, however many there are, whatever
 * element scrolls.
 */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ViewportFilter } from '../../../lib/page/marks/viewport-filter.ts';
import type { PageMention } from '../../../lib/page/mentions/mentions.ts';
import { flowsOf } from '../../../lib/page/text/collect.ts';
import type { Flow } from '../../../lib/page/text/flow.ts';
import { visibility } from '../../../lib/page/text/visibility.ts';

let root: HTMLElement;
let ending: AbortController;
let filter: ViewportFilter;
let changes = 0;
beforeEach(() => {
  root = document.createElement('main');
  document.body.append(root);
  ending = new AbortController();
  changes = 0;
  filter = new ViewportFilter(() => changes++, ending.signal);
});
afterEach(() => {
  ending.abort();
  root.remove();
});

/** Shows a page with one mention in each paragraph. */
function show(html: string): { all: readonly PageMention[]; in: (flow: Flow) => PageMention[] } {
  root.innerHTML = html;
  const all = [...flowsOf(root)].flatMap((flow): PageMention[] => {
    const start = flow.text.indexOf('gallium');
    if (start < 0) return [];
    const about = { kind: 'mineral', entry: 'mineral/gallium', name: 'Gallium', list: 'tradegloss', text: 'gallium' };
    return [{ flow, start, end: start + 7, repeat: false, personal: false, why: [], readings: [], ...about } as never];
  });
  filter.watch(all);
  return { all, in: (flow) => all.filter((mention) => mention.flow === flow) };
}
const lines = (count: number) => '<p style="height: 40px">Exports of gallium</p>'.repeat(count);
const chosen = (painted: ReturnType<typeof show>) => filter.choose(painted, () => true);
const numbersOf = (painted: ReturnType<typeof show>) =>
  [...chosen(painted)].map((mention) => painted.all.indexOf(mention));

it('marks all visible mentions if there are few', () => {
  const painted = show(`${lines(20)}<div hidden>${lines(20)}</div><div style="visibility: hidden">${lines(5)}</div>`);
  expect(painted.all).toHaveLength(45);
  expect(chosen(painted).size).toBe(20);
});

it('judges text in elements without a box by the box around them', () => {
  const inside = (style: string) =>
    `<div style="${style}"><div style="display: contents"><i style="display: contents">gallium</i></div></div>`;
  const { all } = show(`${inside('')}${inside('display: none')}${inside('visibility: hidden')}`);
  const isVisible = visibility();
  expect(all.map(isVisible)).toEqual([true, false, false]);
});

it('marks mentions in blocks without a box if there are many', async () => {
  const painted = show(`<div>${'<p style="display: contents">gallium</p><br>'.repeat(250)}</div>`);
  await expect.poll(() => chosen(painted).size).toBe(200);
});

it.each([
  ['few blocks, each observed', 250],
  ['many blocks, searched for the visible ones', 2000],
])('marks the mentions near the viewport, and others when the page scrolls: %s', async (_, count) => {
  const painted = show(lines(count));
  await expect.poll(() => numbersOf(painted).length).toBeGreaterThan(5);
  expect(numbersOf(painted).length).toBeLessThanOrEqual(200);
  expect(Math.min(...numbersOf(painted))).toBe(0);
  const before = changes;
  window.scrollTo(0, document.documentElement.scrollHeight);
  filter.moved();
  await expect.poll(() => Math.max(...numbersOf(painted))).toBe(count - 1);
  expect(Math.min(...numbersOf(painted))).toBeGreaterThan(0);
  await expect.poll(() => changes).toBeGreaterThan(before);
  window.scrollTo(0, 0);
});

it('marks at most 200 of the visible mentions near the viewport', async () => {
  const line = '<p style="font: 1px/1px serif; height: 1px; margin: 0">gallium</p>';
  const painted = show(line.repeat(1500));
  await expect.poll(() => numbersOf(painted).length).toBe(200);
});

it('checks the blocks again after a change of style that may show many of them', async () => {
  const painted = show(`<div id="gap" style="height: 50000px"></div>${lines(400)}`);
  await expect.poll(() => numbersOf(painted).length).toBe(0);
  root.querySelector('#gap')?.remove();
  filter.restyled();
  await expect.poll(() => numbersOf(painted).length).toBeGreaterThan(5);
});

it('counts blocks that the browser skips far from the window as visible, and does not force their layout', async () => {
  const skipping = 'content-visibility: auto; contain-intrinsic-size: auto 400px';
  const section = `<section style="${skipping}"><div><p>Exports of gallium</p></div></section>`;
  const painted = show(`${section.repeat(600)}<section style="${skipping}" hidden><p>No gallium</p></section>`);
  const isSkipped = (element: Element) => !element.checkVisibility({ contentVisibilityAuto: true });
  const spy = vi.spyOn(Element.prototype, 'getBoundingClientRect');
  const isVisible = visibility();
  expect(painted.all.filter(isVisible)).toHaveLength(600);
  filter.moved();
  await expect.poll(() => numbersOf(painted).length).toBeGreaterThan(0);
  expect(Math.max(...numbersOf(painted))).toBeLessThan(20);
  expect(spy.mock.contexts.length).toBeGreaterThan(500);
  expect(spy.mock.contexts.filter((element) => isSkipped(element as Element))).toEqual([]);
  spy.mockRestore();
});
