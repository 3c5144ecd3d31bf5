/**
 * Reads and sets when the extension checks its lists, so that a test can pretend that time has
 * passed.
 */
import { inExtension } from '../../lib/tools/browser/extension.ts';
import * as v from 'valibot';
import type { CheckState } from '../../lib/subscriptions/subscription.ts';
import type { TestUser } from './test-user.ts';

/** The used part of the extension's interface; it exists in its pages only. */
declare const browser: {
  alarms: {
    create(name: string, at: { when: number }): Promise<void>;
    get(name: string): Promise<{ scheduledTime: number } | undefined>;
  };
};

/** Changes the stored state of a list's checks. */
export const setCheckState = ({ launched }: TestUser, list: string, more: Partial<CheckState>): Promise<unknown> =>
  inExtension(
    launched,
    async (id, change) => {
      const open = indexedDB.open('tradegloss');
      await new Promise((resolve) => open.addEventListener('success', resolve));
      const states = open.result.transaction('states', 'readwrite').objectStore('states');
      const held = states.get(id);
      await new Promise((resolve) => held.addEventListener('success', resolve));
      const { state } = held.result as { state: object };
      const written = states.put({ list: id, state: { ...state, ...change } });
      await new Promise((resolve) => written.addEventListener('success', resolve));
      open.result.close();
    },
    list,
    more,
  );

/** Sets the alarm of list checks. It fires at once if `when` is past. */
export const setAlarm = ({ launched }: TestUser, when: number): Promise<unknown> =>
  inExtension(launched, (at) => browser.alarms.create('lists', { when: at }), when);

/** When the alarm will fire; null if none is set. */
export const alarmAt = async ({ launched }: TestUser): Promise<number | null> =>
  v.parse(
    v.nullable(v.number()),
    await inExtension(launched, async () => (await browser.alarms.get('lists'))?.scheduledTime ?? null),
  );
