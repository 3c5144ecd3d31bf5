/**
 * The parts of the popup on the site in the tab: its line, its switch, and the notice for a page
 * without mentions.
 */
import type { SiteState } from '../../lib/core/site-state.ts';
import type { MessageKey } from '../../lib/i18n/translate.ts';
import { dayWords } from '../../lib/knowledge/wording/dates.ts';
import { isPolicySite } from '../../lib/settings/policy.ts';
import { Switch } from '../controls.tsx';
import { SearchHelp } from '../search-view.tsx';
import { SetByPolicy, usePolicy } from '../policy.tsx';
import type { PopupProps } from './popup-props.ts';

/** The line for each state. For `marked` it is the article's date. */
const LINE: Record<Exclude<SiteState, 'marked'>, MessageKey> = {
  'marked once': 'site_once',
  off: 'site_off',
  silent: 'site_silent',
  'no access': 'site_no_access',
  'browser page': 'site_browser_page',
  pdf: 'site_pdf',
  document: 'site_document',
  closed: 'site_closed',
  'reader view': 'site_reader',
  file: 'site_file',
};

/**
 * The host, and the article's date or why the page is not marked. Screen readers announce changes.
 */
export function SiteLine({ lookup, site, page }: Pick<PopupProps, 'lookup' | 'site' | 'page'>) {
  const { t } = lookup;
  const dated = page?.articleDay ? t('site_article_of', dayWords(page.articleDay, lookup)) : t('site_no_date');
  return (
    <div class="site" role="status">
      <b>{site?.host || t('extension_name')}</b>
      <small>{site === null ? t('site_asking') : site.state === 'marked' ? dated : t(LINE[site.state])}</small>
    </div>
  );
}

/**
 * Turns marks on this site on or off; after "once", offers "always". On a site of the policy it
 * says so. Draws nothing in other states.
 */
export function SiteSwitch({ lookup, site, turn, always }: Pick<PopupProps, 'lookup' | 'site' | 'turn' | 'always'>) {
  const { t } = lookup;
  const policy = usePolicy();
  if (site?.state === 'marked once')
    return (
      <button type="button" class="btn line" onClick={always}>
        {t('site_always')}
      </button>
    );
  if (site?.state !== 'marked' && site?.state !== 'off') return null;
  if (isPolicySite(policy, site.host)) return <SetByPolicy t={t} />;
  const on = site.state === 'marked';
  return <Switch on={on} label={t('site_switch', site.host)} words={t(on ? 'on' : 'off')} change={turn} />;
}

/** Titles and texts for the states in which there is no list. */
const BLANK: Partial<Record<SiteState, { title: MessageKey; text: MessageKey }>> = {
  marked: { title: 'blank_none', text: 'blank_none_more' },
  'marked once': { title: 'blank_none', text: 'blank_none_more' },
  off: { title: 'blank_off', text: 'blank_off_more' },
  silent: { title: 'blank_silent', text: 'blank_silent_more' },
  'no access': { title: 'blank_no_access', text: 'blank_no_access_more' },
  'browser page': { title: 'blank_browser_page', text: 'blank_look_up' },
  pdf: { title: 'blank_pdf', text: 'blank_pdf_more' },
  document: { title: 'blank_none', text: 'blank_none_more' },
  closed: { title: 'blank_browser_page', text: 'blank_closed_more' },
  'reader view': { title: 'blank_reader', text: 'blank_reader_more' },
  file: { title: 'blank_file', text: 'blank_look_up' },
};

/** How the reader opens a tab without marks: as a document or as an article. */
const IN_READER: Partial<Record<SiteState, 'document' | 'article'>> = {
  pdf: 'document',
  file: 'document',
  closed: 'document',
  marked: 'article',
  'marked once': 'article',
};

/**
 * The notice for a page without mentions. It gives the reason, the user's next step, and examples
 * of searches.
 */
export function Blank({
  lookup,
  site,
  markOnce,
  always,
  reload,
  openReader,
  ask,
}: Pick<PopupProps, 'lookup' | 'markOnce' | 'always' | 'reload' | 'openReader'> & {
  site: NonNullable<PopupProps['site']>;
  ask: (query: string) => void;
}) {
  const { t } = lookup;
  const words = BLANK[site.state];
  const inReader = IN_READER[site.state];
  return (
    <div class="scroll">
      {words && (
        <div class="blank">
          <h2>{t(words.title)}</h2>
          <p>{t(words.text, site.host)}</p>
          {site.state === 'no access' && (
            <div class="acts">
              <button type="button" class="btn solid" onClick={markOnce}>
                {t('site_once_button')}
              </button>
              <button type="button" class="btn line" onClick={always}>
                {t('site_always')}
              </button>
            </div>
          )}
          {site.state === 'silent' && (
            <div class="acts">
              <button type="button" class="btn solid" onClick={markOnce}>
                {t('site_once_button')}
              </button>
              <button type="button" class="btn line" onClick={reload}>
                {t('site_reload')}
              </button>
            </div>
          )}
          {inReader && (
            <div class="acts">
              <button
                type="button"
                class={inReader === 'document' ? 'btn solid' : 'btn line'}
                onClick={() => openReader(inReader)}
              >
                {t(inReader === 'document' ? 'reader_open' : 'reader_as_article')}
              </button>
            </div>
          )}
        </div>
      )}
      <SearchHelp t={t} ask={ask} />
    </div>
  );
}
