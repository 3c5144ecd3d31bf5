/**
 * A page that a library renders a thousand times: it works as without us, and its marks are right
 * at the end.
 */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { inPage } from '../../lib/tools/browser/in-page.ts';
import { useTestUser } from '../support/test-user.ts';
import { article, ITEMS } from '../support/stories.ts';

const user = useTestUser();
const PREACT = readFileSync(new URL('../../node_modules/preact/dist/preact.mjs', import.meta.url), 'utf8');

/** A keyed list that changes its order, texts and length with each render, from a seed. */
const APP = `
import { h, render } from '/preact.js';
const items = ${JSON.stringify(ITEMS)};
const root = document.querySelector('#root');
let seed = 7;
const random = (n) => (seed = (seed * 16807) % 2147483647) % n;
const Story = ({ text, hot }) => h('li', null, hot ? h('b', null, text) : text, h('small', null, ' seen ', hot ? 'twice' : 'once'));
function draw(turn) {
  const keys = items.map((_, i) => i).sort((a, b) => ((a * turn) % 7) - ((b * turn) % 7) || a - b).slice(0, 4 + random(5));
  window.drawn = keys.map((key) => items[(key + (turn % 3)) % items.length]);
  render(h('ul', null, keys.map((key, at) => h(Story, { key, text: window.drawn[at], hot: random(2) === 1 }))), root);
}
window.run = async (turns) => {
  const from = performance.now();
  for (let turn = 1; turn <= turns; turn++) {
    draw(turn);
    if (turn % 4 === 0) await new Promise((resolve) => setTimeout(resolve));
  }
  return performance.now() - from;
};
draw(0);
`;

it('marks are right after 1,000 re-renders of a keyed list', async () => {
  user().serve({ body: PREACT, type: 'text/javascript' }, '/preact.js');
  user().serve({ body: APP, type: 'text/javascript' }, '/app.js');
  const { page, marks: first } = await user().open(
    article('<div id="root"></div><script type="module" src="/app.js"></script>'),
  );
  expect(first.length).toBeGreaterThan(3);
  await page.evaluate('run(1000)');
  expect((await user().expectFresh(page)).length).toBeGreaterThan(3);
  const [texts, drawn] = await inPage(
    page,
    () =>
      [
        [...document.querySelectorAll('li')].map((li) => li.firstChild?.textContent),
        'drawn' in window ? window.drawn : null,
      ] as const,
  );
  expect(texts).toEqual(drawn);
});

it('has thrown no error', async () => {
  expect(await user().errors()).toEqual([]);
});
