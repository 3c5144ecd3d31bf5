/** The built-in list's names, registered as a script before the one that looks for them. */
import { names } from 'virtual:built-in-list';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { handOver } from '../lib/page/session/isolated-world.ts';

export default defineUnlistedScript(() => handOver(names));
