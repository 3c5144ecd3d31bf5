/** The popup: search, the entries that the page mentions, and if Tradegloss reads this site. */
import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import {
  NO_FILTERS,
  articleOf,
  byImportance,
  filterGroups,
  groupMentions,
  kindsIn,
} from '../../lib/card/lookup/mention-groups.ts';
import type { PageMentions } from '../../lib/messaging/protocol.ts';
import { ChangedForYou } from '../changed-for-you.tsx';
import { SiteDensity } from '../density.tsx';
import { DayField } from '../day-field.tsx';
import { Icon } from '../icons.tsx';
import { IconButton } from '../icon-button.tsx';
import { KindChips } from '../kind-chips.tsx';
import { lazyComponent } from '../lazy-component.tsx';
import { mentionCounts } from '../mention-counts.ts';
import { MentionList } from '../mention-list.tsx';
import { DelayedSkeleton } from '../delayed-skeleton.tsx';
import { SinceArticle } from '../since-article.tsx';
import { SearchBox, SearchResults, useFound } from '../search-view.tsx';
import { useCards } from '../use-cards.ts';
import { Blank, SiteLine, SiteSwitch } from './popup-site.tsx';
import type { PopupProps } from './popup-props.ts';

const EntryView = lazyComponent(() => import('../entry-view.tsx').then((file) => file.EntryView));

/** With fewer entries than this no filter is shown. */
const MIN_FILTERED_ENTRIES = 6;

/**
 * The popup is as high as its content needs and never shrinks while it is open, since rows would
 * move under the pointer. The height is read after the browser has laid out the popup: reading it
 * after each drawing would force a layout for every keystroke.
 */
function useKeptHeight() {
  const [frame, setFrame] = useState<HTMLDivElement | null>(null);
  useLayoutEffect(() => {
    if (!frame) return;
    const observer = new ResizeObserver(() => frame.style.setProperty('--kept-height', `${frame.offsetHeight}px`));
    observer.observe(frame);
    return () => observer.disconnect();
  }, [frame]);
  return setFrame;
}

export function Popup(props: PopupProps) {
  const { lookup, site, page } = props;
  const { t } = lookup;
  const [query, setQuery] = useState(props.asked);
  const [at, setAt] = useState(0);
  const [entry, setEntry] = useState<string | null>(null);
  const here = useMemo(() => new Set(page?.mentions.map((mention) => mention.entry)), [page]);
  const found = useFound(lookup, props.searchable, query, here);
  const { hits } = found;
  const frame = useKeptHeight();
  const article = useMemo(() => page && articleOf(page), [page]);
  const first = (id: string) => page?.mentions.find((mention) => mention.entry === id);
  if (entry !== null && props.ready)
    return (
      <div class="popup surface ui">
        <EntryView
          lookup={lookup}
          entry={entry}
          article={article}
          also={groupMentions(page?.mentions ?? []).find((group) => group.entry === entry)?.also}
          backTo={t(query ? 'search_results' : 'popup_back')}
          back={() => setEntry(null)}
          copy={props.copy}
          openEntry={(id) => props.openEntry(id, { day: article?.day ?? null, near: article?.near?.(id) })}
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
    <div class="popup surface ui" ref={frame}>
      <header class="bar">
        <h1 class="vh">{t('extension_name')}</h1>
        <img src="/icon/icon.svg" alt="" />
        <SiteLine {...props} />
        <SiteSwitch {...props} />
      </header>
      <SearchBox t={t} query={query} at={at} hits={hits} ask={ask} move={setAt} open={setEntry} />
      <main class="popup-body">
        {props.problem && <p class="note bad">{t('popup_problem', props.problem)}</p>}
        {!query.trim() && <HeldLists {...props} />}
        {!query.trim() && <ClosedFrames {...props} />}
        {!query.trim() && <ChangedForYou {...props.changed} t={t} />}
        {!(query.trim() ? props.searchable : props.ready) ? (
          <DelayedSkeleton t={t} />
        ) : query.trim() ? (
          <SearchResults lookup={lookup} query={query} found={found} at={at} open={setEntry} here={here} />
        ) : page && page.mentions.length > 0 ? (
          <OnThisPage {...props} page={page} open={setEntry} />
        ) : (
          site && <Blank {...props} site={site} ask={ask} />
        )}
      </main>
      {page && !query.trim() && <PageDensity {...props} page={page} />}
      {query.trim() ? (
        <SearchFoot {...props} query={query.trim()} hasHits={hits.length > 0} />
      ) : (
        <PageFoot {...props} />
      )}
    </div>
  );
}

