/** Wires the side panel to the browser: it follows the active tab of its window. */
import { densityOn, hasOwnDensity, withDensity } from '../../lib/settings/settings.ts';
import { changeSettings, readPolicy } from '../../lib/store/settings.ts';
import '../../components/tokens.css';
import '../../components/swatch.css';
import '../../components/card/card.css';
import '../../components/ui.css';
import '../../components/pages/panel.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { drawUnder } from '../../components/policy.tsx';
import { Panel } from '../../components/pages/panel.tsx';
import { entryUrl } from '../../lib/messaging/pages.ts';
import { showMention } from '../../lib/messaging/show-mention.ts';
import { ChangedForYou } from '../shared/changed-for-you.ts';
import { onMentionsChanged } from '../shared/on-mentions-changed.ts';
import { setDayOf } from '../shared/set-day.ts';
import { withLookup, type OpenedLookup } from '../shared/open-lookup.ts';
import {
  activeTab,
  tabOf,
  copyText,
  readTab,
  saveFile,
  withPrivateMentions,
  type Tab,
  type TabPage,
} from '../shared/page-of-tab.ts';

/** Milliseconds in which several events count as one. */
const REFRESH_DELAY_MS = 250;

const root = document.getElementById('app');
/** The tab that a panel opened as a page (on phones) is about; null for a real side panel. */
const ownTab = /^#tab=(\d+)$/.exec(location.hash)?.[1] ? Number(location.hash.slice(5)) : null;
let opened: OpenedLookup | null = null;
let tab: Tab | null = null;
let read: TabPage | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
let looking = 0;
const changed = new ChangedForYou(() => draw());
/** True once a tab has been read. */
let looked = false;

async function look(): Promise<void> {
  if (!opened) return;
  // A late answer from a tab that the user left is dropped.
  const mine = ++looking;
  const found = ownTab === null ? await activeTab() : await tabOf(ownTab);
  const answer = found ? await readTab(found, opened.settings.offSites) : null;
  if (mine !== looking) return;
  const isOther = found?.id !== tab?.id || answer?.page?.url !== read?.page?.url;
  // Marked mentions of a new page are shown at once; private ones follow.
  if (isOther || !looked) {
    [tab, read, looked] = [found, answer, true];
    draw();
  }
  tab = found;
  if (!found || !answer) return;
  const whole = await withPrivateMentions(found, answer);
  if (mine !== looking) return;
  read = whole;
  draw();
}

function lookSoon(): void {
  clearTimeout(timer);
  timer = setTimeout(() => void look(), REFRESH_DELAY_MS);
}

void readPolicy().then((policy) => {
  drawUnder(policy);
  draw();
});

function draw(): void {
  if (!root || !opened) return;
  const { lookup, ready, settings } = opened;
  const host = read?.site.host ?? '';
  const page = read?.page ?? null;
  render(
    <Panel
      // Each page has its own filters and open entry.
      key={page?.url ?? ''}
      lookup={lookup}
      ready={ready && looked}
      page={page}
      show={(mention) => {
        if (!tab) return;
        if (ownTab !== null) void browser.tabs.update(ownTab, { active: true });
        void showMention(tab.id, mention);
      }}
      openEntry={(entry, read) => void browser.tabs.create({ url: entryUrl(entry, read) })}
      density={{
        host,
        value: densityOn(settings, host),
        isOfSite: hasOwnDensity(settings, host),
      }}
      setDay={setDayOf(tab, read, () => void look())}
      setDensity={(density, site) => void changeSettings((now) => withDensity(now, density, { host, site }))}
      openSettings={() => void browser.runtime.openOptionsPage()}
      changed={changed.props()}
      copy={copyText}
      save={saveFile}
    />,
    root,
  );
}

browser.tabs.onActivated.addListener(() => void look());
browser.tabs.onUpdated.addListener((id, change) => {
  if (id === tab?.id && (change.status !== undefined || change.url !== undefined)) lookSoon();
});
onMentionsChanged((id) => {
  if (id === null || id === tab?.id) void look();
});

void withLookup(
  ({ t }) => t('list_on_page'),
  (now) => {
    if (!opened) void changed.read();
    opened = now;
    draw();
    void look();
  },
);
