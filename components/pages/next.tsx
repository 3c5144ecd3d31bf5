/** "What comes next": all dates on file, filters and a calendar. */
import { useState } from 'preact/hooks';
import type { FiledDateModel } from '../../lib/card/build/filed-date.ts';
import type { Translate } from '../../lib/i18n/translate.ts';
import { CERTAINTIES, type Certainty } from '../../lib/knowledge/status/filed-dates.ts';
import { Certain, DateList } from '../dates/date-list.tsx';
import { Icon } from '../icons.tsx';
import { Waiting } from '../waiting.tsx';

export interface NextPageProps {
  dates: readonly FiledDateModel[];
  /** false while the base is being read. */
  ready: boolean;
  /** "We know nothing after 9 Oct 2026."; '' where no list says. */
  knownTo: string;
  /** "1 Dec 2026". */
  today: string;
  hrefOf: (entry: string) => string;
  saveCalendar: (dates: readonly FiledDateModel[]) => void;
  t: Translate;
}

/** Issuers that have a filter of their own, those with most dates first. */
const MAX_ISSUERS = 6;

function issuersOf(dates: readonly FiledDateModel[]): string[] {
  const counts = new Map<string, number>();
  for (const { who } of dates) counts.set(who, (counts.get(who) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MAX_ISSUERS)
    .map(([who]) => who);
}

export function NextPage({ dates, ready, knownTo, today, hrefOf, saveCalendar, t }: NextPageProps) {
  const [hidden, hide] = useState<ReadonlySet<Certainty>>(new Set());
  const [issuer, choose] = useState<string | null>(null);
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
      <div class="chips" role="group" aria-label={t('entry_filter')}>
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
      {!ready && <Waiting t={t} />}
      <Part title={t('dates_passed')} hint={t('dates_passed_hint')} dates={past} hrefOf={hrefOf} t={t} />
      <Part title={t('dates_ahead')} hint={t('dates_ahead_hint')} dates={ahead} hrefOf={hrefOf} t={t} />
      {ready && shown.length === 0 && <p>{t('dates_none')}</p>}
      <ul class="legend">
        {CERTAINTIES.map((certainty) => (
          <li key={certainty}>
            <Certain certainty={certainty} t={t} /> {t(`dates_${certainty}_means`)}
          </li>
        ))}
      </ul>
    </main>
  );
}

interface PartProps {
  title: string;
  hint: string;
  dates: readonly FiledDateModel[];
  hrefOf: (entry: string) => string;
  t: Translate;
}

function Part({ title, hint, dates, hrefOf, t }: PartProps) {
  if (dates.length === 0) return null;
  return (
    <section>
      <div class="section-head">
        <h2>{title}</h2>
        <span class="hint">{hint}</span>
      </div>
      <DateList dates={dates} hrefOf={hrefOf} t={t} />
    </section>
  );
}
