/**
 * Pages that try to make us block their thread: each has much to read at once. `body` is there from
 * the start; `act` runs after the page was read. A timer of the page records how long it had to
 * wait. `e2e/freezing.test.ts` compares this with the same page and an empty extension.
 */
import { hostile, TEXT } from './page.ts';

export interface FreezingPage {
  name: string;
  head?: string;
  body: string;
  /** Run by the page itself, in one task. */
  act?: string;
  /** CI shows this page too: one for each way in which a page can give us much to do. */
  inCi?: true;
  /** Read with the setting "marks in the article only". */
  inArticle?: true;
  /** false: at the end nothing of it is marked. */
  marked?: false;
  /** Milliseconds, for a browser that delays the page's timer longer than the common bound. */
  maxMoreInFirefoxMs?: number;
  maxMoreInChromiumMs?: number;
}

const NAMING = 'Exports of gallium, germanium and antimony need a licence.';
const PLAIN = 'Nothing of note came over the wire while the ship lay in harbour.';
const nested = (depth: number, tag: string, inner: string): string =>
  `<${tag}>`.repeat(depth) + inner + `</${tag}>`.repeat(depth);
/** A figure that changes every 50 milliseconds, so that the page is read repeatedly. */
const TICKER = `<p id="ticker">Tungsten at <b>1</b></p><script>setInterval(() => { document.querySelector('#ticker b').firstChild.data = String(performance.now()); }, 50);</script>`;
const jsonLd = (text: string): string => `<script type="application/ld+json">${text}</script>`;
/**
 * Adds `html` in a new hidden element at the end of the page, because its layout would take longer
 * than our reading.
 */
const insert = (html: string): string =>
  `const all = document.createElement('div'); all.hidden = true; all.innerHTML = ${html}; document.body.append(all);`;

/** The pages of the attack of 1 December 2026. */
const REPORTED: readonly FreezingPage[] = [
  {
    name: '300,000 inline elements, inserted at once',
    inCi: true,
    body: '',
    act: insert(`'<b>a</b> '.repeat(300_000)`),
  },
  { name: '300,000 empty blocks, inserted at once', body: '', act: insert(`'<div></div>'.repeat(300_000)`) },
  {
    name: '8,000 paragraphs that name things, inserted at once',
    inCi: true,
    body: '',
    act: insert(`'<p>${NAMING} ${PLAIN}</p>'.repeat(8_000)`),
  },
  {
    name: '8,000 paragraphs that name nothing, inserted at once',
    body: '',
    act: insert(`'<p>${PLAIN} ${PLAIN}</p>'.repeat(8_000)`),
  },
  {
    name: '900 elements that come and go in one turn, beside 18,000 paragraphs 60 deep',
    body: nested(60, 'div', `<p>${PLAIN}</p>`.repeat(18_000)),
    act: `for (let k = 0; k < 900; k++) { const one = document.createElement('div'); document.body.append(one); one.remove(); }`,
  },
  { name: '300,000 inline elements in a hidden block', body: `<div hidden>${'<b>a</b> '.repeat(300_000)}</div>` },
  { name: '500,000 hidden empty blocks', body: `<div hidden>${'<div></div>'.repeat(500_000)}</div>` },
  {
    name: '20 MB of JSON-LD beside a ticker',
    head: jsonLd(
      JSON.stringify({
        '@graph': Array.from({ length: 400_000 }, (_, n) => ({ '@type': 'Thing', '@id': `https://x.example/${n}` })),
      }),
    ),
    body: TICKER,
  },
  {
    name: '200,000 <meta> beside a ticker',
    head: '<meta name="a" content="b">'.repeat(200_000),
    body: TICKER,
  },
  {
    name: '60,000 scripts of JSON-LD beside a ticker',
    inCi: true,
    head: jsonLd('{"@type":"Thing","name":"x"}').repeat(60_000),
    body: TICKER,
  },
  {
    name: '1,500 nested articles over 4,000 paragraphs',
    inCi: true,
    body: '<div id="deep" hidden></div>',
    marked: false,
    act: `let at = document.querySelector('#deep'); for (let k = 0; k < 1500; k++) at = at.appendChild(document.createElement('article')); at.innerHTML = '<p>${PLAIN} ${PLAIN}</p>'.repeat(4_000);`,
    inArticle: true,
  },
];

