/**
 * Stages a fetched list as an update and collects the facts for the user: who signed it, what it
 * adds and what it removes.
 */
import { yieldToOthers } from '../core/slices.ts';
import type { Mapping } from '../formats/mapping-model.ts';
import { NotAList, type ListContext } from '../formats/list-format.ts';
import { Notes } from '../formats/notes.ts';
import { readerOf } from '../formats/read-list.ts';
import { idFromUrl } from '../formats/table-header.ts';
import type { Staged } from '../store/lists/staged.ts';
import { Stager } from '../store/lists/stager.ts';
import type { FetchedList } from './fetch-list.ts';
import type { ListStore } from './list-store.ts';
import { parsePublicKey, verify, type Verdict } from './minisign.ts';
import { CheckFailed } from './problems.ts';
import type { CheckState } from './subscription.ts';

/** A list whose records are staged and not yet in use. `bytes`: the size of its file. */
export interface StagedUpdate {
  staged: Staged;
  notes: Notes;
  bytes: number;
  /** True if the publisher states the version; false if we took it from the clock. */
  statedVersion: boolean;
}

/**
 * `url`: where the list came from. `now`: milliseconds since 1970, the date of a list if neither it
 * nor its server states one.
 */
export interface StageOptions {
  url: string;
  now: number;
  /** Names of people in a table are marked too. */
  people?: boolean | undefined;
  /** The meaning of the table's columns, if the user has set it. */
  mapping?: Mapping | undefined;
  /** Called with the id of the list before anything is written. Throws if the id is refused. */
  checkId: (id: string) => void;
  /**
   * Ends the staging. The text is fetched faster than it is staged, so without this staging would
   * go on for seconds.
   */
  signal: AbortSignal;
  /** The most entries that the list may have. */
  maxEntries?: number;
  /** Called with the number of entries read so far. */
  onEntries?: (entries: number) => void;
}

/**
 * The most entries that a list may have: the index of names has 21 bits for an entry's position.
 */
const MAX_ENTRIES = 2_000_000;
/** The most faults that are reported of a list without a usable record. */
const MAX_REASONS = 3;

/**
 * Rejects with NotAList or CheckFailed. Records staged before the failure stay; the next update
 * removes them.
 */
export async function stageUpdate(
  store: ListStore,
  fetched: FetchedList,
  { url, now, people = false, mapping, maxEntries = MAX_ENTRIES, checkId, signal, onEntries }: StageOptions,
): Promise<StagedUpdate> {
  const notes = new Notes();
  const { lastModified, beside } = fetched;
  const context: ListContext = { url, lastModified, now, people, mapping, beside };
  const reading = readerOf(fetched.format)(fetched.text, context, notes);
  let stager: Stager | null = null;
  try {
    for (;;) {
      const next = await reading.next();
      if (!stager) {
        const id = next.value.id ?? idFromUrl(url);
        checkId(id);
        stager = await Stager.begin(store, id);
      }
      if (!next.done) {
        await stager.add(next.value);
        if (stager.size > maxEntries) throw new CheckFailed('too_many', maxEntries.toLocaleString('en'));
        onEntries?.(stager.size + (next.value.held ?? 0));
        // The popup and our other pages run in this thread too.
        await yieldToOthers();
        if (signal.aborted) throw new CheckFailed('cancelled');
        continue;
      }
      if (stager.size === 0) throw new NotAList('no_entries', '', notes.firstOfEach(MAX_REASONS));
      return {
        staged: await stager.finish(next.value),
        notes,
        bytes: fetched.size(),
        statedVersion: fetched.format === 'tradegloss' || fetched.lastModified !== null,
      };
    }
  } finally {
    await stager?.atRest();
  }
}

/** The signer, if the signature is good. */
export const signerOf = (verdict: Verdict | null): CheckState['signer'] =>
  verdict?.ok ? { keyId: verdict.keyId, comment: verdict.comment } : null;

/**
 * The verdict on the signature beside a list, after the list was read to its end. Null if there is
 * no signature, or no key to check it with.
 */
export async function verdictOf({ signature, signed }: FetchedList, key: string | null): Promise<Verdict | null> {
  if (signature === null) return null;
  if (signature === 'malformed') return { ok: false, why: 'malformed' };
  const publicKey = key === null ? null : parsePublicKey(key);
  return publicKey ? verify(publicKey, signature, signed) : null;
}
