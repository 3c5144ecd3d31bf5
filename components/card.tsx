/** The card: one component for hover, popup, panel and page. Data in, events out; no browser, no text field. */
import type { ComponentChildren } from 'preact';
import type { CardModel } from '../lib/card/card-model.ts';
import type { Translate } from '../lib/i18n/translate.ts';
import { Head, KIND_ID, type HeadProps } from './card-head.tsx';
import { Refs, Sources } from './card-sources.tsx';
import { Status } from './card-status.tsx';
import { Why, type WhyModel } from './card-why.tsx';
import { Icon, type IconName } from './icons.tsx';
import { Timeline } from './timeline.tsx';

/** More facts than this are folded, outside the page of the entry. */
const FACTS = 3;

export interface CardActions {
  close?: (() => void) | undefined;
  pin?: (() => void) | undefined;
  back?: (() => void) | undefined;
  copy?: (() => void) | undefined;
  openEntry?: (() => void) | undefined;
  openPanel?: (() => void) | undefined;
  /** Scrolls the page to a mention. */
  show?: (() => void) | undefined;
  mute?: (() => void) | undefined;
  notThis?: (() => void) | undefined;
  /** Opens another entry in place. */
  follow: (entry: string) => void;
  /** Takes another reading for this name. */
  choose?: ((entry: string) => void) | undefined;
}

export interface CardProps {
  model: CardModel;
  t: Translate;
  actions: CardActions;
  pinned?: boolean;
  why?: WhyModel | undefined;
  /** Said once after an action: "Copied". */
  notice?: string | undefined;
  /** Part of another surface rather than a dialog over a page. */
  inline?: boolean;
  /** Everything open: the page of the entry. */
  full?: boolean;
}

export function Card({ model, t, actions, pinned, why, notice, inline = false, full = false }: CardProps) {
  const own = { lang: model.contentLang };
  return (
    <section class={['card', inline && 'inline', full && 'full'].filter(Boolean).join(' ')} role={inline ? 'region' : 'dialog'} aria-label={model.name} aria-describedby={KIND_ID} lang={model.lang}>
      <Head kind={model.kind} kindLabel={model.kindLabel} name={model.name} alt={model.altName} tile={model.tile} more={model.changed ? t('card_has_changed') : undefined} t={t} actions={actions} pinned={pinned} />
      {/* Focusable, so that the keyboard can scroll it. */}
      <div class="card-body" tabindex={0} role="group" aria-label={model.name}>
        <Claim class="card-lead" claim={model.what} model={model} />
        {model.members.length > 0 && <Members model={model} t={t} follow={actions.follow} />}
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
                <button type="button" class="link" key={link.id} onClick={() => actions.follow(link.id)}>
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
                  <span lang={lang}>{names.join(' · ')}</span>
                </Pair>
              ))}
            </dl>
          </section>
        )}
        <Sources model={model} t={t} full={full} />
        {why && <Why why={why} t={t} notThis={actions.notThis} follow={actions.follow} choose={actions.choose} />}
        <p class="why">
          {t('card_foot')} <span {...own}>{model.list}</span>
        </p>
      </div>
      <Foot t={t} actions={actions} notice={notice} />
    </section>
  );
}

function Claim({ claim, model, class: name }: { claim: { text: string; refs: number[] }; model: CardModel; class?: string }) {
  return (
    <p {...(name ? { class: name } : {})} lang={model.contentLang}>
      {claim.text}
      <Refs numbers={claim.refs} model={model} />
    </p>
  );
}

function Pair({ term, children }: { term: string; children: ComponentChildren }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Facts({ model, t, full }: { model: CardModel; t: Translate; full: boolean }) {
  const shown = full || model.facts.length === FACTS + 1 ? model.facts : model.facts.slice(0, FACTS);
  const rest = model.facts.slice(shown.length);
  const list = (some: CardModel['facts']) => (
    <dl class="facts" lang={model.contentLang}>
      {some.map((fact, i) => (
        <Pair key={i} term={fact.what}>
          {fact.value}
          <Refs numbers={fact.refs} model={model} />
        </Pair>
      ))}
    </dl>
  );
  return (
    <section class="card-sec">
      {list(shown)}
      {rest.length > 0 && (
        <details class="fold">
          <summary>{t('card_more_facts', rest.length)}</summary>
          {list(rest)}
        </details>
      )}
    </section>
  );
}

function Members({ model, t, follow }: { model: CardModel; t: Translate; follow: (entry: string) => void }) {
  return (
    <div class="elements" role="group" aria-label={t('card_members')}>
      {model.members.map((member) => (
        <button type="button" class="tile small" data-k="mineral" key={member.id} aria-label={member.name} title={member.name} onClick={() => follow(member.id)}>
          <span class="symbol">{member.symbol}</span>
        </button>
      ))}
    </div>
  );
}

function Action({ icon, label, run, short }: { icon: IconName; label: string; run: (() => void) | undefined; short?: boolean }) {
  if (!run) return null;
  return short ? (
    <button type="button" class="btn icon end" onClick={run} aria-label={label} title={label}>
      <Icon name={icon} />
    </button>
  ) : (
    <button type="button" class="btn" onClick={run}>
      <Icon name={icon} />
      {label}
    </button>
  );
}

function Foot({ t, actions, notice }: { t: Translate; actions: CardActions; notice: string | undefined }) {
  const { copy, show, openPanel, openEntry, mute } = actions;
  if (!copy && !show && !openPanel && !openEntry && !mute && !notice) return null;
  return (
    <div class="card-foot">
      <Action icon="copy" label={t('card_copy')} run={copy} />
      <Action icon="jump" label={t('card_show')} run={show} />
      <Action icon="panel" label={t('card_panel')} run={openPanel} />
      <Action icon="open" label={t('card_full')} run={openEntry} />
      <span class="notice" role="status">
        {notice}
      </span>
      <Action icon="off" label={t('card_mute')} run={mute} short />
    </div>
  );
}

/** A card of which only the head is known yet, or that could not be read. */
export function BareCard({ children, ...head }: HeadProps & { children?: ComponentChildren }) {
  return (
    <section class="card" role="dialog" aria-label={head.name} aria-describedby={KIND_ID}>
      <Head {...head} />
      <div class="card-body">{children}</div>
    </section>
  );
}

export function Skeleton({ t }: { t: Translate }) {
  return (
    <div role="status" aria-label={t('card_loading')}>
      {['90%', '70%', '82%'].map((width) => (
        <svg key={width} class="sk" width={width} height="10" aria-hidden="true" />
      ))}
    </div>
  );
}
