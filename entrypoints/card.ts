/** Runs in pages that name something: brings what follows the reader and draws the cards. */
import texts from 'virtual:card-texts';
import * as v from 'valibot';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { CardModel } from '../lib/card/model/card-model.ts';
import { CardHost } from '../lib/page/card/card-host.ts';
import { createDrawing } from '../lib/page/card/card-view.tsx';
import { handOverDrawer } from '../lib/page/card/card-script.ts';
import { openCard } from '../lib/page/card/open-card.ts';
import { Reader } from '../lib/page/card/hover-controller.ts';

// Firefox opens its sidebar in a click on a page of the extension or of the browser only.
export default defineUnlistedScript(() => {
  const drawing = createDrawing(texts, { panel: !import.meta.env.FIREFOX });
  handOverDrawer({
    reader: (ports, pointer) =>
      new Reader(ports, (events) => openCard(new CardHost(ports.document, drawing), ports, events), pointer),
    cardOf: (sent) => {
      const card = v.safeParse(CardModel, sent);
      return card.success ? card.output : null;
    },
  });
});
