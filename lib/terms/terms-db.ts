/**
 * The user's own data, in a separate database that a rebuild of the knowledge base never touches.
 * Only the background and extension pages open it.
 */
import Dexie, { type EntityTable, type Table } from 'dexie';
import * as v from 'valibot';
import { shareDatabase } from '../core/share-database.ts';
import { Json, RecordId, readRow, type OwnRecord } from './record.ts';
import { DeviceId, Stamp, isTooFarAhead } from './stamp.ts';

/** The version of a record that this browser and one replica had in common. */
export interface BaseRow {
  engine: string;
  id: string;
  record: OwnRecord;
}

/** A value that was overwritten or deleted, and can be restored. */
export const LogRow = v.object({
  id: RecordId,
  /** '' for a whole term; `value` then holds its fields. */
  field: v.string(),
  value: Json,
  /** The stamp of the value, and the stamp of what replaced it. */
  at: Stamp,
  by: Stamp,
  /** True if both sides had written. */
  conflict: v.boolean(),
  /** Milliseconds since 1970 when it was logged. */
  when: v.number(),
  /** True if the user restored the value or dismissed the notice. */
  settled: v.boolean(),
});
export type LogRow = v.InferOutput<typeof LogRow>;

/** Values that are not records, such as the device's id and the state of sync. */
export interface MetaRow {
  key: string;
  value: unknown;
}

/** The device's name is not here but in a record, which is synced (device-record.ts). */
export const Device = v.object({ id: DeviceId });
export type Device = v.InferOutput<typeof Device>;

export class OwnBase extends Dexie {
  declare records: EntityTable<OwnRecord, 'id'>;
  declare base: Table<BaseRow, [string, string]>;
  declare log: Table<LogRow, [string, string, string]>;
  declare meta: EntityTable<MetaRow, 'key'>;

  constructor(name = 'tradegloss-own') {
    super(name);
    this.version(1).stores({
      records: 'id',
      base: '[engine+id]',
      log: '[id+field+at], when',
      meta: 'key',
    });
    shareDatabase(this);
  }

  /** Increases with every change of a record. */
  async revision(): Promise<number> {
    return (await this.read('revision', v.number())) ?? 0;
  }

  /** Call within a transaction on `meta`. */
  async raiseRevision(): Promise<void> {
    await this.meta.put({ key: 'revision', value: (await this.revision()) + 1 });
  }

  /** All readable records, and the rows that cannot be read completely. */
  async readRecords(): Promise<{ records: Map<string, OwnRecord>; damaged: unknown[] }> {
    const records = new Map<string, OwnRecord>();
    const damaged: unknown[] = [];
    for (const row of (await this.records.toArray()) as unknown[]) {
      const { record, isWhole } = readRow(row);
      if (record) records.set(record.id, record);
      if (!isWhole) damaged.push(row);
    }
    return { records, damaged };
  }

  /** The records with these ids, in the same order. */
  async readSome(ids: readonly string[]): Promise<(OwnRecord | undefined)[]> {
    const rows: unknown[] = await this.records.bulkGet([...ids]);
    return rows.map((row) => (row === undefined ? undefined : (readRow(row).record ?? undefined)));
  }

  /**
   * The latest stamp that was made or seen here; null if there is none, or if no correct clock can
   * have made it.
   */
  async clock(now: number): Promise<Stamp | null> {
    const clock = await this.read('clock', Stamp);
    return clock === null || isTooFarAhead(clock, now) ? null : clock;
  }

  /** A value of `meta`; null if there is none or `schema` does not allow it. */
  async read<T extends v.GenericSchema>(key: string, schema: T): Promise<v.InferOutput<T> | null> {
    const parsed = v.safeParse(schema, (await this.meta.get(key))?.value);
    return parsed.success ? parsed.output : null;
  }
}
