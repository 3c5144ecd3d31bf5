/**
 * Search as you type: a combobox over a list of entries, each with the reason why it was found.
 * Arrow keys move the selection, Enter opens an entry, Escape clears the query.
 */
import { render } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Lookup, ResultRow } from '../lib/card/lookup/lookup-model.ts';
import type { Translate } from '../lib/i18n/translate.ts';
import { countryOf } from '../lib/search/country-of.ts';
import { MAX_RESULTS, type SearchAnswer, type Hit } from '../lib/search/search.ts';
import { IconButton } from './icon-button.tsx';
import { Icon } from './icons.tsx';
import { Result } from './search-result.tsx';

/** The number of results that fit into a popup. */
const AT_ONCE = 7;
const LIST = 'results';
const optionId = (i: number) => `result-${i}`;

interface BoxProps {
  t: Translate;
  query: string;
  /** The index of the result that the keyboard selects. */
  at: number;
  hits: readonly Hit[];
  ask: (query: string) => void;
  move: (at: number) => void;
  open: (entry: string) => void;
  /** True if the field takes the focus at first. Default: true. */
  first?: boolean;
}

/** The field. It takes the focus unless `first` is false. */
export function SearchBox({ t, query, at, hits, ask, move, open, first = true }: BoxProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!first) return;
    const take = () => input.current?.focus();
    take();
    // Firefox may clear the focus of a popup's document when the popup itself gets the focus, some
    // 10 ms later. Others see this too:
    // https://github.com/sissbruecker/linkding-extension/issues/56.
    // An older fault of this kind was fixed: https://bugzilla.mozilla.org/show_bug.cgi?id=1324255.
    const again = () => {
      if (document.activeElement === document.body) take();
    };
    document.addEventListener('focus', again, { once: true });
    return () => document.removeEventListener('focus', again);
  }, []);
  const key = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const last = hits.length - 1;
    if (event.key === 'ArrowDown' && last >= 0) move(at >= last ? 0 : at + 1);
    else if (event.key === 'ArrowUp' && last >= 0) move(at <= 0 ? last : at - 1);
    else if (event.key === 'Enter') {
      const hit = hits[at];
      if (hit) open(hit.entry);
    } else if (event.key === 'Escape' && query) ask('');
    else return;
    event.preventDefault();
  };
  return (
    <div class="search" role="search">
      <Icon name="search" />
      <input
        ref={input}
        type="text"
        enterkeyhint="search"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={hits.length > 0}
        aria-controls={LIST}
        aria-label={t('search_label')}
        {...(hits[at] ? { 'aria-activedescendant': optionId(at) } : {})}
        autocomplete="off"
        spellcheck={false}
        placeholder={t('search_placeholder')}
        value={query}
        onInput={(event) => ask(event.currentTarget.value)}
        onKeyDown={key}
      />
      {query && (
        <IconButton
          icon="close"
          label={t('search_clear')}
          run={() => {
            ask('');
            input.current?.focus();
          }}
        />
      )}
    </div>
  );
}

/** The number of lines shown besides the one that the query asks for. */
const OTHER_LINES = 3;

interface ResultsProps {
  lookup: Lookup;
  query: string;
  found: SearchAnswer;
  at: number;
  open: (entry: string) => void;
  /** Entries that the page in the tab mentions. */
  here?: ReadonlySet<string>;
}

/**
 * Milliseconds without a keystroke after which rows out of sight are drawn. Drawing them earlier
 * would be undone by the next keystroke.
 */
const REST_MS = 150;

/**
 * The number of results to draw: only the visible ones at once, the others when no keystroke
 * follows.
 */
function useCount(hits: readonly Hit[], at: number): number {
  const [whole, setWhole] = useState<readonly Hit[] | null>(null);
  useEffect(() => {
    if (hits.length <= AT_ONCE) return;
    const timer = setTimeout(() => setWhole(hits), REST_MS);
    return () => clearTimeout(timer);
  }, [hits]);
  return whole === hits ? hits.length : Math.min(hits.length, Math.max(AT_ONCE, at + 1));
}

/** Milliseconds of work after which a keystroke can be handled. */
const SLICE_MS = 4;
/**
 * Milliseconds without a keystroke after which the statuses of rows below the first are made. While
 * the user types, most rows are replaced before anyone reads them.
 */
const REST_OF_STATUSES_MS = 60;

/**
 * The rows of the first `count` results. A status takes some milliseconds to make. Statuses that
 * are not cached are made after the names are drawn: that of the first row at once, the others a
 * few at a time when the user pauses. They are cached for the following keystrokes.
 */
