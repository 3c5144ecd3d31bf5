/**
 * The full card: the glance from which it grew, unchanged and in the same place, then everything
 * else. One component for hover, popup, panel and page. It gets data and reports events; it calls
 * no browser API and has no text field.
 */
import type { CardModel } from '../../lib/card/model/card-model.ts';
import type { Follows } from '../../lib/card/lookup/lookup-model.ts';
import type { FullCard } from '../../lib/card/model/full-card.ts';
import type { Translate } from '../../lib/i18n/translate.ts';
import { Icon, type IconName } from '../icons.tsx';
import { copying, Notice, useNotice } from '../notice.tsx';
import { DayField } from '../day-field.tsx';
import { FollowButton } from '../follow-button.tsx';
import { CardFrame, headOf } from './frame.tsx';
import { CardMenu, type MenuActions } from './menu.tsx';
import { TwoReadings, ChosenBecause } from './readings.tsx';
import type { ChoiceReasonsModel } from './choice-reasons.tsx';
import { ListName, Words } from './full-card-body.tsx';

/** An action that is undefined has no button. */
export interface CardActions extends MenuActions {
  close?: (() => void) | undefined;
  pin?: (() => void) | undefined;
  back?: (() => void) | undefined;
  /** Returns to the glance. */
  less?: (() => void) | undefined;
  /** Scrolls the page to a mention. */
  show?: (() => void) | undefined;
  /** Opens another entry in place. */
  follow: (entry: string) => void;
}

/** `why`: the reasons for the choice of this entry; undefined if the card has no mention. */
export interface CardProps {
  model: FullCard;
  /** The cards of all lists that have the name, with this one, in the user's order. */
  words?: readonly FullCard[] | undefined;
  t: Translate;
  actions: CardActions;
  /** Undefined where nothing can be followed. Otherwise entry, measures and list have stars. */
  follows?: Follows | undefined;
  why?: ChoiceReasonsModel | undefined;
  /** True if the card is part of another surface rather than a dialog over a page. */
  inline?: boolean;
}

export const Card = ({ model, words, t, actions, follows, why, inline = false }: CardProps) => (
  <CardFrame
    size="full"
    inline={inline}
    {...headOf(model.glance, t)}
    t={t}
    star={<FollowButton follows={follows} of={model.card.id} name={model.card.name} t={t} />}
    actions={actions}
    body={<CardBody model={model} words={words} t={t} actions={actions} follows={follows} why={why} />}
    foot={<CardFoot key={model.card.id} t={t} actions={actions} why={why} inline={inline} />}
  />
);

/** The scrolling part of the full card: other readings of the word, then the entry in each list. */
export function CardBody({ model, words, t, actions, follows, why }: Omit<CardProps, 'inline'>) {
  const several = words && words.length > 1 ? words : [model];
  const { name } = model.card;
  return (
    // Focusable, so that the keyboard can scroll it.
    <div class="card-body" tabindex={0} role="group" aria-label={name}>
      {why && why.readings.length > 0 && (
        <TwoReadings why={why} name={name} t={t} follow={actions.follow} choose={actions.choose} />
      )}
      <Words models={several} t={t} follow={actions.follow} follows={follows} openEntry={actions.openEntry} />
      {actions.setDay && <DayField t={t} change={actions.setDay} />}
      {why && <ChosenBecause why={why} t={t} notThis={actions.notThis} />}
      <Fine models={several.map((one) => one.card)} follows={follows} t={t} />
    </div>
  );
}

type FineProps = Pick<CardProps, 'follows' | 't'> & { models: readonly CardModel[] };

const Fine = ({ models, follows, t }: FineProps) => {
  const [only, second] = models;
  return (
    <p class="fine">
      {t('card_foot')} {only && !second && only.verified}{' '}
      {only && !second && <ListName card={only} follows={follows} t={t} />}
    </p>
  );
};

function Action({ icon, label, run }: { icon: IconName; label: string; run: (() => void) | undefined }) {
  if (!run) return null;
  return (
    <button type="button" class="btn" onClick={run}>
      <Icon name={icon} />
      {label}
    </button>
  );
}

interface FootProps {
  t: Translate;
  actions: CardActions;
  why?: ChoiceReasonsModel | undefined;
  inline?: boolean;
}

/**
 * The buttons under the full card. `inline`: in our own pages, where copying has its own button.
 */
export function CardFoot({ t, actions, why, inline }: FootProps) {
  const { copy, copyLine, show, openPanel, openEntry, less, report, mute, notThis, choose } = actions;
  const { said, tell } = useNotice();
  return (
    <>
      {inline && <Action icon="copy" label={t('card_copy')} run={copying(copy, tell, t)} />}
      <Action icon="go-to" label={t('card_show')} run={show} />
      <Action icon="panel" label={t('card_panel')} run={openPanel} />
      <Action icon="open" label={t('card_full')} run={openEntry} />
      <Notice said={said} />
      {less && (
        <button type="button" class="btn go end" aria-expanded="true" onClick={less}>
          {t('card_less')}
          <Icon name="up" />
        </button>
      )}
      {!inline && <CardMenu t={t} actions={{ copyLine, copy, report, mute, notThis, choose }} why={why} tell={tell} />}
    </>
  );
}
