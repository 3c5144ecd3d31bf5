/** What every page of the extension starts with: settings, the base read from the database, the look. */
import { browser } from 'wxt/browser';
import { createDesk, type Desk, type DeskBase } from '../../lib/card/desk.ts';
import { hanReady } from '../../lib/match/han.ts';
import { localeOf } from '../../lib/i18n/translate.ts';
import { texts } from '../../lib/messaging/texts.ts';
import { today } from '../../lib/store/clock.ts';
import { loadLibrary, type Library } from '../../lib/store/knowledge.ts';
import { onSettings, readSettings, type Settings } from '../../lib/store/settings.ts';
import { openOwnStore } from '../../lib/terms/open-own-store.ts';
import { ownEntries } from '../../lib/terms/own-entries.ts';
import { base, shippedFile } from './base.ts';
import { dress } from './dress.ts';

export interface Opened {
  desk: Desk;
  settings: Settings;
  /** false: the base is still being read, and the desk knows no entries yet. */
  ready: boolean;
  /** In plain words, where the database could not be used. */
  problem: string | null;
}

const own = openOwnStore();
let library: Promise<Library> | null = null;

/** The reader's own terms, a base beside the lists. */
async function ownBase(title: string): Promise<DeskBase[]> {
  const terms = await own.terms();
  if (terms.length === 0) return [];
  return [{ ...ownEntries(terms.map(({ term }) => term)), title, version: await own.revision(), updated: today(new Date(Math.max(...terms.map(({ changed }) => changed)))) }];
}

/** Opens the base for this page; calls back at once, when the base is read, and after each change of the settings. */
export async function withDesk(title: (desk: Desk) => string, draw: (opened: Opened) => void): Promise<void> {
  const show = async (settings: Settings, held: Library | null) => {
    const locale = localeOf(settings.language, browser.i18n.getUILanguage());
    const t = await texts(locale);
    const lists = held?.lists.flatMap(({ loaded }) => loaded ?? []) ?? [];
    const own = held ? [await ownBase(t('own_title')).catch(() => [])].flat() : [];
    const desk = createDesk({ bases: [...lists, ...own], locale, t, today: today(), asOf: settings.asOf });
    dress(document, settings, desk.lang);
    document.title = title(desk);
    draw({ desk, settings, ready: held !== null, problem: held?.builtIn.problem ?? null });
  };
  library ??= loadLibrary(base, shippedFile, []);
  const read = library;
  onSettings((settings) => void read.then((held) => show(settings, held)));
  await show(await readSettings(), null);
  const [held] = await Promise.all([read, hanReady()]);
  await show(await readSettings(), held);
}
