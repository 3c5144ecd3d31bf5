/** Writes all dates ahead as an iCalendar file, each with its certainty. */
import ical, { ICalEventBusyStatus } from 'ical-generator';
import type { FiledDateModel } from '../build/filed-date.ts';
import { momentOf } from '../../knowledge/model/fuzzy-dates.ts';
import type { Day } from '../../knowledge/model/schema.ts';
import type { Translate } from '../../i18n/translate.ts';
import { digestText } from '../../core/digest.ts';

/** `updated`: the list's day, used as time stamp so that repeated runs give the same bytes. */
export function calendarOf(dates: readonly FiledDateModel[], updated: Day, t: Translate): string {
  const calendar = ical({
    name: t('dates_calendar'),
    prodId: { company: 'Tradegloss', product: 'list' },
    description: t('dates_calendar_about'),
  });
  for (const { key, day, date, certainty, title, whom, covers, source } of dates)
    calendar.createEvent({
      id: `${digestText(key)}@tradegloss`,
      start: new Date(momentOf(day)),
      allDay: true,
      stamp: new Date(momentOf(updated)),
      busystatus: ICalEventBusyStatus.FREE,
      summary: t('dates_event', title, t(`dates_${certainty}`)),
      description: [
        `${whom} · ${covers}`,
        t('dates_date_in_source', date),
        source ? `${source.label}: ${source.url}` : '',
      ]
        .filter(Boolean)
        .join('\n'),
      categories: [{ name: t(`dates_${certainty}`) }],
      ...(source && { url: source.url }),
    });
  return `${calendar.toString()}\r\n`;
}
