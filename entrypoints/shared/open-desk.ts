/** What every page of the extension starts with: settings, the look, and soon after the base read from the database. */
import type { Desk } from '../../lib/card/desk.ts';
import { emptyDesk } from '../../lib/card/empty-desk.ts';
import { speechFor } from '../../lib/messaging/texts.ts';
import { today } from '../../lib/store/clock.ts';
import { onSettings, readSettings, type Settings } from '../../lib/store/settings.ts';
import { onLists } from '../../lib/sync/adapters/subscription-adapter.ts';
import { dress } from './dress.ts';

export interface Opened {
  desk: Desk;
  settings: Settings;
  /** false: the base is still being read, and the desk knows no entries yet. */
  ready: boolean;
  /** In plain words, where the database could not be used. */
  problem: string | null;
}

/** What reads the base is most of the code: to read that over would keep the first drawing back. */
const rest = () => import('./whole-desk.ts');

/** Opens the base for this page; calls back at once, when the base is read, and after each change of settings, of lists, and where entries of large lists were read. */
export async function withDesk(title: (desk: Desk) => string, draw: (opened: Opened) => void): Promise<void> {
  let shown = 0;
  const show = async (ready: boolean) => {
    // Of two that overlap only the later one draws.
    const mine = ++shown;
    const settings = await readSettings();
    const { locale, t } = await speechFor(settings.language);
    const request = { locale, t, today: today(), asOf: settings.asOf };
    const { desk, problem } = ready
      ? await (await rest()).wholeDesk(request, () => void show(true))
      : { desk: emptyDesk(request), problem: null };
    if (mine !== shown) return;
    dress(document, settings, desk.lang);
    document.title = title(desk);
    draw({ desk, settings, ready, problem });
  };
  onSettings(() => void show(true));
  onLists(
    () =>
      void rest()
        .then(({ forgetLists }) => forgetLists())
        .then(() => show(true)),
  );
  await show(false);
  void rest().then(({ readBase }) => readBase());
  await show(true);
}
