/** Wires the sections on own terms and devices of the settings page to the browser. */
import '../../components/options/own.css';
import type { ComponentChildren } from 'preact';
import { SyncSection } from '../../components/options/sync-section.tsx';
import { TermsSection } from '../../components/options/terms-section.tsx';
import { storeChoice, type SyncChoice } from '../../lib/sync/sync-settings.ts';
import { deviceName } from '../../lib/sync/device-name.ts';
import { ReplicaError } from '../../lib/sync/remote.ts';
import type { FaultWithStatus } from '../../components/options/fault-words.ts';
import { WebdavReplica } from '../../lib/sync/remote-webdav.ts';
import type { Translate } from '../../lib/i18n/translate.ts';
import type { KnowledgeList } from '../../lib/knowledge/model/schema.ts';
import { askOwn } from '../../lib/messaging/own-requests.ts';
import { newTermUrl, termUrl } from '../../lib/messaging/pages.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { changeSettings } from '../../lib/store/settings.ts';
import { today } from '../../lib/core/today.ts';
import { requestForFetching } from '../../lib/sites/fetch-only.ts';
import { listOf } from '../../lib/terms/entries.ts';
import { planImport } from '../../lib/terms/import-terms.ts';
import { chance, openOwnStore } from '../../lib/terms/open-own-store.ts';
import { newTermId } from '../../lib/terms/term.ts';
import { saveFile } from './page-of-tab.ts';

const store = openOwnStore();

/**
 * The categories of data sent to the user's server, in Firefox's terms: a name and password, and
 * terms taken from websites.
 */
const SENT = ['authenticationInfo', 'websiteContent'];

async function chooseAndTry(wanted: SyncChoice): Promise<FaultWithStatus | null> {
  try {
    let choice = wanted;
    if (choice.engine === 'webdav') {
      // Call this directly in the click, or the browser does not ask:
      // https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/User_actions.
      if (!(await requestForFetching(choice.url, import.meta.env.FIREFOX ? { data_collection: SENT } : {})))
        return { fault: 'no-permission', status: null };
      const place = new WebdavReplica(choice, {
        fetch: (url, init) => fetch(url, init),
        now: Date.now,
        wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      });
      choice = { ...choice, ...(await place.check()) };
    }
    await storeChoice(store.db, choice);
    if (choice.engine !== 'off') await store.nameDevice(deviceName(navigator.userAgent));
    await askOwn({ type: 'own-exchange', answer: null });
    return null;
  } catch (error) {
    const { fault, status = null } =
      error instanceof ReplicaError ? error : new ReplicaError('internal', { cause: error });
    return { fault, status };
  }
}

/** The user's terms as a list, for the backup file. */
export async function termsForExport(title: string): Promise<KnowledgeList> {
  const terms = (await store.terms()).map(({ term }) => term);
  return listOf(terms, title, today(), 1);
}

/** Imports the terms of a backup file. Throws NotAList. */
export async function importTerms(list: unknown): Promise<void> {
  const here = (await store.terms()).map(({ term }) => term);
  const plan = await planImport(JSON.stringify(list), here, () => newTermId(chance));
  await store.putTerms(plan.changes);
  changed();
}

const go = (url: string) => void location.assign(url);
const changed = () => void askOwn({ type: 'own-changed' }).catch(() => undefined);

/** The section that syncs own terms and settings between devices. */
export const devicesSection = (t: Translate, lang: string): ComponentChildren => (
  <SyncSection
    t={t}
    lang={lang}
    store={store}
    choose={chooseAndTry}
    exchange={async (answer) => void (await askOwn({ type: 'own-exchange', answer }))}
    changed={changed}
  />
);

export function ownSections(
  t: Translate,
  lang: string,
  { ownTerms }: Settings,
): { id: string; title: string; body: ComponentChildren }[] {
  return [
    {
      id: 'own',
      title: t('own_title'),
      body: (
        <TermsSection
          t={t}
          lang={lang}
          store={store}
          today={today()}
          edit={(id) => go(id === null ? newTermUrl('', null) : termUrl(id))}
          changed={changed}
          place={ownTerms}
          setPlace={(place) => void changeSettings(() => ({ ownTerms: place }))}
          newId={() => newTermId(chance)}
          saveFile={saveFile}
        />
      ),
    },
    {
      id: 'devices',
      title: t('devices_title'),
      body: devicesSection(t, lang),
    },
  ];
}
