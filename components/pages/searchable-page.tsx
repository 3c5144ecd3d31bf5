/** A page under a bar with the search. While the user searches, results replace its content. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Lookup } from '../../lib/card/lookup/lookup-model.ts';
import { IconButton } from '../icon-button.tsx';
import { SearchBox, SearchResults, useFound } from '../search-view.tsx';
import { DelayedSkeleton } from '../delayed-skeleton.tsx';

/** Such a page has no article. */
const NO_PAGE: ReadonlySet<string> = new Set();

interface SearchablePageProps {
  lookup: Lookup;
  /** False until search is ready. */
  searchable: boolean;
  open: (entry: string) => void;
  /** The address of the lists with their changes. */
  changesHref: string;
  openSettings: () => void;
  children: ComponentChildren;
}

export function SearchablePage({ lookup, searchable, open, changesHref, openSettings, children }: SearchablePageProps) {
  const { t } = lookup;
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const found = useFound(lookup, searchable, query, NO_PAGE);
  return (
    <div class="ui">
      <header class="top-bar">
        <img src="/icon/icon.svg" alt="" />
        <b>{t('extension_name')}</b>
        <SearchBox
          t={t}
          query={query}
          at={at}
          hits={found.hits}
          ask={(words) => {
            setAt(0);
            setQuery(words);
          }}
          move={setAt}
          open={open}
          first={false}
        />
        <a href={changesHref}>{t('lists_changes')}</a>
        <IconButton icon="settings" label={t('settings')} run={openSettings} />
      </header>
      {query.trim() ? (
        <main class="entry-results">
          <h1 class="vh">{t('extension_name')}</h1>
          {searchable ? (
            <SearchResults lookup={lookup} query={query} found={found} at={at} open={open} />
          ) : (
            <DelayedSkeleton t={t} />
          )}
        </main>
      ) : (
        children
      )}
    </div>
  );
}
