/** "Changed for you" on pages of the extension: shows the changes that the background found. */
import { browser } from 'wxt/browser';
import type { ChangedProps } from '../../components/changed-for-you.tsx';
import type { FollowChange } from '../../lib/follows/follow-record.ts';
import { onFollowChanges } from '../../lib/follows/follow-signal.ts';
import { askOwn } from '../../lib/messaging/own-requests.ts';
import { entryUrl } from '../../lib/messaging/pages.ts';

const NOTIFICATIONS = { permissions: ['notifications'] } satisfies Parameters<typeof browser.permissions.contains>[0];

/** Reads the changes on request and calls `draw` when something to show has changed. */
export class ChangedForYou {
  readonly #draw: () => void;
  #changes: readonly FollowChange[] = [];
  #notifies: boolean | null = null;

  constructor(draw: () => void) {
    this.#draw = draw;
    onFollowChanges(() => void this.read());
  }

  /** Loads the database code only now, after the page's first drawing. */
  async read(): Promise<void> {
    const { followChanges } = await import('./whole-lookup.ts');
    const [changes, notifies] = await Promise.all([
      followChanges().catch(() => []),
      browser.permissions.contains(NOTIFICATIONS),
    ]);
    [this.#changes, this.#notifies] = [changes, notifies];
    this.#draw();
  }

  /** `close`: closes the popup after it opened a tab. */
  props(close: () => void = () => undefined): ChangedProps {
    return {
      changes: this.#changes,
      notifies: this.#notifies,
      setNotifies: (on) =>
        void browser.permissions[on ? 'request' : 'remove'](NOTIFICATIONS).then(
          () => this.read(),
          () => undefined,
        ),
      seen: (keys) => void askOwn({ type: 'follows-seen', keys: [...keys] }),
      openMeasure: (entry, measure) => void browser.tabs.create({ url: entryUrl(entry, { measure }) }).then(close),
    };
  }
}
