/** Protects what is copied from a PDF: whole words and paragraphs, as the user would type them. */
import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { copiedText } from '../../../lib/reader/view/copied-text.ts';

/**
 * Copies all of a document whose lines are spans. A line that ends in a hyphen has a line break
 * after it.
 */
function copied(html: string): string {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  const { document: whole } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  const selected = document.createDocumentFragment();
  selected.append(...document.body.childNodes);
  return copiedText(selected as unknown as DocumentFragment, whole as unknown as Document);
}

it.each([
  {
    what: 'separates paragraphs by an empty line',
    html: '<p><span>Exports of gallium</span> <span>need a licence.</span></p><h2><span>Tungsten</span></h2>',
    text: 'Exports of gallium need a licence.\n\nTungsten',
  },
  {
    what: 'joins a word that a hyphen divides at the end of a line',
    html: '<p><span>The Minis-</span><br><span>try of Commerce</span></p>',
    text: 'The Ministry of Commerce',
  },
  {
    what: 'keeps a hyphen that the word has in another line',
    html: '<p><span>Rules for dual-use goods; dual-</span><br><span>use goods</span></p>',
    text: 'Rules for dual-use goods; dual-use goods',
  },
  {
    what: 'keeps a hyphen between two words of the document that it writes together nowhere',
    html: '<p><span>As is known, a well-</span><br><span>known mine works well, they say</span></p>',
    text: 'As is known, a well-known mine works well, they say',
  },
  {
    what: 'joins two words of the document that it also writes together',
    html: '<p><span>It is how they ever did, how-</span><br><span>ever few, and however late</span></p>',
    text: 'It is how they ever did, however few, and however late',
  },
  {
    what: 'keeps a hyphen before a capital',
    html: '<p><span>Verordnung über Dual-</span><br><span>Use-Güter</span></p>',
    text: 'Verordnung über Dual-Use-Güter',
  },
  {
    what: 'takes no word for whole from a part that continues on another page',
    html: '<p><span>The list</span> <span class="carry"><span>of Minis-</span><br><span>tries</span></span></p>',
    text: 'The list of Ministries',
  },
  {
    what: 'writes ligatures as letters',
    html: '<p><span>The Oﬃce ﬁned them.</span></p>',
    text: 'The Office fined them.',
  },
])('$what', ({ html, text }) => {
  expect(copied(html)).toBe(text);
});