/** The lists with an update that waits for the user. */
const HeldLists = ({ lookup: { t }, held, openLists }: PopupProps) =>
  held.length > 0 ? (
    <p class="note held">
      <span>
        {t('popup_held', held.join(', '))}{' '}
        <button type="button" class="link" onClick={openLists}>
          {t('popup_held_look')}
        </button>
      </span>
    </p>
  ) : null;

/** A note that the page shows frames of other sites that the extension may not read. */
const ClosedFrames = ({ lookup: { t }, closedFrames }: PopupProps) =>
  closedFrames.length > 0 ? <p class="note">{t('popup_closed_frames', closedFrames.join(', '))}</p> : null;

const PageDensity = ({
  lookup: { t },
  site,
  page,
  density,
  isSiteDensity,
  setDensity,
  setDay,
  openReader,
}: PopupProps & { page: PageMentions }) => (
  <section class="popup-setting" aria-label={t('density_label')}>
    <SiteDensity
      t={t}
      host={site?.host ?? ''}
      density={density}
      isOfSite={isSiteDensity}
      underlined={page.underlined}
      choose={setDensity}
    />
    {!page.isDocument && (
      <div class="line-of-more">
        {setDay && <DayField t={t} day={page.articleDay} change={setDay} />}
        {/* Offers the reader for pages that are hard to read. */}
        {page.mentions.length > 0 && (
          <button type="button" class="link" onClick={() => openReader('article')}>
            {t('reader_as_article')}
          </button>
        )}
      </div>
    )}
  </section>
);

const SearchFoot = ({ lookup: { t }, query, hasHits, addTerm }: PopupProps & { query: string; hasHits: boolean }) => (
  <footer class="foot">
    {hasHits && (
      <>
        <span class="hint">
          <kbd>↑</kbd> <kbd>↓</kbd> {t('keys_move')}
        </span>
        <span class="hint">
          <kbd>↵</kbd> {t('keys_open')}
        </span>
      </>
    )}
    <span class="hint">
      <kbd>Esc</kbd> {t('keys_clear')}
    </span>
    {addTerm && (
      <button type="button" class="btn end" onClick={() => addTerm(query)}>
        <Icon name="plus" />
        {t('term_add')}
      </button>
    )}
  </footer>
);

const PageFoot = ({ lookup: { t }, openPanel, openNext, addTerm, openSettings }: PopupProps) => (
  <footer class="foot">
    <button type="button" class="btn" onClick={openPanel}>
      <Icon name="panel" />
      {t('popup_panel')}
    </button>
    <button type="button" class="btn" onClick={openNext}>
      <Icon name="calendar" />
      {t('dates_title')}
    </button>
    {addTerm && (
      <button type="button" class="btn end" onClick={() => addTerm('')}>
        <Icon name="plus" />
        {t('term_add')}
      </button>
    )}
    <IconButton icon="settings" label={t('settings')} run={openSettings} />
  </footer>
);

function OnThisPage({
  lookup,
  page,
  show,
  open,
  openEntry,
}: Pick<PopupProps, 'lookup' | 'show' | 'openEntry'> & { page: PageMentions; open: (entry: string) => void }) {
  const { t } = lookup;
  const [kinds, setKinds] = useState(NO_FILTERS.kinds);
  const groups = groupMentions(page.mentions);
  const article = useMemo(() => articleOf(page), [page]);
  const card = useCards(
    lookup,
    groups.map((group) => group.entry),
    article,
  );
  const found = kindsIn(groups);
  const toggle = (kind: string) =>
    setKinds(new Set(kinds.has(kind) ? [...kinds].filter((one) => one !== kind) : [...kinds, kind]));
  return (
    <>
      <SinceArticle
        lookup={lookup}
        groups={groups}
        card={card}
        textLang={page.lang}
        openMeasure={(entry, measure) => openEntry(entry, { day: article.day, near: article.near?.(entry), measure })}
      />
      <h2 class="caption">
        <span>{t('list_on_page_first')}</span>
        <span class="num">{mentionCounts(t, page.mentions.length, groups.length)}</span>
      </h2>
      {groups.length >= MIN_FILTERED_ENTRIES && found.length > 1 && (
        <KindChips t={t} found={found} on={kinds} toggle={toggle} />
      )}
      <div class="scroll">
        <MentionList
          lookup={lookup}
          url={page.url}
          groups={byImportance(filterGroups(groups, { ...NO_FILTERS, kinds }, card), card)}
          card={card}
          textLang={page.lang}
          show={show}
          open={open}
        />
      </div>
    </>
  );
}
