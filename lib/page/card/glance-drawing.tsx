/** Draws the glance of a mention, or a placeholder until it arrives. Runs in the card script. */
import { render } from 'preact';
import glanceCss from '../../../components/card/glance.css?inline';
import hostCss from '../../../components/card/host.css?inline';
import { CardFrame, headOf } from '../../../components/card/frame.tsx';
import { BareBody, GlanceBody, GlanceFoot } from '../../../components/card/glance.tsx';
import { FollowButton } from '../../../components/follow-button.tsx';
import { Announcement } from '../../../components/card/announcement.tsx';
import swatchCss from '../../../components/swatch.css?inline';
import tokensCss from '../../../components/tokens.css?inline';
import type { GlanceModel } from '../../card/model/glance-model.ts';
import { translator, type Locale, type MessageKey, type Texts, type Translate } from '../../i18n/translate.ts';
import { lineKind } from '../marks/highlight-names.ts';
import type { Drawing } from './card-host.ts';
import type { CardView } from './card-script.ts';
import { followsOf, menuActions, sheetOf, whyOf } from './view-parts.ts';

/** `panel`: true if a click in a page can open the browser's panel. */
export function createGlanceDrawing(texts: Record<Locale, Texts>, { panel }: { panel: boolean }): Drawing {
  const drawn = (view: CardView) => {
    const t = translator(texts, view.locale);
    return (
      <>
        <PageGlance view={view} t={t} panel={panel} />
        {view.spoken && <Announcement words={spokenOf(view, t)} />}
      </>
    );
  };
  return {
    css: () => [tokensCss, swatchCss, glanceCss, hostCss].join('\n'),
    draw: (root, view) => render(view && drawn(view), root),
  };
}

const known = (glance: CardView['glance']): GlanceModel | null => (typeof glance === 'string' ? null : glance);

/**
 * The text for screen readers: "Gallium. Mineral. changed since the article. Tab leads into the
 * card."
 */
function spokenOf({ glance, called }: CardView, t: Translate): string {
  const model = known(glance);
  return [
    model?.name ?? called.name,
    model?.kindLabel ?? t(`kind_${lineKind(called.kind)}` as MessageKey),
    model?.changed ? t('card_has_changed') : '',
    t('card_tab'),
  ]
    .filter(Boolean)
    .join('. ');
}

/** The head of a card from the page's own data. */
const bareHead = ({ name, kind }: CardView['called'], t: Translate) => ({
  kind: lineKind(kind),
  kindLabel: t(`kind_${lineKind(kind)}` as MessageKey),
  name,
  tile: { type: 'drawing', drawing: kind } as const,
});

/** Why the card is empty. The glance stays while the full card is loading. */
function missingOf({ size, glance, full }: CardView) {
  if (size === 'full' && typeof full === 'string' && full !== 'loading') return full;
  return typeof glance === 'string' ? glance : null;
}

function PageGlance({ view, t, panel }: { view: CardView; t: Translate; panel: boolean }) {
  const { commands, pinned, stays, own, lists } = view;
  const glance = known(view.glance);
  const missing = missingOf(view);
  const why = whyOf(view);
  const model = missing ? null : glance;
  return (
    <CardFrame
      size="glance"
      sheet={sheetOf(view, t)}
      {...(glance ? headOf(glance, t) : bareHead(view.called, t))}
      t={t}
      pinned={pinned}
      star={model && <FollowButton follows={followsOf(view)} of={model.id} name={model.name} t={t} />}
      actions={{
        back: commands.back,
        pin: own && !view.isSheet ? commands.pin : undefined,
        close: stays || missing ? commands.close : undefined,
      }}
      body={
        model ? (
          <GlanceBody key={model.id} model={model} t={t} why={why} choose={commands.choose} />
        ) : (
          missing && <BareBody state={missing} t={t} retry={commands.retry} />
        )
      }
      foot={
        model && (
          <GlanceFoot
            key={model.id}
            model={model}
            lists={lists}
            t={t}
            actions={{ ...menuActions(view, model, panel, t), more: () => commands.resize('full') }}
            why={why}
          />
        )
      }
    />
  );
}
