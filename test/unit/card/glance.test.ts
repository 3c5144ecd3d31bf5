/**
 * Protects the glance: one status of the measure that the article is about, short enough to read in
 * five seconds. The test uses the built-in list and the dates of a user.
 */
import * as v from 'valibot';
import { describe, expect, it, test } from 'vitest';
import type { CardRequest } from '../../../lib/card/build/reading.ts';
import { buildGlance, openings } from '../../../lib/card/build/build-glance.ts';
import { countWords, glanceText } from '../../../lib/card/build/fit-glance.ts';
import { GlanceModel } from '../../../lib/card/model/glance-model.ts';
import { createMessages } from '../../../lib/i18n/messages.ts';
import { builtInKnowledge } from '../../support/built-in.ts';

const knowledge = builtInKnowledge();
const TODAY = '2026-12-01';

function glance(id: string, articleDay: string | null, request: Partial<CardRequest> = {}): GlanceModel {
  const locale = request.locale ?? 'en';
  const model = buildGlance(knowledge, id, {
    articleDay,
    today: TODAY,
    locale,
    t: createMessages(locale),
    list: { title: 'Built-in list', version: 1 },
    ...request,
  });
  if (!model) throw new Error(`no glance for ${id}`);
  return model;
}

const rowsOf = (id: string, day: string | null, request?: Partial<CardRequest>) =>
  glance(id, day, request).lead?.rows.map(({ when, title, rest, date }) => [when, title, rest, date]);

