/**
 * Protects the publication of a list: the same bytes in two runs, updates from the versions before,
 * a site without broken links, and feeds and a calendar that other programs can read.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import ICAL from 'ical.js';
import Parser from 'rss-parser';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as v from 'valibot';
import { Latest, MAX_UPDATES } from '../../../../lib/formats/channel/channel-files.ts';
import { applyUpdate, documentOf, ListUpdate } from '../../../../lib/formats/channel/list-update.ts';
import { KnowledgeList } from '../../../../lib/knowledge/model/schema.ts';
import { channelDocuments } from '../../../../lib/tools/publish/channel-documents.ts';
import { publishList } from '../../../../lib/tools/publish/publish-list.ts';
import { siteProblems } from '../../../support/site-problems.ts';
import { smallList } from './small-list.ts';

const root = mkdtempSync(join(tmpdir(), 'publication-'));
const at = (name: string) => join(root, name);
const json = (path: string): unknown => JSON.parse(readFileSync(at(path), 'utf8'));
const publish = (version: number, name: string, previous?: string) =>
  publishList({
    list: smallList(version),
    out: at(name),
    previous: previous === undefined ? undefined : at(previous),
    key: undefined,
    keys: undefined,
  });

beforeAll(async () => {
  await publish(1, 'one');
  await publish(2, 'two', 'one');
  await publish(3, 'three', 'two');
  await publish(3, 'again', 'two');
}, 600_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

it('writes the same bytes in two runs', () => {
  const files = (name: string) =>
    readdirSync(at(name), { recursive: true, encoding: 'utf8' })
      .filter((path) => statSync(join(at(name), path)).isFile())
      .sort();
  expect(files('again')).toEqual(files('three'));
  for (const path of files('three'))
    expect(readFileSync(at(`again/${path}`)).equals(readFileSync(at(`three/${path}`))), path).toBe(true);
});

it('describes the publication in less than 1 kB', () => {
  const latest = v.parse(Latest, json('three/latest.json'));
  expect(statSync(at('three/latest.json')).size).toBeLessThan(1000);
  expect(latest).toMatchObject({ version: 3, bytes: statSync(at('three/list.json')).size });
  expect(Object.keys(latest.updates)).toEqual(['1', '2']);
});

it('has updates from every earlier version to this one', () => {
  for (const from of [1, 2]) {
    const update = v.parse(ListUpdate, json(`three/updates/${from}-3.json`));
    expect(documentOf(applyUpdate(smallList(from), update))).toBe(readFileSync(at('three/list.json'), 'utf8'));
  }
});

it('keeps updates from the last 30 versions, and latest.json under 1 kB', () => {
  let previous: Parameters<typeof channelDocuments>[1] = null;
  let signed = new Map<string, string>();
  for (let version = 1; version <= MAX_UPDATES + 5; version++) {
    const { signed: documents, changes } = channelDocuments(smallList(version), previous);
    const updates = [...documents]
      .filter(([path]) => path.startsWith('updates/'))
      .map(([, text]) => v.parse(ListUpdate, JSON.parse(text)));
    previous = {
      list: smallList(version),
      updates: updates.sort((a, b) => b.from - a.from).slice(0, MAX_UPDATES - 1),
      changes,
    };
    signed = documents;
  }
  expect([...signed.keys()].filter((path) => path.startsWith('updates/'))).toHaveLength(MAX_UPDATES);
  expect(signed.get('latest.json')?.length).toBeLessThan(1000);
});

it('refuses a version that is already published, a folder in use, and a folder without a publication', async () => {
  await expect(publish(3, 'same', 'three')).rejects.toThrow('list.yaml needs a higher version');
  await expect(publish(4, 'three')).rejects.toThrow('is not empty');
  mkdirSync(at('nothing'));
  await expect(publish(4, 'four', 'nothing')).rejects.toThrow('holds no list.json');
});

it('reports which file of the last publication is damaged', async () => {
  mkdirSync(at('damaged'));
  writeFileSync(at('damaged/list.json'), '{"format":"tradegloss-list/1"}');
  await expect(publish(4, 'five', 'damaged')).rejects.toThrow(/damaged\/list\.json/);
});

it('has no broken link, no absolute address of its own host, and no page over 100 kB', () => {
  expect(siteProblems(at('three'))).toEqual([]);
});

it('joins measure and state in the marks of each language', () => {
  expect(readFileSync(at('three/assets/rows-en.js'), 'utf8')).toContain('· exports: Licence');
  expect(readFileSync(at('three/assets/rows-zh.js'), 'utf8')).toMatch(/ · 出口：[^ "]*[^。"]"/);
});

it('lists the changes of each version in both languages', () => {
  const page = readFileSync(at('three/changes.html'), 'utf8');
  expect(page).toContain('Version 3');
  expect(page).toContain('Lindholm Magnetics');
  expect(readFileSync(at('three/zh/changes.html'), 'utf8')).toContain('第3版');
});

it('has feeds that a feed parser reads, with relative links', async () => {
  const all = await new Parser().parseString(readFileSync(at('three/changes.atom'), 'utf8'));
  expect(all.items.length).toBeGreaterThan(0);
  for (const { link, title, id } of all.items) {
    expect(title).toBeTruthy();
    expect(id).toMatch(/^urn:tradegloss:/);
    expect(existsSync(join(at('three'), link ?? '-'))).toBe(true);
  }
  const own = 'entry/company/lindholm-magnetics.atom';
  const feed = await new Parser().parseString(readFileSync(at(`three/${own}`), 'utf8'));
  const titles = feed.items.map(({ title }) => title);
  expect(titles.some((title) => title?.includes('icence for magnets'))).toBe(true);
  for (const { link } of feed.items) expect(existsSync(join(at('three'), posix.dirname(own), link ?? '-'))).toBe(true);
});

it('has a calendar that another program reads: each future date with its certainty', () => {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(at('three/next.ics'), 'utf8')) as never[]);
  const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  expect(events.map(({ startDate, summary }) => [startDate.toString(), summary])).toEqual([
    ['2027-03-31', 'Licence for magnets: suspension ends; nothing announced after that (Law)'],
  ]);
});

it('has the data of an entry: its record, its measures and their acts', () => {
  expect(json('three/entry/company/lindholm-magnetics.json')).toMatchObject({
    entry: { id: 'company/lindholm-magnetics' },
    controls: [{ id: 'control/magnets' }],
    acts: [{ does: 'imposes' }, { does: 'suspends' }],
  });
});

it('is a valid list', () => {
  expect(v.is(KnowledgeList, json('three/list.json'))).toBe(true);
});
