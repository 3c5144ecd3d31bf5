/** The numbers after a claim, and the list of sources to which they refer. */
import type { CardModel } from '../../lib/card/model/card-model.ts';
import type { Translate } from '../../lib/i18n/translate.ts';
import { Grade } from './answer.tsx';

/** The most sources on the card, the best first. The page of the entry shows all. */
const MAX_SOURCES_SHOWN = 3;

type SourceModel = CardModel['sources'][number];

/** The numbers of sources behind a claim, each a link to the source. */
export function Refs({ numbers, model }: { numbers: readonly number[]; model: Pick<CardModel, 'sources'> }) {
  return (
    <>
      {numbers.map((n) => {
        const source = model.sources.find((one) => one.n === n);
        return source ? (
          <a
            class="ref"
            key={n}
            href={source.url}
            target="_blank"
            rel="noopener noreferrer"
            aria-label={`${n}: ${source.publisher}`}
          >
            {n}
          </a>
        ) : null;
      })}
    </>
  );
}

/** "1 Official USGS, Mineral Commodity Summaries 2026 · 6 Feb 2026" */
export function Source({ source, t }: { source: SourceModel; t: Translate }) {
  const { n, publisher, title, about, url, date, grade, gradeWord, read } = source;
  const label = [publisher, title || about].filter(Boolean).join(', ');
  return (
    <li>
      <i>{n}</i>
      <Grade grade={grade} word={gradeWord} />
      <a href={url} target="_blank" rel="noopener noreferrer" title={label}>
        {label}
        {!read && <span class="aside"> · {t('card_unread')}</span>}
      </a>
      <span class="day">{date}</span>
    </li>
  );
}

interface SourcesProps {
  model: CardModel;
  t: Translate;
  openEntry?: (() => void) | undefined;
}

export function Sources({ model, t, openEntry }: SourcesProps) {
  const { sources } = model;
  if (sources.length === 0) return null;
  return (
    <section class="card-sec">
      <h3 class="label">{t('card_sources')}</h3>
      <ol class="src">
        {sources.slice(0, MAX_SOURCES_SHOWN).map((source) => (
          <Source key={source.n} source={source} t={t} />
        ))}
      </ol>
      {openEntry && sources.length > MAX_SOURCES_SHOWN && (
        <button type="button" class="link" onClick={openEntry}>
          {t('card_all_sources', sources.length)}
        </button>
      )}
    </section>
  );
}
