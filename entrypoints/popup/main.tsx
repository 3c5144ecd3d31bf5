/**
 * Wires the popup to the browser. Reads the base itself, so that it works while the background
 * sleeps.
 */
import '../../components/tokens.css';
import '../../components/swatch.css';
import '../../components/card/card.css';
import '../../components/ui.css';
import '../../components/pages/popup.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { drawUnder, usePolicy } from '../../components/policy.tsx';
import { Popup } from '../../components/pages/popup.tsx';
import { readRoute } from '../../lib/messaging/route.ts';
import { listTitle } from '../../lib/card/build/list-title.ts';
import { originOf } from '../../lib/core/site-state.ts';
import { readerUrl, type ReaderSource } from '../../lib/messaging/reader-source.ts';
import { entryUrl, nextUrl, listsUrl, newTermUrl } from '../../lib/messaging/pages.ts';
import { annotateTab } from '../../lib/sites/register.ts';
import { tellPage } from '../../lib/messaging/rpc.ts';
import { showMention } from '../../lib/messaging/show-mention.ts';
import { densityOn, hasOwnDensity, withDensity } from '../../lib/settings/settings.ts';
import { isHidden } from '../../lib/settings/policy.ts';
import { changeSettings, readPolicy } from '../../lib/store/settings.ts';
import { ChangedForYou } from '../shared/changed-for-you.ts';
import { onMentionsChanged } from '../shared/on-mentions-changed.ts';
import { setDayOf } from '../shared/set-day.ts';
import { openPanel } from '../shared/open-panel.ts';
import { withLookup, type OpenedLookup } from '../shared/open-lookup.ts';
import {
  activeTab,
  copyText,
  withPageKind,
  readTab,
  withPrivateMentions,
  type Tab,
  type TabPage,
} from '../shared/page-of-tab.ts';

/** Milliseconds between checks of a tab that was just marked, and the number of checks. */
const CHECK_INTERVAL_MS = 150;
const MAX_CHECKS = 20;

const root = document.getElementById('app');
const route = readRoute(location.hash);
const asked = route.at === 'search' ? route.query : '';
let tab: Tab | null = null;
let read: TabPage | null = null;
let opened: OpenedLookup | null = null;
let held: { id: string; title: string }[] = [];
let looking = 0;
const changed = new ChangedForYou(() => draw());

async function look(): Promise<void> {
  if (!tab || !opened) return;
  const mine = ++looking;
  const seen = await withPageKind(tab, await readTab(tab, opened.settings.offSites));
  // The first time, marked mentions are shown before private ones are found.
  if (!read) {
    read = seen;
    draw();
  }
  const whole = await withPrivateMentions(tab, seen);
  if (mine !== looking) return;
  read = whole;
  draw();
}

/** Checks until the script answers and has found something, for at most three seconds. */
async function lookUntilRead(): Promise<void> {
  for (let n = 0; n < MAX_CHECKS; n++) {
    await new Promise((resolve) => setTimeout(resolve, CHECK_INTERVAL_MS));
    await look();
    if (read?.page && read.page.mentions.length > 0) return;
  }
}

async function markNow(): Promise<void> {
  if (tab && (await annotateTab(tab.id))) await lookUntilRead();
}

function turn(on: boolean): void {
  const host = read?.site.host;
  if (!host || !tab) return;
  // In a private window it only applies to the open page, because the host must not be stored.
  if (tab.private) return void (on ? markNow() : tellPage(tab.id, { type: 'stop' }).then(lookUntilRead));
  // The background then runs the script in the site's open tabs.
  void changeSettings(({ offSites }) => ({
    offSites: on ? offSites.filter((one) => one !== host) : [...offSites, host],
  })).then(lookUntilRead);
}

/**
 * Opens the PDF of the tab or its article in the reader; without an address the reader asks for a
 * file.
 */
function openReader(as: 'document' | 'article'): void {
  if (!tab) return;
  const { id, url } = tab;
  const source: ReaderSource | null =
    as === 'article' ? { from: 'tab', tab: id } : url === undefined ? null : { from: 'address', url };
  void browser.tabs.create({ url: readerUrl(source), openerTabId: id }).then(() => window.close());
}

void readPolicy().then((policy) => {
  drawUnder(policy);
  draw();
});

function draw(): void {
  if (!root || !opened) return;
  const { lookup, searchable, ready, settings, problem } = opened;
  const host = read?.site.host ?? '';
  render(
    <Popup
      lookup={lookup}
      searchable={searchable}
      ready={ready}
      problem={problem}
      held={held.map(({ id, title }) => listTitle(id, title, lookup.t))}
      asked={asked}
      site={read?.site ?? null}
      page={read?.page ?? null}
      closedFrames={read?.closedFrames ?? []}
      density={densityOn(settings, host)}
      isSiteDensity={hasOwnDensity(settings, host)}
      turn={turn}
      markOnce={() => void markNow()}
      // Call this directly in the click, or the browser does not ask:
      // https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/User_actions.
      // The background marks the tab when the permission is granted.
      always={() => {
        const origin = originOf(tab?.url);
        if (origin)
          void browser.permissions
            .request({ origins: [origin] })
            .then((granted) => (granted ? lookUntilRead() : undefined));
      }}
      reload={() => {
        if (tab) void browser.tabs.reload(tab.id).then(() => window.close());
      }}
      setDay={setDayOf(tab, read, () => void look())}
      setDensity={(density, site) => void changeSettings((now) => withDensity(now, density, { host, site }))}
      show={(mention) => {
        if (tab) void showMention(tab.id, mention).then(() => window.close());
      }}
      openPanel={() => void openPanel(tab).then(() => window.close())}
      openSettings={() => void browser.runtime.openOptionsPage().then(() => window.close())}
      addTerm={
        isHidden(usePolicy(), 'own-terms')
          ? null
          : (name) => void browser.tabs.create({ url: newTermUrl(name, tab?.id ?? null) }).then(() => window.close())
      }
      openLists={() => void browser.tabs.create({ url: listsUrl() }).then(() => window.close())}
      openNext={() => void browser.tabs.create({ url: nextUrl() }).then(() => window.close())}
      openEntry={(entry, read) => void browser.tabs.create({ url: entryUrl(entry, read) }).then(() => window.close())}
      openReader={openReader}
      changed={changed.props(() => window.close())}
      copy={copyText}
    />,
    root,
  );
}

async function main(): Promise<void> {
  const [found] = await Promise.all([
    activeTab(),
    withLookup(
      ({ t }) => t('extension_name'),
      (now) => {
        // By now the code that reads the base has loaded.
        if (now.ready && !opened?.ready) {
          void lookForHeld().catch(() => undefined);
          void changed.read();
        }
        opened = now;
        draw();
        if (tab) void look();
      },
      { isAsked: asked !== '' },
    ),
  ]);
  tab = found;
  if (tab) await look();
  else {
    read = { site: { state: 'browser page', host: '' }, page: null, closedFrames: [] };
    draw();
  }
}

/** The lookup reports a database that fails. */
async function lookForHeld(): Promise<void> {
  const { heldLists } = await import('../shared/whole-lookup.ts');
  held = await heldLists();
  if (held.length > 0) draw();
}

onMentionsChanged((id) => {
  if (id === null || id === tab?.id) void look();
});
void main();
