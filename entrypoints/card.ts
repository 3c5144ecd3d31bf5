/** Runs in pages with mentions: provides the hover controller and the drawing of cards. */
import texts from 'virtual:card-texts';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { CardHost } from '../lib/page/card/card-host.ts';
import { CardsInTopPage } from '../lib/page/card/cards-in-top-page.ts';
import { frameCard } from '../lib/page/card/frame-card.ts';
import { createGlanceDrawing } from '../lib/page/card/glance-drawing.tsx';
import { publishCardScript, type CardView } from '../lib/page/card/card-script.ts';
import { FullCards } from '../lib/page/card/full-cards.ts';
import { fullCardScript } from '../lib/page/card/full-card-script.ts';
import { HoverController } from '../lib/page/card/hover-controller.ts';
import { openCard } from '../lib/page/card/open-card.ts';
import { UndoNotice } from '../lib/page/card/undo-notice.tsx';

// Firefox opens its sidebar only for clicks in pages of the extension or the browser:
// https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/User_actions.
export default defineUnlistedScript(() => {
  const glance = createGlanceDrawing(texts, { panel: !import.meta.env.FIREFOX });
  /** Shows the glance until the full card has loaded. */
  const drawingOf = ({ size, full }: CardView) =>
    (size === 'full' && typeof full !== 'string' && fullCardScript()?.drawing) || glance;
  publishCardScript({
    hover: (ports, pointer, pressedAt) =>
      new HoverController(
        ports,
        {
          card: (events) => {
            const card = openCard(new CardHost(ports.document, drawingOf), ports, events);
            return ports.top ? frameCard(card, ports, events, ports.top) : card;
          },
          notice: new UndoNotice(ports.document, texts),
        },
        pointer,
        pressedAt,
      ),
    ofFrames: (ports) => {
      const notice = new UndoNotice(ports.document, texts);
      return new CardsInTopPage(ports, {
        card: (its, events) => openCard(new CardHost(ports.document, drawingOf), its, events),
        muted: (mention, here) => {
          ports.mute(mention, here);
          notice.show({ name: mention.name, here, look: ports.look(), undo: () => ports.unmute(mention, here) });
        },
      });
    },
    fullCards: (fetch, changed) => new FullCards(fetch, changed),
  });
});
