/** The popup: search over everything, what the page mentions, and whether this site is read at all. */
import { useState } from 'preact/hooks';
import type { Article, Desk } from '../../lib/card/desk.ts';
import { ALL, filterGroups, groupMentions, kindsIn } from '../../lib/card/mention-groups.ts';
import type { SiteState } from '../../lib/card/site-view.ts';
import type { MessageKey, Translate } from '../../lib/i18n/translate.ts';
import { dayWords } from '../../lib/knowledge/wording-dates.ts';
import type { ListedMention, PageMentions } from '../../lib/messaging/protocol.ts';
import { Chip, Switch } from '../controls.tsx';
import { Icon } from '../icons.tsx';
import { later } from '../later.tsx';
import { MentionList } from '../mention-list.tsx';
import { Waiting } from '../waiting.tsx';
import { SearchBox, SearchHelp, SearchResults, useHits } from '../search-view.tsx';
import { useCards } from '../use-cards.ts';

const EntryView = later(() => import('../entry-view.tsx').then((file) => file.EntryView));

/** With fewer entries than this a filter is more than it saves. */
const FILTER_FROM = 6;

export interface PopupProps {
  desk: Desk;
  /** false while the base is being read. */
  ready: boolean;
  /** In plain words, where the base could not be read from the database. */
  problem: string | null;
  /** What to look up at once: the words that were selected. */
  asked: string;
  /** Null while the tab is being asked. */
  site: { state: SiteState; host: string } | null;
  page: PageMentions | null;
  firstOnly: boolean;
  /** On or off on this site, by the reader's setting. */
  turn: (on: boolean) => void;
  markOnce: () => void;
  /** Asks the browser for the site: straight in the click. */
  always: () => void;
  reload: () => void;
  setFirstOnly: (on: boolean) => void;
  show: (mention: ListedMention) => void;
  openPanel: () => void;
  openSettings: () => void;
  openEntry: (entry: string) => void;
  /** Makes a term of the reader's own of these words. */
  addTerm: (name: string) => void;
  copy: (text: string) => Promise<void>;
}

export function Popup(props: PopupProps) {
  const { desk, site, page } = props;
  const { t } = desk;
  const [query, setQuery] = useState(props.asked);
  const [at, setAt] = useState(0);
  const [entry, setEntry] = useState<string | null>(null);
  const hits = useHits(desk, query);
  const article: Article | null = page ? { day: page.articleDay, lang: page.lang } : null;
  const first = (id: string) => page?.mentions.find((mention) => mention.entry === id);
  if (entry !== null)
    return (
      <div class="popup surface ui">
        <EntryView
          desk={desk}
          entry={entry}
          article={article}
          also={groupMentions(page?.mentions ?? []).find((group) => group.entry === entry)?.also}
          backTo={t(query ? 'search_results' : 'popup_back')}
          back={() => setEntry(null)}
          copy={props.copy}
          openEntry={props.openEntry}
          show={(id) => {
            const mention = first(id);
            return mention && (() => props.show(mention));
          }}
        />
      </div>
    );
  const ask = (words: string) => {
    setQuery(words);
    setAt(0);
  };
  return (
    <div class="popup surface ui">
      <header class="bar">
        <h1 class="vh">{t('extension_name')}</h1>
        <img src="/icon/icon.svg" alt="" />
        <SiteLine {...props} />
        <SiteSwitch {...props} />
      </header>
      <SearchBox t={t} query={query} at={at} hits={hits} ask={ask} move={setAt} open={setEntry} />
      <main class="popup-body">
        {props.problem && <p class="note bad">{t('popup_problem', props.problem)}</p>}
        {!props.ready ? (
          <Waiting t={t} />
        ) : query.trim() ? (
          <SearchResults desk={desk} query={query} hits={hits} at={at} open={setEntry} here={new Set(page?.mentions.map((mention) => mention.entry))} />
        ) : page && page.mentions.length > 0 ? (
          <OnThisPage {...props} page={page} open={setEntry} />
        ) : (
          site && <Blank {...props} site={site} ask={ask} />
        )}
      </main>
      <footer class="foot">
        {query.trim() ? (
          <>
            <span class="hint">
              <kbd>↑</kbd> <kbd>↓</kbd> {t('keys_move')}
            </span>
            <span class="hint">
              <kbd>↵</kbd> {t('keys_open')}
            </span>
            <span class="hint">
              <kbd>Esc</kbd> {t('keys_clear')}
            </span>
            <button type="button" class="btn end" onClick={() => props.addTerm(query.trim())}>
              <Icon name="plus" />
              {t('own_add_words')}
            </button>
          </>
        ) : (
          <>
            <button type="button" class="btn" onClick={props.openPanel}>
              <Icon name="panel" />
              {t('popup_panel')}
            </button>
            {page && (
              <button type="button" class="btn" aria-pressed={props.firstOnly} onClick={() => props.setFirstOnly(!props.firstOnly)}>
                {t('popup_first_only')}
              </button>
            )}
            <button type="button" class="btn icon end" aria-label={t('term_add')} title={t('term_add')} onClick={() => props.addTerm('')}>
              <Icon name="plus" />
            </button>
            <button type="button" class="btn icon" aria-label={t('settings')} title={t('settings')} onClick={props.openSettings}>
              <Icon name="settings" />
            </button>
          </>
        )}
      </footer>
    </div>
  );
}