describe('one status', () => {
  it('shows then and now if they differ', () => {
    expect(glance('mineral/gallium', '2025-07-18')).toMatchObject({
      lead: { who: 'China', toward: 'United States', restricts: 'exports' },
      changed: true,
      source: { grade: 'official', gradeWord: 'Official', label: 'MOFCOM No. 72 of 2025' },
      knownTo: 'Sources to 9 Oct 2026',
    });
    expect(rowsOf('mineral/gallium', '2025-07-18')).toEqual([
      ['then', 'Refused in principle', '', 'Since 3 Dec 2024'],
      ['now', 'Unknown whether it applies.', 'Suspended 9 Nov 2025 to 27 Nov 2026.', ''],
    ]);
  });
  it('shows one line if they are the same', () => {
    expect(rowsOf('company/huawei', '2025-07-18')).toEqual([
      ['since', 'Licence needed, presumption of denial', '', 'Since 16 May 2019'],
    ]);
    expect(glance('company/huawei', '2025-07-18')).toMatchObject({
      lead: { toward: 'Huawei', restricts: 'exports · Entity List' },
      changed: false,
    });
  });
  it('shows only now and what is ahead in an article of today or yesterday', () => {
    const whens = (day: string, today: string) => rowsOf('mineral/gallium', day, { today })?.map(([when]) => when);
    expect(whens('2026-11-30', TODAY)).toEqual(['now']);
    expect(whens('2026-12-01', TODAY)).toEqual(['now']);
    expect(whens('2026-11-20', TODAY)).toEqual(['then', 'now']);
    expect(whens('2026-11-29', TODAY)).toEqual(['now']);
    expect(rowsOf('mineral/gallium', '2025-07-18', { today: '2026-11-24' })?.[1]?.[2]).toMatch(/^Until 27 Nov 2026/);
    expect(rowsOf('company/sicc', '2026-01-28')?.map(([when]) => when)).toEqual(['since', 'next']);
    expect(glance('mineral/gallium', '2026-11-30').changed).toBe(false);
  });
  it('states that no measure existed on the day of the article', () => {
    expect(rowsOf('company/micron', '2018-11-01')?.[0]).toEqual(['then', 'No measure then', '', '1 Nov 2018']);
  });
  it('shows a change of rate, but does not count it as a change', () => {
    const steel = glance('mineral/steel', '2025-03-20');
    expect(steel.lead?.rows[0]?.title).toMatch(/^Duty of 25%/);
    expect(steel.changed).toBe(false);
  });
  it('shows a bill as a bill, whoever plans it', () => {
    expect(rowsOf('instrument/match-act', null)).toEqual([['now', 'Bill, not law: ban', '', 'Introduced 2 Apr 2026']]);
    expect(rowsOf('instrument/za-chrome-control', null)).toEqual([
      ['now', 'Licence requirement planned, not in force', '', 'Announced 3 Oct 2025'],
    ]);
  });
  it('shows the measure with its goods, and the act only if the title does not contain it', () => {
    const measure = (id: string) => glance(id, null).lead?.measure;
    expect(measure('mineral/tin')).toBe('no export of tin ore');
    expect(measure('company/huawei')).toMatch(
      /^Entity List: licence for any goods or technology under US export rules/,
    );
    expect(measure('technology/twinscan-nxt-2000i')).toMatch(/^exports: Dutch licence for .*immersion DUV tools$/);
  });
  it('shows a rate for some goods as such, not as the rate for all', () => {
    expect(rowsOf('mineral/steel', null)?.[0]?.[1]).toMatch(/^Duty of 50% on steel articles .*; other rates for some$/);
  });
  it('shows a measure that ended with the days on which it applied', () => {
    expect(rowsOf('instrument/drc-cobalt-quota', '2025-09-06')).toEqual([
      ['then', 'Prohibited', '', 'Since 22 Feb 2025'],
      ['now', 'Ban expired 16 Oct 2025', '', ''],
    ]);
    expect(rowsOf('company/siemens-eda', '2025-08-01')).toEqual([
      ['now', 'Licence requirement ended 2 Jul 2025', 'Began 23 May 2025.', ''],
    ]);
    // Customs collected the duty for some days after the ruling.
    expect(rowsOf('instrument/fentanyl-tariffs', '2025-07-18')?.[1]).toEqual([
      'now',
      'Duty struck down 20 Feb 2026',
      'Collected 4 Mar 2025 to 24 Feb 2026.',
      '',
    ]);
  });
  it('shows a measure that its own text ended with all its dates, and repeats no word', () => {
    expect(rowsOf('mineral/neon', null)).toEqual([
      ['now', 'Unknown whether it applies.', 'Began 30 May 2022; due to end 31 Dec 2022.', ''],
    ]);
    expect(rowsOf('mineral/germanium', '2025-11-25')).toEqual([
      ['then', 'Ban in principle suspended', '', 'Since 9 Nov 2025'],
      ['now', 'Unknown whether it applies.', 'Began 3 Dec 2024; suspended 9 Nov 2025 to 27 Nov 2026.', ''],
    ]);
    expect(rowsOf('company/canon', '2025-07-18')?.[0]).toEqual([
      'then',
      'Unknown whether it applies.',
      'Our first source is of 23 Jul 2026.',
      '',
    ]);
  });
  it('shows the consequence of a permission that ended', () => {
    expect(rowsOf('company/sk-hynix', '2025-10-10')).toEqual([
      ['then', 'Allowed under a general licence', '', 'Since 17 Oct 2023'],
      ['now', 'General licence ended 31 Dec 2025', 'Single licences needed since.', ''],
    ]);
  });
  it('shows a later rate or form together with the first day of the measure', () => {
    expect(rowsOf('mineral/copper', '2025-06-30')?.[1]?.slice(2)).toEqual([
      'First imposed 1 Aug 2025.',
      'Since 6 Apr 2026',
    ]);
    expect(rowsOf('company/rosneft', '2024-12-05')).toEqual([
      ['since', 'Prohibited', 'First restricted 15 Mar 2022.', 'Since 23 Oct 2025'],
    ]);
  });
  it('shows a sentence if no measure names the entry', () => {
    expect(glance('company/deepseek', null)).toMatchObject({
      lead: null,
      none: 'No measure in our list names it. Its products may still be restricted.',
      knownTo: 'Sources to 9 Oct 2026',
    });
  });
  it('shows the latest news with its source', () => {
    expect(glance('agency/dla', null)).toMatchObject({
      none: 'We know of no government measure of its own.',
      news: [
        expect.stringMatching(/^In August 2025 it asked for offers /),
        'It cancelled the call on 15 October 2025.',
      ],
      source: { grade: 'press' },
    });
    expect(glance('agency/dla', null, { locale: 'zh_CN' }).news[0]).toMatch(/^2025年8月/);
  });
  it('shows the same in Chinese', () => {
    expect(rowsOf('mineral/gallium', '2025-07-18', { locale: 'zh_CN' })).toEqual([
      ['then', '原则上不予许可', '', '自2024年12月3日起'],
      ['now', '是否适用不详。', '2025年11月9日至2026年11月27日暂停。', ''],
    ]);
  });
  it('follows the entries that the article names nearby', () => {
    const beside = (...ids: string[]) =>
      glance('mineral/gallium', '2025-07-18', { context: { beside: ids } }).lead?.who;
    expect([beside('agency/mofcom'), beside('agency/ustr')]).toEqual(['China', 'United States']);
  });
});