function useRows(
  lookup: Lookup,
  query: string,
  { hits, isNear }: SearchAnswer,
  count: number,
): { hit: Hit; row: ResultRow }[] {
  const [made, setMade] = useState(0);
  const foundAt = useMemo(() => performance.now(), [hits]);
  const rowOf = (hit: Hit, at: number, isQuick: boolean) =>
    lookup.result(hit, query, isAnswerTo(hit, at, isNear) ? OTHER_LINES : 0, isQuick);
  const rows = useMemo(
    () => hits.slice(0, count).map((hit, at) => ({ hit, row: rowOf(hit, at, true) })),
    [lookup, hits, count, made],
  );
  const pending = rows.findIndex(({ row }) => row.isPending);
  useEffect(() => {
    if (pending < 0) return;
    const rest = pending === 0 ? 0 : foundAt + REST_OF_STATUSES_MS - performance.now();
    const timer = setTimeout(() => {
      const now = performance.now();
      const until = now < foundAt + REST_OF_STATUSES_MS ? now : now + SLICE_MS;
      // Makes at least one, even if a slow machine resumes late.
      for (let at = pending; at === pending || (at < rows.length && performance.now() < until); at++) {
        const hit = hits[at];
        if (hit) rowOf(hit, at, false);
      }
      setMade((times) => times + 1);
    }, rest);
    return () => clearTimeout(timer);
  }, [lookup, hits, count, pending, made]);
  return rows;
}

/** True if the result is drawn as the answer: the first result of a question. */
const isAnswerTo = (hit: Hit, at: number, isNear: boolean): boolean => at === 0 && hit.measures.length > 0 && !isNear;

/** The results. `at`: the selected row, which is scrolled into view. */
export function SearchResults({ lookup, query, found, at, open, here }: ResultsProps) {
  const { t } = lookup;
  const { hits, missed, missedCodes, isNear } = found;
  const list = useRef<HTMLUListElement>(null);
  const count = useCount(hits, at);
  const rows = useRows(lookup, query, found, count);
  const typed = query.trim();
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at, hits]);
  return (
    <>
      {hits.length === 0 ? (
        <div class="blank">
          <h2>{t('search_none', query.trim())}</h2>
          <p>{t('search_none_more')}</p>
        </div>
      ) : (
        missedCodes.length === 0 && (
          <p class="caption">{isNear ? t('search_nearest', query.trim()) : t('search_found', hits.length)}</p>
        )
      )}
      {missedCodes.length > 0 && <p class="caption missed">{t('search_missed_codes', missedCodes.join(', '))}</p>}
      {missed.length > 0 && <p class="caption missed">{t('search_missed', missed.join(', '))}</p>}
      <ul class="scroll" role="listbox" id={LIST} aria-label={t('search_results')} ref={list}>
        {rows.map(({ hit, row }, i) => (
          <Result
            key={i}
            id={optionId(i)}
            t={t}
            entry={hit.entry}
            row={row}
            part={hit.field === 'name' ? typed : ''}
            isAnswer={isAnswerTo(hit, i, isNear)}
            isAt={i === at}
            place={i + 1}
            of={hits.length}
            isHere={here?.has(hit.entry) === true}
            open={open}
          />
        ))}
      </ul>
    </>
  );
}

/**
 * Draws the results once out of sight: the first drawing takes three times as long as later ones.
 */
function drawOnce(lookup: Lookup): void {
  const found = lookup.search.find('a', { limit: AT_ONCE });
  const aside = document.createElement('div');
  if (found.hits.length > 0)
    render(<SearchResults lookup={lookup} query="a" found={found} at={0} open={() => {}} />, aside);
  render(null, aside);
}

function useIdle(run: (() => void) | null, of: unknown): void {
  useEffect(() => {
    if (!run) return;
    const turn = requestIdleCallback(run);
    return () => cancelIdleCallback(turn);
  }, [of]);
}

const EMPTY_ANSWER: SearchAnswer = { hits: [], missed: [], missedCodes: [], isNear: false };

/**
 * The results for a query; empty until search is ready. They change only with the query, the lists
 * and the page in the tab, whose entries are ranked higher. Work that the first keystroke would
 * wait for is done while idle.
 */
export function useFound(lookup: Lookup, searchable: boolean, query: string, here: ReadonlySet<string>): SearchAnswer {
  const { search, lang } = lookup;
  useIdle(searchable ? search.prepare : null, searchable && search);
  useIdle(searchable ? () => drawOnce(lookup) : null, searchable && lookup);
  return useMemo(
    () =>
      searchable && query.trim()
        ? search.find(query, { limit: MAX_RESULTS, here, country: countryOf(lang) })
        : EMPTY_ANSWER,
    [search, searchable, query, here, lang],
  );
}

/** Examples of queries, shown while the field is empty. */
export function SearchHelp({ t, ask }: { t: Translate; ask: (query: string) => void }) {
  const examples = ['germanium us', 'H20', '华为 实体清单', '2805.30', '46/2024', 'NVDA'];
  return (
    <div class="blank">
      <h2>{t('search_help')}</h2>
      <p>{t('search_help_more')}</p>
      <div class="acts">
        {examples.map((example) => (
          <button key={example} type="button" class="chip" onClick={() => ask(example)}>
            {example}
          </button>
        ))}
      </div>
    </div>
  );
}
