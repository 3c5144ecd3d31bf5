/** Runs in pages where a full card is opened: brings what draws it. */
import texts from 'virtual:full-card-texts';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createFullDrawing } from '../lib/page/card/full-drawing.tsx';
import { publishFullCardScript } from '../lib/page/card/full-card-script.ts';

// Firefox opens its sidebar in a click on a page of the extension or of the browser only.
export default defineUnlistedScript(() => {
  publishFullCardScript({ drawing: createFullDrawing(texts, { panel: !import.meta.env.FIREFOX }) });
});
