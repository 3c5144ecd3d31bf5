/**
 * Protects the reader's page from documents: it copies their text and structure, and nothing else.
 */
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { copyStructure } from '../../../lib/reader/text/copy-structure.ts';

function copied(html: string): string {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  const { document: into } = parseHTML('<!doctype html><html><body></body></html>');
  into.body.append(copyStructure(document.body, into as unknown as Document) as never);
  return into.body.innerHTML;
}

it.each([
  ['<p onclick="x()" style="color:red" class="a" id="b">Gallium</p>', '<p>Gallium</p>'],
  ['<script>x()</script><style>p{}</style>text<noscript>no</noscript>', 'text'],
  ['<img src=x onerror=x()><iframe src=x>in</iframe><object data=x>ob</object>', ''],
  ['<svg><script>x()</script><a href="javascript:x()">in</a></svg>after', 'after'],
  ['<a href="javascript:x()">link</a>', 'link'],
  ['<a href="data:text/html,x">link</a>', 'link'],
  ['<section><custom-thing>Gallium</custom-thing></section>', '<div>Gallium</div>'],
  ['<form action=x><p>asks</p></form><input value=v><button>b</button>', ''],
  ['<p hidden>unseen</p><td lang="zh">镓</td>', '<td lang="zh">镓</td>'],
])('%s becomes %s', (html, kept) => {
  expect(copied(html)).toBe(kept);
});

it('keeps links to the web, which open in a new tab without a referrer', () => {
  const link = copied('<a href="https://gov.example/a?b" ping="x" onclick="y()">link</a>');
  for (const part of ['href="https://gov.example/a?b"', 'target="_blank"', 'rel="noreferrer"', '>link</a>'])
    expect(link).toContain(part);
  expect(link).not.toMatch(/ping|onclick/);
});

it('copies no active attribute or element, whatever a document contains', () => {
  const name = fc.constantFrom('p', 'div', 'img', 'script', 'a', 'svg', 'style', 'iframe', 'base', 'link', 'meta', 'b');
  const attribute = fc.constantFrom('onload=x()', 'href=javascript:x()', 'src=x', 'style=a:b', 'srcdoc=x', 'href=//x');
  const element = fc.tuple(name, attribute, fc.lorem()).map(([tag, what, text]) => `<${tag} ${what}>${text}</${tag}>`);
  fc.assert(
    fc.property(fc.array(element, { maxLength: 8 }), (elements) => {
      expect(copied(elements.join(''))).not.toMatch(
        /<(?:script|img|svg|style|iframe|base|link|meta)|\son|src|javascript:/,
      );
    }),
  );
});

it('stops at a limit in a very deep tree', () => {
  expect(copied(`${'<div>'.repeat(3000)}deep${'</div>'.repeat(3000)}`)).not.toContain('deep');
});
