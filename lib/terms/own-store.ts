/**
 * Reading and writing what the reader made. Each change is one transaction with the clock in it, so that
 * stamps of one device grow, whichever of its windows writes.
 */
import { deviceRecord } from './device-record.ts';
import { logLosses, wholeLoss, type Loss } from './loss-log.ts';
import {
  byId,
  isAlive,
  latestStamp,
  own,
  revive,
  sameRecord,
  sameValue,
  writeFields,
  type Json,
  type OwnRecord,
} from './record.ts';
import { Stamp, deviceOf, msOf, newDeviceId, nextStamp } from './stamp.ts';
import { fieldsOf, termOf, type Term, type TermField } from './term.ts';
import { Device, type LogRow, type OwnBase } from './terms-db.ts';

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
  /** What the reader saw when the change was begun. */
  before?: Term;
}

export class OwnStore {
  readonly db: OwnBase;
  readonly #ports: StorePorts;

  constructor(db: OwnBase, ports: StorePorts) {
    this.db = db;
    this.#ports = ports;
  }

  /** This device's id; null before anything was written here. Reads only, so that it may stand where writing is not allowed. */
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
    return byId(await this.db.records.toArray());
  }

  /** Grows with every change of a record. */
  revision(): Promise<number> {
    return this.db.revision();
  }

  /** Living terms by name. */
  async terms(): Promise<StoredTerm[]> {
    const stored = (await this.db.records.toArray()).flatMap((record) => {
      const term = termOf(record);
      const last = latestStamp(record);
      return term && last ? [{ term, changed: msOf(last), by: deviceOf(last) }] : [];
    });
    return stored.sort((a, b) => a.term.name.localeCompare(b.term.name));
  }

  async term(id: string): Promise<Term | null> {
    const record = await this.db.records.get(id);
    return record ? termOf(record) : null;
  }

  /** Adds or changes terms, all or none. Of a change, only what differs from `before` is written: another field may have come from another device meanwhile. */
  putTerms(changes: readonly TermChange[]): Promise<void> {
    return this.#change(async (stamp) => {
      const known = await this.db.records.bulkGet(changes.map(({ term }) => term.id));
      for (const [i, { term, before }] of changes.entries()) {
        const record = known[i];
        const alive = record && !isAlive(record) ? revive(record, stamp) : record;
        const values = Object.entries(fieldsOf(term, alive)).filter(
          ([name, value]) => !before || !sameValue(value, before[name as TermField]),
        );
        await this.#put(writeFields(term.id, alive, Object.fromEntries(values), stamp), record);
      }
    });
  }

  /** Deletes terms; each stays in the log and can be had back. */
  removeTerms(ids: readonly string[]): Promise<void> {
    return this.#change(async (stamp) => {
      for (const record of (await this.db.records.bulkGet([...ids])).filter((one) => one !== undefined)) {
        if (!isAlive(record)) continue;
        await this.#put({ ...record, gone: stamp }, record);
        await this.#log([wholeLoss(record, stamp, false)]);
      }
    });
  }

  /** Writes fields of any record: settings, the name of this device. Null takes a field back to its default. */
  writeRecord(id: string, values: Readonly<Record<string, Json>>): Promise<void> {
    return this.#change(async (stamp) => {
      const known = await this.db.records.get(id);
      await this.#put(writeFields(id, known, values, stamp), known);
    });
  }

  /** Keeps terms that a merge would delete, here and everywhere. */
  keep(ids: readonly string[]): Promise<void> {
    return this.#change(async (stamp) => {
      for (const record of (await this.db.records.bulkGet([...ids])).filter((one) => one !== undefined))
        await this.#put(revive(record, stamp), record);
    });
  }

  /** The newest first. */
  log(): Promise<LogRow[]> {
    return this.db.log.orderBy('when').reverse().toArray();
  }

  async settle({ id, field, at }: Pick<LogRow, 'id' | 'field' | 'at'>): Promise<void> {
    await this.db.log.update([id, field, at], { settled: true });
  }

  /** Puts a value back: it is the newest now, here and, after the next exchange, everywhere. */
  async restore(row: Pick<LogRow, 'id' | 'field' | 'at'>): Promise<void> {
    await this.#change(async (stamp) => {
      const logged = await this.db.log.get([row.id, row.field, row.at]);
      if (!logged) return;
      const known = await this.db.records.get(row.id);
      const values =
        logged.field !== '' ? { [logged.field]: logged.value } : isFields(logged.value) ? logged.value : {};
      const base = known && !isAlive(known) ? revive(known, stamp) : known;
      for (const [field, value] of Object.entries(values)) {
        const written = base && own(base.fields, field);
        if (written && known && isAlive(known) && JSON.stringify(written.value) !== JSON.stringify(value))
          await this.#log([{ id: row.id, field, value: written.value, at: written.at, by: stamp, conflict: false }]);
      }
      await this.#put(writeFields(row.id, base, values, stamp), known);
      await this.db.log.update([row.id, row.field, row.at], { settled: true });
    });
  }

  #log(losses: readonly Loss[]): Promise<void> {
    return logLosses(this.db, losses, this.#ports.now());
  }

  async #put(record: OwnRecord, known: OwnRecord | undefined): Promise<void> {
    if (sameRecord(record, known)) return;
    await this.db.records.put(record);
    await this.db.turn();
  }

  async #change(work: (stamp: Stamp) => Promise<void>): Promise<void> {
    const { id: device } = await this.device();
    const { db } = this;
    await db.transaction('rw', db.records, db.log, db.meta, async () => {
      const stamp = nextStamp(await db.read('clock', Stamp), this.#ports.now(), device);
      await db.meta.put({ key: 'clock', value: stamp });
      await work(stamp);
    });
  }
}

const isFields = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
