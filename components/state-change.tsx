/**
 * A changed measure on one row: the entry, issuer and target, the state before and after, and since
 * when.
 */
import type { GlanceModel } from '../lib/card/model/glance-model.ts';
import type { Tile as TileModel } from '../lib/card/model/head.ts';
import type { ShortState } from '../lib/card/model/look.ts';
import type { Translate } from '../lib/i18n/translate.ts';
import { GradeLink } from './card/grade-link.tsx';
import { Tile } from './card/card-head.tsx';
import { Glyph } from './glyph.tsx';
import { Icon } from './icons.tsx';
import { NoBreakText } from './no-break-text.tsx';

/**
 * All texts are in the user's language. `since`: the day in words, and `sinceDay` as YYYY-MM-DD.
 */
export interface ShownChange {
  name: string;
  kind: string;
  tile: TileModel;
  who: string;
  toward: string;
  /** Null if there was no measure (`from`) or is none now (`to`). */
  from: ShortState | null;
  to: ShortState | null;
  since: string;
  sinceDay: string;
  source: GlanceModel['source'];
}

const State = ({ look, t }: { look: ShortState | null; t: Translate }) => (
  <>
    <Glyph look={look?.glyph ?? 'none'} barred={look?.barred ?? false} />
    <NoBreakText text={look?.title ?? t('follow_none')} />
  </>
);

/** `open`: opens the entry at that measure. */
export function StateChange({ change, t, open }: { change: ShownChange; t: Translate; open: () => void }) {
  const { name, kind, tile, who, toward, from, to, since, sinceDay, source } = change;
  return (
    <li>
      <button type="button" class="row" onClick={open}>
        <Tile kind={kind} tile={tile} size="small" />
        <span>
          <span class="n">
            <span>
              <NoBreakText text={name} />{' '}
              {who && (
                <span class="whom">
                  {who}
                  {toward && (
                    <>
                      {' '}
                      <Icon name="arrow" />
                      <span class="vh">{t('card_toward')}</span> {toward}
                    </>
                  )}
                </span>
              )}
            </span>
            {since && <time datetime={sinceDay}>{since}</time>}
          </span>
          <span class="s">
            <State look={from} t={t} />
            <span class="to">{t('changed_to')}</span>{' '}
            <b>
              <State look={to} t={t} />
            </b>
          </span>
        </span>
      </button>
      {source && <GradeLink source={source} />}
    </li>
  );
}