const LINE: Record<Exclude<SiteState, 'marked'>, MessageKey> = {
  'marked once': 'site_once',
  off: 'site_off',
  silent: 'site_silent',
  'no access': 'site_no_access',
  'browser page': 'site_browser_page',
  pdf: 'site_pdf',
  'reader view': 'site_reader',
  file: 'site_file',
};

function SiteLine({ desk, site, page }: Pick<PopupProps, 'desk' | 'site' | 'page'>) {
  const { t } = desk;
  const dated = page?.articleDay ? t('site_article_of', dayWords(page.articleDay, desk)) : t('site_no_date');
  return (
    <div class="site" role="status">
      <b>{site?.host || t('extension_name')}</b>
      <small>{site === null ? t('site_asking') : site.state === 'marked' ? dated : t(LINE[site.state])}</small>
    </div>
  );
}

function SiteSwitch({ desk, site, turn, always }: Pick<PopupProps, 'desk' | 'site' | 'turn' | 'always'>) {
  const { t } = desk;
  if (site?.state === 'marked once')
    return (
      <button type="button" class="btn line" onClick={always}>
        {t('site_always')}
      </button>
    );
  if (site?.state !== 'marked' && site?.state !== 'off') return null;
  const on = site.state === 'marked';
  return <Switch on={on} label={t('site_switch', site.host)} words={t(on ? 'on' : 'off')} change={turn} />;
}

function OnThisPage({ desk, page, show, open }: Pick<PopupProps, 'desk' | 'show'> & { page: PageMentions; open: (entry: string) => void }) {
  const { t } = desk;
  const [kinds, setKinds] = useState(ALL.kinds);
  const groups = groupMentions(page.mentions);
  const article = { day: page.articleDay, lang: page.lang };
  const card = useCards(
    desk,
    groups.map((group) => group.entry),
    article,
  );
  const found = kindsIn(groups);
  const toggle = (kind: string) => setKinds(new Set(kinds.has(kind) ? [...kinds].filter((one) => one !== kind) : [...kinds, kind]));
  return (
    <>
      <h2 class="caption">
        <span>{t('list_on_page')}</span>
        <span class="num">{t('list_counts', page.mentions.length, groups.length)}</span>
      </h2>
      {groups.length >= FILTER_FROM && found.length > 1 && <KindChips t={t} found={found} on={kinds} toggle={toggle} />}
      <div class="scroll">
        <MentionList desk={desk} groups={filterGroups(groups, { ...ALL, kinds }, card)} card={card} textLang={page.lang} show={show} open={open} />
      </div>
    </>
  );
}

export function KindChips({ t, found, on, toggle }: { t: Translate; found: readonly { kind: string; count: number }[]; on: ReadonlySet<string>; toggle: (kind: string) => void }) {
  return (
    <div class="chips" role="group" aria-label={t('list_filter')}>
      {found.map(({ kind, count }) => (
        <Chip key={kind} on={on.has(kind)} label={t(`kinds_${kind}` as MessageKey)} count={count} toggle={() => toggle(kind)} />
      ))}
    </div>
  );
}

/** Titles and texts of the states without a list. */
const BLANK: Partial<Record<SiteState, { title: MessageKey; text: MessageKey }>> = {
  marked: { title: 'blank_none', text: 'blank_none_more' },
  'marked once': { title: 'blank_none', text: 'blank_none_more' },
  off: { title: 'blank_off', text: 'blank_off_more' },
  silent: { title: 'blank_silent', text: 'blank_silent_more' },
  'no access': { title: 'blank_no_access', text: 'blank_no_access_more' },
  'browser page': { title: 'blank_browser_page', text: 'blank_look_up' },
  pdf: { title: 'blank_pdf', text: 'blank_pdf_more' },
  'reader view': { title: 'blank_reader', text: 'blank_reader_more' },
  file: { title: 'blank_file', text: 'blank_look_up' },
};

function Blank({ desk, site, markOnce, always, reload, ask }: Pick<PopupProps, 'desk' | 'markOnce' | 'always' | 'reload'> & { site: NonNullable<PopupProps['site']>; ask: (query: string) => void }) {
  const { t } = desk;
  const words = BLANK[site.state];
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
        </div>
      )}
      <SearchHelp t={t} ask={ask} />
    </div>
  );
}
