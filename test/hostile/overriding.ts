/** Scripts that override functions of the browser, to break us or to get our objects. */
import { hostile, TEXT } from './page.ts';
import type { HostilePage } from './pages.ts';

const THROWING = `
const bad = (what) => function () { got('called ' + what); throw new Error('overridden ' + what); };
const replace = (holder, owner) => {
  for (const [key, { get, set, value, configurable, writable }] of Object.entries(Object.getOwnPropertyDescriptors(holder))) {
    if (key === 'constructor' || !(configurable || writable)) continue;
    if (get) Object.defineProperty(holder, key, { get: bad(owner + '.' + key), set, configurable: true });
    else if (typeof value === 'function') Object.defineProperty(holder, key, { value: bad(owner + '.' + key), configurable: true, writable: true });
  }
};`;

export const OVERRIDING: readonly HostilePage[] = [
  {
    name: 'overridden prototypes of the DOM',
    tries:
      'to make every getter and method of nodes, ranges, observers and highlights throw, and to learn that we call them',
    page: {
      body: hostile(
        TEXT,
        `${THROWING}
      addEventListener('DOMContentLoaded', () => {
        for (const name of ['Node', 'Element', 'HTMLElement', 'Document', 'DocumentFragment', 'ShadowRoot', 'Text', 'CharacterData', 'Range', 'AbstractRange', 'StaticRange', 'Highlight', 'HighlightRegistry', 'MutationObserver', 'IntersectionObserver', 'EventTarget', 'Event', 'CSSStyleSheet', 'AbortSignal', 'AbortController'])
          if (window[name]) replace(window[name].prototype, name);
      });`,
      ),
    },
  },
  {
    name: 'overridden globals',
    tries: 'to be constructed or called in the place of what we use of the window',
    page: {
      body: hostile(
        TEXT,
        `
      addEventListener('DOMContentLoaded', () => {
        for (const name of ['MutationObserver', 'IntersectionObserver', 'Highlight', 'StaticRange', 'Range', 'CSSStyleSheet', 'AbortController', 'Map', 'Set', 'WeakMap', 'Promise', 'TextDecoder', 'requestAnimationFrame', 'setTimeout', 'getComputedStyle', 'fetch', 'atob', 'postMessage'])
          window[name] = function () { got(name); throw new Error(name); };
        Object.defineProperty(window, 'CSS', { get() { got('CSS'); return undefined; } });
      });`,
      ),
    },
  },
  {
    name: 'overridden built-ins',
    tries:
      'to be called in the place of methods of arrays, maps, strings, functions and promises, and to be handed our data as arguments',
    page: {
      body: hostile(
        TEXT,
        `${THROWING}
      addEventListener('DOMContentLoaded', () => {
        for (const name of ['Array', 'Map', 'Set', 'WeakMap', 'WeakSet', 'RegExp', 'Promise', 'Uint8Array', 'Uint32Array', 'Symbol']) replace(window[name].prototype, name);
        for (const name of ['JSON', 'Reflect']) replace(window[name], name);
        Array.prototype[Symbol.iterator] = function () { got('iterated'); throw new Error('no'); };
      });`,
      ),
    },
  },
  {
    name: 'setters on Object.prototype',
    tries: 'to catch values of ours that are put under ordinary keys',
    page: {
      body: hostile(
        TEXT,
        `
      for (const key of ['entry', 'kind', 'names', 'term', 'own', 'signal', 'capture', 'drawer', 'type', '0'])
        Object.defineProperty(Object.prototype, key, { set(value) { got('set ' + key + ' to ' + typeof value); }, get() { got('get ' + key); }, configurable: true });
      window[Symbol.for('tradegloss.names')] = 'AAAA'; for (const script of ['card-script', 'full-card-script']) window[Symbol.for('tradegloss.' + script)] = { hover() { got('drew'); }, glanceOf() { got('drew'); }, parse() { got('drew'); } }; window[Symbol.for('tradegloss.session')] = () => got('ended');`,
      ),
    },
  },
  {
    name: 'a frozen world',
    tries: 'to make writing fail wherever we write',
    page: {
      body: hostile(
        TEXT,
        `
      addEventListener('DOMContentLoaded', () => {
        for (const name of ['Object', 'Array', 'Map', 'Set', 'Node', 'Element', 'Document', 'Highlight', 'HighlightRegistry', 'EventTarget']) { Object.freeze(window[name].prototype); Object.freeze(window[name]); }
        for (const one of [document, document.documentElement, document.body, CSS, CSS.highlights, history]) { try { Object.freeze(one); } catch {} }
        for (const node of document.querySelectorAll('*')) Object.freeze(node);
      });`,
      ),
    },
  },
  {
    name: 'a look into every shadow root',
    tries: 'to get hold of our closed root as it is made',
    page: {
      body: hostile(
        TEXT,
        `
      const attach = Element.prototype.attachShadow;
      Element.prototype.attachShadow = function (init) { const root = attach.call(this, { ...init, mode: 'open' }); got('a root of ' + this.nodeName); return root; };
      new MutationObserver((records) => { for (const { addedNodes } of records) for (const node of addedNodes) if (node.shadowRoot || node.internals) got('open root'); }).observe(document, { childList: true, subtree: true });
      addEventListener('pointerover', (event) => { const [first] = event.composedPath(); if (first.getRootNode() !== document) got('inside: ' + first.nodeName); }, true);
      addEventListener('focusin', (event) => { if (event.composedPath()[0].getRootNode() !== document) got('focus inside'); }, true);
      setInterval(() => { for (const host of document.querySelectorAll(':root > [popover]')) { if (host.innerHTML || host.innerText || host.getHTML?.({ serializableShadowRoots: true })) got('text of the card'); for (let x = 10; x < innerWidth; x += 90) for (let y = 10; y < innerHeight; y += 90) if (document.elementsFromPoint(x, y).some((one) => one.getRootNode() !== document)) got('hit inside'); } }, 50);`,
      ),
    },
  },
  {
    name: 'a spy on whatever tells of us',
    tries:
      'to learn the extension’s address or a word of the card from messages, events, errors, requests, timings, fonts, sheets and attributes',
    page: {
      body: hostile(
        TEXT,
        `
      const tells = (what, text) => { if (/(?:chrome|moz)-extension:|content-script|wxt|GaAs|arsenide|refus|licence in principle/i.test(text)) got(what + ': ' + String(text).slice(0, 200)); };
      for (const type of ['message', 'error', 'unhandledrejection', 'securitypolicyviolation', 'storage', 'languagechange', 'wxt:locationchange'])
        addEventListener(type, (event) => tells(type, JSON.stringify({ data: event.data, message: event.message, file: event.filename, uri: event.blockedURI, source: event.sourceFile })), true);
      const dispatch = EventTarget.prototype.dispatchEvent; EventTarget.prototype.dispatchEvent = function (event) { if (event instanceof CustomEvent) tells('event', event.type + JSON.stringify(event.detail)); return dispatch.call(this, event); };
      new PerformanceObserver((list) => list.getEntries().forEach((one) => tells('timing', one.entryType + ' ' + one.name))).observe({ entryTypes: ['resource', 'mark', 'measure'] });
      for (const name of ['log', 'warn', 'error', 'info', 'debug']) { const real = console[name]; console[name] = (...all) => { tells('console', all.join(' ')); real.apply(console, all); }; }
      setInterval(() => {
        for (const host of document.querySelectorAll(':root > [popover]')) tells('markup', host.outerHTML + host.innerText);
        for (const sheet of [...document.styleSheets, ...document.adoptedStyleSheets]) tells('sheet', String(sheet.href));
        for (const key of Object.getOwnPropertyNames(window)) if (/tradegloss/i.test(key)) got('global ' + key);
        for (const one of performance.getEntries()) tells('timing', one.name);
        if (window.find && window.find('arsenide')) got('found');
      }, 100);`,
      ),
    },
  },
];
