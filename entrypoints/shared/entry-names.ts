/**
 * Finds the names of entries and own terms in the user's language, for the lists of mutes and
 * choices.
 */
import { namesShown } from '../../lib/card/build/header.ts';
import { OWN_LIST, byList, refOf } from '../../lib/knowledge/model/ids.ts';
import type { Speech } from '../../lib/knowledge/wording/dates.ts';
import { loadEntries } from '../../lib/store/library.ts';
import { openOwnStore } from '../../lib/terms/open-own-store.ts';
import { base, library } from './base.ts';

/** Names by id. */
async function namesIn(list: string, ids: readonly string[], speech: Speech): Promise<[string, string][]> {
  if (list === OWN_LIST) return (await openOwnStore().terms()).map(({ term }) => [term.id, term.name]);
  const held = await loadEntries(base, await library(), list, ids);
  if (!held) return [];
  const voice = { ...speech, knowledge: held.knowledge };
  return ids.flatMap((id) => {
    const entry = held.entries.get(id);
    return entry ? [[id, namesShown(entry, voice, null).name]] : [];
  });
}

/** Names by ref. Entries that no list on this device has are left out. */
export async function entryNames(refs: readonly string[], speech: Speech): Promise<Map<string, string>> {
  const found = [...byList(new Set(refs))].map(async ([list, ids]) =>
    (await namesIn(list, ids, speech)).map(([id, name]) => [refOf(list, id), name] as const),
  );
  return new Map((await Promise.all(found)).flat());
}
