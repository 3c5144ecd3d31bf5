/**
 * Protects the upkeep of the base: passed ends are due, one event has one wording, and duties apply
 * from the right day.
 */
import { describe, expect, it } from 'vitest';
import { builtInList } from '../../../lib/tools/build/built-in.ts';
import { adviseUpkeep, checkUpkeep } from '../../../lib/tools/upkeep/check-upkeep.ts';
import { whatIsDue } from '../../../lib/tools/upkeep/due.ts';
import { dueText } from '../../../lib/tools/upkeep/due-text.ts';
import { isPoorHost, readSourceHosts } from '../../../lib/tools/upkeep/source-hosts.ts';
import { indexKnowledge } from '../../../lib/knowledge/model/knowledge-index.ts';
import { statusAt } from '../../../lib/knowledge/status/status.ts';
import { NO_FILES, TODAY, listOf, messages, named } from './checked-list.ts';
import { act, control } from './story.ts';

const gazette = { url: 'https://www.example.gov/text', publisher: 'Gazette', class: 'official', date: '2025-01-01' };
const on = (slug: string, fields: Record<string, unknown>) => ({
  id: `act/${slug}.${String(fields['does'])}-${String(fields['public'])}`,
  on: [`control/${slug}`],
  basis: 'law',
  src: ['text'],
  sources: { text: gazette },
  ...fields,
});
const searched = (slug: string, more: Record<string, unknown> = {}) =>
  control(slug, { searched: TODAY, sources: { text: gazette }, ...more });
const paused = (fields: Record<string, unknown> = {}, ...more: Record<string, unknown>[]) =>
  listOf({
    controls: [searched('x')],
    acts: [
      on('x', act('imposes', '2025-01-01')),
      on(
        'x',
        act('suspends', '2025-11-09', { upTo: { day: '2026-10-01', included: 'yes', then: 'unsaid' }, ...fields }),
      ),
      ...more,
    ],
  });

describe('an end date that has passed', () => {
  it('is due from the first day after it, and fails the check thirty days later', () => {
    const list = paused();
    expect(whatIsDue(list, '2026-10-01').passed).toEqual([]);
    expect(whatIsDue(list, '2026-10-02').passed).toMatchObject([
      { day: '2026-10-02', age: 0, controls: ['control/x'] },
    ]);
    expect(checkUpkeep(list, NO_FILES, '2026-11-01')).toEqual([]);
    expect(messages(checkUpkeep(list, NO_FILES, '2026-11-02'))).toEqual([
      'act/x.suspends-2025-11-09: ended on 2026-10-01, more than 30 days ago: add the act that followed, or `reviewed` with what you found',
    ]);
  });
  it('is settled by a later act of law or a later review, and by nothing else', () => {
    const found = (day: string) => paused({ reviewed: { day, found: 'No act that followed was found.' } });
    expect(checkUpkeep(found('2026-10-05'), NO_FILES, TODAY)).toEqual([]);
    expect(checkUpkeep(found('2026-09-30'), NO_FILES, TODAY)).toHaveLength(1);
    expect(dueText(whatIsDue(found('2026-10-05'), TODAY), false)).toContain(
      '2026-10-01  control/x  53 days ago, reviewed on 2026-10-05: No act that followed was found.',
    );
    const later = (does: 'extends' | 'claims' | 'plans', basis: string) =>
      whatIsDue(paused({}, on('x', act(does, '2026-10-03', { basis, saidBy: ['US'] }))), TODAY).passed.length;
    expect([later('extends', 'law'), later('claims', 'statement'), later('plans', 'law')]).toEqual([0, 1, 1]);
    const byThen = { ...on('x', act('extends', '<2026-09-12', { bites: '2026-10-02' })), id: 'act/x.extends-later' };
    expect(whatIsDue(paused({}, byThen), TODAY).passed).toEqual([]);
  });
});

it('a future date is listed once with its controls, and as a statement if no act of law sets it', () => {
  const ends = (day: string) => ({ upTo: { day, included: 'yes', then: 'ends' } });
  const list = listOf({
    controls: ['v', 'w', 'x', 'y', 'z'].map((slug) => searched(slug)),
    acts: [
      ...['v', 'w', 'x', 'y', 'z'].map((slug) => on(slug, act('imposes', '2025-01-01', ends('2026-12-01')))),
      on('x', act('claims', '2026-10-01', { basis: 'statement', saidBy: ['US'], ...ends('2026-12-20') })),
    ],
  });
  const due = whatIsDue(list, TODAY);
  expect(due.ahead.map(({ day, controls, said }) => [day, controls.length, said])).toEqual([
    ['2026-12-01', 5, []],
    ['2026-12-20', 0, ['control/x']],
  ]);
  const text = dueText(due, false);
  expect(text).toContain('  2026-12-01  control/v, control/w, control/x, control/y and 1 more\n');
  expect(text).toContain('  2026-12-20  by a statement alone: control/x\n');
  expect(dueText(due, true)).toContain('control/y, control/z\n');
});

