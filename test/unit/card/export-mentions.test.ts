/** Protects what is filed from a page: every line stands by itself, and a page can smuggle nothing into it. */
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { CardModel } from '../../../lib/card/model/card-model.ts';
import { exportMentions, fileName, type ExportRequest } from '../../../lib/card/export/export-mentions.ts';
import { linkTo } from '../../../lib/card/export/text-fragment.ts';
import { createMessages } from '../../../lib/i18n/messages.ts';

const gallium: CardModel = {
  id: 'mineral/gallium',
  kind: 'mineral',
  kindLabel: 'Mineral',
  name: 'Gallium',
  tile: { type: 'element', symbol: 'Ga', number: 31 },
  lang: 'en-GB',
  contentLang: 'en',
  hasThen: true,
  what: { text: 'A soft metal.', refs: [1] },
  changed: true,
  verified: '',
  groups: [],
  unchanged: [],
  fresh: [],
  horizontal: [],
  apart: [],
  facts: [],
  members: [],
  related: [],
  names: [],
  sources: [
    {
      n: 1,
      publisher: 'USGS',
      title: 'Gallium',
      about: '',
      date: '6 Feb 2026',
      url: 'https://usgs.example/gallium',
      class: 'official text',
      read: true,
    },
    {
      n: 2,
      publisher: 'MOFCOM',
      title: 'Announcement 72',
      about: '',
      date: '9 Nov 2025',
      url: 'https://mofcom.example/72',
      class: 'official text',
      read: true,
    },
  ],
  newest: 'Nov 2025',
  statusThen: [{ text: 'Refused in principle (China to United States)', refs: [2] }],
  statusNow: [{ text: 'Paused 9 Nov 2025 to 27 Nov 2026 (China to United States)', refs: [2] }],
  restrains: ['export'],
  list: 'Built-in list, version 1',
};
const mention = {
  n: 0,
  entry: 'mineral/gallium',
  kind: 'mineral',
  name: 'Gallium',
  text: 'gallium',
  quote: 'Beijing put gallium under licence.',
  before: 'Beijing put',
  after: 'under licence.',
  personal: false,
};
const request: ExportRequest = {
  page: {
    url: 'https://news.example/story#top',
    title: 'Beijing guards its metals',
    lang: 'en',
    articleDay: '2025-07-18',
    dateSource: 'meta',
    mentions: [mention],
  },
  mentions: [mention],
  card: (id) => (id === gallium.id ? gallium : null),
  today: '2026-11-24',
  list: 'Built-in list, version 1',
  t: createMessages('en'),
};

it('files a line that says what, where, how it stood and stands, by which sources', () => {
  const [line] = Papa.parse<Record<string, string>>(exportMentions('csv', request).replace('\ufeff', ''), {
    header: true,
  }).data;
  expect(line).toMatchObject({
    quote: 'Beijing put gallium under licence.',
    link: 'https://news.example/story#top:~:text=Beijing%20put-,gallium,-under%20licence.',
    article_date: '2025-07-18',
    entry_id: 'mineral/gallium',
    status_on_article_date: 'Refused in principle (China to United States) [2]',
    status_on_day: 'Paused 9 Nov 2025 to 27 Nov 2026 (China to United States) [2]',
    day: '2026-11-24',
    newest_source: 'Nov 2025',
    // Of what the line tells, and of nothing else that the card says.
    sources: '[2] MOFCOM, Announcement 72, 9 Nov 2025. https://mofcom.example/72',
    list: 'Built-in list, version 1',
  });
});

it('gives the same as data for programs, and as notes grouped by entry', () => {
  expect(JSON.parse(exportMentions('json', request))).toMatchObject({
    url: request.page.url,
    mentions: [{ entry: 'Gallium', restrains: 'exports' }],
  });
  const notes = exportMentions('markdown', {
    ...request,
    mentions: [mention, { ...mention, n: 1, quote: 'More gallium.' }],
  });
  expect(notes.match(/^## /gm)).toHaveLength(1);
  expect(notes).toContain('- On the article’s date (2025-07-18): Refused in principle');
  const held = {
    ...gallium,
    statusNow: ['Paused (China to United States)', 'Licence needed (China to all destinations)'].map((text) => ({
      text,
      refs: [],
    })),
  };
  expect(exportMentions('markdown', { ...request, card: () => held })).toContain(
    ':\n  - Paused (China to United States)\n  - Licence needed (China to all destinations)\n',
  );
  expect(notes).toContain('- [2] MOFCOM, Announcement 72, 9 Nov 2025. https://mofcom.example/72');
});

describe('a page that means harm', () => {
  const hostile = {
    ...mention,
    text: '=HYPERLINK("https://evil.example")',
    quote: '=cmd|calc [click](https://evil.example) <script>',
  };
  it('gets no formula into a sheet', () => {
    const [line] = Papa.parse<Record<string, string>>(
      exportMentions('csv', { ...request, mentions: [hostile] }).replace('\ufeff', ''),
      { header: true },
    ).data;
    expect(line?.['quote']).toMatch(/^'=/);
    expect(line?.['text']).toMatch(/^'=/);
  });
  it('gets no link or markup into notes', () => {
    const notes = exportMentions('markdown', { ...request, mentions: [hostile] });
    expect(notes).toContain('\\[click\\](https://evil.example) \\<script\\>');
  });
});

it('keeps an entry that the base no longer has, by its name', () => {
  expect(exportMentions('json', { ...request, card: () => null })).toContain('"entry": "Gallium"');
});

it('escapes the hyphens that divide a text fragment, and replaces one that is there', () => {
  expect(linkTo('https://news.example/#:~:text=old', 'de-risking', '', '')).toBe(
    'https://news.example/#:~:text=de%2Drisking',
  );
});

it('names the file after the page, in any script, with nothing that a system refuses', () => {
  expect(fileName('csv', '稀土: China/US?', '2026-11-24')).toBe('tradegloss-2026-11-24-稀土-china-us.csv');
  expect(fileName('markdown', '???', '2026-11-24')).toBe('tradegloss-2026-11-24.md');
});
