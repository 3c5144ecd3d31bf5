/** The page of an entry: everything about it, and a search for others. */
import { useState } from 'preact/hooks';
import type { Lookup } from '../../lib/card/lookup/lookup-model.ts';
import { OWN_LIST, readRef } from '../../lib/knowledge/model/ids.ts';
import { dayWords } from '../../lib/knowledge/wording/dates.ts';
import type { Route } from '../../lib/messaging/route.ts';
import { EntryGone } from '../entry-gone.tsx';
import { IconButton } from '../icon-button.tsx';
import { SearchBox, SearchHelp, SearchResults, useFound } from '../search-view.tsx';
import { DelayedSkeleton } from '../delayed-skeleton.tsx';
import { ReportFault } from './report-fault.tsx';
import { EntrySections } from './entry-sections.tsx';

/** The search on this page has no article. */
const NO_PAGE: ReadonlySet<string> = new Set();

/** `route`: what the address names, an entry or a search. */
export interface EntryPageProps {
  lookup: Lookup;
  /** False until search is ready. */
  searchable: boolean;
  /** False until the base is loaded. */
  ready: boolean;
  route: Route;
  /** Goes to a route, so that the browser's back button returns here. */
  go: (route: Route) => void;
  /** Replaces the route while the user types, without a step in the history. */
  replace: (route: Route) => void;
  openSettings: () => void;
  /** Opens the page of all dates. */
  openNext: () => void;
  copy: (text: string) => Promise<void>;
  print: () => void;
  /** The address for new issues of the project; '' if the build sets none. */
  issues: string;
}

export function EntryPage(props: EntryPageProps) {
  const { lookup, searchable, route, go, replace, openNext, openSettings } = props;
  const { t } = lookup;
  const query = route.at === 'search' ? route.query : '';
  const [at, setAt] = useState(0);
  const found = useFound(lookup, searchable, query, NO_PAGE);
  const { hits } = found;
  const open = (entry: string) => go({ at: 'entry', entry });
  return (
    <div class="entry-page ui">
      <header class="top-bar">
        <img src="/icon/icon.svg" alt="" />
        <b>{t('extension_name')}</b>
        <SearchBox
          t={t}
          query={query}
          at={at}
          hits={hits}
          ask={(words) => {
            setAt(0);
            // The first letter leaves the entry, which stays in the history.
            (route.at === 'entry' ? go : replace)({ at: 'search', query: words });
          }}
          move={setAt}
          open={open}
          first={route.at === 'search'}
        />
        <IconButton icon="calendar" label={t('dates_title')} run={openNext} />
        <IconButton icon="settings" label={t('settings')} run={openSettings} />
      </header>
      {route.at === 'search' ? (
        <main class="entry-results">
          <h1 class="vh">{t('extension_name')}</h1>
          {query.trim() ? (
            searchable ? (
              <SearchResults lookup={lookup} query={query} found={found} at={at} open={open} />
            ) : (
              <DelayedSkeleton t={t} />
            )
          ) : (
            <SearchHelp t={t} ask={(words) => replace({ at: 'search', query: words })} />
          )}
        </main>
      ) : (
        <Entry key={route.entry} {...props} route={route} />
      )}
    </div>
  );
}

function Entry({
  lookup,
  ready,
  route,
  go,
  replace,
  copy,
  print,
  issues,
}: EntryPageProps & { route: Route & { at: 'entry' } }) {
  const { t } = lookup;
  const day = route.day ?? null;
  const near = route.near;
  const article = day === null && !near ? null : { day, lang: null, near: near && (() => near) };
  const model = ready ? lookup.full(route.entry, article) : null;
  if (!model)
    return (
      <main class="entry-results">
        <h1 class="vh">{t('extension_name')}</h1>
        {ready ? <EntryGone t={t} /> : <DelayedSkeleton t={t} />}
      </main>
    );
  const { list } = readRef(model.card.id);
  const version = `${list} ${lookup.bases.find((base) => base.list === list)?.version ?? ''}`;
  const { report, ...without } = route;
  return (
    <EntrySections
      report={
        report !== undefined && (
          <ReportFault
            word={model}
            version={version}
            sentence={report}
            measure={route.measure}
            address={issues}
            copy={copy}
            close={() => replace(without)}
            t={t}
          />
        )
      }
      openReport={list === OWN_LIST ? undefined : () => replace({ ...route, report: report ?? '' })}
      words={lookup.words(route.entry, article)}
      day={day ?? ''}
      dayWords={day === null ? '' : dayWords(day, lookup)}
      // Without an article the route has no entries around this one.
      setDay={(to) => replace(to === null ? { at: 'entry', entry: route.entry } : { ...route, day: to })}
      follows={lookup.follows}
      measure={route.measure}
      t={t}
      follow={(entry) => go({ at: 'entry', entry, day, near })}
      copy={copy}
      print={print}
    />
  );
}
