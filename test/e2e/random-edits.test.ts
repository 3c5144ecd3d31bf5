/**
 * Edits pages at random, as any site's scripts do. At rest the marks are those of a fresh load of
 * the same DOM. The first cases are single edits that random runs found unnoticed.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inPage } from '../../lib/tools/browser/in-page.ts';
import { applyEdits, EDITED_PAGE, edits } from '../support/edits.ts';
import { useTestUser } from '../support/test-user.ts';
import { runs } from '../support/runs.ts';
import { article, paragraphs, STORY } from '../support/stories.ts';

const user = useTestUser();
const RUNS = 8;

const CASES: [what: string, edit: () => void, body?: string][] = [
  [
    'a shadow root that comes with its host',
    () => {
      const host = document.createElement('div');
      host.attachShadow({ mode: 'open', serializable: true }).innerHTML = '<p>Smelters ship graphite.</p>';
      document.body.append(host);
    },
  ],
  [
    'a custom element whose script comes late',
    () => {
      const define = () =>
        customElements.define(
          'late-story',
          class extends HTMLElement {
            constructor() {
              super();
              this.attachShadow({ mode: 'open', serializable: true }).innerHTML = '<p>Smelters ship graphite.</p>';
            }
          },
        );
      setTimeout(define, 700);
    },
    '<late-story></late-story>',
  ],
  ['text that becomes editable', () => document.querySelector('p')?.setAttribute('contenteditable', '')],
  [
    'text that was editable',
    () => document.querySelector('[contenteditable]')?.removeAttribute('contenteditable'),
    '<div contenteditable>Graphite is edited.</div>',
  ],
  [
    'the rest of a paragraph, shown by a class',
    () => document.querySelector('.off')?.classList.remove('off'),
    '<style>.off{display:none}</style><p>Read more: <span class="off">graphite and zinc.</span></p>',
  ],
  ['a part hidden by its style', () => document.querySelector('p')?.style.setProperty('visibility', 'hidden')],
  [
    'a heading between two mentions',
    () => document.querySelector('p')?.insertAdjacentHTML('afterend', '<h2>Later</h2>'),
    '<p>More gallium.</p>',
  ],
];

it.each(CASES)('%s', async (_, edit, more = '') => {
  const { page, marks } = await user().open(article(`${paragraphs(STORY)}${more}`));
  await inPage(page, edit);
  await page.waitForFunction('!document.querySelector("late-story") || customElements.get("late-story")');
  expect(await user().expectFresh(page)).not.toEqual(marks);
  await page.close();
});

it('marks after random edits are those of a fresh load', async () => {
  await fc.assert(
    fc.asyncProperty(edits, async (list) => {
      const { page } = await user().open(EDITED_PAGE);
      try {
        await applyEdits(page, list);
        await user().expectFresh(page);
      } finally {
        await page.close();
      }
    }),
    { ...runs(RUNS), interruptAfterTimeLimit: 180_000 },
  );
}, 300_000);

it('has thrown no error', async () => {
  expect(await user().errors()).toEqual([]);
});
