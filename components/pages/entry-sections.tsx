/**
 * The sections of an entry's page: summary with the answer, measures, timeline, facts, names,
 * sources.
 */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { cardText } from '../../lib/card/export/plain-text.ts';
import type { CardModel } from '../../lib/card/model/card-model.ts';
import type { Follows } from '../../lib/card/lookup/lookup-model.ts';
import type { FullCard } from '../../lib/card/model/full-card.ts';
import type { MessageKey, Translate } from '../../lib/i18n/translate.ts';
import { Answer } from '../card/lead.tsx';
import { Source } from '../card/sources.tsx';
import { Timeline } from '../card/timeline.tsx';
import { Claim, Facts, ListName, measureStar, Members, Pair } from '../card/words.tsx';
import { FollowButton } from '../follow-button.tsx';
import { Folded } from '../folded.tsx';
import { Icon } from '../icons.tsx';
import { Notice, useNotice } from '../notice.tsx';
import { Acts, Parties } from './list-sections.tsx';
import { EntryHead } from './entry-head.tsx';
import { MeasureTable } from './measure-table.tsx';

interface EntryProps {
  /** The cards of all lists for the entry, in the user's order. */
  words: readonly FullCard[];
  /** The article's day, as a date and in words; '' without an article. */
  day: string;
  dayWords: string;
  setDay: (day: string | null) => void;
  /** Undefined where nothing can be followed. Otherwise entry, measures and list have stars. */
  follows: Follows | undefined;
  /** The open report of a fault, and the action that opens one. */
  report: ComponentChildren;
  openReport?: (() => void) | undefined;
  /** The control to scroll to. */
  measure?: string | undefined;
  t: Translate;
  follow: (entry: string) => void;
  copy: (text: string) => Promise<void>;
  print: () => void;
}

const SECTIONS = ['summary', 'acts', 'parties', 'measures', 'timeline', 'facts', 'names', 'sources'] as const;
/** The most names of one language, and the most sources, that are shown at once. */
const MAX_NAMES_SHOWN = 8;
const MAX_SOURCES_SHOWN = 12;
type Part = (typeof SECTIONS)[number];

function countIn({ card, measures }: FullCard, part: Part): number | null {
  if (part === 'measures') return measures.length;
  if (part === 'parties') return card.parties.length;
  if (part === 'sources') return card.sources.length;
  return part === 'names' ? card.names.reduce((sum, { names }) => sum + names.length, 0) : null;
}

function isShown({ card, measures }: FullCard, part: Part): boolean {
  const has: Record<Part, boolean> = {
    summary: true,
    acts: card.acts.length > 0,
    parties: card.parties.length > 0,
    measures: measures.length > 0,
    timeline: (card.timeline?.lanes.length ?? 0) > 0,
    facts: card.facts.length + card.related.length > 0 || card.misreported !== undefined,
    names: card.names.length > 0,
    sources: card.sources.length > 0,
  };
  return has[part];
}

/** Unfolds a measure and scrolls to it once it is drawn. */
function useMeasure(measure: string | undefined): void {
  useEffect(() => {
    if (measure === undefined) return;
    const row = document.querySelector<HTMLElement>(`[data-measure="${CSS.escape(measure)}"]`);
    if (!row) return;
    const fold = row.closest('details');
    if (fold) fold.open = true;
    row.classList.add('at');
    row.scrollIntoView({ block: 'center' });
  }, [measure]);
}

