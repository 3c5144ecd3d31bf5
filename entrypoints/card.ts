/** Runs in pages that name something: brings what draws the cards. */
import texts from 'virtual:card-texts';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createDrawer } from '../lib/page/card-view.tsx';
import { handOverDrawer } from '../lib/page/drawer.ts';

export default defineUnlistedScript(() => handOverDrawer(createDrawer(texts)));
