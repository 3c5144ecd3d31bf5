/**
 * Protects `npm run knowledge -- watch`: new items are queued, known ones are not, and a source
 * that fails is reported.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtInList } from '../../../lib/tools/build/built-in.ts';
import { fetchAnswer } from '../../../lib/tools/watch/fetch-answer.ts';
import { BadAnswer } from '../../../lib/tools/watch/item.ts';
import { queueText } from '../../../lib/tools/watch/queue.ts';
import { READER_OF } from '../../../lib/tools/watch/readers/index.ts';
import { readSources, type WatchSource } from '../../../lib/tools/watch/source.ts';
import { watchSources, type WatchResult } from '../../../lib/tools/watch/watch.ts';

const FOLDER = new URL('../../watch/answers/', import.meta.url);
const recorded = new Map(
  readdirSync(FOLDER)
    .filter((name) => name !== 'README.md')
    .map((name) => [name.replace(/\.[^.]+$/, ''), readFileSync(new URL(name, FOLDER), 'utf8')]),
);
/** The recorded lists are short, so their required length is reduced to ten. */
const sources = readSources()
  .filter(({ id }) => recorded.has(id))
  .map((source) => ({ ...source, least: Math.min(source.least, 10) }));
const sourceOf = (id: string): WatchSource => {
  const found = sources.find((source) => source.id === id);
  if (!found) throw new Error(`no source ${id}`);
  return found;
};

