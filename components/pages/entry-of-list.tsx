/** Everything that one list has on an entry. */
import type { Follows } from '../../lib/card/lookup/lookup-model.ts';
import type { FullCard } from '../../lib/card/model/full-card.ts';
import type { Translate } from '../../lib/i18n/translate.ts';
import { Answer } from '../card/answer.tsx';
import { Timeline } from '../card/timeline.tsx';
import { Claim, ListName, measureStar, Members } from '../card/full-card-body.tsx';
import type { SectionName } from './entry-contents.tsx';
import { FactsSection, NamesSection, SourcesSection } from './entry-facts.tsx';
import { EntryHead } from './entry-head.tsx';
import { Section } from './entry-section.tsx';
import { Acts, Parties } from './list-sections.tsx';
import { MeasureTable } from './measure-table.tsx';

interface EntryOfListProps {
  word: FullCard;
  /** The first list on the page; the contents lead to its sections. */
  isFirst: boolean;
  isOnly: boolean;
  follows: Follows | undefined;
  t: Translate;
  follow: (entry: string) => void;
}

/** The entry's id in a form that can be part of an element's id. */
const idPart = (entry: string): string => entry.replace(/[^a-z0-9]/g, '-');

export function EntryOfList({ word, isFirst, isOnly, t, follow, follows }: EntryOfListProps) {
  const { card, glance, measures } = word;
  const id = (part: SectionName) => (isFirst ? part : undefined);
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
          <MeasureTable measures={measures} lang={card.lang} t={t} starOf={measureStar(word, follows, t)} />
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
        <NamesSection card={card} id={id('names')} t={t} />
      </div>
      <SourcesSection card={card} id={id('sources')} t={t} />
      <p class="fine list-of">
        <ListName card={card} follows={follows} t={t} />
      </p>
    </article>
  );
}
