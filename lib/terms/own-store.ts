/**
 * Reads and writes the user's own data. Each change is one transaction that includes the clock, so
 * that the stamps of a device increase whichever of its windows writes.
 */
import { logLosses, wholeLoss, type Loss } from './loss-log.ts';
import * as v from 'valibot';
import { deviceRecord } from './device-record.ts';
import {
  restoredRecord,
  isAlive,
  latestStamp,
  ownField,
  undelete,
  sameRecord,
  sameValue,
  withoutFuture,
  writeFields,
  type Json,
  type OwnRecord,
  type Records,
} from './record.ts';
import { Stamp, deviceOf, isTooFarAhead, laterOf, msOf, newDeviceId, nextStamp } from './stamp.ts';
import { fieldsOf, termOrDeleted, termOf, type Term, type TermField } from './term.ts';
import { Device, LogRow, type OwnBase } from './terms-db.ts';

/** `now`: milliseconds since 1970. */
export interface StorePorts {
  now: () => number;
  /** In [0, 1). */
  random: () => number;
}

/** A term with its last change on any device. */
export interface StoredTerm {
  term: Term;
  /** Milliseconds since 1970. */
  changed: number;
  /** The device that wrote last. */
  by: string;
}

/** A term that was edited or added. */
export interface TermChange {
  term: Term;
  /** The term as the user saw it when the edit began. */
  before?: Term;
}

export class OwnStore {
  readonly db: OwnBase;
  readonly #ports: StorePorts;

  constructor(db: OwnBase, ports: StorePorts) {
    this.db = db;
    this.#ports = ports;
  }

  /**
   * This device's id; null if nothing was written here yet. It only reads, so it may be called
   * where writes are not allowed.
   */
  async deviceId(): Promise<string | null> {
    return (await this.db.read('device', Device))?.id ?? null;
  }

  async device(): Promise<Device> {
    const known = await this.db.read('device', Device);
    if (known) return known;
    return this.db.transaction('rw', this.db.meta, async () => {
      const device = (await this.db.read('device', Device)) ?? { id: newDeviceId(this.#ports.random) };
      await this.db.meta.put({ key: 'device', value: device });
      return device;
    });
  }

  /** Names this device if it has no name. Other devices show the name when it replaces a value. */
  async nameDevice(name: string): Promise<void> {
    const { id } = await this.device();
    if (!(await this.db.records.get(deviceRecord(id)))) await this.renameDevice(name);
  }

  async renameDevice(name: string): Promise<void> {
    const { id } = await this.device();
    await this.writeRecord(deviceRecord(id), { name });
  }

  async records(): Promise<Map<string, OwnRecord>> {
    return (await this.db.readRecords()).records;
  }

  /** Increases with every change of a record. */
  revision(): Promise<number> {
    return this.db.revision();
  }

  /** The terms that are not deleted, sorted by name. */
  async terms(): Promise<StoredTerm[]> {
    return (await this.termsAndDamage()).terms;
  }

  /**
   * The same, with the damaged rows. They stay in the database, and other rows are not affected.
   */
  async termsAndDamage(): Promise<{ terms: StoredTerm[]; damaged: DamagedRow[] }> {
    const { records, damaged } = await this.db.readRecords();
    const terms = [...records.values()].flatMap((record) => {
      const term = termOf(record);
      const last = latestStamp(record);
      return term && last ? [{ term, changed: msOf(last), by: deviceOf(last) }] : [];
    });
    return {
      terms: terms.sort((a, b) => a.term.name.localeCompare(b.term.name)),
      damaged: damaged.map((row) => ({ row, name: nameOfRow(row, records) })),
    };
  }

  /** Deletes damaged rows. A row that still holds a term loses only its unreadable fields. */
  async clearDamaged(): Promise<void> {
    const { db } = this;
    await db.transaction('rw', db.records, db.meta, async () => {
      const { records, damaged } = await db.readRecords();
      for (const row of damaged) {
        const record = records.get(idOfRow(row));
        if (record && termOrDeleted(record)) await db.records.put(record);
        // The key of the row may not be a string.
        else
          await db.records
            .where(':id')
            .equals((row as { id: string }).id)
            .delete();
      }
      await db.raiseRevision();
    });
  }

  async term(id: string): Promise<Term | null> {
    const [record] = await this.db.readSome([id]);
    return record ? termOf(record) : null;
  }

  /**
   * Adds or changes terms, all or none. A change writes only fields that differ from `before`:
   * another device may have changed the other fields meanwhile.
   */
  putTerms(changes: readonly TermChange[]): Promise<void> {
    return this.#change(async (stamp) => {
      const known = await this.db.readSome(changes.map(({ term }) => term.id));
      for (const [i, { term, before }] of changes.entries()) {
        const record = known[i];
        const earlier = record && restoredRecord(record, stamp, deviceOf(stamp));
        const alive = earlier && !isAlive(earlier) ? undelete(earlier, stamp) : earlier;
        const values = Object.entries(fieldsOf(term, alive)).filter(
          ([name, value]) => !before || !sameValue(value, before[name as TermField]),
        );
        await this.#put(writeFields(term.id, alive, Object.fromEntries(values), stamp), record);
      }
    });
  }

