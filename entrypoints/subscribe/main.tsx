/**
 * Wires the page on which a list is looked at and added. Large lists are read here: a page is not
 * ended after 30 seconds.
 */
import '../../components/tokens.css';
import '../../components/card/card.css';
import '../../components/ui.css';
import '../../components/lists/lists.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { SubscribePage } from '../../components/lists/subscribe-page.tsx';
import { speechFor } from '../../lib/messaging/texts.ts';
import { readSettings } from '../../lib/store/settings.ts';
import { listsService } from '../../lib/subscriptions/adapters/service-adapter.ts';
import { base } from '../shared/base.ts';
import { applyTheme } from '../shared/apply-theme.ts';

const lists = listsService(base);

function linkInAddress(): string {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return '';
  }
}

async function draw(): Promise<void> {
  const root = document.getElementById('app');
  if (!root) return;
  const settings = await readSettings();
  const { t, lang } = await speechFor(settings.language);
  applyTheme(document, settings, lang);
  document.title = `${t('subscribe_title')} · Tradegloss`;
  render(
    <SubscribePage
      key={location.hash}
      t={t}
      lang={lang}
      link={linkInAddress()}
      lists={lists}
      openLists={() => void browser.runtime.openOptionsPage()}
    />,
    root,
  );
}

window.addEventListener('hashchange', () => void draw());
void draw();
