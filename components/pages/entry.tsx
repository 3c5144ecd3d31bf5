/** The page of an entry: everything about it, and search over everything else. */
import { useState } from 'preact/hooks';
import { cardText } from '../../lib/card/export/plain-text.ts';
import type { Desk } from '../../lib/card/lookup/lookup.ts';
import type { Route } from '../../lib/messaging/route.ts';
import type { CardModel } from '../../lib/card/model/card-model.ts';
import type { Translate } from '../../lib/i18n/translate.ts';
import { Card } from '../card/card.tsx';
import { Pair } from '../card/words.tsx';
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
  const model = route.at === 'entry' ? desk.full(route.entry, null) : null;
  const words = model ? desk.words(model.card.id, null) : [];
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
          <>
            <Card
              key={model.card.id}
              inline
              model={model}
              words={words}
              t={t}
              actions={{
                copy: () =>
                  copy(
                    cardText(
                      words.map(({ card }) => card),
                      t,
                    ),
                  ),
                follow: open,
              }}
            />
            {model.card.names.length > 0 && <Names model={model.card} t={t} />}
          </>
        ) : (
          <EntryGone t={t} />
        )}
      </main>
    </div>
  );
}

const Names = ({ model, t }: { model: CardModel; t: Translate }) => (
  <section class="card-sec">
    <h3 class="label">{t('card_names')}</h3>
    <dl class="facts">
      {model.names.map(({ lang, label, names }) => (
        <Pair key={lang} term={label}>
          <span lang={lang}>{names.join('\u00a0· ')}</span>
        </Pair>
      ))}
    </dl>
  </section>
);
