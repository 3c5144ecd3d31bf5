/**
 * Protects the speed of pages that insert many elements at once. If a script holds a live list or
 * counts children, the browser visits all of them.
 */
import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { hasChildren } from '../../../lib/page/dom/safe-dom.ts';
import { parseHTML } from 'linkedom';

const LIVE = /getElementsBy\w+|childElementCount|\.children\b|\.(?:images|links|forms|scripts)\b/;

it('no file of the page script holds a live list or counts children', () => {
  const files = globSync('lib/page/**/*.ts');
  expect(files.length).toBeGreaterThan(50);
  expect(files.filter((file) => LIVE.test(readFileSync(file, 'utf8')))).toEqual([]);
});

it('checks for a number of children without counting all of them', () => {
  const { document } = parseHTML('<p>a<b>b</b>c<i>d</i>e</p><hr>');
  const [two, none] = [document.querySelector('p'), document.querySelector('hr')];
  if (!two || !none) throw new Error('not parsed');
  expect([1, 2, 3].map((count) => hasChildren(two, count))).toEqual([true, true, false]);
  expect(hasChildren(none, 1)).toBe(false);
});
