/**
 * Starts every page of the extension: reads the settings, applies the theme and then loads the
 * base.
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

/** How much the lookup holds by now: nothing, names for search, or everything. */
type Stage = 'nothing' | 'names' | 'all';

/** The state of a page of the extension, which changes as the base loads. */
export interface OpenedLookup {
  lookup: Lookup;
  settings: Settings;
  /** False while the lookup finds nothing yet. */
  searchable: boolean;
  /** False while the base is loading and the lookup has no entries yet. */
  ready: boolean;
  /** The error message if the database could not be used. */
  problem: string | null;
}

/**
 * The code that reads the base is large, so the first drawing and the first search do not wait for
 * it.
 */
const loadWholeLookup = () => import('./whole-lookup.ts');

/** Milliseconds that a hidden page, which is never painted, waits for painting. */
const MAX_PAINT_WAIT_MS = 100;

/** Milliseconds that a page opened with a query may stay empty. */
const MAX_EMPTY_MS = 100;

const isLate = (search: Promise<unknown>): Promise<boolean> =>
  Promise.race([search.then(() => false), new Promise<boolean>((resolve) => setTimeout(resolve, MAX_EMPTY_MS, true))]);

/** Resolves after the browser has painted the present state. */
const painted = (): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, MAX_PAINT_WAIT_MS);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      setTimeout(resolve, 0);
    });
  });

/**
 * Opens the base for this page. Calls back at once, when search works, when the base is loaded, and
 * after each change of settings, lists or loaded entries. `isAsked`: the page was opened with a
 * query, whose results are painted before the base is loaded.
 */
export async function withLookup(
  title: (lookup: Lookup) => string,
  draw: (opened: OpenedLookup) => void,
  { isAsked = false }: { isAsked?: boolean } = {},
): Promise<void> {
  let shown = 0;
  let isWhole = false;
  let saved: Settings | Promise<Settings> = readSettings();
  const lookupOf = async (stage: Stage, request: Parameters<typeof emptyLookup>[0]) => {
    if (stage === 'nothing') return { lookup: emptyLookup(request), problem: null };
    const first = stage === 'names' ? await firstSearch() : null;
    if (first) return { lookup: emptyLookup({ ...request, ...first }), problem: null };
    const { searchLookup, wholeLookup } = await loadWholeLookup();
    if (stage === 'names') return { lookup: await searchLookup(request), problem: null };
    return wholeLookup(request, () => void show('all'));
  };
  const show = async (stage: Stage) => {
    // If two calls overlap, only the later one draws.
    const mine = ++shown;
    const settings = await saved;
    const { locale, t } = await speechFor(settings.language);
    const { lookup, problem } = await lookupOf(stage, { locale, t, today: today(), asOf: settings.asOf });
    // After a change of settings the base may already be complete: the page does not go back to a
    // smaller stage.
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
      void loadWholeLookup()
        .then(({ forgetLookups }) => forgetLookups(what === 'builtIn'))
        .then(() => show('all')),
  );
  const search = firstSearch();
  // Drawing an empty popup delays the results, so it is only drawn if they are late.
  if (!isAsked || (await isLate(search))) await show('nothing');
  await show('names');
  if (isAsked) await painted();
  await show('all');
}
