/**
 * Protects the extension's messages: a script in a page may send a few requests, which reveal
 * nothing private, and no other sender any.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ownRequestIn } from '../../../lib/messaging/own-requests.ts';
import { PageRequest } from '../../../lib/messaging/page-request.ts';
import { requestOfPage } from '../../../lib/messaging/answer-pages.ts';
import { requestToPage } from '../../../lib/messaging/rpc.ts';
import { readToPage } from '../../../lib/messaging/to-page.ts';
import { runs } from '../../support/runs.ts';

const OWN = 'own-id';
const HOME = 'chrome-extension://own-id/';
const GALLIUM = { entry: 'mineral/gallium', sentence: ['agency/mofcom'], beside: ['agency/mofcom', 'agency/bis'] };
const CARDS = {
  type: 'cards',
  entries: [GALLIUM, { entry: 'harbour-desk:company/keller', sentence: [], beside: [] }],
  articleDay: '2026-11-24',
  lang: 'en',
};
const NAMES = { type: 'names', state: null, found: null, keys: [1, 2] };
const FOUND = { type: 'found', mentions: 2 };
const REQUESTS = [
  { type: 'settings' },
  { type: 'frame', names: true },
  { type: 'frame-turn' },
  { type: 'frame-card', input: { is: 'closed', id: 1 } },
  { type: 'frame-card-news', frame: 3, id: 1, news: 'pin' },
  FOUND,
  NAMES,
  CARDS,
  { type: 'name-script' },
  { type: 'card-script' },
  { type: 'full-card', entries: [GALLIUM], articleDay: null, lang: null, script: true },
  { type: 'choose-sense', name: 'bis', entry: 'agency/us-bis' },
  { type: 'mute', entry: 'mineral/gallium', site: null },
  { type: 'unmute', entry: 'mineral/gallium', site: null },
  { type: 'set-day', day: '2025-07-18' },
  { type: 'follow', ref: 'mineral/gallium', on: true },
  { type: 'open-entry', ...GALLIUM, articleDay: '2025-07-18', panel: false, report: null },
];

type Sender = Parameters<typeof requestOfPage>[1];
type Tab = NonNullable<Sender['tab']>;
const tab = (url: string) => ({ id: 7, url, active: true, incognito: false }) as Tab;
const page = (more: Partial<Sender> = {}): Sender => ({
  id: OWN,
  frameId: 0,
  url: 'https://news.example/a',
  tab: tab('https://news.example/a'),
  ...more,
});
const ownPage: Sender = { id: OWN, frameId: 0, url: `${HOME}options.html`, tab: tab(`${HOME}options.html`) };

it('accepts exactly these requests from a script in a page', () => {
  expect(PageRequest.options.map(({ entries }) => entries.type.literal)).toEqual(REQUESTS.map(({ type }) => type));
  for (const request of REQUESTS)
    expect(requestOfPage(request, page(), OWN)).toEqual({
      request,
      tab: {
        id: 7,
        frame: 0,
        url: 'https://news.example/a',
        article: 'https://news.example/a',
        top: 'https://news.example/a',
        active: true,
        inFront: true,
        private: false,
      },
    });
});

it.each([
  ['another site', { url: 'https://live.example/b' }, 'https://live.example/b', 'https://live.example/b'],
  [
    'text that the page wrote',
    { url: 'about:srcdoc', origin: 'https://news.example' },
    'https://news.example',
    'https://news.example/a',
  ],
  ['a sandbox', { url: 'about:srcdoc', origin: 'null' }, 'https://news.example/a', 'https://news.example/a'],
])('a frame with %s gets its own site and the address of its article', (_, more, url, article) => {
  const tab = requestOfPage({ type: 'settings' }, page({ frameId: 3, ...more }), OWN)?.tab;
  expect(tab).toMatchObject({ frame: 3, url, article });
});

it.each<[string, Sender]>([
  ['another extension', page({ id: 'other' })],
  ['a sender without an id', page({ id: undefined as unknown as string })],
  ['a frame without a number', page({ frameId: undefined as unknown as number })],
  ['a sender without a tab', page({ tab: undefined as unknown as Tab })],
])('answers no request from %s', (_, sender) => {
  for (const request of REQUESTS) expect(requestOfPage(request, sender, OWN)).toBeNull();
});

it.each([
  ['an invalid entry', { ...CARDS, entries: [{ ...GALLIUM, entry: 'javascript:alert(1)' }] }],
  ['more entries than a page can have', { ...CARDS, entries: Array.from({ length: 2001 }, () => GALLIUM) }],
  ['more keys than a page can have', { ...NAMES, keys: new Array<number>(4001).fill(1) }],
  ['words instead of entries nearby', { ...CARDS, entries: [{ ...GALLIUM, beside: ['a sentence of the page'] }] }],
  [
    'more entries nearby than allowed',
    { ...CARDS, entries: [{ ...GALLIUM, beside: Array.from({ length: 25 }, () => 'agency/bis') }] },
  ],
  ['an invalid day', { ...CARDS, articleDay: 'today' }],
  ['a negative count', { ...FOUND, mentions: -1 }],
  ['an infinite count', { ...FOUND, mentions: Infinity }],
  ['a site that is too long', { type: 'mute', entry: 'mineral/gallium', site: 'x'.repeat(256) }],
  ['a name that is too long', { type: 'choose-sense', name: 'x'.repeat(301), entry: null }],
  [
    'an address of ours',
    { type: 'open-entry', ...GALLIUM, entry: '../options.html', articleDay: null, panel: false, report: null },
  ],
  [
    'a sentence that is too long',
    { type: 'open-entry', ...GALLIUM, articleDay: null, panel: false, report: 'x'.repeat(601) },
  ],
  ['all lists to follow', { type: 'follow', ref: '*', on: true }],
  ['two measures at once', { type: 'follow', ref: 'mineral/gallium#control/a#control/b', on: true }],
  ['what only our own pages may ask', { type: 'own-exchange', answer: 'delete' }],
  ['what only our own pages may see', { type: 'all-mentions', tab: 7 }],
])('refuses a request with %s', (_, request) => {
  expect(requestOfPage(request, page(), OWN)).toBeNull();
});

it('whatever is sent, an accepted request has one of the known shapes', () =>
  fc.assert(
    fc.property(
      fc.oneof(
        fc.anything(),
        fc
          .record({ base: fc.constantFrom(...REQUESTS), more: fc.dictionary(fc.string(), fc.anything()) })
          .map(({ base, more }) => ({ ...base, ...more })),
        fc
          .record({ base: fc.constantFrom(...REQUESTS), key: fc.nat(9), value: fc.anything() })
          .map(({ base, key, value }) => ({
            ...base,
            [Object.keys(base)[key % Object.keys(base).length] ?? '']: value,
          })),
      ),
      (message) => {
        const from = requestOfPage(message, page(), OWN);
        if (from === null) return;
        expect(Object.keys(from.request).sort()).toEqual(
          Object.keys(REQUESTS.find(({ type }) => type === from.request.type) ?? {}).sort(),
        );
      },
    ),
    runs(300),
  ));

it('accepts requests of our own pages only from those pages, not from scripts in pages', () => {
  const request = { type: 'own-exchange', answer: 'delete' };
  expect(ownRequestIn(request, ownPage, OWN, HOME)).toEqual(request);
  expect(ownRequestIn({ ...request, answer: 'all' }, ownPage, OWN, HOME)).toBeNull();
  for (const sender of [page(), { ...ownPage, id: 'other' }, page({ url: `https://news.example/?${HOME}` })])
    expect(ownRequestIn(request, sender, OWN, HOME)).toBeNull();
});

it('a script in a page accepts requests of the extension, and none of other scripts in pages', () => {
  const request = { type: 'show', mention: 1 };
  expect(requestToPage(request, ownPage, OWN)).toEqual(request);
  expect(requestToPage(request, { id: OWN }, OWN)).toEqual(request);
  expect(requestToPage({ type: 'show' }, { id: OWN }, OWN)).toBeNull();
  for (const sender of [page(), { id: 'other' }]) expect(requestToPage(request, sender, OWN)).toBeNull();
});

const TO_PAGE = [
  { type: 'mentions' },
  { type: 'show', mention: 1 },
  { type: 'show-place', flow: 1, start: 2, end: 3 },
  { type: 'count' },
  { type: 'go-to-mention', forward: true, way: 'go on' },
  { type: 'text', from: 0, idle: false },
  { type: 'names-changed' },
  { type: 'settings-changed' },
  { type: 'stop' },
];

it('a script in a page accepts exactly these requests, and ignores additional fields', () => {
  for (const request of TO_PAGE) {
    expect(readToPage({ ...request, more: 1 })).toEqual(request);
    for (const field of Object.keys(request)) {
      const { [field as 'type']: _, ...less } = request;
      expect(readToPage(less)).toBeNull();
      expect(readToPage({ ...request, [field]: '1' })).toBeNull();
    }
  }
  for (const none of [null, undefined, 7, 'stop', [], { type: 'toString' }, { type: 'wxt:reload' }])
    expect(readToPage(none)).toBeNull();
});
