/** "What comes next": passed dates first, filters, a calendar of what is shown. */
import { beforeEach, expect, it, vi } from 'vitest';
import { NextPage } from '../../../components/pages/next.tsx';
import type { FiledDateModel } from '../../../lib/card/build/filed-date.ts';
import { createMessages } from '../../../lib/i18n/messages.ts';
import { click, draw, find, said, settle } from './dom.ts';

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
  first: { id: 'mineral/gallium', kind: 'mineral', tile: { type: 'initials', text: 'Ga' } },
  covers: 'Gallium',
  entries: ['mineral/gallium'],
  source: null,
  ...more,
});
const DATES = [
  date('Suspension', { isPast: true }),
  date('Duty', { who: 'United States' }),
  date('Truce', { certainty: 'said' }),
];
const saveCalendar = vi.fn();
beforeEach(async () => {
  saveCalendar.mockClear();
  draw(
    <NextPage
      dates={DATES}
      ready
      knownTo="We know nothing after 9 Oct 2026."
      today="1 Dec 2026"
      hrefOf={(entry) => `#${entry}`}
      saveCalendar={saveCalendar}
      t={t}
    />,
  );
  await settle();
});

it('shows what passed without news before what is ahead', () => {
  expect(said()).toMatch(/Passed without news.*Suspension.*Ahead.*Duty.*Truce/s);
  expect(said()).toContain('We know nothing after 9 Oct 2026.');
});

it('leaves out a certainty, and shows one issuer alone', async () => {
  await click(find('button', /^Said/));
  expect(said()).not.toContain('Truce');
  await click(find('button', 'United States'));
  expect(said()).toContain('Duty');
  expect(said()).not.toContain('Suspension');
});

it('saves a calendar of the dates ahead that are shown', async () => {
  await click(find('button', 'United States'));
  await click(find('button', /^Export calendar/));
  expect(saveCalendar).toHaveBeenCalledWith([DATES[1]]);
});
