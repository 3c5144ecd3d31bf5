/** Wires the entry page to the browser. The hash of its address has the entry or the search. */
import '../../components/tokens.css';
import '../../components/swatch.css';
import '../../components/card/card.css';
import '../../components/ui.css';
import '../../components/pages/entry.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { EntryPage } from '../../components/pages/entry.tsx';
import { hashOf, readRoute, type Route } from '../../lib/messaging/route.ts';
import { nextUrl } from '../../lib/messaging/pages.ts';
import { withLookup, type OpenedLookup } from '../shared/open-lookup.ts';
import { copyText } from '../shared/page-of-tab.ts';

const root = document.getElementById('app');
let opened: OpenedLookup | null = null;

function titleOf(route: Route): string {
  const name = opened?.lookup.t('extension_name') ?? 'Tradegloss';
  const words = route.at === 'entry' ? opened?.lookup.summary(route.entry)?.name : route.query;
  return words ? `${words} · ${name}` : name;
}

function draw(): void {
  if (!root || !opened) return;
  const route = readRoute(location.hash);
  document.title = titleOf(route);
  render(
    <EntryPage
      lookup={opened.lookup}
      searchable={opened.searchable}
      ready={opened.ready}
      route={route}
      go={(to) => {
        location.hash = hashOf(to);
      }}
      replace={(to) => {
        history.replaceState(null, '', hashOf(to));
        draw();
      }}
      openNext={() => location.assign(nextUrl())}
      openSettings={() => void browser.runtime.openOptionsPage()}
      copy={copyText}
      print={() => window.print()}
      issues={import.meta.env.TRADEGLOSS_ISSUES}
    />,
    root,
  );
}

window.addEventListener('hashchange', () => {
  draw();
  window.scrollTo(0, 0);
});

void withLookup(
  ({ t }) => t('extension_name'),
  (now) => {
    opened = now;
    draw();
  },
);
