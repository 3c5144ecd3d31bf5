/**
 * Protects dates on file: each event is listed once, with its certainty, and passed dates without
 * news are listed too.
 */
import { expect, it } from 'vitest';
import { filedDateModel } from '../../../lib/card/build/filed-date.ts';
import { createMessages } from '../../../lib/i18n/messages.ts';
import { indexKnowledge } from '../../../lib/knowledge/model/knowledge-index.ts';
import type { Act, Control } from '../../../lib/knowledge/model/schema.ts';
import { datesAhead, datesPassed } from '../../../lib/knowledge/status/filed-dates.ts';

const sources = { text: { url: 'https://gazette.example/1', publisher: 'Gazette', class: 'official' as const } };
const control = (slug: string, more: Partial<Control> = {}): Control => ({
  id: `control/${slug}`,
  by: 'agency/harbour-board',
  text: { instrument: 'instrument/order-1' },
  title: `licence for ${slug}`,
  restrains: 'export',
  way: 'licence',
  covers: [{ entry: `mineral/${slug}` }],
  toward: { destinations: ['all'] },
  sources,
  ...more,
});
const act = (id: string, on: readonly string[], more: Partial<Act>): Act => ({
  id: `act/${id}`,
  does: 'imposes',
  on: on.map((slug) => `control/${slug}`),
  public: '2026-01-10',
  basis: 'notice',
  src: ['text'],
  sources,
  ...more,
});
const knowledgeOf = (controls: Control[], acts: Act[]) => indexKnowledge({ entries: [], controls, acts });
const TODAY = '2026-06-01';

it('lists an event on several controls once, on the last day that its text allows', () => {
  const knowledge = knowledgeOf(
    [control('gallium'), control('germanium')],
    [
      act('imposed', ['gallium', 'germanium'], {}),
      act('paused', ['gallium', 'germanium'], {
        does: 'suspends',
        public: '2026-03-01',
        upTo: { day: '2026-11-27', included: 'yes', then: 'unsaid' },
      }),
    ],
  );
  const dates = datesAhead(knowledge, TODAY);
  expect(dates.map(({ day, certainty, controls }) => [day, certainty, controls.length])).toEqual([
    ['2026-11-27', 'law', 2],
  ]);
  expect(datesPassed(knowledge, TODAY)).toEqual([]);
  expect(datesPassed(knowledge, '2026-12-01').map(({ day, isPast }) => [day, isPast])).toEqual([['2026-11-27', true]]);
  expect(datesAhead(knowledge, '2026-12-01')).toEqual([]);
});

it('separates law from announcements and statements, with the most certain first on one day', () => {
  const knowledge = knowledgeOf(
    [control('gallium'), control('antimony'), control('indium')],
    [
      act('made', ['gallium'], { bites: '2026-09-01' }),
      act('planned', ['antimony'], { does: 'plans', bites: '2026-09-01' }),
      act('reported', ['indium'], { basis: 'unpublished', bites: '2026-09-01' }),
    ],
  );
  expect(datesAhead(knowledge, TODAY).map(({ certainty }) => certainty)).toEqual(['law', 'announced', 'said']);
});

it('lists every step of an amount, not only the next', () => {
  const steps = ['2026-01-10', '2027-01-01', '2028-01-01'].map((from, k) => ({
    from,
    amount: `${k + 1} %`,
    src: ['text'],
  }));
  const knowledge = knowledgeOf([control('cobalt', { way: 'duty', steps })], [act('imposed', ['cobalt'], {})]);
  expect(datesAhead(knowledge, TODAY).map(({ day, next }) => [day, next.then])).toEqual([
    ['2027-01-01', 'step'],
    ['2028-01-01', 'step'],
  ]);
});

it('lists no date of a measure that ended', () => {
  const knowledge = knowledgeOf(
    [control('gallium')],
    [
      act('imposed', ['gallium'], { upTo: { day: '2027-01-01', included: 'yes', then: 'ends' } }),
      act('ended', ['gallium'], { does: 'ends', public: '2026-05-01' }),
    ],
  );
  expect(datesAhead(knowledge, TODAY)).toEqual([]);
});

it('says of a passed date whether the suspension or the measure itself was due to end', () => {
  const upTo = { day: '2026-11-27', included: 'yes', then: 'unsaid' } as const;
  const imposed = act('imposed', ['gallium'], {});
  const paused = act('paused', ['gallium'], { does: 'suspends', public: '2026-03-01', upTo });
  const titles = (acts: Act[]) => {
    const knowledge = knowledgeOf([control('gallium')], acts);
    const voice = { knowledge, lang: 'en', t: createMessages('en') };
    return datesPassed(knowledge, '2026-12-01').map((date) => filedDateModel(date, voice).title);
  };
  expect(titles([imposed, paused])).toEqual(['Licence for gallium: the suspension was due to end']);
  expect(titles([{ ...imposed, upTo }])).toEqual(['Licence for gallium: was due to end']);
});

it('keeps the only target of a measure although it is the issuer', () => {
  const quota = control('nickel', { by: 'ID', restrains: 'make', toward: { destinations: ['ID'] } });
  const knowledge = knowledgeOf([quota], [act('made', ['nickel'], { bites: '2026-12-31' })]);
  const voice = { knowledge, lang: 'en', t: createMessages('en') };
  expect(datesAhead(knowledge, TODAY).map((date) => filedDateModel(date, voice).whom)).toEqual(['Indonesia']);
});

it('sorts a date that is only about a month at the end of that month', () => {
  const paused = (slug: string, day: string) =>
    act(`paused-${slug}`, [slug], {
      does: 'suspends',
      public: '2026-03-01',
      upTo: { day, included: 'yes', then: 'unsaid' },
    });
  const knowledge = knowledgeOf(
    [control('gallium'), control('antimony')],
    [act('imposed', ['gallium', 'antimony'], {}), paused('gallium', '2026-11-10'), paused('antimony', '~2026-10')],
  );
  expect(datesAhead(knowledge, TODAY).map(({ date }) => date)).toEqual(['~2026-10', '2026-11-10']);
  expect(datesPassed(knowledge, '2026-12-01').map(({ date }) => date)).toEqual(['2026-11-10', '~2026-10']);
});
