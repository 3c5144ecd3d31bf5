/**
 * Wires the page on which a list is previewed and added. Large lists are read here, because
 * browsers do not stop a page after 30 seconds as they do the background:
 * https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/lifecycle.
 */
import '../../components/tokens.css';
import '../../components/card/card.css';
import '../../components/ui.css';
import '../../components/lists/lists.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { HiddenPage } from '../../components/hidden-page.tsx';
import { SubscribePage } from '../../components/lists/subscribe-page.tsx';
import { speechFor } from '../../lib/messaging/texts.ts';
import { drawUnder } from '../../components/policy.tsx';
import { isHidden } from '../../lib/settings/policy.ts';
import { readPolicy, readSettings } from '../../lib/store/settings.ts';
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
  const [settings, policy] = await Promise.all([readSettings(), readPolicy()]);
  drawUnder(policy);
  const { t, lang } = await speechFor(settings.language);
  applyTheme(document, settings, lang);
  document.title = `${t('subscribe_title')} · Tradegloss`;
  render(
    isHidden(policy, 'subscribe') ? (
      <HiddenPage t={t} title={t('subscribe_title')} style="subscribe" />
    ) : (
      <SubscribePage
        key={location.hash}
        t={t}
        lang={lang}
        link={linkInAddress()}
        lists={lists}
        openLists={() => void browser.runtime.openOptionsPage()}
      />
    ),
    root,
  );
}

window.addEventListener('hashchange', () => void draw());
void draw();
