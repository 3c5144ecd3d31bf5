/**
 * Checks all followed items: at start, once a day, and after changes of lists, settings or seen
 * states. It uses no network.
 */
import type { Locale, Translations } from '../i18n/translate.ts';
import { readFollowed } from '../knowledge/model/follow-refs.ts';
import type { Day } from '../knowledge/model/schema.ts';
import { readRef } from '../knowledge/model/ids.ts';
import { findChanges } from './changes.ts';
import type { FollowChange, FollowRecord } from './follow-record.ts';
import type { FollowBase } from './states-of.ts';

/** The settings, the base and the browser, as a check sees them. Tests replace them. */
export interface CheckPorts {
  today: () => Day;
  follows: () => Promise<readonly string[]>;
  read: () => Promise<FollowRecord>;
  write: (record: FollowRecord, changes: readonly FollowChange[]) => Promise<void>;
  /** A list with some of its entries; null if it does not exist. */
  base: (list: string, entries: readonly string[]) => Promise<FollowBase | null>;
  speech: () => Promise<{ texts: Translations; locale: Locale }>;
  /** Shows the number of changes on the toolbar button. */
  sign: (changes: number) => Promise<void>;
  mayNotify: () => Promise<boolean>;
  notify: (changes: readonly FollowChange[]) => Promise<void>;
}

async function basesFor(follows: readonly string[], ports: CheckPorts): Promise<Map<string, FollowBase | null>> {
  const wanted = new Map<string, string[]>();
  for (const ref of follows) {
    const followed = readFollowed(ref);
    if (!followed) continue;
    const { list, entry } = followed;
    wanted.set(list, [...(wanted.get(list) ?? []), ...(entry === null ? [] : [readRef(entry).id])]);
  }
  const bases = new Map<string, FollowBase | null>();
  // A list that cannot be read now is checked the next time.
  for (const [list, entries] of wanted) bases.set(list, await ports.base(list, entries).catch(() => null));
  return bases;
}

/** True if the user should be notified: at most once a day, and once for each change. */
function isNews(changes: readonly FollowChange[], { notified }: FollowRecord, today: Day): boolean {
  const told = new Set(notified?.keys);
  return notified?.day !== today && changes.some(({ key }) => !told.has(key));
}

/** `looked`: keys of the changes that the user has looked at. */
export async function checkFollows(ports: CheckPorts, looked: readonly string[] = []): Promise<void> {
  const [follows, record] = await Promise.all([ports.follows(), ports.read()]);
  const bases = await basesFor(follows, ports);
  const today = ports.today();
  // Skips reading texts at each start if nothing is followed.
  const { changes, seen } =
    follows.length === 0
      ? { changes: [], seen: {} }
      : findChanges({
          follows,
          seen: record.seen,
          looked: new Set(looked),
          baseOf: (list) => bases.get(list) ?? null,
          today,
          ...(await ports.speech()),
        });
  const notifies = isNews(changes, record, today) && (await ports.mayNotify());
  const notified = notifies ? { day: today, keys: changes.map(({ key }) => key) } : record.notified;
  // Written before the notification: if the background stops in between, the user misses one
  // notification instead of getting it twice.
  await ports.write({ seen, notified }, changes);
  await ports.sign(changes.length);
  if (notifies) await ports.notify(changes);
}
