/** Qualifies the ids of a list's entries, for a matcher that holds several lists. */
import { refOf } from '../../knowledge/model/ids.ts';
import type { Cue, Entry, Name, NameRule } from '../../knowledge/model/schema.ts';

const IS_ENTRY = /^(?!topic\/|country\/|kind\/)[a-z][a-z-]*\/[a-z0-9][a-z0-9.-]*$/;

/** A rule can point at entries of its own list only. */
export function withRefs<E extends Pick<Entry, 'id' | 'names' | 'forms'>>(list: string, entries: readonly E[]): E[] {
  const word = (text: string) => (IS_ENTRY.test(text) ? refOf(list, text) : text);
  const cue = (one: Cue): Cue => (typeof one === 'string' ? word(one) : { ...one, cue: word(one.cue) });
  const name = (one: Name): Name => {
    if (typeof one === 'string' || !(one.for || one.against)) return one;
    const rule: NameRule = { ...one };
    if (one.for) rule.for = one.for.map(cue);
    if (one.against) rule.against = one.against.map(cue);
    return rule;
  };
  return entries.map((entry) => ({
    ...entry,
    id: refOf(list, entry.id),
    names: Object.fromEntries(Object.entries(entry.names).map(([lang, names]) => [lang, names.map(name)])),
    ...(entry.forms && { forms: entry.forms.map((form) => ({ ...form, body: form.body.map(word) })) }),
  }));
}
