/** Where the background finds names: the user's own terms and subscribed lists. */
import { subscriptionStore } from '../../lib/subscriptions/adapters/subscription-adapter.ts';
import { ListsInUse } from '../../lib/subscriptions/lists-in-use.ts';
import { PageNames } from '../../lib/subscriptions/page-names.ts';
import { openOwnStore } from '../../lib/terms/open-own-store.ts';
import { base } from '../shared/base.ts';

export const ownStore = openOwnStore();
export const listsInUse = new ListsInUse(base, () => subscriptionStore.read());
export const pageNames = new PageNames(listsInUse);
