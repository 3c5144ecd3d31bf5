/** The page of an entry: what the extension's own page shows, without scripts. */
import { Answer, Grade } from '../../../../components/card/lead.tsx';
import { MeasureState } from '../../../../components/card/measures.tsx';
import { Tile } from '../../../../components/card/head.tsx';
import { Source } from '../../../../components/card/sources.tsx';
import { Timeline } from '../../../../components/card/timeline.tsx';
import { Claim, Facts, Pair } from '../../../../components/card/words.tsx';
import { Glyph } from '../../../../components/glyph.tsx';
import type { FullCard } from '../../../card/model/full-card.ts';
import type { Measure } from '../../../card/model/measure.ts';
import type { Translate } from '../../../i18n/translate.ts';
import { dayWords } from '../../../knowledge/wording/dates.ts';
import type { PageContext } from './context.ts';
import { entryData, entryFeed, entryPage, measuresPage, sourcesPage } from './paths.ts';
import { Shell } from './shell.tsx';

/** Rows of a table: bodies and lists have hundreds of measures, and a page has 100 kB. */
const MAX_ROWS = 30;
const MAX_ROWS_ALONE = 100;
/** The best ones; a page of their own has all. */
const MAX_SOURCES = 40;

/** Pages besides the entry's own that its measures take. */
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
          <header class="entry-head">
            <Tile kind={card.kind} tile={card.tile} size="large" />
            <div>
              <h1>
                {card.name}
                {card.altName && (
                  <span class="alt" lang={card.altName.lang}>
                    {card.altName.text}
                  </span>
                )}
              </h1>
              <p class="card-kind" data-k={card.kind}>
                <span class="sw" data-k={card.kind} aria-hidden="true" />
                <b>{card.kindLabel}</b>
              </p>
            </div>
          </header>
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
                <Timeline model={card.timeline} t={t} id="timeline-words" isWide />
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

export const hasSourcesPage = ({ card }: FullCard): boolean => card.sources.length > MAX_SOURCES;

const SourceList = ({ sources, t }: { sources: FullCard['card']['sources']; t: Translate }) => (
  <ol class="src">
    {sources.map((source) => (
      <Source key={source.n} source={source} t={t} />
    ))}
  </ol>
);

/** All sources of an entry that has many. */
export function SourcesPage({ context, word: { card } }: { context: PageContext; word: FullCard }) {
  const { voice, to } = context;
  const title = `${card.name}: ${voice.t('entry_sources')}`;
  return (
    <Shell context={context} title={`${title} · Tradegloss`} description={card.what.text}>
      <main class="entry-page site-entry ui">
        <h1>{title}</h1>
        <p class="links">
          <a href={to(entryPage(card.id))}>{card.name}</a>
        </p>
        <SourceList sources={card.sources} t={voice.t} />
      </main>
    </Shell>
  );
}

/** Links to the rest of the measures. */
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

/** `number`: from 2, the first being that of the entry. */
export function MeasuresPage({ context, word, number }: { context: PageContext; word: FullCard; number: number }) {
  const { s, voice, to } = context;
  const { card, measures } = word;
  const from = MAX_ROWS + (number - 2) * MAX_ROWS_ALONE;
  const title = `${card.name}: ${voice.t('entry_measures')}, ${s('page_number', number)}`;
  return (
    <Shell context={context} title={`${title} · Tradegloss`} description={card.what.text}>
      <main class="entry-page site-entry ui">
        <h1>{title}</h1>
        <p class="links">
          <a href={to(entryPage(card.id))}>{card.name}</a>
        </p>
        <MeasureTable measures={measures.slice(from, from + MAX_ROWS_ALONE)} context={context} />
      </main>
    </Shell>
  );
}

const COLUMNS = ['entry_who', 'entry_restricts', 'entry_toward', 'entry_since', 'entry_state', 'entry_source'] as const;

function MeasureTable({ measures, context: { voice } }: { measures: readonly Measure[]; context: PageContext }) {
  return (
    <div class="table-box">
      <table class="measure-table">
        <thead>
          <tr>
            {COLUMNS.map((label) => (
              <th key={label} scope="col">
                {voice.t(label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {measures.map((measure) => (
            <Row key={measure.id} measure={measure} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ measure }: { measure: Measure }) {
  const { who, restricts, toward, since, glyph, barred, text, source, isLead } = measure;
  return (
    <tr class={isLead ? 'lead' : undefined}>
      <td class="issuer">{who}</td>
      <td class="act">{restricts}</td>
      <td class="toward">{toward}</td>
      <td class="day">{since}</td>
      <td class="how">
        <div class="how-grid">
          <Glyph look={glyph} barred={barred} />
          <div>
            <MeasureState measure={measure} />
            <small>{text}</small>
          </div>
        </div>
      </td>
      <td class="from">
        {source && (
          <a href={source.url} rel="noopener noreferrer">
            <Grade grade={source.grade} word={source.gradeWord} />
            <span>{source.label}</span>
          </a>
        )}
      </td>
    </tr>
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
