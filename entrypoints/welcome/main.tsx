/** Wires the first-run page to the browser. */
import '../../components/tokens.css';
import '../../components/swatch.css';
import '../../components/card/card.css';
import '../../components/ui.css';
import '../../components/pages/welcome.css';
import '../../components/lists/lists.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { ChannelChoice } from '../../components/lists/channel-choice.tsx';
import { Welcome } from '../../components/pages/welcome.tsx';
import { BUILT_IN } from '../../lib/knowledge/model/ids.ts';
import { dayWords } from '../../lib/knowledge/wording/dates.ts';
import { grantedOrigins } from '../../lib/sites/register.ts';
import sites from '../../lib/sites/sites.json' with { type: 'json' };
import { drawUnder } from '../../components/policy.tsx';
import { hostOf, isHidden, type Policy } from '../../lib/settings/policy.ts';
import { changeSettings, readPolicy } from '../../lib/store/settings.ts';
import { listsService } from '../../lib/subscriptions/adapters/service-adapter.ts';
import { base } from '../shared/base.ts';
import { devicesSection } from '../shared/own-sections.tsx';
import { boundShortcuts } from '../shared/shortcuts.ts';
import { withLookup, type OpenedLookup } from '../shared/open-lookup.ts';

/** The date of the sample sentence. */
const ARTICLE_DAY = '2025-07-18';

const root = document.getElementById('app');
let opened: OpenedLookup | null = null;
const lists = listsService(base);

async function chosen(isOn: boolean): Promise<void> {
  await draw();
  if (isOn) await lists.check([BUILT_IN], { signal: new AbortController().signal });
}

/** The administrator's sites come first. One that is also suggested has its name there. */
const sitesUnder = ({ sites: wanted = [] }: Policy) => [
  ...wanted.map((site) => ({
    name:
      sites.find(({ origins }) => origins.length === 1 && origins[0] === site)?.name ??
      hostOf(site).replace(/^\*\./, ''),
    origins: [site],
  })),
  ...sites.filter(({ origins }) => !origins.every((origin) => wanted.includes(origin))),
];

async function draw(): Promise<void> {
  const [origins, channel, policy, shortcuts] = await Promise.all([
    grantedOrigins(),
    lists.channel().catch(() => null),
    readPolicy(),
    boundShortcuts(),
  ]);
  const granted = new Set(origins);
  if (!root || !opened) return;
  const { lookup } = opened;
  const builtIn = lookup.bases.find(({ list }) => list === BUILT_IN);
  drawUnder(policy);
  render(
    <Welcome
      t={lookup.t}
      locale={lookup.locale}
      sites={sitesUnder(policy)}
      granted={granted}
      card={(entry) => lookup.full(entry, { day: ARTICLE_DAY, lang: null })}
      // Call this directly in the click, or the browser does not ask:
      // https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/User_actions.
      request={(origins) => void browser.permissions.request({ origins }).then(draw)}
      channel={
        channel?.url != null && (
          <ChannelChoice t={lookup.t} channel={channel} lists={lists} chosen={(isOn) => void chosen(isOn)} />
        )
      }
      devices={isHidden(policy, 'sync') ? null : devicesSection(lookup.t, lookup.lang)}
      shortcuts={shortcuts}
      openSettings={() => void browser.runtime.openOptionsPage()}
      setLanguage={(language) => void changeSettings(() => ({ language }))}
      size={builtIn ? { entries: builtIn.entries.size, updated: dayWords(builtIn.updated, lookup) } : null}
    />,

    root,
  );
}

browser.permissions.onAdded.addListener(() => void draw());
browser.permissions.onRemoved.addListener(() => void draw());
void withLookup(
  ({ t }) => t('extension_name'),
  (now) => {
    opened = now;
    void draw();
  },
);
