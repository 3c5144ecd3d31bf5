/**
 * Protects `npm run knowledge`: problems that stop a release, advice for a person, and statistics.
 */
import { describe, expect, it } from 'vitest';
import { indexKnowledge } from '../../../lib/knowledge/model/knowledge-index.ts';
import { statusAt } from '../../../lib/knowledge/status/status.ts';
import { adviseClaims, adviseUncited, checkClaims } from '../../../lib/tools/cli/check-claims.ts';
import { checkList } from '../../../lib/tools/cli/check-list.ts';
import { whatIsDue } from '../../../lib/tools/upkeep/due.ts';
import { findEntries } from '../../../lib/tools/cli/find-entry.ts';
import { listStats, statsText } from '../../../lib/tools/cli/list-stats.ts';
import { NO_FILES, TODAY, listOf, messages, named } from './checked-list.ts';
import { about, act, control } from './story.ts';

const text = { url: 'https://www.example.gov/text', publisher: 'Gazette', class: 'official', date: '2025-01-01' };
const searched = (slug: string, more: Record<string, unknown> = {}) =>
  control(slug, { searched: TODAY, sources: { text }, ...more });
const done = (slug: string, fields: Record<string, unknown>, source: Record<string, unknown> = text) => ({
  id: `act/${slug}.${String(fields['does'])}-${String(fields['public'])}`,
  on: [`control/${slug}`],
  basis: 'notice',
  src: ['text'],
  sources: { text: source },
  ...fields,
});

describe('problems that stop a release', () => {
  it('a code without a label, because nobody knows what its number covers', () => {
    const code = { scheme: 'HS', code: '8110', src: ['text'] };
    const found = (more: Record<string, unknown>) =>
      messages(
        checkList(
          listOf({ entries: [about('mineral/antimony', { codes: [{ ...code, ...more }] })], controls: [] }),
          NO_FILES,
        ),
      );
    expect(found({})).toEqual(['mineral/antimony: gives HS 8110 without a label that says what it covers']);
    expect(found({ label: 'antimony and its products' })).toEqual([]);
  });
  it('controls that continue each other in a circle', () => {
    const list = listOf({
      entries: [about('mineral/gallium')],
      controls: [searched('x', { continues: 'control/y' }), searched('y', { continues: ['control/x'] })],
    });
    expect(messages(checkList(list, NO_FILES))).toContain(
      'control/y: continues control/x, which leads back to it: controls cannot carry each other on in a circle',
    );
  });
  it('dates that do not exist or run backwards, controls without an act, and claims without a speaker', () => {
    const list = listOf({
      entries: [
        about('mineral/gallium', {
          names: {},
          facts: [{ what: 'x', value: 'y', when: '2025-02-30', src: ['text'] }],
          memberOf: [{ of: 'instrument/announcement', from: '2025-06', until: '2025-05-31', src: ['text'] }],
        }),
      ],
      controls: [searched('x'), searched('idle')],
      acts: [
        done('x', act('imposes', '2025-01-01')),
        done('x', act('suspends', '2025-06-01', { upTo: { day: '2025-05-01', included: 'yes', then: 'unsaid' } })),
        done('x', act('claims', '2025-07-01', { basis: 'statement' })),
      ],
    });
    expect(messages(checkClaims(list, NO_FILES))).toEqual([
      'mineral/gallium: has the date 2025-02-30, which the calendar does not have',
      'mineral/gallium: ends (2025-05-31) before it begins (2025-06)',
      'act/x.suspends-2025-06-01: ends (2025-05-01) before it takes effect (2025-06-01)',
      'act/x.claims-2025-07-01: is a claim and does not tell who makes it (saidBy)',
      'control/idle: has no act: nothing tells when it began or who says so',
    ]);
  });
  it('law that rests only on addresses that nobody opened; it is never in force either', () => {
    const unread = { ...text, read: false };
    const list = listOf({
      entries: [named('mineral/gallium', 'gallium')],
      controls: [searched('x')],
      acts: [done('x', act('imposes', '2025-01-01'), unread)],
    });
    expect(messages(checkClaims(list, NO_FILES))).toEqual([
      'act/x.imposes-2025-01-01: moves the law on addresses alone that nobody opened (read: false)',
    ]);
    expect(statusAt(indexKnowledge(list), 'mineral/gallium', TODAY).map(({ state }) => state)).toEqual([
      'reported only',
    ]);
    const reported = listOf({
      controls: [searched('x')],
      acts: [
        {
          ...done('x', act('imposes', '2025-01-01')),
          src: ['text', 'paper'],
          sources: { text: unread, paper: { ...text, class: 'news' } },
        },
      ],
    });
    expect(checkClaims(reported, NO_FILES)).toEqual([]);
    expect(statusAt(indexKnowledge(reported), 'mineral/gallium', TODAY).map(({ state }) => state)).toEqual([
      'reported only',
    ]);
  });
  it('references to missing controls, also in lists of them, and to missing sources', () => {
    const list = listOf({
      entries: [about('mineral/gallium', { names: {}, news: { text: 'News.', src: ['gone'] } })],
      controls: [searched('x', { continues: ['control/a', 'control/b'] })],
      acts: [done('x', act('imposes', '2025-01-01'))],
    });
    expect(messages(checkList(list, NO_FILES))).toEqual([
      'mineral/gallium: cites the source gone, which is not among its sources',
      'control/x: continues control/a, which is not there',
      'control/x: continues control/b, which is not there',
    ]);
  });
  it('are absent from a sound list', () => {
    const list = listOf({
      entries: [named('mineral/gallium', 'gallium')],
      controls: [searched('x')],
      acts: [done('x', act('imposes', '2025-01-01'))],
    });
    expect([...checkList(list, NO_FILES), ...adviseClaims(list, NO_FILES)]).toEqual([]);
  });
});

