/** "What comes next": all known dates, filters and a calendar. */
import { useState } from 'preact/hooks';
import type { FiledDateModel } from '../../lib/card/build/filed-date.ts';
import type { Follows } from '../../lib/card/lookup/lookup-model.ts';
import { mostFrequent } from '../../lib/core/most-frequent.ts';
import type { Translate } from '../../lib/i18n/translate.ts';
import { listRef, measureRef, readRef } from '../../lib/knowledge/model/ids.ts';
import { CERTAINTIES, type Certainty } from '../../lib/knowledge/status/filed-dates.ts';
import { ChangedForYou, type ChangedProps } from '../changed-for-you.tsx';
import { DateList, Legend, type DateListProps } from '../dates/date-list.tsx';
import { FollowButton } from '../follow-button.tsx';
import { Icon } from '../icons.tsx';
import { DelayedSkeleton } from '../delayed-skeleton.tsx';

/** `dates`: of all lists, in order of day. */
export interface NextPageProps {
  dates: readonly FiledDateModel[];
  /** False until the base is loaded. */
  ready: boolean;
  /** "We know nothing after 9 Oct 2026."; '' if no list states it. */
  knownTo: string;
  /** "1 Dec 2026". */
  today: string;
  hrefOf: (entry: string) => string;
  /** The title of a list. */
  titleOf: (list: string) => string;
  /** The follows of the user; null until they are read. */
  follows: Follows | null;
  saveCalendar: (dates: readonly FiledDateModel[]) => void;
  /** The changes of followed entries, measures and lists. */
  changed: ChangedProps;
  t: Translate;
}

interface Followed {
  of: string;
  name: string;
}

/** The most issuers that get their own filter, those with most dates first. */
const MAX_ISSUERS = 6;
/** The most changes that are shown. A page has more room than a popup. */
const MAX_CHANGES_SHOWN = 12;

const issuersOf = (dates: readonly FiledDateModel[]): string[] =>
  mostFrequent(
    dates.map(({ who }) => who),
    MAX_ISSUERS,
  );

/** The followed entry, measure or list for which a date is shown as followed. */
function followedOf(
  { entries, measures, title }: FiledDateModel,
  follows: Follows,
  titleOf: NextPageProps['titleOf'],
): Followed | undefined {
  const entry = entries.find(({ id }) => follows.has(id));
  if (entry) return { of: entry.id, name: entry.name };
  const measure = entries
    .flatMap(({ id }) => measures.map((one) => measureRef(id, one)))
    .find((ref) => follows.has(ref));
  if (measure !== undefined) return { of: measure, name: title };
  const list = entries.map(({ id }) => readRef(id).list).find((one) => follows.has(listRef(one)));
  return list === undefined ? undefined : { of: listRef(list), name: titleOf(list) };
}

export function NextPage({
  dates: all,
  ready,
  knownTo,
  today,
  hrefOf,
  titleOf,
  follows,
  saveCalendar,
  changed,
  t,
}: NextPageProps) {
  const [hidden, hide] = useState<ReadonlySet<Certainty>>(new Set());
  const [issuer, choose] = useState<string | null>(null);
  const followed = all.filter((date) => follows && followedOf(date, follows, titleOf));
  /** Null until the user chooses: then followed dates are shown if there are any. */
  const [asksAll, askAll] = useState<boolean | null>(null);
  const isAll = asksAll ?? followed.length === 0;
  const dates = isAll ? all : followed;
  const starOf = (date: FiledDateModel) =>
    follows && (
      <FollowButton
        follows={follows}
        {...(followedOf(date, follows, titleOf) ?? { of: date.first.id, name: date.first.name })}
        t={t}
      />
    );
  const shown = dates.filter((date) => !hidden.has(date.certainty) && (issuer === null || date.who === issuer));
  const [past, ahead] = [shown.filter(({ isPast }) => isPast), shown.filter(({ isPast }) => !isPast)];
  const toggle = (certainty: Certainty) => {
    const next = new Set(hidden);
    if (!next.delete(certainty)) next.add(certainty);
    hide(next);
  };
  return (
    <main class="next-page ui">
      <header>
        <div>
          <h1>{t('dates_title')}</h1>
          <p class="hint">
            {t('dates_today', today)} {knownTo}
          </p>
        </div>
        <button type="button" class="btn" disabled={ahead.length === 0} onClick={() => saveCalendar(ahead)}>
          <Icon name="calendar" />
          {t('dates_export')}
        </button>
      </header>
      <ChangedForYou {...changed} t={t} most={MAX_CHANGES_SHOWN} />
      <div class="segments" role="group" aria-label={t('dates_whose')}>
        <button type="button" class="chip" aria-pressed={!isAll} onClick={() => askAll(false)}>
          {t('dates_followed')}
          <i>{followed.length}</i>
        </button>
        <button type="button" class="chip" aria-pressed={isAll} onClick={() => askAll(true)}>
          {t('dates_everything')}
          <i>{all.length}</i>
        </button>
      </div>
      <div class="chips" role="group" aria-label={t('dates_filter')}>
        {CERTAINTIES.map((certainty) => (
          <button
            key={certainty}
            type="button"
            class="chip"
            aria-pressed={!hidden.has(certainty)}
            onClick={() => toggle(certainty)}
          >
            {t(`dates_${certainty}`)}
            <i>{dates.filter((date) => date.certainty === certainty).length}</i>
          </button>
        ))}
        {issuersOf(dates).map((who) => (
          <button
            key={who}
            type="button"
            class="chip"
            aria-pressed={issuer === who}
            onClick={() => choose(issuer === who ? null : who)}
          >
            {who}
          </button>
        ))}
      </div>
      {!ready && <DelayedSkeleton t={t} />}
      <Part
        title={t('dates_passed')}
        hint={t('dates_passed_hint')}
        dates={past}
        hrefOf={hrefOf}
        starOf={starOf}
        t={t}
      />
      <Part title={t('dates_ahead')} hint={t('dates_ahead_hint')} dates={ahead} hrefOf={hrefOf} starOf={starOf} t={t} />
      {ready && shown.length === 0 && (
        <p>{t(!isAll && followed.length === 0 ? 'dates_none_followed' : 'dates_none')}</p>
      )}
      <Legend t={t} />
    </main>
  );
}

type PartProps = DateListProps & { title: string; hint: string };

function Part({ title, hint, ...list }: PartProps) {
  if (list.dates.length === 0) return null;
  return (
    <section>
      <div class="section-head">
        <h2>{title}</h2>
        <span class="hint">{hint}</span>
      </div>
      <DateList {...list} />
    </section>
  );
}
