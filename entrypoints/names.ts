/** Provides the names of the built-in list to the page script, which is registered after it. */
import { names } from 'virtual:built-in-list';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { storeNames } from '../lib/page/session/isolated-world.ts';

export default defineUnlistedScript(() => storeNames(names));
