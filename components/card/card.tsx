/** The card: one component for hover, popup, panel and page. Data in, events out; no browser, no text field. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { CardModel } from '../../lib/card/model/card-model.ts';
import type { Translate } from '../../lib/i18n/translate.ts';
import { Head, KIND_ID, type HeadProps } from './head.tsx';
import { Words } from './words.tsx';
import { TwoReadings, Why, type WhyModel } from './why.tsx';
import { IconButton } from '../icon-button.tsx';
import { Icon, type IconName } from '../icons.tsx';
import { Notice, useNotice } from '../notice.tsx';

export interface CardActions {
  close?: (() => void) | undefined;
  pin?: (() => void) | undefined;
  back?: (() => void) | undefined;
  copy?: (() => Promise<void>) | undefined;
  openEntry?: (() => void) | undefined;
  openPanel?: (() => void) | undefined;
  /** Scrolls the page to a mention. */
  show?: (() => void) | undefined;
  /** On this site only, or everywhere. */
  mute?: ((here: boolean) => void) | undefined;
  notThis?: (() => void) | undefined;
  /** Opens another entry in place. */
  follow: (entry: string) => void;
  /** Takes another reading for this name. */
  choose?: ((entry: string) => void) | undefined;
}

export interface CardProps {
  model: CardModel;
  /** The cards of all lists that know the name, this one among them, in the reader's order. */
  words?: readonly CardModel[] | undefined;
  t: Translate;
  actions: CardActions;
  pinned?: boolean;
  why?: WhyModel | undefined;
  /** Part of another surface rather than a dialog over a page. */
  inline?: boolean;
  /** Everything open: the page of the entry. */
  full?: boolean;
}

export function Card({ model, words, t, actions, pinned, why, inline = false, full = false }: CardProps) {
  const several = words && words.length > 1 ? words : [model];
  return (
    <section
      class={['card', inline && 'inline', full && 'full'].filter(Boolean).join(' ')}
      role={inline ? 'region' : 'dialog'}
      aria-label={model.name}
      aria-describedby={KIND_ID}
      lang={model.lang}
    >
      <Head
        kind={model.kind}
        kindLabel={model.kindLabel}
        name={model.name}
        alt={model.altName}
        tile={model.tile}
        more={model.changed ? t('card_has_changed') : undefined}
        t={t}
        actions={actions}
        pinned={pinned}
      />
      {/* Focusable, so that the keyboard can scroll it. */}
      <div class="card-body" tabindex={0} role="group" aria-label={model.name}>
        {why && why.readings.length > 0 && (
          <TwoReadings why={why} name={model.name} t={t} follow={actions.follow} choose={actions.choose} />
        )}
        <Words models={several} t={t} full={full} follow={actions.follow} />
        {why && <Why why={why} t={t} notThis={actions.notThis} />}
        <p class="why">
          {t('card_foot')} {several.length === 1 && model.verified}{' '}
          {several.length === 1 && <span lang={model.contentLang}>{model.list}</span>}
        </p>
      </div>
      <Foot key={model.id} t={t} actions={actions} />
    </section>
  );
}

function Action({ icon, label, run }: { icon: IconName; label: string; run: (() => void) | undefined }) {
  if (!run) return null;
  return (
    <button type="button" class="btn" onClick={run}>
      <Icon name={icon} />
      {label}
    </button>
  );
}

/** What was pressed has gone from under the focus. */
const takeFocus = (button: HTMLButtonElement | null) => button?.focus();

function Foot({ t, actions }: { t: Translate; actions: CardActions }) {
  const { copy, show, openPanel, openEntry, mute } = actions;
  const [muting, setMuting] = useState(false);
  const { said, tell } = useNotice();
  if (!copy && !show && !openPanel && !openEntry && !mute) return null;
  if (mute && muting)
    return (
      <div class="card-foot" role="group" aria-label={t('card_mute')}>
        <button type="button" class="btn" ref={takeFocus} onClick={() => mute(true)}>
          {t('card_mute_here')}
        </button>
        <button type="button" class="btn" onClick={() => mute(false)}>
          {t('card_mute_everywhere')}
        </button>
        <button type="button" class="btn end" onClick={() => setMuting(false)}>
          {t('card_mute_not')}
        </button>
      </div>
    );
  return (
    <div class="card-foot">
      <Action
        icon="copy"
        label={t('card_copy')}
        run={copy && (() => tell(copy(), t('card_copied'), t('card_not_copied')))}
      />
      <Action icon="jump" label={t('card_show')} run={show} />
      <Action icon="panel" label={t('card_panel')} run={openPanel} />
      <Action icon="open" label={t('card_full')} run={openEntry} />
      <Notice said={said} />
      {mute && <IconButton icon="off" label={t('card_mute')} run={() => setMuting(true)} end />}
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
