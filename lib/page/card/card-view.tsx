/** Draws a card as a page shows it. Runs in the script of its own that drawer.ts tells of. */
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import cardCss from '../../../components/card/card.css?inline';
import { BareCard, Card, type CardActions } from '../../../components/card/card.tsx';
import { Skeleton } from '../../../components/skeleton.tsx';
import hostCss from '../../../components/card/host.css?inline';
import swatchCss from '../../../components/swatch.css?inline';
import tokensCss from '../../../components/tokens.css?inline';
import { cardText } from '../../card/export/plain-text.ts';
import type { CardModel } from '../../card/model/card-model.ts';
import { translator, type Locale, type MessageKey, type Texts, type Translate } from '../../i18n/translate.ts';
import { BUILT_IN } from '../../knowledge/model/ids.ts';
import type { Drawing } from './card-host.ts';
import type { CardView } from './card-script.ts';
import { lineKind } from '../marks/highlight-names.ts';
import type { PageMention } from '../mentions/mentions.ts';

/** `panel`: whether a click in a page can open the browser's panel. */
export function createDrawing(texts: Record<Locale, Texts>, { panel }: { panel: boolean }): Drawing {
  const drawn = (view: CardView) => {
    const t = translator(texts, view.locale);
    return (
      <>
        <PageCard view={view} t={t} panel={panel} />
        {view.spoken && <Spoken words={spokenOf(view, t)} />}
      </>
    );
  };
  return {
    css: () => [tokensCss, swatchCss, cardCss, hostCss].join('\n'),
    draw: (root, view) => render(view && drawn(view), root),
  };
}

/** Screen readers say what comes into a status, not what it holds from the start. */
const SPOKEN_AFTER = 100;

function Spoken({ words }: { words: string }) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSaid(words), SPOKEN_AFTER);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <p class="vh" role="status">
      {said}
    </p>
  );
}

/** "Gallium. Mineral. changed since the article. Tab leads into the card." */
function spokenOf({ card, called }: CardView, t: Translate): string {
  const known = typeof card === 'string' ? null : card;
  return [
    known?.name ?? called.name,
    known?.kindLabel ?? t(`kind_${lineKind(called.kind)}` as MessageKey),
    known?.changed ? t('card_has_changed') : '',
    t('card_tab'),
  ]
    .filter(Boolean)
    .join('. ');
}

function PageCard({ view, t, panel }: { view: CardView; t: Translate; panel: boolean }) {
  const { card, mention, called, commands } = view;
  if (typeof card !== 'string')
    return (
      <Card
        // Another entry starts at its top, with nothing unfolded.
        key={card.id}
        model={card}
        words={view.words}
        t={t}
        pinned={view.pinned}
        actions={actionsOf(view, card, panel, t)}
        why={view.own ? whyOf(mention) : undefined}
      />
    );
  return (
    <BareCard
      kind={lineKind(called.kind)}
      kindLabel={t(`kind_${lineKind(called.kind)}` as MessageKey)}
      name={called.name}
      tile={{ type: 'drawing', drawing: called.kind }}
      t={t}
      actions={{ close: commands.close, back: commands.back }}
    >
      {card === 'late' && <Skeleton t={t} />}
      {(card === 'failed' || card === 'gone') && (
        <div class="msg" role="alert">
          <p>
            <b>{t(card === 'gone' ? 'card_gone' : 'card_failed')}</b>
            {card === 'failed' && <small>{t('card_failed_more')}</small>}
          </p>
          {card === 'failed' && (
            <button type="button" class="btn line" onClick={commands.retry}>
              {t('card_retry')}
            </button>
          )}
        </div>
      )}
    </BareCard>
  );
}

function actionsOf({ commands, words }: CardView, model: CardModel, panel: boolean, t: Translate): CardActions {
  const { close, pin, back, copy, open, mute, choose, follow } = commands;
  return {
    close,
    pin,
    back,
    copy: () => copy(cardText(words.length > 1 ? words : [model], t)),
    openEntry: () => open(model.id, false),
    openPanel: panel ? () => open(model.id, true) : undefined,
    mute,
    notThis: choose && (() => choose(null)),
    choose,
    follow,
  };
}

/** The words that decided, for "why this?". */
function whyOf({ why, readings, list }: PageMention) {
  const words = (list: PageMention['why'], against: boolean) =>
    [...new Set(list.filter((one) => one.points < 0 === against).map((one) => one.word))].slice(0, 5);
  return {
    words: words(why, false),
    against: words(why, true), // Namesakes on other lists have their own words on the card.
    readings: (list === BUILT_IN ? readings : []).map((reading) => ({
      entry: reading.entry,
      name: reading.name,
      words: words(reading.why, false),
    })),
  };
}
