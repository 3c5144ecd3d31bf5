/** Runs in pages where a full card is opened: provides its drawing. */
import texts from 'virtual:full-card-texts';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createFullDrawing } from '../lib/page/card/full-drawing.tsx';
import { publishFullCardScript } from '../lib/page/card/full-card-script.ts';

// Firefox opens its sidebar only for clicks in pages of the extension or the browser:
// https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/User_actions.
export default defineUnlistedScript(() => {
  publishFullCardScript({ drawing: createFullDrawing(texts, { panel: !import.meta.env.FIREFOX }) });
});
