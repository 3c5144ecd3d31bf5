/**
 * The user's own data, in a database of its own: rebuilding the knowledge base never touches it.
 * Background and extension pages only.
 */
import Dexie, { type EntityTable, type Table } from 'dexie';
import * as v from 'valibot';
import { shareDatabase } from '../core/share-database.ts';
import { Json, RecordId, readRow, type OwnRecord } from './record.ts';
import { DeviceId, Stamp, isTooFarAhead } from './stamp.ts';

/** The version of a record that both this browser and the place of `engine` knew. */
export interface BaseRow {
  engine: string;
  id: string;
  record: OwnRecord;
}

/** A value that was written over or deleted, and can be had back. */
export const LogRow = v.object({
  id: RecordId,
  /** '' for a whole term; its fields are then `value`. */
  field: v.string(),
  value: Json,
  /** When the value was written, and what took its place. */
  at: Stamp,
  by: Stamp,
  /** Both sides had written. */
  conflict: v.boolean(),
  /** When it was logged, in milliseconds since 1970. */
  when: v.number(),
  /** The user had it put back, or said that it is well as it is. */
  settled: v.boolean(),
});
export type LogRow = v.InferOutput<typeof LogRow>;

export interface MetaRow {
  key: string;
  value: unknown;
}

/** The name of the device stands in a record, which others see: device-record.ts. */
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

  /** Grows with every change of a record. */
  async revision(): Promise<number> {
    return (await this.read('revision', v.number())) ?? 0;
  }

  /** Within a transaction on `meta`. */
  async turn(): Promise<void> {
    await this.meta.put({ key: 'revision', value: (await this.revision()) + 1 });
  }

  /** All records that can be read, and the rows of which something cannot. */
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

  /** The records of these ids, in their order. */
  async readSome(ids: readonly string[]): Promise<(OwnRecord | undefined)[]> {
    const rows: unknown[] = await this.records.bulkGet([...ids]);
    return rows.map((row) => (row === undefined ? undefined : (readRow(row).record ?? undefined)));
  }

  /**
   * The latest stamp that was made or seen here; null where there is none, or none that a right
   * clock can have made.
   */
  async clock(now: number): Promise<Stamp | null> {
    const clock = await this.read('clock', Stamp);
    return clock === null || isTooFarAhead(clock, now) ? null : clock;
  }

  /** A value of `meta`; null where there is none, or none that `schema` allows. */
  async read<T extends v.GenericSchema>(key: string, schema: T): Promise<v.InferOutput<T> | null> {
    const parsed = v.safeParse(schema, (await this.meta.get(key))?.value);
    return parsed.success ? parsed.output : null;
  }
}
