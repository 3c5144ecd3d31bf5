/**
 * Search as you type: a combobox over a list of entries, each saying why it fits. Arrows move, Enter
 * opens, Escape clears.
 */
import { render } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Desk, Summary } from '../lib/card/lookup/lookup.ts';
import type { MessageKey, Translate } from '../lib/i18n/translate.ts';
import type { Hit } from '../lib/search/search.ts';
import { Tile } from './card/head.tsx';
import { IconButton } from './icon-button.tsx';
import { Icon } from './icons.tsx';
import { MarkedText } from './marked-text.tsx';

const SHOWN = 30;
/** As many as a popup has room for. */
const AT_ONCE = 9;
const LIST = 'results';
const optionId = (i: number) => `result-${i}`;

interface BoxProps {
  t: Translate;
  query: string;
  /** The result that the keyboard is on. */
  at: number;
  hits: readonly Hit[];
  ask: (query: string) => void;
  move: (at: number) => void;
  open: (entry: string) => void;
  /** Whether the keyboard starts here. Default: true. */
  first?: boolean;
}

export function SearchBox({ t, query, at, hits, ask, move, open, first = true }: BoxProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (first) input.current?.focus();
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
        type="search"
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

const REASON = {
  symbol: 'search_by_symbol',
  code: 'search_by_code',
  number: 'search_by_number',
  name: 'search_by_name',
} as const satisfies Record<Hit['field'], MessageKey>;

/** "Symbol Ga", "Also known as GACC", or the kind where the name itself fits. */
function Reason({ hit, entry, query, t }: { hit: Hit; entry: Summary; query: string; t: Translate }) {
  const kindLabel = [entry.kindLabel, entry.list].filter(Boolean).join(' · ');
  if (hit.field === 'name' && (hit.text === entry.name || hit.text === entry.altName?.text)) return <>{kindLabel}</>;
  if (hit.field === 'name' && hit.how === 'typo') return <>{t('search_close_to', hit.text)}</>;
  const [before, after = ''] = t(REASON[hit.field], '\u0000').split('\u0000');
  // A number is on no text: what was typed is what fits.
  const found = hit.field === 'number' ? query.trim() : hit.text;
  return (
    <>
      {before}
      <span lang={hit.lang === 'und' ? undefined : hit.lang}>
        <MarkedText text={found} part={query} />
      </span>
      {after} · {kindLabel}
    </>
  );
}

interface ResultsProps {
  desk: Desk;
  query: string;
  hits: readonly Hit[];
  at: number;
  open: (entry: string) => void;
  /** Entries that the page in the tab mentions. */
  here?: ReadonlySet<string>;
}

/** The first results at once, the others in an idle turn: no key waits for rows that are out of sight. */
function useDrawn(hits: readonly Hit[], at: number): readonly Hit[] {
  const [whole, setWhole] = useState<readonly Hit[] | null>(null);
  useEffect(() => {
    if (hits.length <= AT_ONCE) return;
    const turn = requestIdleCallback(() => setWhole(hits), { timeout: 500 });
    return () => cancelIdleCallback(turn);
  }, [hits]);
  return whole === hits ? hits : hits.slice(0, Math.max(AT_ONCE, at + 1));
}

export function SearchResults({ desk, query, hits, at, open, here }: ResultsProps) {
  const { t } = desk;
  const list = useRef<HTMLUListElement>(null);
  const drawn = useDrawn(hits, at);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at, hits]);
  const exact = hits.some(({ how }) => how !== 'typo');
  return (
    <>
      {!exact && (
        <div class="blank">
          <h2>{t('search_none', query.trim())}</h2>
          <p>{t(hits.length > 0 ? 'search_closest' : 'search_none_more')}</p>
        </div>
      )}
      {exact && <p class="caption">{t('search_found', hits.length)}</p>}
      <ul class="scroll" role="listbox" id={LIST} aria-label={t('search_results')} ref={list}>
        {drawn.map((hit, i) => {
          const entry = desk.found(hit);
          return (
            <li
              key={i}
              id={optionId(i)}
              class="row"
              role="option"
              aria-selected={i === at}
              aria-posinset={i + 1}
              aria-setsize={hits.length}
              onClick={() => open(hit.entry)}
            >
              <Tile kind={entry.kind} tile={entry.tile} size="small" />
              <span>
                <span class="n">
                  <MarkedText text={entry.name} part={hit.field === 'name' ? query.trim() : ''} />
                  {entry.altName && (
                    <>
                      {' '}
                      <span class="alt" lang={entry.altName.lang}>
                        <MarkedText text={entry.altName.text} part={hit.field === 'name' ? query.trim() : ''} />
                      </span>
                    </>
                  )}
                </span>
                <span class="s">
                  <Reason hit={hit} entry={entry} query={query.trim()} t={t} />
                </span>
              </span>
              {here?.has(hit.entry) ? <span class="hint">{t('search_on_page')}</span> : <span />}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** Draws what a letter finds where nobody sees it: the first drawing takes three times as long as those after it. */
function drawOnce(desk: Desk): void {
  const hits = desk.search.find('a', AT_ONCE);
  const aside = document.createElement('div');
  if (hits.length > 0) render(<SearchResults desk={desk} query="a" hits={hits} at={0} open={() => {}} />, aside);
  render(null, aside);
}

function useIdle(run: (() => void) | null, of: unknown): void {
  useEffect(() => {
    if (!run) return;
    const turn = requestIdleCallback(run);
    return () => cancelIdleCallback(turn);
  }, [of]);
}

/**
 * The results for a query, found anew only when it, or what is searched, changes; none while nothing can be
 * searched. What the first key would wait for is done before it.
 */
export function useHits(desk: Desk, searchable: boolean, query: string): Hit[] {
  const { search } = desk;
  useIdle(searchable ? search.prepare : null, searchable && search);
  useIdle(searchable ? () => drawOnce(desk) : null, searchable && desk);
  return useMemo(() => (searchable && query.trim() ? search.find(query, SHOWN) : []), [search, searchable, query]);
}

/** What can be typed: shown while nothing is. */
export function SearchHelp({ t, ask }: { t: Translate; ask: (query: string) => void }) {
  const examples = ['Ga', '镓', 'H20', 'MOFCOM', '46/2024', '3A090'];
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