describe('goods and parties of a measure', () => {
  const lead = (id: string, locale: 'en' | 'zh_CN' = 'en') => glance(id, '2025-11-08', { locale }).lead;
  it('include the good of the card if the list of goods is cut or counted', () => {
    expect(lead('mineral/ytterbium')?.measure).toMatch(/holmium and four more .*, ytterbium items among them$/);
    expect(lead('mineral/ytterbium', 'zh_CN')?.measure).toBe('钬等五种稀土出口许可，含镱物项');
    expect(glance('mineral/terbium', null).lead?.measure).toMatch(/, terbium items among them$/);
    expect(glance('mineral/rare-earth-magnets', null).lead?.measure).toMatch(/, rare-earth magnets among them$/);
    expect(glance('mineral/selenium', null).lead?.measure).toMatch(/, selenium among them$/);
  });
  it('name each party once, with its full name', () => {
    expect(lead('instrument/cn-announcement-13-2025')?.toward).toBe(
      'Skydio, General Atomics Aeronautical Systems and 13 more US entities',
    );
    expect(lead('instrument/port-fees')?.toward).toBe('Chinese-linked ships and foreign-built car carriers');
    expect(lead('instrument/port-fees', 'zh_CN')?.toward).toBe('涉华船舶和外国建造的汽车运输船');
  });
});

test('the lapse of a suspension reads the same on all measures of one deal, whatever their texts provided', () => {
  const now = (id: string) => glance(id, null).lead?.rows[0];
  const lapsed = ['mineral/holmium', 'instrument/cn-announcement-61-2025', 'instrument/affiliates-rule'].map(now);
  for (const row of lapsed)
    expect([row?.title, row?.rest]).toEqual([
      'Unknown whether it applies.',
      expect.stringMatching(/^(?:Began .*; s|S)uspended \d+ Nov 2025 to \d+ Nov 2026(?:, before it took effect)?\.$/),
    ]);
});

test('every measure that restricts states its target; only a list without effect on trade has none', () => {
  const without = [...knowledge.entries.keys()].flatMap((id) => {
    const { lead, digest } = glance(id, null);
    const told = lead ? { toward: lead.toward, row: lead.rows[0] } : digest?.latest;
    return told?.toward === '' ? [told.row?.glyph] : [];
  });
  expect(without.length).toBeGreaterThan(0);
  expect(without.filter((glyph) => glyph !== 'listed')).toEqual([]);
});