describe('watching recorded answers', () => {
  let results: WatchResult[];
  beforeAll(async () => {
    results = await watchSources(builtInList(), sources, ({ id }) => recorded.get(id) ?? '');
  });
  const queued = (id: string) => results.find(({ source }) => source.id === id)?.queue.map((item) => item.id);

  it('reads at least eleven sources of all formats without a fault', () => {
    expect(results.filter(({ fault }) => fault !== null)).toEqual([]);
    expect(results.length).toBeGreaterThanOrEqual(11);
    expect(new Set(sources.map(({ read }) => read)).size).toBe(Object.keys(READER_OF).length);
  });

  it('queues what the base neither cites nor has reviewed, and nothing else', () => {
    expect(queued('fr-bis')).toEqual(['2026-23456', '2026-23990']);
    expect(queued('eu-trade-defence')).toEqual(['32026R2601']);
    expect(queued('ecfr-ear')).toEqual(['744@2026-11-18']);
    expect(queued('hts-revisions')).toEqual(['2026HTSRev9']);
    expect(queued('usgs-data-release')).toEqual([]);
    expect(queued('meti-security-export')).toEqual(['https://www.meti.go.jp/policy/anpo/0.html']);
    expect(queued('mofcom-announcements')).toHaveLength(2);
    expect(queued('mofcom-security-bureau')).toHaveLength(1);
  });

  it('counts acts that the base cites by another address as known', () => {
    const eu = results.find(({ source }) => source.id === 'eu-trade-defence');
    expect([eu?.known, eu?.old]).toEqual([4, 0]);
  });

  it('queues only those rows of a party list that name an entry which is not on it yet', () => {
    expect(queued('us-entity-list')).toEqual(['a3']);
    expect(queued('ofac-sdn')).toEqual(['9999']);
    expect(queued('uk-sanctions')).toEqual([]);
    expect(queued('eu-sanctions-list')).toEqual([]);
  });

  it('leaves out what a person has reviewed', async () => {
    const reviewed = [{ item: '2026-23990', day: '2026-11-30', why: 'An airline; nothing of the base.' }];
    const [result] = await watchSources(
      builtInList(),
      [{ ...sourceOf('fr-bis'), reviewed }],
      () => recorded.get('fr-bis') ?? '',
    );
    expect([result?.queue.map(({ id }) => id), result?.reviewed]).toEqual([['2026-23456'], 1]);
  });

  it('says what to do with an item: its draft if there is one, and the file and note of its source', () => {
    const text = queueText(results, '2026-12-01');
    expect(text.match(/knowledge -- draft \S+(?=`)/g)).toEqual([
      'knowledge -- draft 32026R2601',
      'knowledge -- draft 2026-23456',
      'knowledge -- draft 2026-23990',
    ]);
    expect(text).toContain(
      '`lib/knowledge/watch/sources/ecfr-ear.yaml`: 0 known, 0 reviewed, 1 of 2026-10-09 or earlier, left out. ' +
        'A day on which parts changed. The Federal Register tells by which rule.',
    );
  });

  it('lists the entries that an item concerns, in Markdown that a title cannot break', async () => {
    expect(queueText(results, '2026-12-01')).toContain(
      'touches `instrument/entity-list`, `mineral/gallium`, `mineral/germanium`, `agency/bis`',
    );
    const evil = (recorded.get('fr-bis') ?? '').replace('Order Renewing', '<img src=x> [a](javascript:b) `c` Order');
    const text = queueText(await watchSources(builtInList(), [sourceOf('fr-bis')], () => evil), '2026-12-01');
    expect(text).toContain('\\<img src=x\\> \\[a\\](javascript:b) \\`c\\` Order');
  });
});

/** A fault shows before the base is used, so an empty one is enough and needs no time to index. */
const list = { ...builtInList(), entries: [], controls: [], acts: [] };

describe('a source with a faulty answer', () => {
  let server: Server;
  let base: string;
  const answers: Record<
    string,
    (answer: string) => { status?: number; body?: string; headers?: Record<string, string> }
  > = {
    empty: () => ({ body: '' }),
    truncated: (answer) => ({ body: answer.slice(0, answer.length / 2) }),
    html: () => ({ body: '<!doctype html><html><body><p>Sign in</p></body></html>' }),
    forbidden: () => ({ status: 403, body: 'no' }),
    busy: () => ({ status: 429, headers: { 'retry-after': '120' } }),
    moved: () => ({ status: 302, headers: { location: '/gone' } }),
    signin: () => ({ status: 302, headers: { location: '/html' } }),
    gone: () => ({ status: 404 }),
    relaid: (answer) => ({
      body: answer
        .replaceAll('"document_number"', '"number"')
        .replaceAll('"celex"', '"c"')
        .replaceAll('"html"', '"markup"')
        .replaceAll('"content_versions"', '"versions"')
        .replaceAll('"name"', '"label"')
        .replaceAll('name,title', 'label,title')
        .replaceAll('Unique ID', 'Id')
        .replaceAll('Entity_LogicalId', 'Id')
        .replaceAll('<a ', '<b '),
    }),
  };
  beforeAll(async () => {
    server = createServer((request, response) => {
      const [, fault = '', id = ''] = (request.url ?? '').split('/');
      if (fault === 'slow') return;
      const { status = 200, body = '', headers = {} } = answers[fault]?.(recorded.get(id) ?? '') ?? { status: 404 };
      response.writeHead(status, headers).end(body);
    });
    // On a slow machine, kept connections must not be closed.
    server.keepAliveTimeout = 60_000;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const faultOf = async (fault: string, id: string): Promise<string | null> => {
    const [result] = await watchSources(list, [sourceOf(id)], () => fetchAnswer(`${base}/${fault}/${id}`, fetch, 1500));
    return result?.fault ?? null;
  };
  const EIGHT = [
    'fr-bis',
    'mofcom-announcements',
    'mofcom-security-bureau',
    'eu-trade-defence',
    'us-entity-list',
    'ecfr-ear',
    'hts-revisions',
    'usgs-data-release',
  ];

  it.each(EIGHT)('is reported if the answer is empty, cut off, changed in layout, or a web page: %s', async (id) => {
    expect(await faultOf('empty', id)).toBe('the answer is empty');
    expect(await faultOf('html', id)).toMatch(/web page|0 items, and at least/);
    expect(await faultOf('relaid', id)).toMatch(/the layout (?:may have )?changed/);
    if (sourceOf(id).read !== 'links' && sourceOf(id).read !== 'party-list')
      expect(await faultOf('truncated', id)).toMatch(/cut off after \d+ characters/);
  });

  it('is reported if a list has fewer rows than required', async () => {
    expect(await faultOf('truncated', 'us-entity-list')).toMatch(/^\d items, and at least 10 were expected/);
  });

  it.each(EIGHT)('is reported if it refuses, redirects, is gone, or does not answer: %s', async (id) => {
    expect(await faultOf('forbidden', id)).toBe('refused (403): the host may refuse robots');
    expect(await faultOf('busy', id)).toBe('asked too often (429), again after 120 s');
    expect(await faultOf('gone', id)).toBe('not there (404): the address moved');
    expect(await faultOf('moved', id)).toBe('not there (404): the address moved');
    expect(await faultOf('signin', id)).toMatch(/web page|0 items, and at least/);
    expect(await faultOf('slow', id)).toBe('no answer within 1.5 s');
  });

  it('is reported if its host cannot be reached', async () => {
    await expect(fetchAnswer('http://127.0.0.1:1/', fetch)).rejects.toThrow(BadAnswer);
  });
});
