/**
 * All measures on an entry as a table with sorting and filters. Measures that the card folds are
 * folded below it.
 */
import { useState } from 'preact/hooks';
import type { Measure } from '../../lib/card/model/measure.ts';
import type { Translate } from '../../lib/i18n/translate.ts';
import { mostFrequent } from '../../lib/core/most-frequent.ts';
import { Fold, FOLDS, type StarOf } from '../card/measures.tsx';
import { Icon } from '../icons.tsx';
import { FilterField, fitsWords } from './filter-field.tsx';
import { MEASURE_COLUMNS, MeasureRow, type MeasureColumn } from './measure-row.tsx';

/** The most issuers that get their own filter. */
const MAX_ISSUERS = 5;
/** The number of measures from which on the table has a field to filter by words. */
const TYPED_FROM = 15;

interface Filter {
  label: string;
  fits: (measure: Measure) => boolean;
}

const valueOf = (measure: Measure, by: MeasureColumn): string =>
  by === 'source' ? (measure.source?.label ?? '') : measure[by];

/** The groups of filters: party, subject, state. */
function filtersOf(measures: readonly Measure[], t: Translate): Filter[][] {
  const whoever = mostFrequent(
    measures.map(({ who }) => who),
    MAX_ISSUERS,
  );
  const acts = mostFrequent(
    measures.map(({ restricts }) => restricts.split(' · ')[0] ?? ''),
    MAX_ISSUERS,
  );
  return [
    whoever.map((who) => ({ label: who, fits: (measure: Measure) => measure.who === who })),
    acts.map((act) => ({ label: act, fits: ({ restricts }: Measure) => restricts.split(' · ')[0] === act })),
    [
      { label: t('entry_in_force'), fits: ({ isAlive, glyph }: Measure) => isAlive && glyph !== 'unknown' },
      { label: `≠ ${t('card_changed')}`, fits: ({ changed }: Measure) => changed },
    ],
  ];
}

interface TableProps {
  measures: readonly Measure[];
  /** BCP 47, for sorting. */
  lang: string;
  t: Translate;
  starOf?: StarOf | undefined;
}

export function MeasureTable({ measures, lang, t, starOf }: TableProps) {
  const [chosen, choose] = useState<string | null>(null);
  const [words, setWords] = useState('');
  const [order, setOrder] = useState<{ by: MeasureColumn; down: boolean } | null>(null);
  const groups = filtersOf(measures, t);
  const filter = groups.flat().find(({ label }) => label === chosen);
  const isNarrowed = filter !== undefined || words.trim() !== '';
  const matches = ({ who, toward, restricts, title, text }: Measure) =>
    fitsWords(words, [who, toward, restricts, title, text]);
  // Folded measures are open if a link leads to one of them.
  const open = isNarrowed
    ? measures.filter((measure) => (filter?.fits(measure) ?? true) && matches(measure))
    : measures.filter(({ place, isLead }) => isLead || place === 'open');
  const compare = new Intl.Collator(lang, { numeric: true });
  const rows = order
    ? open.toSorted((a, b) => compare.compare(valueOf(a, order.by), valueOf(b, order.by)) * (order.down ? -1 : 1))
    : open;
  const chip = (label: string | null, text: string, count: number) => (
    <button key={text} type="button" class="chip" aria-pressed={chosen === label} onClick={() => choose(label)}>
      {text}
      <i>{count}</i>
    </button>
  );
  return (
    <>
      {measures.length > 1 && (
        <div class="chips" role="group" aria-label={t('entry_filter')}>
          {chip(null, t('entry_all'), measures.length)}
          {groups.map((group, i) => {
            // A filter that keeps all measures, or none, is not useful.
            const useful = group.filter(({ fits }) => {
              const count = measures.filter(fits).length;
              return count > 0 && count < measures.length;
            });
            return (
              useful.length > 0 && (
                <span class="chip-group" key={i}>
                  {useful.map(({ label, fits }) => chip(label, label, measures.filter(fits).length))}
                </span>
              )
            );
          })}
          {measures.length >= TYPED_FROM && (
            <FilterField label={t('entry_filter_words', measures.length)} words={words} change={setWords} />
          )}
        </div>
      )}
      <div class="table-box">
        <table class="measure-table">
          <thead>
            <tr>
              {MEASURE_COLUMNS.map(({ by, label }) => (
                <th
                  key={by}
                  scope="col"
                  class={`by-${by}`}
                  aria-sort={order?.by === by ? (order.down ? 'descending' : 'ascending') : 'none'}
                >
                  <button type="button" onClick={() => setOrder({ by, down: order?.by === by && !order.down })}>
                    {t(label)}
                    <Icon name={order?.by === by && !order.down ? 'up' : 'down'} />
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((measure) => (
              <MeasureRow key={measure.id} measure={measure} t={t} starOf={starOf} />
            ))}
          </tbody>
        </table>
        {rows.length === 0 && <p class="no-rows hint">{t('entry_no_rows')}</p>}
      </div>
      {!isNarrowed && (
        <div class="folds">
          {FOLDS.map(({ place, title }) => (
            <Fold
              key={place}
              title={t(title)}
              measures={measures.filter((one) => !one.isLead && one.place === place)}
              t={t}
              starOf={starOf}
            />
          ))}
        </div>
      )}
    </>
  );
}
