/** Runs in pages that name something: brings what draws the cards. */
import texts from 'virtual:card-texts';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createDrawer } from '../lib/page/card-view.tsx';
import { handOverDrawer } from '../lib/page/drawer.ts';

// Firefox opens its sidebar in a click on a page of the extension or of the browser only.
export default defineUnlistedScript(() => handOverDrawer(createDrawer(texts, { panel: !import.meta.env.FIREFOX })));
