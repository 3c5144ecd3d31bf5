/** The sections of the settings for the reader's own terms and devices, wired to the browser. */
import '../../components/options/own.css';
import type { ComponentChildren } from 'preact';
import { browser } from 'wxt/browser';
import { SyncSection } from '../../components/options/sync-section.tsx';
import { TermsSection } from '../../components/options/terms-section.tsx';
import { choose, type Choice } from '../../lib/devices/choice.ts';
import { PlaceError, type PlaceFault } from '../../lib/devices/place.ts';
import { originOf } from '../../lib/devices/webdav-http.ts';
import { WebdavPlace } from '../../lib/devices/webdav-place.ts';
import type { Translate } from '../../lib/i18n/translate.ts';
import type { KnowledgeList } from '../../lib/knowledge/schema.ts';
import { askOwn } from '../../lib/messaging/own-requests.ts';
import { newTermUrl, termUrl } from '../../lib/messaging/pages.ts';
import { today } from '../../lib/store/clock.ts';
import { changeSettings } from '../../lib/store/settings.ts';
import { listOf } from '../../lib/terms/entries.ts';
import { planImport } from '../../lib/terms/import-terms.ts';
import { chance, openOwnStore } from '../../lib/terms/open-own-store.ts';
import { newTermId } from '../../lib/terms/term.ts';
import { saveFile } from './page-of-tab.ts';

const store = openOwnStore();

/** What goes to the reader's server, in Firefox's words: a name and password, and terms taken from websites. */
const SENT = ['authenticationInfo', 'websiteContent'];

/** Asks the browser. Call it straight in a click. */
function mayReach(origin: string): Promise<boolean> {
  const permissions = { origins: [origin], ...(import.meta.env.FIREFOX && { data_collection: SENT }) };
  return browser.permissions.request(permissions);
}

async function chooseAndTry(choice: Choice): Promise<PlaceFault | null> {
  try {
    if (choice.engine === 'webdav') {
      const origin = originOf(choice.url);
      const held = browser.permissions.contains({ origins: [origin] });
      if (!(await mayReach(origin))) return 'no-permission';
      // The permission is for the file; pages of that server are not read for it.
      if (!(await held)) await leavePagesAlone(new URL(choice.url).hostname);
      await new WebdavPlace(choice, { fetch: (url, init) => fetch(url, init), now: Date.now, wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) }).check();
    }
    await choose(store.db, choice);
    await askOwn({ type: 'own-exchange', answer: null });
    return null;
  } catch (error) {
    return error instanceof PlaceError ? error.fault : 'unreachable';
  }
}

const leavePagesAlone = (host: string) => changeSettings(({ offSites }) => ({ offSites: [...offSites.filter((one) => one !== host), host] }));

/** The reader's terms as a list, for the file that holds everything of the reader's own. */
export async function termsForExport(title: string): Promise<KnowledgeList> {
  const terms = (await store.terms()).map(({ term }) => term);
  return listOf(terms, title, today(), 1);
}

/** Brings back what such a file holds. Throws NotAList. */
export async function importTerms(list: unknown): Promise<void> {
  const here = (await store.terms()).map(({ term }) => term);
  const plan = await planImport(JSON.stringify(list), here, () => newTermId(chance));
  await store.putTerms(plan.changes);
  changed();
}

const go = (url: string) => void location.assign(url);
const changed = () => void askOwn({ type: 'own-changed' }).catch(() => undefined);

export function ownSections(t: Translate, lang: string): { id: string; title: string; body: ComponentChildren }[] {
  return [
    {
      id: 'own',
      title: t('own_title'),
      body: <TermsSection t={t} lang={lang} store={store} today={today()} edit={(id) => go(id === null ? newTermUrl('', null) : termUrl(id))} changed={changed} newId={() => newTermId(chance)} saveFile={saveFile} />,
    },
    {
      id: 'devices',
      title: t('devices_title'),
      body: <SyncSection t={t} lang={lang} store={store} choose={chooseAndTry} exchange={(answer) => askOwn({ type: 'own-exchange', answer })} changed={changed} />,
    },
  ];
}
