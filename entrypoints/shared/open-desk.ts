/** What every page of the extension starts with: settings, the base read from the database, the look. */
import { browser } from 'wxt/browser';
import { createDesk, type Desk, type DeskBase } from '../../lib/card/desk.ts';
import { hanReady } from '../../lib/match/han.ts';
import { localeOf } from '../../lib/i18n/translate.ts';
import { texts } from '../../lib/messaging/texts.ts';
import { today } from '../../lib/store/clock.ts';
import { BUILT_IN, OWN_LIST, readRef } from '../../lib/knowledge/ids.ts';
import { loadEntries, type Library } from '../../lib/store/knowledge.ts';
import { onSettings, readSettings, type Settings } from '../../lib/store/settings.ts';
import { onLists } from '../../lib/sync/adapters/subscription-adapter.ts';
import { openOwnStore } from '../../lib/terms/open-own-store.ts';
import { ownEntries } from '../../lib/terms/own-entries.ts';
import { base, forgetLists, library } from './base.ts';
import { dress } from './dress.ts';

export interface Opened {
  desk: Desk;
  settings: Settings;
  /** false: the base is still being read, and the desk knows no entries yet. */
  ready: boolean;
  /** In plain words, where the database could not be used. */
  problem: string | null;
  /** Entries that this page shows: those of large lists are read then, and the page is drawn again. */
  need: (entries: readonly string[]) => void;
}

const own = openOwnStore();

/** The reader's own terms, a base beside the lists. */
async function ownBase(title: string): Promise<DeskBase[]> {
  const terms = await own.terms();
  if (terms.length === 0) return [];
  return [{ ...ownEntries(terms.map(({ term }) => term)), list: OWN_LIST, title, version: await own.revision(), updated: today(new Date(Math.max(...terms.map(({ changed }) => changed)))) }];
}

/** The lists, and what search in them needs. */
const read = (): Promise<Library> => Promise.all([library(), hanReady()]).then(([held]) => held);

/** Entries of large lists that this page asked for, by list. */
const wanted = new Map<string, Set<string>>();

async function basesOf(held: Library): Promise<DeskBase[]> {
  const bases = await Promise.all(held.lists.map(({ header, loaded }) => loaded ?? loadEntries(base, held, header.id, [...(wanted.get(header.id) ?? [])])));
  return bases.filter((one) => one !== null);
}

/** Opens the base for this page; calls back at once, when the base is read, and after each change of settings, lists and what is needed. */
export async function withDesk(title: (desk: Desk) => string, draw: (opened: Opened) => void): Promise<void> {
  let shown = 0;
  const need = (refs: readonly string[]) => {
    let more = false;
    for (const { list, id } of refs.map(readRef)) {
      if (list === BUILT_IN || list === OWN_LIST || wanted.get(list)?.has(id)) continue;
      wanted.set(list, (wanted.get(list) ?? new Set()).add(id));
      more = true;
    }
    if (more) void read().then(show);
  };
  const show = async (held: Library | null) => {
    // Of two that overlap only the later one draws.
    const mine = ++shown;
    const settings = await readSettings();
    const locale = localeOf(settings.language, browser.i18n.getUILanguage());
    const t = await texts(locale);
    const bases = held ? [...(await basesOf(held)), ...(await ownBase(t('own_title')).catch(() => []))] : [];
    if (mine !== shown) return;
    const desk = createDesk({ bases, locale, t, today: today(), asOf: settings.asOf });
    dress(document, settings, desk.lang);
    document.title = title(desk);
    draw({ desk, settings, ready: held !== null, problem: held?.builtIn.problem ?? null, need });
  };
  onSettings(() => void read().then(show));
  onLists(() => {
    forgetLists();
    void read().then(show);
  });
  const reading = read();
  await show(null);
  await show(await reading);
}
