/** The head of a card: tile, name, the other name, kind, and the tools. */
import type { Tile as TileModel } from '../../lib/card/model/card-model.ts';
import type { Translate } from '../../lib/i18n/translate.ts';
import { IconButton } from '../icon-button.tsx';
import { Icon, isDrawing } from '../icons.tsx';
import { Unbroken } from '../unbroken.tsx';

export interface HeadProps {
  kind: string;
  /** "Agency · China": what comes before the dot is the kind. */
  kindLabel: string;
  name: string;
  alt?: { text: string; lang: string } | undefined;
  tile: TileModel;
  /** Said by screen readers after the kind. */
  more?: string | undefined;
  t: Translate;
  actions: { close?: (() => void) | undefined; pin?: (() => void) | undefined; back?: (() => void) | undefined };
  pinned?: boolean | undefined;
}

/** The element that describes a card's dialog, by id. */
export const KIND_ID = 'card-kind';

export function Head({ kind, kindLabel, name, alt, tile, more, t, actions, pinned }: HeadProps) {
  const [own, ...rest] = kindLabel.split(' · ');
  return (
    <div class="card-head">
      <Tile kind={kind} tile={tile} />
      <h2 class="card-name">
        <Unbroken text={name} />
        {alt && (
          <>
            {' '}
            <span class="alt" lang={alt.lang}>
              {alt.text}
            </span>
          </>
        )}
      </h2>
      <div class="card-tools">
        {actions.back && <IconButton icon="back" label={t('card_back')} run={actions.back} />}
        {actions.pin && <IconButton icon="pin" label={t('card_pin')} run={actions.pin} pressed={pinned === true} />}
        {actions.close && <IconButton icon="close" label={t('card_close')} run={actions.close} />}
      </div>
      <p class="card-kind" data-k={kind} id={KIND_ID}>
        <span class="sw" data-k={kind} aria-hidden="true" />
        <span>
          <b>{own}</b>
          {rest.length > 0 && ` · ${rest.join(' · ')}`}
        </span>
        {more && <span class="vh">{more}</span>}
      </p>
    </div>
  );
}

export function Tile({ kind, tile, small }: { kind: string; tile: TileModel; small?: boolean }) {
  return (
    <div class={small ? 'tile small' : 'tile'} data-k={kind} aria-hidden="true">
      <TileFace tile={tile} small={small === true} />
    </div>
  );
}

function TileFace({ tile, small }: { tile: TileModel; small: boolean }) {
  switch (tile.type) {
    case 'element':
      return (
        <>
          {!small && <small>{tile.number}</small>}
          <span class="symbol">{tile.symbol}</span>
        </>
      );
    case 'country':
      return (
        <>
          <span class="country">{tile.code}</span>
          {!small && tile.sub && <span class="below">{tile.sub}</span>}
        </>
      );
    case 'drawing':
      return <Icon name={isDrawing(tile.drawing) ? tile.drawing : 'term'} />;
    case 'initials':
      return <span class="initials">{tile.text}</span>;
  }
}
