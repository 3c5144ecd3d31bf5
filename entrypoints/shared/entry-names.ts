/** Names of entries of any list and of the reader's own terms, in the reader's language, for what was muted and chosen. */
import { namesShown } from '../../lib/card/head.ts';
import { languageTag, type Locale, type Translate } from '../../lib/i18n/translate.ts';
import { OWN_LIST, readRef } from '../../lib/knowledge/ids.ts';
import { loadEntries } from '../../lib/store/knowledge.ts';
import { openOwnStore } from '../../lib/terms/open-own-store.ts';
import { base, library } from './base.ts';

/** By reference. What no list on this device holds has no name. */
export async function entryNames(refs: readonly string[], locale: Locale, t: Translate): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const ref of new Set(refs)) {
    const { list, id } = readRef(ref);
    if (list === OWN_LIST) {
      const own = (await openOwnStore().terms()).find(({ term }) => term.id === id);
      if (own) names.set(ref, own.term.name);
      continue;
    }
    const held = await loadEntries(base, await library(), list, [id]);
    const entry = held?.entries.get(id);
    if (held && entry)
      names.set(ref, namesShown(entry, { t, lang: languageTag(locale), knowledge: held.knowledge }, null).name);
  }
  return names;
}
