/** The page of an entry: everything about it, and search over everything else. */
import { useState } from 'preact/hooks';
import { cardText } from '../../lib/card/export/plain-text.ts';
import type { Desk } from '../../lib/card/lookup/lookup.ts';
import type { Route } from '../../lib/messaging/route.ts';
import { Card } from '../card/card.tsx';
import { EntryGone } from '../entry-gone.tsx';
import { IconButton } from '../icon-button.tsx';
import { Waiting } from '../waiting.tsx';
import { SearchBox, SearchHelp, SearchResults, useHits } from '../search-view.tsx';

export interface EntryPageProps {
  desk: Desk;
  /** false while nothing is found yet. */
  searchable: boolean;
  /** false while the base is being read. */
  ready: boolean;
  route: Route;
  /** Goes there, so that the browser's back leads here again. */
  go: (route: Route) => void;
  /** Puts what is typed into the address without a step in the history. */
  replace: (route: Route) => void;
  openSettings: () => void;
  copy: (text: string) => Promise<void>;
}

export function EntryPage({ desk, searchable, ready, route, go, replace, openSettings, copy }: EntryPageProps) {
  const { t } = desk;
  const query = route.at === 'search' ? route.query : '';
  const [at, setAt] = useState(0);
  const hits = useHits(desk, searchable, query);
  const model = route.at === 'entry' ? desk.card(route.entry, null) : null;
  const words = model ? desk.words(model.id, null) : [];
  const open = (entry: string) => go({ at: 'entry', entry });
  return (
    <div class="entry-page ui">
      <header class="bar">
        <img src="/icon/icon.svg" alt="" />
        <h1 class="site">
          <b>{t('extension_name')}</b>
        </h1>
        <IconButton icon="settings" label={t('settings')} run={openSettings} />
      </header>
      <SearchBox
        t={t}
        query={query}
        at={at}
        hits={hits}
        ask={(words) => {
          setAt(0);
          // The first letter leaves the entry, which stays behind in the history.
          (route.at === 'entry' ? go : replace)({ at: 'search', query: words });
        }}
        move={setAt}
        open={open}
        first={route.at === 'search'}
      />
      <main>
        {!(query.trim() ? searchable : ready) ? (
          <Waiting t={t} />
        ) : route.at === 'search' ? (
          <div class="entry-results">
            {query.trim() ? (
              <SearchResults desk={desk} query={query} hits={hits} at={at} open={open} />
            ) : (
              <SearchHelp t={t} ask={(words) => replace({ at: 'search', query: words })} />
            )}
          </div>
        ) : model ? (
          <Card
            key={model.id}
            inline
            full
            model={model}
            words={words}
            t={t}
            actions={{
              copy: () => copy(cardText(words, t)),
              follow: open,
            }}
          />
        ) : (
          <EntryGone t={t} />
        )}
      </main>
    </div>
  );
}
