/** The page of an entry: the content of the extension's entry page, without scripts. */
import type { ComponentChildren } from 'preact';
import { Answer } from '../../../../components/card/answer.tsx';
import { Source } from '../../../../components/card/sources.tsx';
import { Timeline } from '../../../../components/card/timeline.tsx';
import { Claim, Facts, Pair } from '../../../../components/card/full-card-body.tsx';
import { EntryHead } from '../../../../components/pages/entry-head.tsx';
import { MEASURE_COLUMNS, MeasureRow } from '../../../../components/pages/measure-row.tsx';
import type { FullCard } from '../../../card/model/full-card.ts';
import type { Measure } from '../../../card/model/measure.ts';
import type { Translate } from '../../../i18n/translate.ts';
import { dayWords } from '../../../knowledge/wording/dates.ts';
import type { PageContext } from './context.ts';
import { entryData, entryFeed, entryPage, measuresPage, sourcesPage } from './paths.ts';
import { Shell } from './shell.tsx';

/**
 * Rows of a table on one page. Bodies and lists have hundreds of measures, and a page may have 100
 * kB.
 */
const MAX_ROWS = 30;
const MAX_ROWS_ALONE = 100;
/** Sources on the entry's page, the best ones first; a separate page has all. */
const MAX_SOURCES = 40;

/** The number of pages that an entry's measures need besides its own. */
export const furtherPages = ({ measures }: FullCard): number =>
  Math.ceil(Math.max(0, measures.length - MAX_ROWS) / MAX_ROWS_ALONE);

export function EntryPage({ context, word }: { context: PageContext; word: FullCard }) {
  const { card, glance, measures } = word;
  const { voice, s } = context;
  const { t } = voice;
  return (
    <Shell context={context} title={`${card.name} · Tradegloss`} description={card.what.text} feed={entryFeed(card.id)}>
      <main class="entry-page site-entry ui">
        <article aria-label={card.name}>
          <EntryHead card={card} />
          <div class="summary">
            <div>
              <Claim class="sum" claim={card.what} model={card} />
              {card.news && <Claim class="news" claim={card.news} model={card} />}
            </div>
            <div class="answer-box">
              <Answer model={glance} t={t} />
            </div>
          </div>
          {measures.length > 0 && (
            <section>
              <h2>{t('entry_measures')}</h2>
              <MeasureTable measures={measures.slice(0, MAX_ROWS)} context={context} />
              <Further word={word} context={context} />
            </section>
          )}
          {card.timeline && card.timeline.lanes.length > 0 && (
            <section>
              <h2>{t('entry_timeline')}</h2>
              <div class="table-box timeline-box">
                {/* One drawing for each width: the other is not shown. */}
                <div class="wide-only">
                  <Timeline model={card.timeline} t={t} id="timeline-wide" isWide />
                </div>
                <div class="narrow-only">
                  <Timeline model={card.timeline} t={t} id="timeline-narrow" />
                </div>
              </div>
            </section>
          )}
          {card.facts.length > 0 && (
            <section>
              <h2>{t('entry_facts')}</h2>
              <Facts facts={card.facts} model={card} />
            </section>
          )}
          <Links word={word} context={context} />
          {card.names.length > 0 && (
            <section>
              <h2>{t('entry_names')}</h2>
              <dl class="facts">
                {card.names.map(({ lang, label, names }) => (
                  <Pair key={lang} term={label}>
                    <span lang={lang}>{names.join('\u00a0· ')}</span>
                  </Pair>
                ))}
              </dl>
            </section>
          )}
          {card.sources.length > 0 && (
            <section>
              <h2>{t('entry_sources')}</h2>
              <SourceList sources={card.sources.slice(0, MAX_SOURCES)} t={t} />
              {hasSourcesPage(word) && (
                <p class="links">
                  <a href={context.to(sourcesPage(card.id))}>{s('all_sources', card.sources.length)}</a>
                </p>
              )}
            </section>
          )}
          <Cite word={word} context={context} />
          <p class="fine">
            {t('card_foot')} {s('no_advice')}
          </p>
        </article>
      </main>
    </Shell>
  );
}

