/**
 * Protects "What comes next": passed dates come first, filters work, and the calendar has the dates
 * shown.
 */
import { beforeEach, expect, it, vi } from 'vitest';
import { NextPage } from '../../../components/pages/next.tsx';
import type { FiledDateModel } from '../../../lib/card/build/filed-date.ts';
import { createMessages } from '../../../lib/i18n/messages.ts';
import { NOTHING_CHANGED } from './changes.ts';
import { all, click, draw, find, said, settle } from './dom.ts';

const t = createMessages('en');
const date = (key: string, more: Partial<FiledDateModel>): FiledDateModel => ({
  key,
  day: '2027-01-10',
  date: '10 Jan 2027',
  certainty: 'law',
  isPast: false,
  title: key,
  who: 'China',
  whom: 'China → United States',
  first: { id: 'mineral/gallium', name: 'Gallium', kind: 'mineral', tile: { type: 'initials', text: 'Ga' } },
  covers: 'Gallium',
  entries: [{ id: 'mineral/gallium', name: 'Gallium' }],
  measures: ['control/refusal'],
  source: null,
  ...more,
});
const CHIP: FiledDateModel['first'] = {
  id: 'chip/h20',
  name: 'H20',
  kind: 'chip',
  tile: { type: 'initials', text: 'H20' },
};
const DATES = [
  date('Suspension', { isPast: true }),
  date('Duty', {
    who: 'United States',
    entries: [
      { id: 'chip/h20', name: 'H20' },
      { id: 'instrument/duty-order', name: 'Duty order' },
    ],
    measures: ['control/duty'],
    first: CHIP,
  }),
  date('Truce', { certainty: 'said' }),
];
const saveCalendar = vi.fn();
const set = vi.fn();
const followed = new Set<string>();
const show = async () => {
  draw(
    <NextPage
      dates={DATES}
      ready
      knownTo="We know nothing after 9 Oct 2026."
      today="1 Dec 2026"
      hrefOf={(entry) => `#${entry}`}
      titleOf={(list) => `the list ${list}`}
      follows={{ has: (entry) => followed.has(entry), set }}
      saveCalendar={saveCalendar}
      changed={NOTHING_CHANGED}
      t={t}
    />,
  );
  await settle();
};
beforeEach(async () => {
  saveCalendar.mockClear();
  followed.clear();
  await show();
});

it('shows dates that passed without news before dates ahead', () => {
  expect(said()).toMatch(/Passed without news.*Suspension.*Upcoming.*Duty.*Truce/s);
  expect(said()).toContain('We know nothing after 9 Oct 2026.');
});

it('filters out certain dates, and filters by issuer', async () => {
  await click(find('button', /^Said/));
  expect(said()).not.toContain('Truce');
  await click(find('button', 'United States'));
  expect(said()).toContain('Duty');
  expect(said()).not.toContain('Suspension');
});

it('saves the shown future dates as a calendar', async () => {
  await click(find('button', 'United States'));
  await click(find('button', /^Export calendar/));
  expect(saveCalendar).toHaveBeenCalledWith([DATES[1]]);
});

it('shows first what the user follows, if anything, and everything on demand', async () => {
  followed.add('chip/h20');
  await show();
  expect(said()).not.toContain('Truce');
  expect(said()).toContain('Duty');
  await click(find('button', /^Everything/));
  expect(said()).toContain('Truce');
});

it.each(['chip/h20', 'chip/h20#control/duty', 'tradegloss:*'])('counts a date as followed by %s', async (ref) => {
  followed.add(ref);
  await show();
  await click(find('button', /^What I follow/));
  expect(said()).toContain('Duty');
});

it.each([
  ['instrument/duty-order', 'Stop following: Duty order'],
  ['chip/h20#control/duty', 'Stop following: Duty'],
])('fills the star of a row for what is followed of it: %s', async (ref, name) => {
  followed.add(ref);
  await show();
  await click(find('button', /^What I follow/));
  expect(all('button', name)).toHaveLength(1);
});

it('fills the star of every row that is there because its list is followed', async () => {
  followed.add('tradegloss:*');
  await show();
  expect(all('button', 'Stop following: the list tradegloss')).toHaveLength(DATES.length);
  expect(all('button', /^Follow: /)).toEqual([]);
});

it('follows the entry of a row when the user clicks its star', async () => {
  const [first] = all('button', 'Follow: Gallium');
  if (!first) throw new Error('no star');
  await click(first);
  expect(set).toHaveBeenCalledWith('mineral/gallium', true);
});
