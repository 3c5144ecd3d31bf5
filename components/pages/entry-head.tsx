/** The head of an entry's page: tile, name, other name and kind. */
import type { CardModel } from '../../lib/card/model/card-model.ts';
import { Tile } from '../card/card-head.tsx';

export const EntryHead = ({ card, id }: { card: CardModel; id?: string | undefined }) => (
  <header class="entry-head" id={id}>
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
);
