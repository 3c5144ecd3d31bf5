/**
 * The start of every page of the extension: settings, theme, and soon after the base, read from the
 * database.
 */
import type { Lookup } from '../../lib/card/lookup/lookup-model.ts';
import { emptyLookup } from '../../lib/card/lookup/empty-lookup.ts';
import { speechFor } from '../../lib/messaging/texts.ts';
import { today } from '../../lib/core/today.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { onSettings, readSettings } from '../../lib/store/settings.ts';
import { onLists } from '../../lib/subscriptions/adapters/list-signals.ts';
import { applyTheme } from './apply-theme.ts';
import { firstSearch } from './first-search.ts';
import { followsIn } from './follows-in.ts';

/** The contents of the lookup so far: nothing, names to search, or all. */
type Stage = 'nothing' | 'names' | 'all';

export interface Opened {
  lookup: Lookup;
  settings: Settings;
  /** false: the lookup finds nothing yet. */
  searchable: boolean;
  /** false: the base is still being read, and the lookup knows no entries yet. */
  ready: boolean;
  /** In plain words, where the database could not be used. */
  problem: string | null;
}

/**
 * The code that reads the base is the larger part: neither the first drawing nor the first search
 * waits for it.
 */
const rest = () => import('./whole-lookup.ts');

/** Milliseconds that a page which is not in sight, and so is not painted, waits for that. */
const MAX_PAINT_WAIT_MS = 100;

/** Milliseconds for which a page that was opened with words may stay empty. */
const MAX_EMPTY_MS = 100;

const isLate = (search: Promise<unknown>): Promise<boolean> =>
  Promise.race([search.then(() => false), new Promise<boolean>((resolve) => setTimeout(resolve, MAX_EMPTY_MS, true))]);

/** After the browser has painted what stands now. */
const painted = (): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, MAX_PAINT_WAIT_MS);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      setTimeout(resolve, 0);
    });
  });

/**
 * Opens the base for this page; calls back at once, when it can be searched, when it is read, and
 * after each change of settings, of lists, and where entries of large lists were read. `isAsked`:
 * the page was opened with words, and what they find is painted before the base is read.
 */
export async function withLookup(
  title: (lookup: Lookup) => string,
  draw: (opened: Opened) => void,
  { isAsked = false }: { isAsked?: boolean } = {},
): Promise<void> {
  let shown = 0;
  let isWhole = false;
  let saved: Settings | Promise<Settings> = readSettings();
  const lookupOf = async (stage: Stage, request: Parameters<typeof emptyLookup>[0]) => {
    if (stage === 'nothing') return { lookup: emptyLookup(request), problem: null };
    const first = stage === 'names' ? await firstSearch() : null;
    if (first) return { lookup: emptyLookup({ ...request, ...first }), problem: null };
    const { searchLookup, wholeLookup } = await rest();
    if (stage === 'names') return { lookup: await searchLookup(request), problem: null };
    return wholeLookup(request, () => void show('all'));
  };
  const show = async (stage: Stage) => {
    // Where two calls overlap, only the later one draws.
    const mine = ++shown;
    const settings = await saved;
    const { locale, t } = await speechFor(settings.language);
    const { lookup, problem } = await lookupOf(stage, { locale, t, today: today(), asOf: settings.asOf });
    // After a change of settings all may be there before its turn: it does not go again.
    if (mine !== shown || (isWhole && stage !== 'all')) return;
    isWhole = stage === 'all';
    applyTheme(document, settings, lookup.lang);
    document.title = title(lookup);
    draw({
      lookup: { ...lookup, follows: followsIn(settings) },
      settings,
      searchable: stage !== 'nothing',
      ready: stage === 'all',
      problem,
    });
  };
  onSettings((now) => {
    saved = now;
    void show('all');
  });
  onLists(
    (what) =>
      void rest()
        .then(({ forget }) => forget(what === 'builtIn'))
        .then(() => show('all')),
  );
  const search = firstSearch();
  // An empty popup would take from words the time of one drawing; it is of use where they wait.
  if (!isAsked || (await isLate(search))) await show('nothing');
  await show('names');
  if (isAsked) await painted();
  await show('all');
}
