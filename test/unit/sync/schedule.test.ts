/** Protects the schedule of exchanges with the user's other devices. */
import { describe, expect, it } from 'vitest';
import { NEW_STATE, type SyncChoice } from '../../../lib/sync/sync-settings.ts';
import { nextExchange } from '../../../lib/sync/schedule.ts';

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 10, 24);

describe('the next exchange', () => {
  const webdav: SyncChoice = {
    engine: 'webdav',
    url: 'https://cloud.example/dav/',
    user: 'a',
    password: 'b',
    team: false,
  };
  it('backs off while a server fails, waits if only the user can help, and does not depend on the clock', () => {
    const at = (state: Partial<typeof NEW_STATE>) =>
      nextExchange(webdav, { ...NEW_STATE, tried: NOW, ...state }, NOW) / MINUTE;
    expect([
      at({}),
      at({ fault: 'server', failures: 1 }),
      at({ fault: 'server', failures: 4 }),
      at({ fault: 'server', failures: 40 }),
      at({ fault: 'sign-in', failures: 1 }),
    ]).toEqual([10, 1, 8, 360, 360]);
    expect(at({ tried: NOW + 365 * 24 * 60 * MINUTE })).toBe(10);
    expect(at({ asked: ['own/x'] })).toBe(Infinity);
    expect(nextExchange({ engine: 'off' }, NEW_STATE, NOW)).toBe(Infinity);
  });
});
