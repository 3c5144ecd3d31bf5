/** Pages that change all the time, to keep us busy or to catch us between two states. */
import { GECKO_ID } from '../../lib/tools/build/gecko-id.ts';
import { hostile, TEXT } from './page.ts';
import type { HostilePage } from './pages.ts';

export const RESTLESS: readonly HostilePage[] = [
  {
    name: 'the host removed again and again',
    tries: 'to have us put the host back without end',
    card: false,
    page: {
      body: hostile(
        TEXT,
        `
      let times = 0;
      new MutationObserver((records) => { for (const { addedNodes } of records) for (const node of addedNodes) if (node.nodeType === 1 && node.hasAttribute('popover')) { node.remove(); if (++times > 50) got('put back ' + times + ' times'); } }).observe(document, { childList: true, subtree: true });`,
      ),
    },
  },
  {
    name: 'the host operated by the page',
    tries: 'to press, focus, move, close or fill our host by script',
    page: {
      body: hostile(
        TEXT,
        `
      setInterval(() => { for (const host of document.querySelectorAll(':root > [popover]')) {
        for (const type of ['click', 'pointerdown', 'pointerup', 'mousedown', 'mouseup', 'touchstart', 'focus', 'submit', 'keydown']) host.dispatchEvent(new (type === 'keydown' ? KeyboardEvent : MouseEvent)(type, { bubbles: true, composed: true, key: 'Enter', clientX: 20, clientY: 20 }));
        host.click(); host.focus(); host.append(document.createElement('button')); host.setAttribute('data-theme', 'odd'); host.className = 'theirs'; host.title = 'theirs';
        try { host.attachShadow({ mode: 'open' }); got('a root of its own in our host'); } catch {}
      } }, 30);`,
      ),
    },
  },
  {
    name: 'events that no reader made',
    tries: 'to open and close cards, mute and choose with synthetic events on the marks and everywhere',
    page: {
      body: hostile(
        TEXT,
        `
      addEventListener('load', () => setInterval(() => {
        const range = document.createRange(); range.selectNodeContents(document.querySelector('p')); const box = range.getBoundingClientRect();
        for (let x = box.x; x < box.right; x += 8) for (const type of ['pointermove', 'pointerover', 'mousemove', 'pointerdown', 'pointerup', 'click'])
          document.elementFromPoint(x, box.y + 10)?.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, clientX: x, clientY: box.y + 10, pointerType: type === 'pointerup' ? 'touch' : 'mouse', isPrimary: true }));
        for (const key of ['Escape', 'Tab', 'Enter', 'g']) document.dispatchEvent(new KeyboardEvent('keydown', { key, altKey: key === 'g', bubbles: true }));
        document.dispatchEvent(new Event('scroll')); window.dispatchEvent(new Event('resize')); document.dispatchEvent(new Event('visibilitychange')); document.dispatchEvent(new Event('pagehide'));
      }, 40));`,
      ),
    },
  },
  {
    name: 'a storm of changes',
    tries: 'to have us read without end: 50 changes a frame beside the article, for ever',
    page: {
      body: hostile(
        `${TEXT}<div id="storm"></div>`,
        `
      addEventListener('load', () => { const storm = document.querySelector('#storm'); let n = 0;
        const blow = () => { for (let k = 0; k < 50; k++) { const p = document.createElement('p'); p.textContent = 'Wind ' + n++; storm.append(p); if (storm.childNodes.length > 200) { storm.firstChild.remove(); storm.lastChild.firstChild.data += ' and rain'; } } requestAnimationFrame(blow); };
        blow(); });`,
      ),
    },
  },
  {
    name: 'an observer that edits what we marked',
    tries: 'to chase our marks: each marked word is written anew as soon as it is seen in CSS.highlights',
    card: false,
    page: {
      body: hostile(
        `<div id="all">${TEXT.repeat(20)}</div>`,
        `
      let edits = 0;
      addEventListener('load', () => { const end = performance.now() + 2500; const chase = () => {
        for (const [, highlight] of CSS.highlights) for (const { startContainer } of highlight) if (startContainer instanceof Text) { startContainer.parentNode?.replaceChild(document.createTextNode(startContainer.data), startContainer); edits++; }
        if (performance.now() < end) setTimeout(chase, 0); else document.documentElement.dataset.edits = String(edits); };
        chase(); });`,
      ),
    },
  },
  {
    name: 'highlights that are not ours',
    tries: 'to confuse us with its own ranges under our names, emptied and replaced registries',
    page: {
      body: hostile(
        TEXT,
        `
      addEventListener('load', () => setTimeout(() => { for (const kind of ['mineral', 'chip', 'agency', 'company', 'open', 'mineral-repeat', 'x'])  {
        const range = new Range(); range.selectNodeContents(document.body); const other = new Highlight(range, new StaticRange({ startContainer: document.body, startOffset: 0, endContainer: document.body, endOffset: 1 }));
        if (!CSS.highlights.has('tradegloss-' + kind)) CSS.highlights.set('tradegloss-' + kind, other); else CSS.highlights.get('tradegloss-' + kind).add(range); } }, 300));`,
      ),
    },
  },
  {
    name: 'messages like ours',
    tries: 'to end or wake the content script with messages that look like WXT’s or the extension’s',
    page: {
      body: hostile(
        TEXT,
        `
      const ids = ['tradegloss', '${GECKO_ID}', 'abcdefghijklmnopabcdefghijklmnop'];
      setInterval(() => { for (const id of ids) for (const name of ['page', 'content', 'card', 'names']) {
        const detail = { type: 'wxt:content-script-started', contentScriptName: name, messageId: Math.random().toString(36) };
        for (const type of [id + ':' + name + ':wxt:content-script-started', 'wxt:content-script-started', id + ':wxt:locationchange', 'wxt:locationchange']) { window.postMessage({ ...detail, type }, '*'); document.dispatchEvent(new CustomEvent(type, { detail })); window.dispatchEvent(new CustomEvent(type, { detail })); }
        for (const type of ['stop', 'names-changed', 'mentions', 'text', 'own-changed', 'all-mentions', 'cards']) window.postMessage({ type, id, target: 'tradegloss' }, '*');
      }
      try { window.chrome?.runtime?.sendMessage?.(ids[2], { type: 'stop' }); } catch {}
      }, 50);`,
      ),
    },
  },
  {
    name: 'a document opened anew',
    tries: 'to leave us without listeners: document.open() takes away all of them, ours too',
    page: {
      body: hostile(
        '<p>News of tungsten is on its way.</p>',
        // Waits until we listen: what is marked can be hovered a moment later.
        `const waiting = setInterval(() => { if (CSS.highlights.size === 0) return; clearInterval(waiting); setTimeout(() => { document.open(); document.write(${JSON.stringify(`<!doctype html><html lang="en"><head><title>Anew</title><style>body{font:18px/1.6 serif;margin:60px}</style></head><body>${TEXT}</body></html>`).replaceAll('</', '<\\/')}); document.close(); }, 400); }, 50);`,
      ),
    },
  },
  {
    name: 'nodes that move to other documents',
    tries: 'to leave us with ranges in a document that is not ours',
    page: {
      body: hostile(
        `<div id="away"><p>Antimony and tungsten went away.</p></div>${TEXT}<iframe srcdoc="<p>Frame</p>"></iframe>`,
        `
      addEventListener('load', () => setTimeout(() => { const frame = document.querySelector('iframe').contentDocument; frame.body.append(frame.adoptNode(document.querySelector('#away'))); const other = document.implementation.createHTMLDocument(); const p = document.querySelectorAll('p')[1]; other.adoptNode(p); other.body.append(p); document.body.append(document.adoptNode(p)); }, 500));`,
      ),
    },
  },
  {
    name: 'an editor all over',
    tries: 'to have us mark what the reader writes (design mode)',
    marked: false,
    card: false,
    page: { body: hostile(TEXT, `document.designMode = 'on';`) },
  },
  {
    name: 'very deep',
    tries: 'to overflow a stack: 3,000 elements and 100 shadow roots in one another',
    page: {
      body: hostile(
        `${TEXT}<div id="deep"></div>`,
        `
      addEventListener('DOMContentLoaded', () => { let at = document.querySelector('#deep'); at.hidden = true;
        for (let k = 0; k < 3000; k++) { const next = document.createElement(k % 2 ? 'div' : 'span'); at.append(next); at = next; } at.textContent = 'The end of gallium.';
        let host = document.querySelector('#deep').appendChild(document.createElement('div')); for (let k = 0; k < 50; k++) { const root = host.attachShadow({ mode: 'open' }); const inner = document.createElement('div'); root.append('Tungsten ' + k, inner); host = inner; } });`,
      ),
    },
  },
];