/** More pages of the same kind. */
const MORE: readonly FreezingPage[] = [
  {
    name: 'a table of 80,000 cells, inserted at once where it is seen',
    body: '',
    // Its layout takes the page half a second, and each of our style rules for all elements adds to
    // it.
    act: `const all = document.createElement('div'); all.innerHTML = '<table>' + ('<tr>' + '<td>wire</td>'.repeat(10) + '</tr>').repeat(8_000) + '</table>'; document.body.append(all);`,
  },
  {
    name: '300,000 paragraphs side by side, of which a few in the middle change',
    inCi: true,
    body: `<div hidden>${'<p>a</p>'.repeat(300_000)}</div>`,
    act: `const all = document.querySelectorAll('p'); let n = 0; setInterval(() => { for (let k = 0; k < 12; k++) all[150_000 + 1000 * k].firstChild.data = 'b' + n; n++; }, 100);`,
  },
  {
    name: '50,000 changes of one text in one turn',
    inCi: true,
    body: `<p id="text">${PLAIN}</p>${`<p>${NAMING}</p>`.repeat(500)}`,
    act: `const { firstChild } = document.querySelector('#text'); for (let k = 0; k < 50_000; k++) firstChild.data = 'a' + k;`,
  },
  {
    name: '30,000 custom elements, each of a name of its own',
    body: '',
    act: insert(`Array.from({ length: 30_000 }, (_, n) => '<x-' + n + '>a</x-' + n + '>').join('')`),
  },
  {
    name: '200,000 <time> beside a ticker',
    body: `${TICKER}<div hidden>${'<time>a</time>'.repeat(200_000)}</div>`,
  },
  {
    name: '60,000 hidden elements that each name something',
    body: `<p hidden>${'<b>gallium</b> is <i>rare</i>. '.repeat(60_000)}</p>`,
  },
  {
    name: '40,000 paragraphs that name things, while the page scrolls',
    inCi: true,
    body: `<p>${NAMING}</p>`.repeat(40_000),
    act: `let n = 0; const timer = setInterval(() => { scrollTo(0, (n++ % 20) * 40_000); if (n > 40) clearInterval(timer); }, 100);`,
  },
  {
    name: '20,000 open shadow roots, inserted at once',
    inCi: true,
    body: '',
    act: `const all = document.createElement('div'); for (let k = 0; k < 20_000; k++) { const host = document.createElement('div'); host.attachShadow({ mode: 'open' }).innerHTML = '<p>${PLAIN}</p>'; all.append(host); } document.body.append(all);`,
  },
  {
    name: '50,000 paragraphs moved from one element to another and back',
    body: `<div id="one"><section>${`<p>${PLAIN}</p>`.repeat(50_000)}</section></div><div id="two"></div>`,
    act: `const section = document.querySelector('section'); const [one, two] = [document.querySelector('#one'), document.querySelector('#two')]; one.hidden = two.hidden = true; setInterval(() => (section.parentNode === one ? two : one).append(section), 300);`,
  },
  {
    name: 'one text of 200,000 nodes with a ticker in it',
    body: '<div id="text" hidden></div>',
    act: `const text = document.querySelector('#text'); const all = new DocumentFragment(); for (let k = 0; k < 200_000; k++) all.append('word ' + k + ', '); text.append(all); setInterval(() => { text.childNodes[100_000].data = 'word ' + performance.now(); }, 50);`,
  },
  {
    name: '3,000 elements in one another, each with a text that changes',
    body: '<div id="deep" hidden></div>',
    act: `let at = document.querySelector('#deep'); const texts = []; for (let k = 0; k < 3000; k++) { at = at.appendChild(document.createElement('div')); texts.push(at.appendChild(new Text('a'))); } let n = 0; setInterval(() => { n++; for (const text of texts) text.data = 'b' + n; }, 200);`,
  },
  {
    name: 'a body of 60,000 elements put in anew four times a second',
    inCi: true,
    marked: false,
    body: '',
    act: `const html = document.body.innerHTML + '<div hidden>' + '<p>${PLAIN}</p>'.repeat(30_000) + '</div>'; setInterval(() => { const body = document.createElement('body'); body.innerHTML = html; document.documentElement.replaceChild(body, document.body); }, 250);`,
  },
  {
    // With 100,000, Firefox ESR 153 sometimes hangs forever, even with an empty extension.
    name: '20,000 editors, of which one is switched on and off',
    body: `<div hidden>${'<div contenteditable>a</div>'.repeat(20_000)}</div>`,
    act: `const one = document.querySelector('[contenteditable]'); setInterval(() => { one.contentEditable = one.contentEditable === 'true' ? 'false' : 'true'; }, 20);`,
  },
];

