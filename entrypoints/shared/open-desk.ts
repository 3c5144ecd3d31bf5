/** What every page of the extension starts with: settings, the base read from the database, the look. */
import { browser } from 'wxt/browser';
import { createDesk, type Desk } from '../../lib/card/desk.ts';
import { fileUrl } from '../../lib/messaging/pages.ts';
import { today } from '../../lib/store/clock.ts';
import { Base } from '../../lib/store/db.ts';
import { loadLibrary, type Library } from '../../lib/store/knowledge.ts';
import { onSettings, readSettings, type Settings } from '../../lib/store/settings.ts';

export interface Opened {
  desk: Desk;
  settings: Settings;
  /** In plain words, where the database could not be used. */
  problem: string | null;
}

const base = new Base();
let library: Promise<Library> | null = null;
const shippedFile = (path: string) => fetch(fileUrl(path));

/** Theme, text size and language of the interface, on the document. */
function dress({ documentElement: root }: Document, { theme, textSize }: Settings, desk: Desk, title: string): void {
  root.lang = desk.lang;
  if (theme === 'light' || theme === 'dark') root.dataset['theme'] = theme;
  else delete root.dataset['theme'];
  root.style.setProperty('--scale', String(textSize));
  document.title = title;
}

async function open(title: (desk: Desk) => string): Promise<Opened> {
  library ??= loadLibrary(base, shippedFile, []);
  const [settings, { lists, builtIn }] = await Promise.all([readSettings(), library]);
  const bases = lists.flatMap(({ loaded }) => loaded ?? []);
  const desk = createDesk({ bases, language: settings.language, browserLanguage: browser.i18n.getUILanguage(), today: today(), asOf: settings.asOf });
  dress(document, settings, desk, title(desk));
  return { desk, settings, problem: builtIn.problem };
}

/** Opens the base for this page and calls back now and after each change of the settings. */
export async function withDesk(title: (desk: Desk) => string, draw: (opened: Opened) => void): Promise<void> {
  const again = async () => draw(await open(title));
  onSettings(() => void again());
  await again();
}
