/**
 * Protects how the text of a page is collected: one flow for each block, across inline elements.
 */
import { afterEach, expect, it } from 'vitest';
import { flowsOf, pointAt, walkFlows } from '../../../lib/page/text/collect.ts';

let root: HTMLElement;
function place(html: string): HTMLElement {
  root = document.createElement('main');
  root.innerHTML = html;
  document.body.append(root);
  return root;
}
afterEach(() => root.remove());

const textsOf = (html: string): string[] => [...flowsOf(place(html))].map(({ text }) => text);

it.each<[what: string, html: string, texts: string[]]>([
  ['joins the text of inline elements', '<p>Exports of <b>gal</b>lium</p>', ['Exports of gallium']],
  ['splits the text around a block', 'One<div>Two</div>three', ['One', 'Two', 'three']],
  ['splits the text at a block in an inline element', '<a>One<div>Two</div>three</a>', ['One', 'Two', 'three']],
  ['ends a line at a line break', '<p>One<br>two</p>', ['One\ntwo']],
  ['leaves out space before the first word', '<p>  <b> </b>One </p>', ['One ']],
  ['replaces code by one placeholder character', '<p>Run <code>gallium</code> now</p>', ['Run \uFFFC now']],
  [
    'leaves out editable elements',
    '<p>One <b contenteditable>two</b> three</p><p contenteditable>four</p>',
    ['One \uFFFC three', '\uFFFC'].slice(0, 1),
  ],
  [
    'leaves out scripts, styles and templates',
    '<p>One<script>1</script><style>p{}</style><template>two</template> three</p>',
    ['One three'],
  ],
  ['leaves out the readings of ruby', '<p><ruby>镓<rt>jiā</rt></ruby>出口</p>', ['镓出口']],
  [
    'reads a form whose controls hide its DOM properties',
    '<form><input name="firstChild"><input name="nextSibling"><p>One</p></form><p>two</p>',
    ['One', 'two'],
  ],
  ['ignores comments and empty elements', '<p><!-- no -->One<span></span><!-- no --> two</p>', ['One two']],
])('%s', (_, html, texts) => {
  expect(textsOf(html)).toEqual(texts);
});

it('reads open shadow roots before the other content of their hosts, and reports them', () => {
  place('<div id="host"><p slot="a">slotted</p></div><p>after</p>');
  const host = root.querySelector('#host');
  const shadow = host?.attachShadow({ mode: 'open' });
  if (!shadow) throw new Error('no shadow root');
  shadow.innerHTML = '<p>inside</p><slot name="a"></slot><div contenteditable>edited</div>';
  const roots: ShadowRoot[] = [];
  const texts = [...flowsOf(root, { onRoot: (one) => roots.push(one) })].map(({ text }) => text);
  expect(texts).toEqual(['inside', 'slotted', 'after']);
  expect(roots).toEqual([shadow]);
});

it('marks the flows of headings as such', () => {
  place('<h2>One <i>two</i></h2><p>three</p>');
  expect([...flowsOf(root)].map(({ text, heading }) => [text, heading])).toEqual([
    ['One two', true],
    ['three', false],
  ]);
});

it('delivers a long text in parts, and each position leads back to its node, even among many nodes', () => {
  const sentence = 'Nothing of note came over the wire. ';
  place(`<p>${sentence.repeat(900)}<b>Exports</b> ${`<i>${sentence}</i>`.repeat(900)}</p>`);
  const flows = [...flowsOf(root)];
  expect(flows.length).toBeGreaterThan(2);
  expect(flows.map(({ text }) => text).join('')).toBe(root.textContent);
  for (const flow of flows) {
    expect(flow.text.length).toBeLessThanOrEqual(20_000);
    for (const at of [0, 1, Math.floor(flow.text.length / 2), flow.text.length - 1]) {
      const { node, offset } = pointAt(flow, at, false);
      expect(node.data.slice(offset, offset + 1)).toBe(flow.text.slice(at, at + 1));
    }
  }
});

it('can pause after some hundred nodes, whatever they are', () => {
  place(`${'<i></i>'.repeat(3000)}${'<!-- -->'.repeat(3000)}${'<div></div>'.repeat(3000)}<script></script>`);
  let pauses = 0;
  for (const flow of walkFlows(root)) if (flow === null) pauses++;
  expect(pauses).toBeGreaterThan(9000 / 256 - 1);
});