export function EntrySections(props: EntryProps) {
  const { words, follows, t, copy, print, measure, report, openReport } = props;
  const { said, tell } = useNotice();
  useMeasure(measure);
  const [first] = words;
  if (!first) return null;
  const copied = () => {
    const cards = words.map(({ card }) => card);
    tell(copy(cardText(cards, t)), t('card_copied'), t('card_not_copied'));
  };
  return (
    <div class="entry-columns">
      <nav class="contents" aria-label={t('entry_contents')}>
        <ol>
          {SECTIONS.filter((part) => isShown(first, part)).map((part) => (
            <li key={part}>
              {/* Not a link, because the hash is the address of the entry. */}
              <button type="button" onClick={() => document.getElementById(part)?.scrollIntoView()}>
                {t(`entry_${part}` as MessageKey)}
                <i>{countIn(first, part)}</i>
              </button>
            </li>
          ))}
        </ol>
        <div class="entry-acts">
          <FollowButton follows={follows} of={first.card.id} name={first.card.name} t={t} />
          <button type="button" class="btn" onClick={copied}>
            <Icon name="copy" />
            {t('card_copy')}
          </button>
          <button type="button" class="btn" onClick={print}>
            <Icon name="print" />
            {t('entry_print')}
          </button>
          {openReport && (
            <button type="button" class="btn" onClick={openReport}>
              <Icon name="warn" />
              {t('card_report')}
            </button>
          )}
          <Notice said={said} />
        </div>
      </nav>
      <main>
        {report}
        <DateLine {...props} />
        {words.map((word) => (
          <EntryOfList key={word.card.id} word={word} isOnly={words.length === 1} {...props} />
        ))}
        <p class="fine">{t('card_foot')}</p>
      </main>
    </div>
  );
}

/** Shows the day of the article, which the user can change or remove. */
function DateLine({ day, dayWords, setDay, t }: EntryProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <p class="date-line">
      <Icon name="day" />
      <span>{day ? t('entry_read_for', dayWords) : t('entry_read_today')}</span>
      {isOpen ? (
        <input
          type="date"
          aria-label={t('entry_set_date')}
          value={day}
          onChange={(event) => {
            setOpen(false);
            setDay(event.currentTarget.value || null);
          }}
        />
      ) : (
        <button type="button" class="link" onClick={() => setOpen(true)}>
          {t(day ? 'entry_change_date' : 'entry_set_date')}
        </button>
      )}
      {day && (
        <button type="button" class="link" onClick={() => setDay(null)}>
          {t('entry_today_only')}
        </button>
      )}
    </p>
  );
}

/** The entry's id in a form that can be part of an element's id. */
const idPart = (entry: string): string => entry.replace(/[^a-z0-9]/g, '-');

function Section({
  id,
  title,
  hint,
  children,
}: {
  id: string | undefined;
  title: string;
  hint?: string;
  children: ComponentChildren;
}) {
  return (
    <section id={id}>
      <div class="section-head">
        <h2>{title}</h2>
        {hint && <span class="hint">{hint}</span>}
      </div>
      {children}
    </section>
  );
}

