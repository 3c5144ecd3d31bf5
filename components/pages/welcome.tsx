/**
 * The first-run page: the extension tried on a sample, the sites that it may read, and what leaves
 * the computer.
 */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { FullCard } from '../../lib/card/model/full-card.ts';
import type { Locale, MessageKey, Translate } from '../../lib/i18n/translate.ts';
import { KINDS } from '../../lib/knowledge/model/ids.ts';
import { Keys, type Shortcuts } from '../shortcut-keys.tsx';
import { Card } from '../card/card.tsx';
import { CardFrame, headOf } from '../card/frame.tsx';
import { GlanceBody, GlanceFoot } from '../card/glance.tsx';
import { hostOf } from '../../lib/settings/policy.ts';
import { SetByPolicy, useIsFixed, usePolicy } from '../policy.tsx';
import { readSample } from './sample.ts';

/** A suggested site. `origins`: match patterns of all its hosts. */
export interface Site {
  name: string;
  origins: string[];
}

/** `granted`: the match patterns that the browser has granted. */
export interface WelcomeProps {
  t: Translate;
  sites: readonly Site[];
  granted: ReadonlySet<string>;
  card: (entry: string) => FullCard | null;
  /**
   * Asks the browser for these origins. Call it directly in the click:
   * https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/User_actions.
   */
  request: (origins: string[]) => void;
  /** The bound keys; null if the browser has no commands. */
  shortcuts: Shortcuts | null;
  openSettings: () => void;
  /** The choice to keep the list up to date; null if the build sets no channel. */
  channel: ComponentChildren;
  /** The choice to sync terms and settings between devices, off by default. */
  devices: ComponentChildren;
  setLanguage: (language: Locale) => void;
  locale: Locale;
  size: { entries: number; updated: string } | null;
}

const OTHER: Record<Locale, { locale: Locale; lang: string; words: string }> = {
  en: { locale: 'zh_CN', lang: 'zh-Hans', words: '界面也有中文：切换到简体中文' },
  zh_CN: { locale: 'en', lang: 'en', words: 'Also in English: switch' },
};

/** The card of the sample sentence in both sizes. */
function Spot({ model, t, follow }: { model: FullCard; t: Translate; follow: (entry: string) => void }) {
  const [isFull, setFull] = useState(false);
  const { glance } = model;
  if (isFull) return <Card model={model} t={t} actions={{ follow, less: () => setFull(false) }} />;
  return (
    <CardFrame
      size="glance"
      {...headOf(glance, t)}
      t={t}
      actions={{}}
      body={<GlanceBody model={glance} t={t} />}
      foot={<GlanceFoot model={glance} lists={0} t={t} actions={{ more: () => setFull(true) }} />}
    />
  );
}

