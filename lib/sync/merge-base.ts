/**
 * The last state that this browser and one remote copy had in common, and the merge with that copy.
 */
import * as v from 'valibot';
import { isOwn } from '../knowledge/model/ids.ts';
import { logLosses } from '../terms/loss-log.ts';
import {
  byId,
  isAlive,
  joinRecords,
  latestStamp,
  readRow,
  sameRecord,
  withoutFuture,
  type OwnRecord,
  type Records,
} from '../terms/record.ts';
import { deviceOf, laterOf } from '../terms/stamp.ts';
import { Device, type OwnBase } from '../terms/terms-db.ts';
import { merge, mustAsk, type MergeResult } from './merge.ts';

/**
 * `asked`: ids of the terms that the merge would delete. They are so many that the user must
 * confirm first; nothing was merged.
 */
export type MergeOutcome = { asked: string[] } | { asked: null; merge: MergeResult };

/**
 * Milliseconds within which deletions count together. The browser's sync delivers items one by one,
 * and a server that deletes a few terms every ten minutes must not empty a list without asking.
 */
const COUNTED_TOGETHER_MS = 24 * 3600 * 1000;
const ANSWERED = 'answered';

export class CommonState {
  readonly #db: OwnBase;
  readonly #engine: string;
  readonly #now: () => number;

  /** `engine`: the key under which the state is stored. */
  constructor(db: OwnBase, engine: string, now: () => number) {
    [this.#db, this.#engine, this.#now] = [db, engine, now];
  }

  /** The last state that both sides knew. */
  async records(): Promise<Map<string, OwnRecord>> {
    const rows = await this.#db.base
      .where('[engine+id]')
      .between([this.#engine, ''], [this.#engine, '\uffff'])
      .toArray();
    const now = this.#now();
    return byId(
      rows.flatMap(({ record: row }) => {
        const { record } = readRow(row);
        return record ? (withoutFuture(record, now) ?? []) : [];
      }),
    );
  }

  /** Stores `records` as known to both sides. */
  confirm(records: Iterable<OwnRecord>): Promise<void> {
    const { base } = this.#db;
    return this.#db.transaction('rw', base, async () => {
      const known = await this.records();
      const sound = [...records].flatMap((record) => withoutFuture(record, this.#now()) ?? []);
      const grown = sound.flatMap((record) => {
        const before = known.get(record.id);
        const joined = before ? joinRecords(before, record) : record;
        return sameRecord(joined, before) ? [] : { engine: this.#engine, id: record.id, record: joined };
      });
      if (grown.length) await base.bulkPut(grown);
    });
  }

  /**
   * Merges the remote copy in one transaction. `allowed`: ids of deletions that the user confirmed.
   */
  absorb(place: Records, allowed: ReadonlySet<string>): Promise<MergeOutcome> {
    const db = this.#db;
    return db.transaction('rw', db.records, db.base, db.log, db.meta, async (): Promise<MergeOutcome> => {
      const { records: mine } = await db.readRecords();
      // No later write could ever replace a stamp from the far future. Writes with such a stamp are
      // refused, and our clock never follows them.
      const theirs = byId([...place.values()].flatMap((record) => withoutFuture(record, this.#now()) ?? []));
      const result = merge(mine, theirs, await this.records());
      let clock = await db.clock(this.#now());
      for (const record of theirs.values()) clock = laterOf(clock, latestStamp(record));
      if (clock !== null) await db.meta.put({ key: 'clock', value: clock });
      const deleted = result.deleted.filter((id) => isOwn(id) && !allowed.has(id));
      const alive = [...mine.values()].filter((record) => isOwn(record.id) && isAlive(record)).length;
      const before = deleted.length > 0 ? await this.#deletedLately() : 0;
      if (mustAsk(deleted.length + before, alive + before) && deleted.length > 0) return { asked: deleted };
      await logLosses(db, result.losses, this.#now());
      if (allowed.size > 0) await db.meta.put({ key: ANSWERED, value: this.#now() });
      if (result.changed.length) {
        await db.records.bulkPut(result.changed);
        await db.raiseRevision();
      }
      return { asked: null, merge: result };
    });
  }

  /**
   * The number of terms that other devices deleted here recently without a question to the user.
   */
  async #deletedLately(): Promise<number> {
    const { log } = this.#db;
    const here = (await this.#db.read('device', Device))?.id;
    const since = Math.max(this.#now() - COUNTED_TOGETHER_MS, (await this.#db.read(ANSWERED, v.number())) ?? 0);
    return log
      .where('when')
      .above(since)
      .filter(({ id, field, by }) => field === '' && isOwn(id) && deviceOf(by) !== here)
      .count();
  }
}