  /**
   * Deletes terms. Each stays in the log and can be restored. False if one of them was not deleted.
   */
  removeTerms(ids: readonly string[]): Promise<boolean> {
    return this.#change(async (stamp) => {
      for (const record of (await this.db.readSome(ids)).filter((one) => one !== undefined)) {
        if (!isAlive(record)) continue;
        await this.#put({ ...restoredRecord(record, stamp, deviceOf(stamp)), gone: stamp }, record);
        await this.#log([wholeLoss(record, stamp, false)]);
      }
      return (await this.db.readSome(ids)).every((record) => !record || !isAlive(record));
    });
  }

  /**
   * Writes fields of any record, such as settings or the name of this device. Null resets a field
   * to its default.
   */
  writeRecord(id: string, values: Readonly<Record<string, Json>>): Promise<void> {
    return this.#change(async (stamp) => {
      const [known] = await this.db.readSome([id]);
      await this.#put(writeFields(id, known, values, stamp), known);
    });
  }

  /** Keeps terms that a merge would delete, on this device and on all others. */
  keep(ids: readonly string[]): Promise<void> {
    return this.#change(async (stamp) => {
      for (const record of (await this.db.readSome(ids)).filter((one) => one !== undefined))
        await this.#put(undelete(restoredRecord(record, stamp, deviceOf(stamp)), stamp), record);
    });
  }

  /** Newest first, without unreadable rows. */
  async log(): Promise<LogRow[]> {
    return (await this.db.log.orderBy('when').reverse().toArray()).filter((row) => v.is(LogRow, row));
  }

  async settle({ id, field, at }: Pick<LogRow, 'id' | 'field' | 'at'>): Promise<void> {
    await this.db.log.update([id, field, at], { settled: true });
  }

  /**
   * Restores a value: it becomes the newest on this device and, after the next exchange,
   * everywhere. False if the value could not be restored; then it stays in the log.
   */
  restore(row: Pick<LogRow, 'id' | 'field' | 'at'>): Promise<boolean> {
    return this.#change(async (stamp) => {
      const logged = await this.db.log.get([row.id, row.field, row.at]);
      if (!v.is(LogRow, logged)) return false;
      const [found] = await this.db.readSome([row.id]);
      const known = found && restoredRecord(found, stamp, deviceOf(stamp));
      const values =
        logged.field !== '' ? { [logged.field]: logged.value } : isFields(logged.value) ? logged.value : {};
      const base = known && !isAlive(known) ? undelete(known, stamp) : known;
      for (const [field, value] of Object.entries(values)) {
        const written = base && ownField(base.fields, field);
        if (written && known && isAlive(known) && JSON.stringify(written.value) !== JSON.stringify(value))
          await this.#log([{ id: row.id, field, value: written.value, at: written.at, by: stamp, conflict: false }]);
      }
      await this.#put(writeFields(row.id, base, values, stamp), found);
      const [now] = await this.db.readSome([row.id]);
      const isBack =
        now !== undefined &&
        isAlive(now) &&
        Object.entries(values).every(([field, value]) => sameValue(ownField(now.fields, field)?.value, value));
      if (isBack) await this.db.log.update([row.id, row.field, row.at], { settled: true });
      return isBack;
    });
  }

  /**
   * Sets back a clock that a stamp from the far future had moved. All records with such stamps get
   * stamps of the present.
   */
  async settleClock(): Promise<void> {
    const clock = await this.db.read('clock', Stamp);
    if (clock !== null && isTooFarAhead(clock, this.#ports.now())) await this.#change(() => Promise.resolve());
  }

  #log(losses: readonly Loss[]): Promise<void> {
    return logLosses(this.db, losses, this.#ports.now());
  }

  async #put(record: OwnRecord, known: OwnRecord | undefined): Promise<void> {
    if (sameRecord(record, known)) return;
    await this.db.records.put(record);
    await this.db.raiseRevision();
  }

  async #change<T>(work: (stamp: Stamp) => Promise<T>): Promise<T> {
    const { id: device } = await this.device();
    const { db } = this;
    return db.transaction('rw', db.records, db.log, db.meta, async () => {
      const now = this.#ports.now();
      const clock = await db.read('clock', Stamp);
      const isAhead = clock !== null && isTooFarAhead(clock, now);
      const stamp = nextStamp(isAhead ? await this.#latestSound(now) : clock, now, device);
      if (isAhead) await this.#bringBack(stamp, device);
      await db.meta.put({ key: 'clock', value: stamp });
      return work(stamp);
    });
  }

  /** The latest stamp of all records that a correct clock can have made. */
  async #latestSound(now: number): Promise<Stamp | null> {
    let latest: Stamp | null = null;
    for (const record of (await this.records()).values()) {
      const sound = withoutFuture(record, now);
      if (sound) latest = laterOf(latest, latestStamp(sound));
    }
    return latest;
  }

  async #bringBack(stamp: Stamp, device: string): Promise<void> {
    for (const record of (await this.records()).values())
      await this.#put(restoredRecord(record, stamp, device), record);
  }
}

/** A row that cannot be read completely. */
export interface DamagedRow {
  row: unknown;
  /** The name of its term if readable, otherwise its id. */
  name: string;
}

const idOfRow = (row: unknown): string =>
  row !== null && typeof row === 'object' && 'id' in row && typeof row.id === 'string' ? row.id : '';

function nameOfRow(row: unknown, records: Records): string {
  const id = idOfRow(row);
  const record = records.get(id);
  return (record && termOrDeleted(record)?.name) ?? id;
}

const isFields = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
