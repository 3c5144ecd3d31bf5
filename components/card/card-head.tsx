/** The head of a card in both sizes: tile, name, kind and tools. */
import type { ComponentChildren } from 'preact';
import type { Tile as TileModel } from '../../lib/card/model/head.ts';
import type { Translate } from '../../lib/i18n/translate.ts';
import { IconButton } from '../icon-button.tsx';
import { Icon, isDrawing } from '../icons.tsx';
import { NoBreakText } from '../no-break-text.tsx';

/** `alt`: the name in another language. An action that is undefined has no button. */
export interface CardHeadProps {
  kind: string;
  /** "Agency · China": the part before the dot is the kind. */
  kindLabel: string;
  name: string;
  alt?: { text: string; lang: string } | undefined;
  tile: TileModel;
  /** Text for screen readers after the kind. */
  more?: string | undefined;
  /** The star that follows the entry. */
  star?: ComponentChildren;
  t: Translate;
  actions: {
    close?: (() => void) | undefined;
    pin?: (() => void) | undefined;
    back?: (() => void) | undefined;
  };
  pinned?: boolean | undefined;
}

/** The id of the element that describes the dialog. */
export const KIND_ID = 'card-kind';

/** A name longer than this is set smaller. It wraps and is never cut. */
const LONG_NAME_CHARACTERS = 22;

/** The head of a card: tile, name, kind, and the buttons that belong to the card as a whole. */
export function CardHead({ kind, kindLabel, name, alt, tile, more, star, t, actions, pinned }: CardHeadProps) {
  const [own, ...rest] = kindLabel.split(' · ');
  return (
    <div class="card-head">
      <Tile kind={kind} tile={tile} />
      <div class="card-id">
        <h2 class={name.length > LONG_NAME_CHARACTERS ? 'card-name long' : 'card-name'}>
          <span>
            <NoBreakText text={name} />
          </span>
          {alt && (
            <>
              {' '}
              <span class="alt" lang={alt.lang}>
                {alt.text}
              </span>
            </>
          )}
        </h2>
        <p class="card-kind" data-k={kind} id={KIND_ID}>
          <span class="sw" data-k={kind} aria-hidden="true" />
          <b>{own}</b>
          {rest.length > 0 && <span class="vh">{` · ${rest.join(' · ')}`}</span>}
          {more && <span class="vh">{` (${more})`}</span>}
        </p>
      </div>
      <div class="card-tools">
        {actions.back && <IconButton icon="back" label={t('card_back')} run={actions.back} />}
        {star}
        {actions.pin && <IconButton icon="pin" label={t('card_pin')} run={actions.pin} pressed={pinned === true} />}
        {actions.close && <IconButton icon="close" label={t('card_close')} run={actions.close} />}
      </div>
    </div>
  );
}

/** The square with an element's symbol, a short code, initials or a drawing. Decorative. */
export function Tile({ kind, tile, size }: { kind: string; tile: TileModel; size?: 'small' | 'large' }) {
  return (
    <div class={size ? `tile ${size}` : 'tile'} data-k={kind} aria-hidden="true">
      <TileFace tile={tile} small={size === 'small'} />
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
