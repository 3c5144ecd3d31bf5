/** Runs in pages where a full card is opened: brings what draws it. */
import texts from 'virtual:full-card-texts';
import * as v from 'valibot';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { FullCard } from '../lib/card/model/full-card.ts';
import { createFullDrawing } from '../lib/page/card/full-drawing.tsx';
import { publishFullCardScript } from '../lib/page/card/full-card-script.ts';

const Cards = v.array(FullCard);

// Firefox opens its sidebar in a click on a page of the extension or of the browser only.
export default defineUnlistedScript(() => {
  publishFullCardScript({
    drawing: createFullDrawing(texts, { panel: !import.meta.env.FIREFOX }),
    parse: (sent) => {
      const cards = v.safeParse(Cards, sent);
      return cards.success ? cards.output : null;
    },
  });
});
