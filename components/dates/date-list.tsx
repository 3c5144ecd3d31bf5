/** A list of dates. Each row has the day, its certainty, the event, the measure and the source. */
import type { ComponentChildren } from 'preact';
import type { FiledDateModel } from '../../lib/card/build/filed-date.ts';
import type { Translate } from '../../lib/i18n/translate.ts';
import { CERTAINTIES } from '../../lib/knowledge/status/filed-dates.ts';
import { Tile } from '../card/card-head.tsx';
import { GRADE_ICON } from '../card/answer.tsx';
import { Icon } from '../icons.tsx';
import { NoBreakText } from '../no-break-text.tsx';

const Certain = ({ certainty, t }: { certainty: FiledDateModel['certainty']; t: Translate }) => (
  <span class="certain" data-certainty={certainty}>
    <i aria-hidden="true" />
    {t(`dates_${certainty}`)}
  </span>
);

/** The signs of certainty explained in words. */
export const Legend = ({ t }: { t: Translate }) => (
  <ul class="legend">
    {CERTAINTIES.map((certainty) => (
      <li key={certainty}>
        <Certain certainty={certainty} t={t} /> {t(`dates_${certainty}_means`)}
      </li>
    ))}
  </ul>
);

/** `dates`: shown in the given order. */
export interface DateListProps {
  dates: readonly FiledDateModel[];
  /** The address of an entry's page. */
  hrefOf: (entry: string) => string;
  /** The star of a row; undefined where nothing can be followed. */
  starOf?: ((date: FiledDateModel) => ComponentChildren) | undefined;
  t: Translate;
}

export const DateList = ({ dates, hrefOf, starOf, t }: DateListProps) => (
  <ul class="date-list">
    {dates.map((date) => (
      <DateRow key={date.key} date={date} hrefOf={hrefOf} starOf={starOf} t={t} />
    ))}
  </ul>
);

function DateRow({ date, hrefOf, starOf, t }: Omit<DateListProps, 'dates'> & { date: FiledDateModel }) {
  const { first, source } = date;
  return (
    <li class={date.isPast ? 'past' : undefined}>
      <time datetime={date.day}>{date.date}</time>
      <Certain certainty={date.certainty} t={t} />
      <Tile kind={first.kind} tile={first.tile} size="small" />
      <div class="what">
        <a href={hrefOf(first.id)}>
          <NoBreakText text={date.title} />
        </a>
        <p>
          {date.covers} · {date.whom}
        </p>
      </div>
      {source && (
        <a class="from" href={source.url} target="_blank" rel="noopener noreferrer" title={source.gradeWord}>
          <Icon name={GRADE_ICON[source.grade]} />
          <span>{source.label}</span>
        </a>
      )}
      {starOf && <span class="star">{starOf(date)}</span>}
    </li>
  );
}
