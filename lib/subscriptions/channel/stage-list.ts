/** Stages a list of the channel, whole or from an update, as an update of the built-in list. */
import * as v from 'valibot';
import { sha256Of } from '../../core/hex.ts';
import { yieldToOthers } from '../../core/slices.ts';
import { documentOf, applyUpdate, UpdateMismatch, type ListUpdate } from '../../formats/channel/list-update.ts';
import { Notes } from '../../formats/notes.ts';
import { KnowledgeList } from '../../knowledge/model/schema.ts';
import { phrasesIn } from '../../store/db.ts';
import { Stager } from '../../store/lists/stager.ts';
import type { ListStore } from '../list-store.ts';
import { Signed } from '../minisign.ts';
import { CheckFailed } from '../problems.ts';
import { stageUpdate, type StagedUpdate } from '../stage-update.ts';
import { jsonOf } from './json-of.ts';

/** Records that are compared in one step. */
const RECORDS_A_STEP = 200;
/** Bytes of a document that are read in one step. */
const BYTES_A_STEP = 256 * 1024;

/**
 * Applies an update to the version in use. Null if the result is not byte for byte the signed
 * version: the records in use may differ from the publisher's.
 */
export async function updatedList(
  store: Pick<ListStore, 'whole'>,
  update: ListUpdate,
  sha256: string,
): Promise<KnowledgeList | null> {
  const inUse = await store.whole(update.list);
  if (!inUse) return null;
  const { header, records } = inUse;
  try {
    const list = applyUpdate(
      { ...header, format: 'tradegloss-list/1', phrases: phrasesIn(header), ...records },
      update,
    );
    return (await sha256Of(new TextEncoder().encode(documentOf(list)))) === sha256 ? list : null;
  } catch (error) {
    if (error instanceof UpdateMismatch) return null;
    throw error;
  }
}

/** Writes the differences from the version in use under the next generation. */
async function stageRecords(
  store: ListStore,
  list: KnowledgeList,
  bytes: number,
  signal: AbortSignal,
): Promise<StagedUpdate> {
  const stager = await Stager.begin(store, list.id);
  try {
    for (const part of ['entries', 'controls', 'acts'] as const)
      for (let k = 0; k < list[part].length; k += RECORDS_A_STEP) {
        const none = { entries: [], controls: [], acts: [] };
        await stager.add({ ...none, [part]: list[part].slice(k, k + RECORDS_A_STEP) });
        await yieldToOthers();
        if (signal.aborted) throw new CheckFailed('cancelled');
      }
    return { staged: await stager.finish(list), notes: new Notes(), bytes, statedVersion: true };
  } finally {
    await stager.atRest();
  }
}

/**
 * `document`: the whole list, whose hash was signed. Records that only a later version of the
 * extension knows are left out, as in subscribed lists.
 */
export async function stageWhole(
  store: ListStore,
  document: Uint8Array<ArrayBuffer>,
  { url, list, now, signal }: { url: string; list: string; now: number; signal: AbortSignal },
): Promise<StagedUpdate> {
  const parsed = v.safeParse(KnowledgeList, jsonOf(document));
  if (parsed.success && parsed.output.id === list) return stageRecords(store, parsed.output, document.length, signal);
  async function* text(): AsyncGenerator<string> {
    const decoder = new TextDecoder();
    for (let k = 0; k < document.length; k += BYTES_A_STEP)
      yield decoder.decode(document.subarray(k, k + BYTES_A_STEP), { stream: k + BYTES_A_STEP < document.length });
  }
  return stageUpdate(
    store,
    {
      format: 'tradegloss',
      validators: { etag: null, lastModified: null },
      table: null,
      lastModified: null,
      announced: document.length,
      text: text(),
      size: () => document.length,
      signature: null,
      signed: new Signed(false),
      beside: async () => null,
    },
    {
      url,
      now,
      signal,
      checkId: (id) => {
        if (id !== list) throw new CheckFailed('other_list', id);
      },
    },
  );
}

/** `bytes`: the size of the update that led to the list. */
export const stageUpdated = stageRecords;
