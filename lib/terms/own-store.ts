/**
 * Reading and writing what the user made. Each change is one transaction with the clock in it, so
 * that stamps of one device grow, whichever of its windows writes.
 */
import { logLosses, wholeLoss, type Loss } from './loss-log.ts';
import * as v from 'valibot';
import { deviceRecord } from './device-record.ts';
import {
  broughtBack,
  isAlive,
  latestStamp,
  own,
  revive,
  sameRecord,
  sameValue,
  withoutFuture,
  writeFields,
  type Json,
  type OwnRecord,
  type Records,
} from './record.ts';
import { Stamp, deviceOf, isTooFarAhead, laterOf, msOf, newDeviceId, nextStamp } from './stamp.ts';
import { fieldsOf, heldTerm, termOf, type Term, type TermField } from './term.ts';
import { Device, LogRow, type OwnBase } from './terms-db.ts';

export interface StorePorts {
  now: () => number;
  /** In [0, 1). */
  random: () => number;
}

export interface StoredTerm {
  term: Term;
  /** Milliseconds since 1970. */
  changed: number;
  /** Device that wrote last. */
  by: string;
}

export interface TermChange {
  term: Term;
  /** The term as the user saw it when the change was begun. */
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
   * This device's id; null before anything was written here. Reads only, so that it may stand where
   * writing is not allowed.
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

  /** Gives this device a name where it has none: other devices say by it who replaced a value. */
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

  /** Grows with every change of a record. */
  revision(): Promise<number> {
    return this.db.revision();
  }

  /** Living terms by name. */
  async terms(): Promise<StoredTerm[]> {
    return (await this.termsAndDamage()).terms;
  }

  /**
   * The same, with the rows that cannot be read whole: they stay as they are, and no other is lost
   * with them.
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

  /** Takes damaged rows away; of those that still hold a term, only what cannot be read. */
  async clearDamaged(): Promise<void> {
    const { db } = this;
    await db.transaction('rw', db.records, db.meta, async () => {
      const { records, damaged } = await db.readRecords();
      for (const row of damaged) {
        const record = records.get(idOfRow(row));
        if (record && heldTerm(record)) await db.records.put(record);
        // Its key may be of another type than ours.
        else
          await db.records
            .where(':id')
            .equals((row as { id: string }).id)
            .delete();
      }
      await db.turn();
    });
  }

  async term(id: string): Promise<Term | null> {
    const [record] = await this.db.readSome([id]);
    return record ? termOf(record) : null;
  }

  /**
   * Adds or changes terms, all or none. A change writes only the fields that differ from `before`:
   * another field may have come from another device meanwhile.
   */
  putTerms(changes: readonly TermChange[]): Promise<void> {
    return this.#change(async (stamp) => {
      const known = await this.db.readSome(changes.map(({ term }) => term.id));
      for (const [i, { term, before }] of changes.entries()) {
        const record = known[i];
        const earlier = record && broughtBack(record, stamp, deviceOf(stamp));
        const alive = earlier && !isAlive(earlier) ? revive(earlier, stamp) : earlier;
        const values = Object.entries(fieldsOf(term, alive)).filter(
          ([name, value]) => !before || !sameValue(value, before[name as TermField]),
        );
        await this.#put(writeFields(term.id, alive, Object.fromEntries(values), stamp), record);
      }
    });
  }

  /**
   * Deletes terms; each stays in the log and can be had back. False where one of them is still
   * there.
   */
  removeTerms(ids: readonly string[]): Promise<boolean> {
    return this.#change(async (stamp) => {
      for (const record of (await this.db.readSome(ids)).filter((one) => one !== undefined)) {
        if (!isAlive(record)) continue;
        await this.#put({ ...broughtBack(record, stamp, deviceOf(stamp)), gone: stamp }, record);
        await this.#log([wholeLoss(record, stamp, false)]);
      }
      return (await this.db.readSome(ids)).every((record) => !record || !isAlive(record));
    });
  }

  /**
   * Writes fields of any record: settings, the name of this device. Null takes a field back to its
   * default.
   */
  writeRecord(id: string, values: Readonly<Record<string, Json>>): Promise<void> {
    return this.#change(async (stamp) => {
      const [known] = await this.db.readSome([id]);
      await this.#put(writeFields(id, known, values, stamp), known);
    });
  }

  /** Keeps terms that a merge would delete, here and everywhere. */
  keep(ids: readonly string[]): Promise<void> {
    return this.#change(async (stamp) => {
      for (const record of (await this.db.readSome(ids)).filter((one) => one !== undefined))
        await this.#put(revive(broughtBack(record, stamp, deviceOf(stamp)), stamp), record);
    });
  }

  /** The newest first, without rows that cannot be read. */
  async log(): Promise<LogRow[]> {
    return (await this.db.log.orderBy('when').reverse().toArray()).filter((row) => v.is(LogRow, row));
  }

  async settle({ id, field, at }: Pick<LogRow, 'id' | 'field' | 'at'>): Promise<void> {
    await this.db.log.update([id, field, at], { settled: true });
  }

  /**
   * Puts a value back: it is the newest now, here and, after the next exchange, everywhere. False
   * where it is not there afterwards; then it stays in the log.
   */
  restore(row: Pick<LogRow, 'id' | 'field' | 'at'>): Promise<boolean> {
    return this.#change(async (stamp) => {
      const logged = await this.db.log.get([row.id, row.field, row.at]);
      if (!v.is(LogRow, logged)) return false;
      const [found] = await this.db.readSome([row.id]);
      const known = found && broughtBack(found, stamp, deviceOf(stamp));
      const values =
        logged.field !== '' ? { [logged.field]: logged.value } : isFields(logged.value) ? logged.value : {};
      const base = known && !isAlive(known) ? revive(known, stamp) : known;
      for (const [field, value] of Object.entries(values)) {
        const written = base && own(base.fields, field);
        if (written && known && isAlive(known) && JSON.stringify(written.value) !== JSON.stringify(value))
          await this.#log([{ id: row.id, field, value: written.value, at: written.at, by: stamp, conflict: false }]);
      }
      await this.#put(writeFields(row.id, base, values, stamp), found);
      const [now] = await this.db.readSome([row.id]);
      const isBack =
        now !== undefined &&
        isAlive(now) &&
        Object.entries(values).every(([field, value]) => sameValue(own(now.fields, field)?.value, value));
      if (isBack) await this.db.log.update([row.id, row.field, row.at], { settled: true });
      return isBack;
    });
  }

  /**
   * Sets the clock back where a stamp from the far future set it: to the present, with all records
   * that bear such stamps.
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
    await this.db.turn();
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

  /** The latest stamp of all records that a right clock can have made. */
  async #latestSound(now: number): Promise<Stamp | null> {
    let latest: Stamp | null = null;
    for (const record of (await this.records()).values()) {
      const sound = withoutFuture(record, now);
      if (sound) latest = laterOf(latest, latestStamp(sound));
    }
    return latest;
  }

  async #bringBack(stamp: Stamp, device: string): Promise<void> {
    for (const record of (await this.records()).values()) await this.#put(broughtBack(record, stamp, device), record);
  }
}

/** A row of which something cannot be read. */
export interface DamagedRow {
  row: unknown;
  /** The name of its term where that can be made out, else its id. */
  name: string;
}

const idOfRow = (row: unknown): string =>
  row !== null && typeof row === 'object' && 'id' in row && typeof row.id === 'string' ? row.id : '';

function nameOfRow(row: unknown, records: Records): string {
  const id = idOfRow(row);
  const record = records.get(id);
  return (record && heldTerm(record)?.name) ?? id;
}

const isFields = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
