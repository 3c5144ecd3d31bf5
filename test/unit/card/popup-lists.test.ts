/** Protects the lists of popup and panel, their state of a site, and the addresses of entries. */
import { describe, expect, it } from 'vitest';
import { NO_FILTERS, filterGroups, groupMentions, kindsIn } from '../../../lib/card/lookup/mention-groups.ts';
import { hashOf, readRoute, type Route } from '../../../lib/messaging/route.ts';
import { originOf, siteState } from '../../../lib/core/site-state.ts';
import type { ListedMention } from '../../../lib/messaging/protocol.ts';

const mention = (n: number, entry: string): ListedMention => ({
  n,
  entry,
  kind: entry.split('/')[0] ?? '',
  name: entry,
  text: entry,
  quote: '',
  before: '',
  after: '',
  personal: false,
});
const article = [
  'agency/mofcom',
  'mineral/gallium',
  'agency/mofcom',
  'chip/nvidia-h20',
  'mineral/gallium',
  'vessel/arctic-lng',
].map((entry, n) => mention(n, entry));

describe('the mentions of an article', () => {
  it('are grouped by entry, in the order of their first mentions', () => {
    expect(groupMentions(article).map(({ entry, mentions }) => [entry, mentions.map(({ n }) => n)])).toEqual([
      ['agency/mofcom', [0, 2]],
      ['mineral/gallium', [1, 4]],
      ['chip/nvidia-h20', [3]],
      ['vessel/arctic-lng', [5]],
    ]);
  });

  it('are counted by kind; an unknown kind counts as a term', () => {
    expect(kindsIn(groupMentions(article))).toEqual([
      { kind: 'mineral', count: 1 },
      { kind: 'chip', count: 1 },
      { kind: 'agency', count: 1 },
      { kind: 'term', count: 1 },
    ]);
  });

  it('are filtered by kind, by change and by restricted act', () => {
    const groups = groupMentions(article);
    const card = (entry: string) =>
      ({
        changed: entry === 'mineral/gallium',
        restrains: entry === 'agency/mofcom' ? ['export', 'import'] : ['export'],
      }) as never;
    const entries = (wanted: Partial<typeof NO_FILTERS>) =>
      filterGroups(groups, { ...NO_FILTERS, ...wanted }, card).map(({ entry }) => entry);
    expect(entries({})).toHaveLength(4);
    expect(entries({ kinds: new Set(['chip', 'term']) })).toEqual(['chip/nvidia-h20', 'vessel/arctic-lng']);
    expect(entries({ changedOnly: true })).toEqual(['mineral/gallium']);
    expect(entries({ restrains: 'import' })).toEqual(['agency/mofcom']);
  });

  it('stay listed while their cards are being built', () => {
    expect(filterGroups(groupMentions(article), { ...NO_FILTERS, changedOnly: true }, () => undefined)).toHaveLength(4);
  });
});

describe('a tab', () => {
  const news = { url: 'https://news.example/story', granted: true, off: false, answered: false };
  it.each([
    [{ ...news, answered: true }, 'marked'],
    [{ ...news, answered: true, granted: false }, 'marked once'],
    [{ ...news, off: true }, 'off'],
    [{ ...news, granted: false, off: true }, 'no access'],
    [news, 'silent'],
    [{ ...news, url: 'chrome://settings/' }, 'browser page'],
    [{ ...news, url: 'https://addons.mozilla.org/firefox/' }, 'browser page'],
    [{ ...news, url: 'https://gov.example/notice.PDF?x=1' }, 'silent'],
    [{ ...news, url: 'file:///tmp/notice.pdf' }, 'pdf'],
    [{ ...news, url: 'about:reader?url=https%3A%2F%2Fnews.example' }, 'reader view'],
    [{ ...news, url: 'file:///tmp/a.html' }, 'file'],
    [{ ...news, url: undefined }, 'browser page'],
  ])('%j is %s', (facts, state) => {
    expect(siteState(facts)).toBe(state);
  });

  it('needs permission for its host alone, whatever its port and path', () => {
    expect(originOf('https://news.example:8443/a?b#c')).toBe('https://news.example/*');
    expect(originOf('chrome://settings')).toBeNull();
  });
});

describe('the address of an entry', () => {
  it('is parsed to what was written', () => {
    const routes: Route[] = [
      { at: 'entry', entry: 'chip/nvidia-h20' },
      { at: 'entry', entry: 'mineral/gallium', day: '2025-07-18' },
      {
        at: 'entry',
        entry: 'mineral/gallium',
        day: '2025-07-18',
        near: { sentence: ['agency/ustr'], beside: ['agency/ustr', 'company/teck'] },
      },
      { at: 'search', query: '镓 & 50 %' },
    ];
    for (const route of routes) expect(readRoute(hashOf(route))).toEqual(route);
  });
  it('drops an invalid day and invalid neighbours', () => {
    expect(readRoute('#mineral/gallium@soon+javascript:alert(1)+')).toEqual({ at: 'entry', entry: 'mineral/gallium' });
  });
  it('is an empty search if it is malformed', () => {
    for (const hash of ['', '#', '#?%E0%A4%A', '#javascript:alert(1)', '#../x'])
      expect(readRoute(hash)).toEqual({ at: 'search', query: '' });
  });
});
