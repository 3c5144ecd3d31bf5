/** What a list says of an entry; of several lists, each under its own heading. */
import type { ComponentChildren } from 'preact';
import type { CardModel } from '../../lib/card/model/card-model.ts';
import type { Translate } from '../../lib/i18n/translate.ts';
import { Refs, Sources } from './sources.tsx';
import { Status } from './measures.tsx';
import { Folded } from '../folded.tsx';
import { Timeline } from './timeline.tsx';
import { Unbroken } from '../unbroken.tsx';

/** More facts than this are folded, outside the page of the entry. */
const FACTS = 3;

interface WordProps {
  model: CardModel;
  t: Translate;
  full: boolean;
  follow: (entry: string) => void;
}

export function Words({ models, ...rest }: Omit<WordProps, 'model'> & { models: readonly CardModel[] }) {
  const [only, second] = models;
  if (only && !second) return <Word model={only} {...rest} />;
  return (
    <>
      {models.map((model) => (
        <section key={model.id} class="card-list" aria-label={model.list}>
          <h3 class="card-list-name" lang={model.contentLang}>
            {model.list}
          </h3>
          <p class="card-list-entry" lang={model.contentLang}>
            <b>{model.name}</b> · {model.kindLabel}
          </p>
          <Word model={model} {...rest} />
        </section>
      ))}
    </>
  );
}

function Word({ model, t, full, follow }: WordProps) {
  return (
    <>
      <Claim class="card-lead" claim={model.what} model={model} />
      {model.members.length > 0 && <Members model={model} t={t} follow={follow} />}
      {model.news && <Claim class="card-news" claim={model.news} model={model} />}
      {model.asOf && <p class="cue as-of">{model.asOf}</p>}
      <Status model={model} t={t} full={full} />
      {model.timeline && model.timeline.lanes.length > 0 && (
        <section class="card-sec">
          <Timeline model={model.timeline} t={t} id={`tl-${model.id.replace(/[^a-z0-9]/g, '-')}`} />
        </section>
      )}
      {model.misreported && (
        <section class="card-sec">
          <h3 class="label">{t('card_misreported')}</h3>
          <Claim claim={model.misreported} model={model} />
        </section>
      )}
      {model.facts.length > 0 && <Facts model={model} t={t} full={full} />}
      {model.related.length > 0 && (
        <section class="card-sec">
          <h3 class="label">{t('card_related')}</h3>
          <p class="links">
            {model.related.map((link) => (
              <button type="button" class="link" key={link.id} onClick={() => follow(link.id)}>
                {link.name}
              </button>
            ))}
          </p>
        </section>
      )}
      {full && model.names.length > 0 && (
        <section class="card-sec">
          <h3 class="label">{t('card_names')}</h3>
          <dl class="names">
            {model.names.map(({ lang, label, names }) => (
              <Pair key={lang} term={label}>
                <span lang={lang}>{names.join('\u00a0· ')}</span>
              </Pair>
            ))}
          </dl>
        </section>
      )}
      <Sources model={model} t={t} full={full} />
    </>
  );
}

function Claim({ claim, model, class: name }: { claim: CardModel['what']; model: CardModel; class?: string }) {
  return (
    <p {...(name ? { class: name } : {})} lang={claim.lang ?? model.contentLang}>
      <Unbroken text={claim.text} />
      <Refs numbers={claim.refs} model={model} />
    </p>
  );
}

function Pair({
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

function Facts({ model, t, full }: { model: CardModel; t: Translate; full: boolean }) {
  const list = (some: readonly CardModel['facts'][number][]) => (
    <dl class="facts">
      {some.map((fact, i) => (
        <Pair key={i} term={fact.what} termLang={fact.whatLang} lang={fact.valueLang}>
          <Unbroken text={fact.value} />
          <Refs numbers={fact.refs} model={model} />
        </Pair>
      ))}
    </dl>
  );
  return (
    <section class="card-sec">
      <Folded items={model.facts} most={FACTS} full={full} more={(count) => t('card_more_facts', count)} list={list} />
    </section>
  );
}

function Members({ model, t, follow }: { model: CardModel; t: Translate; follow: (entry: string) => void }) {
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
