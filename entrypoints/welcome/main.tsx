/** Wires the first-run page to the browser. */
import '../../components/tokens.css';
import '../../components/swatch.css';
import '../../components/card.css';
import '../../components/ui.css';
import '../../components/pages/welcome.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { Welcome, type Piece } from '../../components/pages/welcome.tsx';
import { buildCard } from '../../lib/card/build-card.ts';
import { createMessages, languageTag, localeOf } from '../../lib/i18n/messages.ts';
import { grantedOrigins } from '../../lib/sites/register.ts';
import sites from '../../lib/sites/sites.json' with { type: 'json' };
import { today } from '../../lib/store/clock.ts';
import { readSettings } from '../../lib/store/settings.ts';
import { knowledge } from '../background/base.ts';

/** What the sample article says, and the day it was of. */
const ARTICLE_DAY = '2025-07-18';
const PIECES: Piece[] = [
  'China’s ',
  { entry: 'agency/mofcom', kind: 'agency', text: 'Ministry of Commerce' },
  ' has licensed ',
  { entry: 'mineral/gallium', kind: 'mineral', text: 'gallium' },
  ' since 2023 and seven ',
  { entry: 'mineral/rare-earths', kind: 'mineral', text: 'rare earths' },
  ' since ',
  { entry: 'instrument/cn-announcement-18-2025', kind: 'instrument', text: 'Announcement No. 18' },
  '. Washington asks a licence for the ',
  { entry: 'chip/nvidia-h20', kind: 'chip', text: 'H20' },
  ' of ',
  { entry: 'company/nvidia', kind: 'company', text: 'Nvidia' },
  ', keeps ',
  { entry: 'company/huawei', kind: 'company', text: 'Huawei' },
  ' on the ',
  { entry: 'instrument/entity-list', kind: 'instrument', text: 'Entity List' },
  ', and no Dutch licence was ever given for ',
  { entry: 'technology/euv-lithography', kind: 'technology', text: 'EUV lithography' },
  ' to China.',
];

async function main() {
  const settings = await readSettings();
  const locale = localeOf(settings.language, browser.i18n.getUILanguage());
  const t = createMessages(locale);
  document.documentElement.lang = languageTag(locale);
  const root = document.getElementById('app');
  if (!root) return;
  const base = await knowledge();
  const card = (entry: string) => buildCard(base.knowledge, entry, { articleDay: ARTICLE_DAY, today: settings.asOf ?? today(), asOf: settings.asOf, locale, textLang: null, t, list: { title: base.title, version: base.version } });
  const draw = async () => {
    const granted = new Set(await grantedOrigins());
    render(
      <Welcome
        t={t}
        sites={sites}
        granted={granted}
        pieces={PIECES}
        card={card}
        // Straight in the click: the browser asks only then.
        request={(origins) => void browser.permissions.request({ origins }).then(draw)}
        openSettings={() => void browser.runtime.openOptionsPage()}
        size={{ entries: base.entries.size, updated: base.updated }}
      />,
      root,
    );
  };
  browser.permissions.onAdded.addListener(() => void draw());
  browser.permissions.onRemoved.addListener(() => void draw());
  await draw();
}

void main();