describe('the glance of a public body or a list', () => {
  it('shows its newest acts and the states of its measures', () => {
    const model = glance('instrument/entity-list', '2025-07-18');
    expect(model).toMatchObject({ lead: null, changed: false });
    expect(model.digest?.latest).toMatchObject({
      who: 'United States',
      measure: expect.stringMatching(/^licence for any goods or technology under US export rules/),
      row: { title: 'Licence needed, presumption of denial', date: 'Since 12 Sep 2025' },
    });
    expect(model.digest?.latest?.toward).toBe('Shanghai Fudan Microelectronics and 3 others');
    expect(model.digest?.counts.map(({ text }) => text).join()).toMatch(/^\d+ in force/);
  });
  it('shows the present state of the measure of the newest act, not only what happened that day', () => {
    const latest = (id: string) => glance(id, null).digest?.latest?.row;
    expect(latest('agency/mofcom')).toMatchObject({
      title: 'Licence needed',
      rest: 'Amended 22 Sep 2026.',
      date: 'Since 10 Nov 2025',
    });
    expect(latest('agency/ga-government')).toMatchObject({
      title: 'Ban adopted, not yet in effect',
      date: 'Announced 30 May 2025',
    });
    expect(latest('agency/cn-transport')?.title).toBe('Unknown whether it applies.');
  });
  it('names the target of a measure, not those at home who must follow it', () => {
    const toward = (id: string) => glance(id, null).digest?.latest?.toward;
    expect(toward('instrument/section-1260h')).toBe('firms that share lobbyists with listed firms');
    expect(toward('instrument/eu-russia-sanctions')).toBe('listed ships of the shadow fleet');
    expect(glance('company/china-mineral-resources', null).lead).toMatchObject({
      who: 'China Mineral Resources Group',
      toward: 'BHP',
    });
  });
  it('counts further parties in words, and leaves out acts that only name the law', () => {
    const labels = [...knowledge.entries.keys()].flatMap(
      (id) => glance(id, null).digest?.acts.map(({ label }) => label) ?? [],
    );
    expect(labels.length).toBeGreaterThan(20);
    expect(labels.filter((label) => /\+\d|changed$|…/.test(label))).toEqual([]);
  });
  it('shows a body that issues nothing as a target, like a firm', () => {
    expect(glance('agency/nudt', null)).toMatchObject({
      digest: null,
      lead: { toward: 'National University of Defense Technology' },
    });
  });
  it('names the head of the body', () => {
    expect(glance('agency/us-commerce', null).what.text).toMatch(/Headed by \S+ \S+\.$/);
  });
});

test('shorter openings are complete sentences: fewer of them, or the first up to its semicolon or aside', () => {
  expect(openings('A metal. It melts in the hand.', 'en')).toEqual(['A metal. It melts in the hand.', 'A metal.']);
  const long = `A metal ${'very '.repeat(20)}rare; it melts in the hand.`;
  expect(openings(long, 'en')).toEqual([`A metal ${'very '.repeat(20)}rare.`]);
  expect(openings('A metal for fast chips and for radar sets, used in the hand; it melts.', 'en')).toEqual([
    'A metal for fast chips and for radar sets, used in the hand; it melts.',
    'A metal for fast chips and for radar sets, used in the hand.',
    'A metal for fast chips and for radar sets.',
  ]);
  expect(openings('一种金属。可在手中熔化。', 'zh-Hans')).toEqual(['一种金属。可在手中熔化。', '一种金属。']);
  const attributed = '据2024年的报道，中国最大的芯片代工企业，为华为制造7纳米芯片。';
  expect(openings(attributed, 'zh-Hans')).toEqual([attributed, '据2024年的报道，中国最大的芯片代工企业。']);
});

describe.each(['en', 'zh_CN'] as const)('each glance, in %s', (locale) => {
  const models = [...knowledge.entries.keys()].flatMap((id) => [
    glance(id, null, { locale }),
    glance(id, '2025-07-18', { locale }),
    glance(id, '2025-07-18', { locale, today: '2026-11-24' }),
  ]);
  it('does not cut a sentence on the entry or its news', () => {
    const cut = models.filter(({ what, news }) => [what.text, ...what.shorter, ...news].some((one) => /…/.test(one)));
    expect(cut.map(({ id }) => id)).toEqual([]);
  });
  it('matches the schema of messages to a page', () => {
    expect(models.filter((model) => !v.is(GlanceModel, model)).map(({ id }) => id)).toEqual([]);
  });
  it('has at most 70 words, or 120 Chinese characters', () => {
    const most = locale === 'en' ? 70 : 120;
    const over = models.filter((model) => countWords(glanceText(model), model.lang) > most);
    expect(over.map(({ id }) => id)).toEqual([]);
  });
});

test('at most a third of the restricted entries are marked as changed in an article of July 2025', () => {
  const models = [...knowledge.entries.keys()].map((id) => glance(id, '2025-07-18')).filter(({ lead }) => lead);
  expect(models.filter(({ changed }) => changed).length).toBeLessThan(models.length / 3);
});
