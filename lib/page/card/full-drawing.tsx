/** Draws the full card of a mention. Runs in the full card script (full-card-script.ts). */
import { render } from 'preact';
import cardCss from '../../../components/card/card.css?inline';
import hostCss from '../../../components/card/host.css?inline';
import { CardBody, CardFoot, type CardActions } from '../../../components/card/card.tsx';
import { CardFrame, headOf } from '../../../components/card/frame.tsx';
import { FollowButton } from '../../../components/follow-button.tsx';
import { Announcement } from '../../../components/card/announcement.tsx';
import swatchCss from '../../../components/swatch.css?inline';
import tokensCss from '../../../components/tokens.css?inline';
import { cardText } from '../../card/export/plain-text.ts';
import type { FullCard } from '../../card/model/full-card.ts';
import { translator, type Locale, type Texts, type Translate } from '../../i18n/translate.ts';
import type { Drawing } from './card-host.ts';
import type { CardView } from './card-script.ts';
import { followsOf, menuActions, sheetOf, whyOf } from './view-parts.ts';

/** `panel`: true if a click in a page can open the browser's panel. */
export function createFullDrawing(texts: Record<Locale, Texts>, { panel }: { panel: boolean }): Drawing {
  const drawn = (view: CardView) => {
    const [first] = typeof view.full === 'string' ? [] : view.full;
    const t = translator(texts, view.locale);
    return first ? <PageCard view={view} first={first} t={t} panel={panel} /> : null;
  };
  return {
    css: () => [tokensCss, swatchCss, cardCss, hostCss].join('\n'),
    draw: (root, view) => render(view && drawn(view), root),
  };
}

interface PageCardProps {
  view: CardView;
  first: FullCard;
  t: Translate;
  panel: boolean;
}

function PageCard({ view, first, t, panel }: PageCardProps) {
  const { commands, pinned, stays, own, spoken } = view;
  const all = typeof view.full === 'string' ? [] : view.full;
  const why = whyOf(view);
  const follows = followsOf(view);
  const actions: CardActions = {
    ...menuActions(view, first.glance, panel, t),
    copy: () => {
      const cards = all.map(({ card }) => card);
      return commands.copy(cardText(cards, t));
    },
    less: own ? () => commands.resize('glance') : undefined,
    follow: commands.follow,
  };
  const head = headOf(first.glance, t);
  return (
    <>
      <CardFrame
        // The card of another entry starts at its top, with everything folded.
        key={first.card.id}
        size="full"
        sheet={sheetOf(view, t)}
        {...head}
        t={t}
        pinned={pinned}
        star={<FollowButton follows={follows} of={first.card.id} name={first.card.name} t={t} />}
        actions={{
          back: commands.back,
          pin: own && !view.isSheet ? commands.pin : undefined,
          close: stays || !own ? commands.close : undefined,
        }}
        body={<CardBody model={first} words={all} t={t} actions={actions} follows={follows} why={why} />}
        foot={<CardFoot t={t} actions={actions} why={why} />}
      />
      {spoken && (
        <Announcement words={[head.name, head.kindLabel, head.more, t('card_tab')].filter(Boolean).join('. ')} />
      )}
    </>
  );
}