describe('advice for a person', () => {
  it('law without a strong source or without a date, and claims that rest only on an unread address', () => {
    const list = listOf({
      entries: [about('mineral/gallium', { names: {}, sources: { text: { ...text, read: false } } })],
      controls: ['news', 'undated'].map((slug) => searched(slug)),
      acts: [
        done('news', act('imposes', '2025-01-01'), { ...text, class: 'news' }),
        done('undated', act('imposes', '2025-01-01'), { ...text, date: undefined }),
      ],
    });
    expect(adviseClaims(list, NO_FILES).map(({ file }) => file)).toEqual([
      'act/news.imposes-2025-01-01',
      'act/undated.imposes-2025-01-01',
      'mineral/gallium',
    ]);
  });
  it('a source that nothing in its file cites; acts may cite a source of their control', () => {
    const file = 'controls/cn/x.yaml';
    const files = new Map([
      ['control/x', file],
      ['act/x.imposes-2025-01-01', file],
    ]);
    const list = listOf({
      entries: [about('mineral/gallium', { names: {}, sources: { text, left: text } })],
      controls: [searched('x', { sources: { text, idle: text } })],
      acts: [done('x', act('imposes', '2025-01-01'), text)],
    });
    expect(messages(adviseUncited(list, files))).toEqual([
      'mineral/gallium: has the source left, which no claim cites',
      'controls/cn/x.yaml: has the source idle, which no claim cites',
    ]);
  });
  it('a person in office without the day on which a source last named them', () => {
    const office = (more: Record<string, unknown>) => ({
      name: 'Somebody',
      role: 'minister',
      from: '2025',
      src: ['text'],
      ...more,
    });
    const withOffices = (...offices: unknown[]) =>
      messages(adviseClaims(listOf({ entries: [about('agency/one', { searched: TODAY, offices })] }), NO_FILES));
    expect(withOffices(office({}))).toEqual([
      'agency/one: names Somebody in office without the day of a source that does (lastSeen)',
    ]);
    expect(withOffices(office({ lastSeen: '2026-03' }), office({ until: '2026-03' }))).toEqual([]);
  });
  it('a search older than 90 days, or 30 if a date is ahead', () => {
    const list = listOf({
      entries: [
        about('mineral/gallium', { names: {}, searched: '2026-10-01' }),
        about('mineral/tin', { names: {}, searched: '2026-10-01' }),
        about('mineral/zinc', { names: {}, searched: '2026-08-01' }),
        about('mineral/lead', { names: {} }),
      ],
      controls: [searched('x', { searched: '2026-10-01' })],
      acts: [
        done('x', act('imposes', '2025-01-01')),
        done('x', act('suspends', '2025-11-09', { upTo: { day: '2026-11-27', included: 'unclear', then: 'unsaid' } })),
      ],
    });
    expect(whatIsDue(list, TODAY).old.map(({ id, limit, days, ahead }) => [id, limit, days, ahead])).toEqual([
      ['mineral/lead', 90, null, null],
      ['mineral/zinc', 90, 115, null],
      ['mineral/gallium', 30, 54, '2026-11-27'],
      ['control/x', 30, 54, '2026-11-27'],
    ]);
  });
});