export function Welcome({
  t,
  sites,
  granted,
  card,
  request,
  shortcuts,
  openSettings,
  channel,
  devices,
  setLanguage,
  locale,
  size,
}: WelcomeProps) {
  const [shown, setShown] = useState('mineral/gallium');
  const [filter, setFilter] = useState('');
  const isLanguageFixed = useIsFixed('language');
  const { sites: ofPolicy = [] } = usePolicy();
  const missingOfPolicy = ofPolicy.filter((site) => !granted.has(site));
  const model = card(shown);
  const isGranted = (site: Site) => site.origins.every((origin) => granted.has(origin));
  const missing = sites.filter((site) => !isGranted(site)).flatMap((site) => site.origins);
  const wanted = sites.filter(
    (site) =>
      site.name.toLowerCase().includes(filter.toLowerCase()) ||
      site.origins.some((origin) => origin.includes(filter.toLowerCase())),
  );
  return (
    <main class="welcome ui">
      <div class="brand">
        <img src="/icon/icon.svg" alt="" width="28" height="28" />
        Tradegloss
      </div>
      <div class="top">
        <div>
          <h1>{t('welcome_title')}</h1>
          <p class="lede">{t('welcome_lede')}</p>
          <div class="sample">
            <small>{t('welcome_try')}</small>
            <p>
              {readSample(t('welcome_sample')).map((piece, i) =>
                typeof piece === 'string' ? (
                  piece
                ) : (
                  // A span, since a button would not break at the end of a line as marked words do.
                  <span
                    key={i}
                    role="button"
                    tabindex={0}
                    class="word"
                    data-k={piece.kind}
                    aria-pressed={piece.entry === shown}
                    onClick={() => setShown(piece.entry)}
                    onPointerEnter={() => setShown(piece.entry)}
                    onKeyDown={(event) => {
                      if (event.key !== 'Enter' && event.key !== ' ') return;
                      event.preventDefault();
                      setShown(piece.entry);
                    }}
                  >
                    {piece.text}
                  </span>
                ),
              )}
            </p>
            <div class="key">
              {KINDS.map((kind) => (
                <span key={kind}>
                  <span class="sw" data-k={kind} aria-hidden="true" />
                  {t(`kind_${kind}` as MessageKey)}
                </span>
              ))}
            </div>
          </div>
        </div>
        <div class="spot">{model && <Spot key={shown} model={model} t={t} follow={setShown} />}</div>
      </div>
      <div class="steps">
        <section aria-labelledby="where">
          <h2 id="where">
            <i>1</i>
            {t('welcome_where')}
          </h2>
          <p>{t('welcome_where_text')}</p>
          {missing.length > 0 ? (
            <p class="acts">
              <button type="button" class="btn solid big" onClick={() => request(missing)}>
                {t('welcome_allow_all', sites.length)}
              </button>
            </p>
          ) : (
            <p>
              <b>{t('welcome_all_allowed')}</b>
            </p>
          )}
          <p class="hint">
            {missing.length > 0 && t('welcome_one_by_one')} {t('welcome_other_pages')}
          </p>
          {ofPolicy.length > 0 && (
            <div class="of-policy">
              <p>
                <b>{ofPolicy.map(hostOf).join(', ')}</b>
              </p>
              <SetByPolicy t={t} />
              {missingOfPolicy.length > 0 && (
                <p class="acts">
                  <button type="button" class="btn line" onClick={() => request(missingOfPolicy)}>
                    {t('policy_allow', missingOfPolicy.length)}
                  </button>
                </p>
              )}
            </div>
          )}
          <label class="find">
            <span class="vh">{t('welcome_filter')}</span>
            <input
              type="search"
              value={filter}
              placeholder={t('welcome_filter')}
              onInput={(event) => setFilter(event.currentTarget.value)}
            />
          </label>
          <div class="pick" role="region" aria-label={t('welcome_where')} tabindex={0}>
            <ul>
              {wanted.map((site) => (
                <li key={site.name}>
                  <span class="grow">
                    {site.name} <span class="hint">{site.origins.map(hostOf).join(', ')}</span>
                  </span>
                  {isGranted(site) ? (
                    <span class="hint">{t('welcome_allowed')}</span>
                  ) : (
                    <button
                      type="button"
                      class="btn line"
                      aria-label={t('welcome_allow_site', site.name)}
                      onClick={() => request(site.origins)}
                    >
                      {t('welcome_allow')}
                    </button>
                  )}
                </li>
              ))}
            </ul>
          </div>
        </section>
        <section aria-labelledby="leaves">
          <h2 id="leaves">
            <i>2</i>
            {t('welcome_leaves')}
          </h2>
          <p>{t('welcome_leaves_text')}</p>
          <p>{t('welcome_page_sees')}</p>
          {channel}
        </section>
        {devices && (
          <section class="devices" aria-labelledby="devices">
            <h2 id="devices">
              <i>3</i>
              {t('devices_title')}
            </h2>
            {devices}
          </section>
        )}
        <section aria-labelledby="keys">
          <h2 id="keys">
            <i>{devices ? 4 : 3}</i>
            {t(shortcuts ? 'welcome_keys' : 'options_title')}
          </h2>
          {/* A browser without commands is a phone's: it has no keys, and no words in its address bar. */}
          {shortcuts && (
            <div class="keys">
              <Keys t={t} shortcut={shortcuts.next} />
              <span>{t('welcome_key_next')}</span>
              <kbd>Tab</kbd>
              <span>{t('welcome_key_tab')}</span>
              <kbd>Esc</kbd>
              <span>{t('welcome_key_esc')}</span>
              <kbd>tg</kbd>
              <span>{t('welcome_key_tg')}</span>
            </div>
          )}
          <p class="acts">
            <button type="button" class="btn line" onClick={openSettings}>
              {t('welcome_settings')}
            </button>
          </p>
          {isLanguageFixed ? (
            <>
              <p>
                <b>{t('options_language')}</b>
              </p>
              <SetByPolicy t={t} />
            </>
          ) : (
            <p>
              {/* Shown in that language itself, for users who look for it. */}
              <button
                type="button"
                class="link"
                lang={OTHER[locale].lang}
                onClick={() => setLanguage(OTHER[locale].locale)}
              >
                {OTHER[locale].words}
              </button>
            </p>
          )}
        </section>
      </div>
      <div class="end">
        <span>{t('welcome_end')}</span>
        {size && <span>{t('welcome_size', size.entries, size.updated)}</span>}
      </div>
    </main>
  );
}