/** True if an entry has so many sources that they have a page of their own. */
export const hasSourcesPage = ({ card }: FullCard): boolean => card.sources.length > MAX_SOURCES;

const SourceList = ({ sources, t }: { sources: FullCard['card']['sources']; t: Translate }) => (
  <ol class="src">
    {sources.map((source) => (
      <Source key={source.n} source={source} t={t} />
    ))}
  </ol>
);

interface PartProps {
  context: PageContext;
  word: FullCard;
  /** The name of the part that this page shows. */
  part: string;
  children: ComponentChildren;
}

/** A page with one part of an entry, and a link back. */
function PartPage({ context, word: { card }, part, children }: PartProps) {
  const title = `${card.name}: ${part}`;
  return (
    <Shell context={context} title={`${title} · Tradegloss`} description={card.what.text}>
      <main class="entry-page site-entry ui">
        <h1>{title}</h1>
        <p class="links">
          <a href={context.to(entryPage(card.id))}>{card.name}</a>
        </p>
        {children}
      </main>
    </Shell>
  );
}

/** All sources of an entry that has too many for its page. */
export const SourcesPage = ({ context, word }: { context: PageContext; word: FullCard }) => (
  <PartPage context={context} word={word} part={context.voice.t('entry_sources')}>
    <SourceList sources={word.card.sources} t={context.voice.t} />
  </PartPage>
);

/** Links to the pages with the other measures. */
function Further({ word, context: { s, to } }: { word: FullCard; context: PageContext }) {
  const pages = furtherPages(word);
  if (pages === 0) return null;
  return (
    <p class="links">
      {s('more_measures', word.measures.length - MAX_ROWS)}
      {Array.from({ length: pages }, (_, k) => (
        <a key={k} href={to(measuresPage(word.card.id, k + 2))}>
          {s('page_number', k + 2)}
        </a>
      ))}
    </p>
  );
}

/** `number`: from 2; the entry's own page is the first. */
export function MeasuresPage({ context, word, number }: { context: PageContext; word: FullCard; number: number }) {
  const from = MAX_ROWS + (number - 2) * MAX_ROWS_ALONE;
  const part = `${context.voice.t('entry_measures')}, ${context.s('page_number', number)}`;
  return (
    <PartPage context={context} word={word} part={part}>
      <MeasureTable measures={word.measures.slice(from, from + MAX_ROWS_ALONE)} context={context} />
    </PartPage>
  );
}

function MeasureTable({ measures, context: { voice } }: { measures: readonly Measure[]; context: PageContext }) {
  return (
    <div class="table-box">
      <table class="measure-table">
        <thead>
          <tr>
            {MEASURE_COLUMNS.map(({ by, label }) => (
              <th key={by} scope="col" class={`by-${by}`}>
                {voice.t(label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {measures.map((measure) => (
            // Conditions and notes are in the data of the entry.
            <MeasureRow key={measure.id} measure={{ ...measure, notes: [] }} t={voice.t} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Members and related entries. */
function Links({ word: { card }, context: { voice, to } }: { word: FullCard; context: PageContext }) {
  const links = new Map([...card.members, ...card.related].map(({ id, name }) => [id, name]));
  if (links.size === 0) return null;
  return (
    <section>
      <h2>{voice.t('card_related')}</h2>
      <p class="links">
        {[...links].map(([id, name]) => (
          <a key={id} href={to(entryPage(id))}>
            {name}
          </a>
        ))}
      </p>
    </section>
  );
}

function Cite({ word: { card }, context }: { word: FullCard; context: PageContext }) {
  const { s, list, voice, page, to, toShared } = context;
  return (
    <section>
      <h2>{s('cite')}</h2>
      <p class="cite">
        {s('citation', card.name, list.version, list.title, dayWords(list.updated, voice))}
        {' · '}
        <a href={to(page)}>{s('permalink')}</a>
      </p>
      <p class="links">
        <a href={to(entryFeed(card.id))}>{s('feed')}</a>
        <a href={toShared(entryData(card.id))}>{s('data')}</a>
      </p>
    </section>
  );
}