describe('statistics and search', () => {
  const list = listOf({
    entries: [
      named('mineral/gallium', 'gallium', { text: 'Ga', alone: false }),
      about('company/galium', { name: 'Galium', names: { en: ['Galium'], 'zh-Hans': ['镓公司'] }, searched: TODAY }),
    ],
    controls: [searched('x')],
    acts: [done('x', act('imposes', '2025-01-01'))],
  });
  it('count entries, names, controls by state, acts, claims, and sources by class', () => {
    expect(listStats(list, TODAY)).toMatchObject({
      entries: 4,
      byKind: { agency: 1, instrument: 1, mineral: 1, company: 1 },
      names: 4,
      byLanguage: { en: 3, 'zh-Hans': 1 },
      ruledNames: 1,
      controls: 1,
      byState: { 'in force': 1 },
      acts: 1,
      claims: 5,
      sources: 1,
      byClass: { official: 1, news: 0 },
      due: { passed: 0, ahead: 0, searches: 0 },
    });
    expect(statsText(listStats(list, TODAY))).toContain('4 entries: ');
    expect(statsText(listStats(list, TODAY))).toContain('Acts of law without such a source: none');
  });
  it('count acts of law that rest only on newspapers', () => {
    const acts = list.acts.map((one) => ({
      ...one,
      sources: Object.fromEntries(
        Object.entries(one.sources).map(([key, source]) => [key, { ...source, class: 'news' as const }]),
      ),
    }));
    expect(listStats({ ...list, acts }, TODAY).weakActs).toEqual({ imposes: 1 });
  });
  it('find an announcement by its number, in all ways of writing it', () => {
    const [one] = list.entries;
    if (!one) throw new Error('no entry');
    const notice = (year: number) => ({
      ...one,
      id: `instrument/notice-${year}`,
      name: `Notice of ${year}`,
      names: {},
      forms: [{ series: 'announcement' as const, body: ['agency/mofcom'], year, number: 46 }],
    });
    const numbered = { ...list, entries: [...list.entries, notice(2024), notice(2025)] };
    expect(
      ['2024年第46号公告', 'Announcement [2025] No. 46', 'Announcement No. 46', 'Announcement No. 47', '46'].map(
        (words) => findEntries(numbered, words).map(({ id }) => id),
      ),
    ).toEqual([
      ['instrument/notice-2024'],
      ['instrument/notice-2025'],
      ['instrument/notice-2024', 'instrument/notice-2025'],
      [],
      [],
    ]);
  });
  it('find an entry by id, by its own name, and by any name in any script', () => {
    expect(
      ['mineral/gallium', 'Gallium', 'GA', '鎵公司', 'nothing'].map((words) =>
        findEntries(list, words).map(({ id }) => id),
      ),
    ).toEqual([['mineral/gallium'], ['mineral/gallium'], ['mineral/gallium'], ['company/galium'], []]);
  });
});