/** Pages that others may think of. */
const STRANGERS: readonly FreezingPage[] = [
  {
    name: '8,000 headings that name something, one of which ticks',
    body: `<h2 id="heading">Gallium 1</h2><div hidden>${`<h2>Gallium</h2><p>${NAMING}</p>`.repeat(8_000)}</div>`,
    act: `const { firstChild } = document.querySelector('#heading'); setInterval(() => { firstChild.data = 'Gallium ' + performance.now(); }, 50);`,
  },
  {
    name: 'a table of 300,000 cells, inserted at once',
    body: '',
    act: insert(
      `'<table>' + ('<tr>' + '<td>gallium</td><td>12.5</td><td>LREE</td>'.repeat(100) + '</tr>').repeat(1000) + '</table>'`,
    ),
  },
  {
    name: 'a table of 50,000 cells, 500 of which change twenty times a second',
    // It takes 92 to 103 ms there: senses are chosen repeatedly over 25,000 mentions.
    maxMoreInFirefoxMs: 150,
    // It takes 106 to 122 ms on a quiet machine. Our work lets the page's timers run every 50 ms,
    // and V8 stops for 45 to 59 ms to collect what 25,000 cells and their mentions left. Our
    // longest task takes 30 ms.
    maxMoreInChromiumMs: 200,
    body: `<table hidden>${`<tr>${'<td>gallium</td><td>12.5</td>'.repeat(50)}</tr>`.repeat(500)}</table>`,
    act: `const cells = document.querySelectorAll('td'); let n = 0; setInterval(() => { for (let k = 0; k < 500; k++) cells[(k * 97) % cells.length].firstChild.data = String(n++); }, 50);`,
  },
  {
    name: '5,000 paragraphs, of which hundreds become editors and back',
    inCi: true,
    // It takes 104 to 111 ms on a machine with other work, and 6 to 9 ms without us.
    maxMoreInFirefoxMs: 150,
    body: `<div hidden>${`<p>${NAMING}</p>`.repeat(5_000)}</div>`,
    act: `const all = [...document.querySelectorAll('[hidden] p')]; let n = 0; setInterval(() => { n++; for (let k = 0; k < 300; k++) all[(k * 17 + n) % all.length].contentEditable = n % 2 ? 'true' : 'inherit'; }, 50);`,
  },
  {
    name: 'the classes of 30,000 paragraphs changed five times a second',
    // It takes 87 to 107 ms on a quiet machine. V8 stops for 40 to 59 ms while the page changes its
    // classes, because each of its paragraphs is known in two worlds.
    maxMoreInChromiumMs: 200,
    body: `<div hidden>${`<p>${PLAIN}</p>`.repeat(30_000)}</div>`,
    act: `const all = document.querySelectorAll('p'); let n = 0; setInterval(() => { n++; for (const one of all) one.className = 'a' + n; }, 200);`,
  },
  {
    name: 'a million Chinese characters without a stop',
    inCi: true,
    body: '',
    act: insert(`'<p>' + '中国商务部对镓锗铜出口实施管制稀土华为芯片'.repeat(50_000)`),
  },
  {
    name: '80,000 words with a soft hyphen after each letter',
    body: '',
    act: insert(`'<p>' + 'g\u00ada\u00adl\u00adl\u00adi\u00adu\u00adm '.repeat(80_000)`),
  },
  {
    name: '10,000 links that name something, a hundred of which change twenty times a second',
    body: '',
    act: `${insert(`'<nav>' + '<a href="/">Huawei H20 gallium</a> '.repeat(10_000) + '</nav>'`)} const links = all.querySelectorAll('a'); let n = 0; setInterval(() => { for (let k = 0; k < 100; k++) links[(k * 13 + n) % links.length].firstChild.data = 'Huawei ' + n++; }, 50);`,
  },
  {
    name: 'custom elements defined one after the other beside 10,000 paragraphs',
    body: `<div hidden>${Array.from({ length: 200 }, (_, n) => `<x-a${n}></x-a${n}>`).join('')}${`<p>${NAMING}</p>`.repeat(10_000)}</div>`,
    act: `let n = 0; setInterval(() => { if (n < 200) customElements.define('x-a' + n++, class extends HTMLElement { constructor() { super(); this.attachShadow({ mode: 'open' }).innerHTML = '<p>tin</p>'; } }); }, 30);`,
  },
  {
    name: 'one text cut into 3,000 nodes and joined again',
    inCi: true,
    // Chromium keeps the whole old text in each record of a text change. An observer that does
    // nothing costs these changes as much (5 ms without one, 20 with child lists, 200 and more with
    // text).
    maxMoreInChromiumMs: 250,
    body: `<p id="text" hidden>${NAMING.repeat(500)}</p>`,
    act: `const text = document.querySelector('#text'); setInterval(() => { text.normalize(); let node = text.firstChild; for (let k = 0; k < 3_000 && node.length > 5; k++) node = node.splitText(5); }, 200);`,
  },
];

/**
 * Runs from the start. From `begin` on, `longest` is the longest wait of the page's own timer in
 * milliseconds.
 */
const WATCH = `window.wait = { longest: 0, begin() { this.longest = 0; this.last = performance.now(); }, last: performance.now() };
(function again() { const now = performance.now(); wait.longest = Math.max(wait.longest, now - wait.last); wait.last = now; setTimeout(again, 4); })();
window.isDrawn = false; addEventListener('load', () => requestAnimationFrame(() => requestAnimationFrame(() => { wait.begin(); isDrawn = true; })));`;

export const freezing = ({ head = '', body, act = '' }: FreezingPage): string =>
  hostile(`${TEXT}${body}<script>window.act = () => { wait.begin(); ${act} };</script>`, WATCH, head);

export const FREEZING_PAGES: readonly FreezingPage[] = [...REPORTED, ...MORE, ...STRANGERS];