const [A, B] = ['<a>Gallium</a>', '<a>Germanium</a>'];
const PARTED = ['Gallium\n\nGermanium'];
const JOINED = ['GalliumGermanium'];
const styled = (css: string, html = A + B): string => `<style>a { ${css} }</style><nav>${html}</nav>`;

it.each<[what: string, html: string, texts: string[]]>([
  ['links', styled(''), JOINED],
  ['links shown as blocks', styled('display: block'), PARTED],
  ['inline-blocks', styled('display: inline-block'), PARTED],
  ['flex items', `<style>nav { display: flex }</style><nav>${A}${B}</nav>`, PARTED],
  ['grid items', `<style>nav { display: grid }</style><nav>${A}${B}</nav>`, PARTED],
  [
    'flex items inside `display: contents`',
    `<style>nav { display: flex } s { display: contents }</style><nav><s>${A}</s><s>${B}</s></nav>`,
    PARTED,
  ],
  ['a border around each', styled('border: 1px solid'), PARTED],
  [
    'an icon from a style sheet',
    `<style>a::before { content: ""; display: inline-block; width: 16px }</style><nav>${A}${B}</nav>`,
    PARTED,
  ],
  [
    'an empty box over each link',
    `<style>a { position: relative } a::after { content: ""; position: absolute; inset: 0 }</style><nav>${A}${B}</nav>`,
    JOINED,
  ],
  ['a drawing', `<nav>${A}<svg width="9" height="9"></svg>${B}</nav>`, ['Gallium\uFFFC\n\nGermanium']],
  ['a drawing behind a link in a sentence', `<p>${A}<svg></svg> fell</p>`, ['Gallium\uFFFC fell']],
  ['the number of a note', '<p>Gallium<sup><a>1</a></sup> fell</p>', ['Gallium 1 fell']],
  ['a power and an isotope', '<p>10 km<sup>2</sup>, U<sup>235</sup></p>', ['10 km2, U235']],
  ['cells of a table', styled('display: table-cell'), PARTED],
  ['a margin', styled('margin-left: 1em'), PARTED],
  ['a margin between letters', styled('margin-right: 0.05em'), JOINED],
  ['padding on both sides', styled('padding: 0 4px'), PARTED],
  ['a float', styled('float: left'), PARTED],
  ['absolute position', styled('position: absolute'), PARTED],
  ['a shift to the side', '<nav>Gallium<i style="position: relative; left: 2em">Germanium</i></nav>', PARTED],
  [
    'signs from a style sheet',
    '<style>a + a::before { content: "›" }</style><nav><a>Gallium</a><a>Germanium</a></nav>',
    PARTED,
  ],
  ['a spacer', `<nav>${A}<i style="display: inline-block; width: 1em"></i>${B}</nav>`, PARTED],
  ['a block followed by an inline element', '<nav><b style="display: block">Gallium</b><i>Germanium</i></nav>', PARTED],
  ['indices set low', '<p>Li<sub style="position: relative; bottom: -0.25em">2</sub>CO<sub>3</sub></p>', ['Li2CO3']],
  ['bold words beside plain ones', '<p><b>Bureau</b> of <b>Indus</b>try</p>', ['Bureau of Industry']],
  ['a first letter that floats', '<p><span style="float: left">G</span>allium</p>', ['Gallium']],
  [
    'letters in elements of their own',
    '<p>' + [...'TIN'].map((one) => `<span style="display: inline-block">${one}</span>`).join('') + '</p>',
    ['TIN'],
  ],
  ['Chinese links in a sentence', '<p>出口<a>镓</a>和<a>锗</a></p>', ['出口镓和锗']],
  ['Chinese items', '<style>a { display: inline-block }</style><nav><a>镓</a><a>锗</a></nav>', ['镓\n\n锗']],
])('separates or joins words as the layout does: %s', (_, html, texts) => {
  expect(textsOf(html)).toEqual(texts);
});

it('reads computed styles only where letters of two elements touch', () => {
  let asked = 0;
  const texts = (html: string) => [...flowsOf(place(html), { onStyleAsked: () => asked++ })].length;
  expect(texts(`<p>One <a>two</a>, (<b>three</b>) <i>four</i>. “<em>five</em>” ${A}</p>`)).toBe(1);
  expect(asked).toBe(0);
  root.remove();
  expect(texts(`<p>${A}${B}<i> </i>${A}</p>`)).toBe(1);
  expect(asked).toBe(1);
});
