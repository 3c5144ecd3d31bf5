/** The body of the full card. With several lists, each has its own heading. */
import type { ComponentChildren } from 'preact';
import type { CardModel } from '../../lib/card/model/card-model.ts';
import type { Follows } from '../../lib/card/lookup/lookup-model.ts';
import type { FullCard } from '../../lib/card/model/full-card.ts';
import type { Translate } from '../../lib/i18n/translate.ts';
import { measureNames } from '../../lib/card/build/measure-names.ts';
import { listRef, measureRef, readRef } from '../../lib/knowledge/model/ids.ts';
import { FollowButton } from '../follow-button.tsx';
import { TruncatedList } from '../truncated-list.tsx';
import { NoBreakText } from '../no-break-text.tsx';
import { Answer } from './answer.tsx';
import { EarlierActs, OnList } from './list-parts.tsx';
import { Measures, type StarOf } from './measures.tsx';
import { Refs, Sources } from './sources.tsx';
import { Timeline } from './timeline.tsx';

/** The most facts that are shown; further ones are folded. */
const MAX_FACTS_SHOWN = 3;

interface WordProps {
  t: Translate;
  follow: (entry: string) => void;
  follows: Follows | undefined;
  openEntry?: (() => void) | undefined;
}

/** The entry as one list has it, or as each of several lists has it under the list's name. */
export function Words({ models, ...rest }: WordProps & { models: readonly FullCard[] }) {
  const [only, second] = models;
  if (only && !second) return <Word model={only} {...rest} />;
  return (
    <>
      {models.map((model) => (
        <section key={model.card.id} class="card-list" aria-label={model.card.list}>
          <h3 class="card-list-name">
            <ListName card={model.card} follows={rest.follows} t={rest.t} />
          </h3>
          <p class="card-list-entry" lang={model.card.contentLang}>
            <b>{model.card.name}</b> · {model.card.kindLabel}
          </p>
          <Word model={model} {...rest} />
        </section>
      ))}
    </>
  );
}

/** The name of a list, with the star that follows the whole list. */
export const ListName = ({ card, follows, t }: Pick<WordProps, 'follows' | 't'> & { card: CardModel }) => (
  <>
    <span lang={card.contentLang}>{card.list}</span>{' '}
    <FollowButton follows={follows} of={listRef(readRef(card.id).list)} name={card.list} t={t} />
  </>
);

/** The stars of the measures on an entry, each with a name of its own. */
export function measureStar({ card: { id }, measures }: FullCard, follows: Follows | undefined, t: Translate): StarOf {
  const names = measureNames(measures);
  return (measure) => (
    <FollowButton follows={follows} of={measureRef(id, measure.id)} name={names.get(measure.id) ?? ''} t={t} />
  );
}

function Word({ model, t, follow, follows, openEntry }: WordProps & { model: FullCard }) {
  const { glance, card, measures } = model;
  const starOf = measureStar(model, follows, t);
  const lead = measures.find(({ isLead }) => isLead);
  return (
    <>
      <Claim class="what" claim={{ ...glance.what, refs: card.what.refs }} model={card} />
      <Answer model={glance} t={t} star={lead && starOf(lead)} />
      {glance.dateNote && <p class="note-line">{glance.dateNote}</p>}
      {card.members.length > 0 && <Members model={card} t={t} follow={follow} />}
      <EarlierActs acts={card.acts} told={actsIn(glance)} t={t} />
      {card.parties.length > 0 && <OnList parties={card.parties} t={t} follow={follow} openEntry={openEntry} />}
      <Measures measures={measures} t={t} starOf={starOf} />
      {card.news && <Claim class="news" claim={card.news} model={card} />}
      {card.timeline && card.timeline.lanes.length > 0 && (
        <section class="card-sec">
          <Timeline model={card.timeline} t={t} id={`tl-${card.id.replace(/[^a-z0-9]/g, '-')}`} />
        </section>
      )}
      {card.misreported && (
        <section class="card-sec">
          <h3 class="label">{t('card_misreported')}</h3>
          <Claim claim={card.misreported} model={card} />
        </section>
      )}
      {card.facts.length > 0 && (
        <section class="card-sec">
          <TruncatedList
            items={card.facts}
            most={MAX_FACTS_SHOWN}
            more={(count) => t('card_more_facts', count)}
            list={(some) => <Facts facts={some} model={card} />}
          />
        </section>
      )}
      {card.related.length > 0 && (
        <section class="card-sec">
          <h3 class="label">{t('card_related')}</h3>
          <p class="links">
            {card.related.map((link) => (
              <button type="button" class="link" key={link.id} onClick={() => follow(link.id)}>
                {link.name}
              </button>
            ))}
          </p>
        </section>
      )}
      <Sources model={card} t={t} openEntry={openEntry} />
    </>
  );
}

/** The number of acts that the answer shows. */
const actsIn = ({ digest }: FullCard['glance']): number =>
  digest ? digest.acts.length + Number(digest.latest !== null) : 0;

/** A sentence of the base with the numbers of its sources. */
export function Claim({ claim, model, class: name }: { claim: CardModel['what']; model: CardModel; class?: string }) {
  return (
    <p {...(name ? { class: name } : {})} lang={claim.lang ?? model.contentLang}>
      <NoBreakText text={claim.text} />
      <Refs numbers={claim.refs} model={model} />
    </p>
  );
}

/** A term and its value in a `<dl>`; each may be in another language than the interface. */
export function Pair({
  term,
  termLang,
  lang,
  children,
}: {
  term: string;
  termLang?: string | undefined;
  lang?: string | undefined;
  children: ComponentChildren;
}) {
  return (
    <>
      <dt lang={termLang}>{term}</dt>
      <dd lang={lang}>{children}</dd>
    </>
  );
}

/** The facts of an entry as a list of terms and values with source numbers. */
export const Facts = ({ facts, model }: { facts: CardModel['facts']; model: CardModel }) => (
  <dl class="facts">
    {facts.map((fact, i) => (
      <Pair key={i} term={fact.what} termLang={fact.whatLang} lang={fact.valueLang}>
        <NoBreakText text={fact.value} />
        <Refs numbers={fact.refs} model={model} />
      </Pair>
    ))}
  </dl>
);

/** The members of a group of minerals as tiles. A click opens the member's card. */
export function Members({ model, t, follow }: { model: CardModel; t: Translate; follow: (entry: string) => void }) {
  return (
    <div class="elements" role="group" aria-label={t('card_members')}>
      {model.members.map((member) => (
        <button
          type="button"
          class="tile small"
          data-k="mineral"
          key={member.id}
          aria-label={member.name}
          title={member.name}
          onClick={() => follow(member.id)}
        >
          <span class="symbol">{member.symbol}</span>
        </button>
      ))}
    </div>
  );
}
