/** The sources of names in the background: the user's own terms and subscribed lists. */
import { subscriptionStore } from '../../lib/subscriptions/adapters/subscription-adapter.ts';
import { namesDigest, version } from 'virtual:built-in-list';
import { BuiltInNames } from '../../lib/subscriptions/built-in-names.ts';
import { ListsInUse } from '../../lib/subscriptions/lists-in-use.ts';
import { PageNames } from '../../lib/subscriptions/page-names.ts';
import { readSettings } from '../../lib/store/settings.ts';
import { openOwnStore } from '../../lib/terms/open-own-store.ts';
import { OwnTermsForPages } from '../../lib/terms/own-page-names.ts';
import { base } from '../shared/base.ts';
import { tellTabs } from './tell-tabs.ts';

/** The user's own terms. */
export const ownStore = openOwnStore();
/** The subscribed lists with their state and order, read again when they change. */
export const listsInUse = new ListsInUse(base, () => subscriptionStore.read());
const ownForPages = new OwnTermsForPages(ownStore);

/**
 * True if the user chose to have own terms underlined, so that pages may know those they contain.
 */
export const underlinesOwn = async (): Promise<boolean> => (await readSettings()).ownTerms === 'underline';

/** Tabs request names again once the names of a newer list are compiled. */
export const builtInNames = new BuiltInNames(
  base,
  { version, digest: namesDigest },
  () => void tellTabs('names-changed'),
);

/** The names that pages get. Own terms are among them only if the user chose to underline them. */
export const pageNames = new PageNames(
  listsInUse,
  async () => ((await underlinesOwn()) ? ownForPages.read() : null),
  () => builtInNames.read(),
);
