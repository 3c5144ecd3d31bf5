/** Wires the settings page to the browser. */
import '../../components/tokens.css';
import '../../components/swatch.css';
import '../../components/card/card.css';
import '../../components/ui.css';
import '../../components/pages/options.css';
import '../../components/lists/lists.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { FollowButton } from '../../components/follow-button.tsx';
import { ListsSection } from '../../components/options/lists-section.tsx';
import { Options } from '../../components/pages/options.tsx';
import { welcomeUrl } from '../../lib/messaging/pages.ts';
import { speechFor } from '../../lib/messaging/texts.ts';
import { grantedOrigins } from '../../lib/sites/register.ts';
import { exportOwnData, readOwnData } from '../../lib/store/backup.ts';
import { listRef } from '../../lib/knowledge/model/ids.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { drawUnder } from '../../components/policy.tsx';
import { changeSettings, onSettings, readOwnSettings, readPolicy, readSettings } from '../../lib/store/settings.ts';
import { listsService } from '../../lib/subscriptions/adapters/service-adapter.ts';
import { subscribeUrl } from '../../lib/subscriptions/adapters/subscribe-menu-adapter.ts';
import { base as database, knowledge } from '../shared/base.ts';
import { applyTheme } from '../shared/apply-theme.ts';
import { boundShortcuts, changeShortcuts } from '../shared/shortcuts.ts';
import { entryNames } from '../shared/entry-names.ts';
import { followsIn } from '../shared/follows-in.ts';
import { importTerms, ownSections, termsForExport } from '../shared/own-sections.tsx';
import { copyText, saveFile } from '../shared/page-of-tab.ts';
import { diagnosticsOf } from './diagnostics.ts';

const root = document.getElementById('app');
const lists = listsService(database);

const redraw = (): void => void readSettings().then(draw);

/** Checks the lists whose hosts are allowed; the settings page shows what the others wait for. */
const fetchLists = (ids: readonly string[]): void =>
  void (ids.length > 0 && lists.check(ids, { signal: new AbortController().signal }));

const hasEntries = (list: unknown): boolean =>
  typeof list === 'object' &&
  list !== null &&
  'entries' in list &&
  Array.isArray(list.entries) &&
  list.entries.length > 0;

async function draw(settings: Settings): Promise<void> {
  if (!root) return;
  const { t, lang } = await speechFor(settings.language);
  applyTheme(document, settings, lang);
  document.title = `${t('options_title')} · ${t('extension_name')}`;
  const decided = [...settings.muted, ...settings.choices].flatMap(({ entry }) => entry ?? []);
  const [policy, shortcuts, origins, base, names] = await Promise.all([
    readPolicy(),
    boundShortcuts(),
    grantedOrigins(),
    knowledge(),
    entryNames(decided, { t, lang }).catch(() => new Map<string, string>()),
  ]);
  drawUnder(policy);
  render(
    <Options
      t={t}
      settings={settings}
      change={(changed) => changeSettings(() => changed)}
      origins={origins}
      removeOrigin={(origin) => void browser.permissions.remove({ origins: [origin] })}
      shortcuts={shortcuts}
      changeShortcuts={changeShortcuts}
      // Call this directly in the click, or the browser does not ask:
      // https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/User_actions.
      request={(wanted) => void browser.permissions.request({ origins: wanted })}
      addSites={() => void browser.tabs.create({ url: welcomeUrl() })}
      nameOf={(entry) => names.get(entry) ?? entry}
      exportAll={async () => {
        const [own, terms, subscribed] = await Promise.all([
          readOwnSettings(),
          termsForExport(t('own_title')),
          lists.saved(),
        ]);
        saveFile('tradegloss-own.json', 'application/json', exportOwnData(own, { terms, lists: subscribed }));
      }}
      importAll={async (file) => {
        const read = readOwnData(await file.text());
        if (!read) return false;
        await Promise.all([
          // Restoring a backup only adds follows.
          changeSettings(({ follows }) => ({
            ...read.settings,
            follows: [...new Set([...follows, ...(read.settings.follows ?? [])])],
          })),
          hasEntries(read.others['terms']) ? importTerms(read.others['terms']) : null,
          lists.restore(read.others['lists']).then(fetchLists),
        ]);
        return true;
      }}
      diagnostics={diagnosticsOf({ settings, origins, base })}
      copy={copyText}
      sections={[
        {
          id: 'lists',
          title: t('lists_title'),
          body: (
            <ListsSection
              starOf={(list, title) => (
                <FollowButton follows={followsIn(settings)} of={listRef(list)} name={title} t={t} />
              )}
              t={t}
              lang={lang}
              lists={lists}
              subscribe={(address) => void browser.tabs.create({ url: subscribeUrl(address) })}
            />
          ),
        },
        ...ownSections(t, lang, settings),
      ]}
    />,
    root,
  );
}

onSettings((settings) => void draw(settings));
// The user may come back from the browser's page of shortcuts.
window.addEventListener('focus', redraw);
browser.permissions.onAdded.addListener(redraw);
browser.permissions.onRemoved.addListener(redraw);
// The address may name a section, which exists only after drawing.
void readSettings()
  .then(draw)
  .then(() => document.getElementById(location.hash.slice(1))?.scrollIntoView());