function EntryOfList({ word, isOnly, words, t, follow, follows }: EntryProps & { word: FullCard; isOnly: boolean }) {
  const { card, glance, measures } = word;
  /** The contents link to the sections of the first list. */
  const id = (part: Part) => (word === words[0] ? part : undefined);
  const folded = measures.filter(({ isLead, place }) => !isLead && place !== 'open').length;
  return (
    <article aria-label={card.name} lang={card.lang}>
      {!isOnly && (
        <p class="list-name" lang={card.contentLang}>
          {card.list}
        </p>
      )}
      <EntryHead card={card} id={id('summary')} />
      <div class="summary">
        <div>
          <Claim class="sum" claim={card.what} model={card} />
          {card.news && <Claim class="news" claim={card.news} model={card} />}
          {card.members.length > 0 && <Members model={card} t={t} follow={follow} />}
        </div>
        <div class="answer-box">
          <Answer model={glance} t={t} />
          {glance.dateNote && <p class="note-line">{glance.dateNote}</p>}
        </div>
      </div>
      {card.acts.length > 0 && (
        <Section id={id('acts')} title={t('entry_acts')}>
          <Acts acts={card.acts} />
        </Section>
      )}
      {card.parties.length > 0 && (
        <Section id={id('parties')} title={t('entry_parties')}>
          <Parties parties={card.parties} t={t} follow={follow} />
        </Section>
      )}
      {measures.length > 0 && (
        <Section
          id={id('measures')}
          title={t('entry_measures')}
          hint={folded > 0 ? t('entry_counts', measures.length, measures.length - folded, folded) : ''}
        >
          <MeasureTable measures={measures} lang={card.lang} t={t} starOf={measureStar(card, follows, t)} />
        </Section>
      )}
      {card.timeline && card.timeline.lanes.length > 0 && (
        <Section id={id('timeline')} title={t('entry_timeline')}>
          <div class="table-box timeline-box">
            {/* One drawing for each width; the other is hidden. */}
            <div class="wide-only">
              <Timeline model={card.timeline} t={t} id={`tl-${idPart(card.id)}`} isWide />
            </div>
            <div class="narrow-only">
              <Timeline model={card.timeline} t={t} id={`tn-${idPart(card.id)}`} />
            </div>
          </div>
        </Section>
      )}
      <div class="pair-of-sections">
        <FactsSection card={card} id={id('facts')} t={t} follow={follow} />
        {card.names.length > 0 && (
          <Section id={id('names')} title={t('entry_names')}>
            <dl class="facts">
              {card.names.map(({ lang, label, names }) => (
                <Pair key={lang} term={label}>
                  <NamesOf lang={lang} names={names} t={t} />
                </Pair>
              ))}
            </dl>
          </Section>
        )}
      </div>
      <SourcesSection card={card} id={id('sources')} t={t} />
      <p class="fine list-of">
        <ListName card={card} follows={follows} t={t} />
      </p>
    </article>
  );
}

const NamesOf = ({ lang, names, t }: { lang: string; names: readonly string[]; t: Translate }) => (
  <Folded
    items={names}
    most={MAX_NAMES_SHOWN}
    more={(count) => t('entry_more_names', count)}
    list={(some) => <span lang={lang}>{some.join('\u00a0· ')}</span>}
  />
);

function SourcesSection({ card, id, t }: Pick<FactsProps, 'card' | 'id' | 't'>) {
  const { sources, verified, unconfirmed, doubts } = card;
  if (sources.length === 0) return null;
  return (
    <Section id={id} title={t('entry_sources')} hint={verified}>
      <Doubts unconfirmed={unconfirmed} doubts={doubts} t={t} />
      <Folded
        items={sources}
        most={MAX_SOURCES_SHOWN}
        more={(count) => t('entry_all_sources', count)}
        list={(some) => (
          <ol class="src">
            {some.map((source) => (
              <Source key={source.n} source={source} t={t} />
            ))}
          </ol>
        )}
      />
    </Section>
  );
}

/** The claims that a second reader could not confirm. */
function Doubts({ unconfirmed, doubts, t }: Pick<CardModel, 'unconfirmed' | 'doubts'> & { t: Translate }) {
  if (doubts) return <p class="doubts">{doubts}</p>;
  if (unconfirmed.length === 0) return null;
  return (
    <div class="doubts">
      <h3 class="label">{t('entry_doubts')}</h3>
      <ul>
        {unconfirmed.map((claim) => (
          <li key={claim}>{claim}</li>
        ))}
      </ul>
    </div>
  );
}

interface FactsProps {
  card: CardModel;
  id: string | undefined;
  t: Translate;
  follow: (entry: string) => void;
}

function FactsSection({ card, id, t, follow }: FactsProps) {
  const { facts, related, misreported } = card;
  if (facts.length + related.length === 0 && !misreported) return null;
  return (
    <Section id={id} title={t('entry_facts')}>
      <Facts facts={facts} model={card} />
      {misreported && (
        <>
          <h3 class="label">{t('card_misreported')}</h3>
          <Claim claim={misreported} model={card} />
        </>
      )}
      {related.length > 0 && (
        <>
          <h3 class="label">{t('card_related')}</h3>
          <p class="links">
            {related.map((link) => (
              <button type="button" class="link" key={link.id} onClick={() => follow(link.id)}>
                {link.name}
              </button>
            ))}
          </p>
        </>
      )}
    </Section>
  );
}
