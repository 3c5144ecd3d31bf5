/** Protects links of a PDF: each surrounds the words that it covers, and no others. */
import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import type { Item } from '../../../lib/reader/layout/model.ts';
import { LinkLayer, type PageLink } from '../../../lib/reader/view/link-layer.ts';

const item = (text: string, more: Partial<Item> = {}): Item => ({
  n: 0,
  text,
  left: 100,
  right: 100 + 10 * text.length,
  base: 50,
  size: 10,
  angle: 0,
  spaced: false,
  ...more,
});
const link = (url: string, from: [number, number], to: [number, number]): PageLink => ({ url, from, to });

/** The text of an item with its links in brackets. */
function linked(links: readonly PageLink[], ...items: Item[]): string[] {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const layer = new LinkLayer(document, links);
  return items.map((one) => {
    const span = document.createElement('span');
    layer.fill(span, one);
    for (const a of span.querySelectorAll('a')) a.replaceWith(`[${a.textContent}](${a.getAttribute('href')})`);
    return span.textContent ?? '';
  });
}

it.each([
  {
    what: 'a whole line, although its box is wider',
    items: [item('The Bureau')],
    links: [link('a', [97, 55], [203, 40])],
    read: ['[The Bureau](a)'],
  },
  {
    what: 'two words of a line, although letters differ in width',
    items: [item('see the list and the notice')],
    links: [link('a', [100 + 37, 55], [100 + 113, 40]), link('b', [100 + 205, 40], [100 + 278, 55])],
    read: ['see [the list](a) and the [notice](b)'],
  },
  {
    what: 'Chinese signs, which no spaces divide',
    items: [item('参见商务部公告全文')],
    links: [link('a', [120, 55], [170, 40])],
    read: ['参见[商务部公告](a)全文'],
  },
  {
    what: 'the lines that it is on, not those above and below',
    items: [item('above', { base: 38 }), item('on it'), item('below', { base: 62 })],
    links: [link('a', [100, 53], [150, 42])],
    read: ['above', '[on it](a)', 'below'],
  },
  {
    what: 'text that runs down the page',
    items: [item('a turned line', { angle: 90, left: 40, right: 170, base: -200 })],
    links: [link('a', [195, 58], [212, 118])],
    read: ['a [turned](a) line'],
  },
  {
    what: 'a whole piece of Hebrew, whose first letter is at its right',
    items: [item('ראו את ההודעה')],
    links: [link('a', [100, 55], [150, 40])],
    read: ['[ראו את ההודעה](a)'],
  },
])('a link surrounds $what', ({ items, links, read }) => {
  expect(linked(links, ...items)).toEqual(read);
});

it('a link without words is a box over the page', () => {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const layer = new LinkLayer(document, [link('https://a.example/', [50, 300], [150, 200])]);
  const span = document.createElement('span');
  layer.fill(span, item('Elsewhere'));
  expect(span.innerHTML).toBe('Elsewhere');
  const [box] = layer.boxes(500, 1000);
  expect(box?.getAttribute('style')).toMatch(/left: ?10%; ?top: ?20%; ?width: ?20%; ?height: ?10%/);
});
