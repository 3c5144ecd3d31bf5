/**
 * One exchange with a place: read, merge, write. It may end after any step, by a crash or a cut line,
 * and nothing is lost: what came in is stored before anything goes out, and the last common state is
 * noted last of all.
 */
import type { OwnStore } from '../terms/own-store.ts';
import { isOwn } from '../terms/term.ts';
import type { OwnRecord, Records } from '../terms/record.ts';
import { outward } from './pack.ts';
import { PlaceError, type Place, type Placed } from './place.ts';

export interface ExchangeOptions {
  engine: string;
  store: OwnStore;
  place: Place;
  now: () => number;
  wait: (ms: number) => Promise<void>;
  /** Whether a record takes part: settings may stay at home. */
  takesPart: (id: string) => boolean;
  /** Deletions that the reader said yes to. */
  allowed: ReadonlySet<string>;
}

export type Outcome =
  /** The reader is asked whether these terms may go; nothing was changed. */
  { kind: 'asked'; ids: string[] } | { kind: 'done'; changed: number; conflicts: number; /** The place had been emptied and was filled again. */ refilled: boolean; placed: Placed };

const TRIES = 6;
/** Milliseconds, growing: others write meanwhile, and a server may need a second to tell versions apart. */
const PAUSE = 300;

const only = (records: Records, takesPart: (id: string) => boolean): Records => new Map([...records].filter(([id]) => takesPart(id)));

/** Throws PlaceError. */
export async function exchange({ engine, store, place, now, wait, takesPart, allowed }: ExchangeOptions): Promise<Outcome> {
  let changed = 0;
  let conflicts = 0;
  for (let tries = 1; ; tries++) {
    const copy = await place.read();
    const theirs = only(copy.records, takesPart);
    const absorbed = await store.absorb(engine, theirs, allowed);
    if (absorbed.asked) return { kind: 'asked', ids: absorbed.asked };
    changed += absorbed.merge.changed.filter(({ id }) => isOwn(id)).length;
    conflicts += absorbed.merge.losses.filter((loss) => loss.conflict).length;
    const refilled = copy.empty && (await store.base(engine)).size > 0;
    await store.confirm(engine, only(copy.known, takesPart).values());
    // What others keep there and is none of ours goes back as it came.
    const foreign = [...copy.records.values()].filter(({ id }) => !takesPart(id));
    const records = [...(await store.records()).values()].filter(({ id }) => takesPart(id));
    const outgoing = [...records.flatMap((record) => outward(record, now()) ?? []), ...foreign];
    try {
      const placed = await place.write(outgoing, copy);
      if (placed.known)
        await store.confirm(
          engine,
          kept(outgoing, placed).filter(({ id }) => takesPart(id)),
        );
      return { kind: 'done', changed, conflicts, refilled, placed };
    } catch (error) {
      if (!(error instanceof PlaceError) || error.fault !== 'changed' || tries >= TRIES) throw error;
      await wait(PAUSE * tries);
    }
  }
}

function kept(records: readonly OwnRecord[], { left }: Placed): OwnRecord[] {
  const out = new Set(left);
  return records.filter(({ id }) => !out.has(id));
}