describe('one event', () => {
  it('has the same wording and end date on all its controls', () => {
    const said = (slug: string, note: string, day = '2027-01-10', more: Record<string, unknown> = {}) =>
      on(slug, {
        ...act('claims', '2026-09-28', { note, upTo: { day, included: 'unclear', then: 'unsaid' } }),
        basis: 'statement',
        saidBy: ['agency/mofcom'],
        text: { instrument: 'instrument/announcement' },
        ...more,
      });
    const check = (...acts: Record<string, unknown>[]) =>
      checkUpkeep(listOf({ controls: [searched('x'), searched('y')], acts }), NO_FILES, TODAY).length;
    expect(check(said('x', 'It goes on.'), said('y', 'It goes on.'))).toBe(0);
    expect(check(said('x', 'It goes on.'), said('y', 'It is prolonged.'))).toBe(1);
    expect(check(said('x', 'It goes on.'), said('y', 'It goes on.', '2027-02-01'))).toBe(1);
    const onPart = said('y', 'It is prolonged.', '2027-01-10', { part: { parties: ['ten firms'] } });
    expect(check(said('x', 'It goes on.'), onPart)).toBe(1);
  });

  it('the truce of autumn 2026 reads the same on tariffs, the 50 % rule, the October measures and the port fees', () => {
    const { acts } = builtInList();
    const saidOf = (id: string) =>
      acts
        .filter(({ does, on: controls, text, upTo }) => does === 'claims' && controls.includes(id) && text && upTo)
        .map(({ note, upTo }) => JSON.stringify([note, upTo]));
    const arrangement = [
      'control/cn-61-2025-1',
      ...['55', '56', '57', '58'].map((number) => `control/cn-${number}-2025`),
      'control/cn-62-2025-a',
      'control/us-affiliates-entity-list',
      'control/us-affiliates-tgl-7',
      'control/us-section-301-cranes',
      'control/cn-port-fees',
    ];
    for (const id of arrangement) expect(saidOf(id)).toEqual(saidOf('control/cn-61-2025-1'));
    expect(saidOf('control/cn-61-2025-1')).toHaveLength(2);
  });
});

describe('dates and rates', () => {
  it('an EU duty applies from the day after its publication', () => {
    const duty = (bites?: string) =>
      checkUpkeep(
        listOf({
          entries: [named('agency/european-commission', 'European Commission')],
          controls: [searched('eu-ad-x', { by: 'agency/european-commission', restrains: 'import', way: 'duty' })],
          acts: [on('eu-ad-x', act('imposes', '2025-04-07', bites ? { bites } : {}))],
        }),
        NO_FILES,
        TODAY,
      );
    expect(messages(duty())).toEqual([
      'act/eu-ad-x.imposes-2025-04-07: is dated by its publication: a duty of the EU applies from 2025-04-08, unless it says otherwise',
    ]);
    expect(duty('2025-04-08')).toEqual([]);
  });
  it('Section 301 List 3 was 10 % from 24 September 2018 and 25 % from 10 May 2019', () => {
    const knowledge = indexKnowledge(builtInList());
    const rate = (day: string) =>
      statusAt(knowledge, 'mineral/gallium', day).find(({ control }) => control.id === 'control/us-section-301-list-3')
        ?.amount;
    expect([rate('2018-10-15'), rate('2019-05-09'), rate('2019-05-10')]).toEqual(['10 %', '10 %', '25 %']);
  });
  it('advises a look at a first step after the act, and at a claim that rests only on a throwaway host', () => {
    const list = listOf({
      controls: [
        searched('x', {
          steps: [{ from: '2026-01-01', amount: '25 %', src: ['shop'] }],
          sources: { text: gazette, shop: { ...gazette, url: 'https://noix.6lwboc.com/page' } },
        }),
      ],
      acts: [on('x', act('imposes', '2025-01-01'))],
    });
    expect(messages(adviseUpkeep(list, NO_FILES, TODAY, readSourceHosts()))).toEqual([
      'control/x: applies from 2025-01-01, and its first step starts on 2026-01-01: look for the rate before that',
      'control/x: has a claim on a throwaway host alone (shop)',
    ]);
  });
  it('the own page of a public body is official in an entry, and the state press stays press', () => {
    const at = (host: string, kind: string) => ({ ...gazette, url: `https://${host}/page`, class: kind });
    const list = listOf({
      entries: [
        {
          ...named('mineral/tradium', 'Tradium'),
          sources: {
            agency: at('prod.iea.org', 'other'),
            filing: at('www.sec.gov', 'official'),
            firm: at('iea.organic.example', 'other'),
            wire: at('www.news.gov.cn', 'news'),
          },
        },
      ],
    });
    expect(messages(adviseUpkeep(list, NO_FILES, TODAY, readSourceHosts()))).toEqual([
      'mineral/tradium: names a public body’s own page as “other” (agency): class it as official',
    ]);
  });
  it('a note must not claim a search up to a day after the last source', () => {
    const told = (note: string) =>
      messages(
        checkUpkeep(
          { ...listOf({ controls: [searched('x', { note })], acts: [] }), knownTo: '2026-10-09' },
          NO_FILES,
          TODAY,
        ),
      );
    expect(told('No ruling was found by 27 November 2026.')).toEqual([
      'control/x: says that nothing was found by 2026-11-27: sources were read to 2026-10-09 (knownTo) only',
    ]);
    expect(told('截至2026年11月27日的资料中未见裁决。')).toHaveLength(1);
    expect(told('No ruling was found in sources up to 9 October 2026.')).toEqual([]);
    expect(told('By the notices seen it had not begun by 10 November 2026.')).toEqual([]);
  });
  it('recognises a bare IP address, and a name under a listed host', () => {
    const poor = new Set(['rbtfl.xyz']);
    const answers = ['http://3.127.128.221/a', 'https://www.rbtfl.xyz/', 'https://notrbtfl.xyz/'].map((url) =>
      isPoorHost(url, poor),
    );
    expect(answers).toEqual([true, true, false]);
  });
});
