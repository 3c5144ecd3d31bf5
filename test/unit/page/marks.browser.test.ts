/**
 * Protects the content of `CSS.highlights`: exactly the wanted marks, which the pointer can find.
 */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { flowsOf } from '../../../lib/page/text/collect.ts';
import type { Flow } from '../../../lib/page/text/flow.ts';
import { HIGHLIGHT_NAMES, LINK_HIGHLIGHT, OPEN_HIGHLIGHT } from '../../../lib/page/marks/highlight-names.ts';
import { clearLeftovers, Marks, type Mark } from '../../../lib/page/marks/highlighter.ts';

let root: HTMLElement;
let marks: Marks<Mark>;
beforeEach(() => {
  root = document.createElement('main');
  root.innerHTML = '<p>Exports of <b>gal</b>lium and germanium</p><p>Nvidia waits</p>';
  document.body.append(root);
  marks = new Marks(CSS.highlights);
});
afterEach(() => {
  marks.clear();
  root.remove();
});

function markOf(flow: Flow | undefined, word: string, kind = 'mineral', repeat = false): Mark {
  const start = flow?.text.indexOf(word) ?? -1;
  if (!flow || start < 0) throw new Error(`no ${word}`);
  return { flow, start, end: start + word.length, kind, repeat };
}
const names = () => HIGHLIGHT_NAMES.filter((name) => CSS.highlights.has(name));
const textsOf = (name: string): string[] =>
  [...(CSS.highlights.get(name) ?? [])].map(({ startContainer, startOffset, endContainer, endOffset }) => {
    const range = document.createRange();
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    return range.toString();
  });
/** A point in the middle of a mark. */
function pointOn(mark: Mark): [number, number] {
  const [range] = [...(CSS.highlights.get(`tradegloss-${mark.kind}`) ?? [])];
  const live = document.createRange();
  if (range) live.setStart(range.startContainer, range.startOffset);
  if (range) live.setEnd(range.endContainer, range.endOffset);
  const { x, y, width, height } = live.getBoundingClientRect();
  return [x + width / 2, y + height / 2];
}

it('does not underline words of a link that is underlined already', () => {
  root.innerHTML = '<p><a href="#a">gallium</a> and <a href="#b" style="text-decoration: none">germanium</a></p>';
  const [flow] = [...flowsOf(root)];
  marks.show(new Set([markOf(flow, 'gallium'), markOf(flow, 'germanium')]));
  expect([textsOf(LINK_HIGHLIGHT), textsOf('tradegloss-mineral')]).toEqual([['gallium'], ['germanium']]);
});

it('registers one highlight for each kind and strength, across inline elements', () => {
  const [first, second] = [...flowsOf(root)];
  const gallium = markOf(first, 'gallium');
  marks.show(new Set([gallium, markOf(first, 'germanium', 'mineral', true), markOf(second, 'Nvidia', 'company')]));
  expect(names()).toEqual(
    ['tradegloss-mineral', 'tradegloss-mineral-repeat', 'tradegloss-company'].sort(
      (a, b) => HIGHLIGHT_NAMES.indexOf(a) - HIGHLIGHT_NAMES.indexOf(b),
    ),
  );
  expect(textsOf('tradegloss-mineral')).toEqual(['gallium']);
  marks.show(new Set([gallium]));
  expect(names()).toEqual(['tradegloss-mineral']);
  marks.dropIf(() => true);
  expect([names(), marks.size]).toEqual([[], 0]);
});

it('keeps the range of a mark that stays wanted', () => {
  const [first] = [...flowsOf(root)];
  const gallium = markOf(first, 'gallium');
  marks.show(new Set([gallium]));
  const [before] = [...(CSS.highlights.get('tradegloss-mineral') ?? [])];
  marks.show(new Set([gallium, markOf(first, 'germanium')]));
  expect([...(CSS.highlights.get('tradegloss-mineral') ?? [])]).toContain(before);
});

it('finds the mark under a point, in a shadow root too, and none that is covered', () => {
  const host = document.createElement('div');
  host.attachShadow({ mode: 'open' }).innerHTML = '<p>Tungsten follows</p>';
  root.append(host);
  const inShadow = [...flowsOf(root)].find(({ text }) => text.startsWith('Tungsten'));
  const tungsten = markOf(inShadow, 'Tungsten', 'agency');
  const nvidia = markOf([...flowsOf(root)][1], 'Nvidia', 'company');
  marks.show(new Set([tungsten, nvidia]));
  expect(marks.at(...pointOn(tungsten))).toBe(tungsten);
  expect(marks.at(...pointOn(nvidia))).toBe(nvidia);
  const [x, y] = pointOn(nvidia);
  expect(marks.at(x + 300, y)).toBeNull();
  const cover = document.createElement('div');
  cover.style.cssText = 'position: fixed; inset: 0; background: white';
  root.append(cover);
  expect(marks.at(x, y)).toBeNull();
});

it('restores a highlight that the page replaced when the next mark is shown', () => {
  const [first] = [...flowsOf(root)];
  const gallium = markOf(first, 'gallium');
  marks.show(new Set([gallium]));
  CSS.highlights.set('tradegloss-mineral', new Highlight());
  marks.show(new Set([gallium, markOf(first, 'germanium')]));
  expect(textsOf('tradegloss-mineral').toSorted()).toEqual(['gallium', 'germanium']);
});

it('tints one word at a time, above the other marks, and removes the tint', () => {
  const [first] = [...flowsOf(root)];
  marks.tint(markOf(first, 'gallium'));
  marks.tint(markOf(first, 'germanium'));
  expect(textsOf(OPEN_HIGHLIGHT)).toEqual(['germanium']);
  expect(CSS.highlights.get(OPEN_HIGHLIGHT)?.priority).toBe(1);
  marks.tint(null);
  expect(names()).toEqual([]);
});

it('removes highlights of an earlier version, and keeps those of the page', () => {
  CSS.highlights.set('tradegloss-chip', new Highlight());
  CSS.highlights.set('theirs', new Highlight());
  clearLeftovers(CSS.highlights);
  expect([names(), CSS.highlights.has('theirs')]).toEqual([[], true]);
  CSS.highlights.delete('theirs');
});
