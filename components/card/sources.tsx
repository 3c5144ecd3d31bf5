/** The numbers after a claim, and the list that they lead to. */
import type { CardModel } from '../../lib/card/model/card-model.ts';
import type { Translate } from '../../lib/i18n/translate.ts';

/** More than these are folded, outside the page of the entry. */
const SHOWN = 5;

type SourceModel = CardModel['sources'][number];

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

function Source({ source, t }: { source: SourceModel; t: Translate }) {
  const about = [source.class, source.read ? '' : t('card_unread'), source.about].filter(Boolean).join(' · ');
  return (
    <li>
      <i>{source.n}</i>
      <a
        href={source.url}
        target="_blank"
        rel="noopener noreferrer"
        title={[source.publisher, source.title, about].filter(Boolean).join(' · ')}
      >
        <b>{source.publisher}</b>
        {source.title ? `, ${source.title}` : ''} · {about}
      </a>
      <span class="day">{source.date}</span>
    </li>
  );
}

export function Sources({ model, t, full }: { model: CardModel; t: Translate; full: boolean }) {
  const { sources, newest } = model;
  const shown = full ? sources : sources.slice(0, SHOWN);
  const rest = sources.slice(shown.length);
  return (
    <section class="card-sec">
      <h3 class="label">
        {t('card_sources')}
        {newest && <span class="newest">{t('card_newest', newest)}</span>}
      </h3>
      <ol class="src">
        {shown.map((source) => (
          <Source key={source.n} source={source} t={t} />
        ))}
      </ol>
      {rest.length > 0 && (
        <details class="fold">
          <summary>{t('card_more_sources', rest.length)}</summary>
          <ol class="src" start={shown.length + 1}>
            {rest.map((source) => (
              <Source key={source.n} source={source} t={t} />
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}
