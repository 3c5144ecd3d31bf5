/** Kinds and ids, without the model and its schemas, which the page script does not carry. */

/** The six kinds that have their own line style, colour and icon. */
export const KINDS = ['mineral', 'chip', 'technology', 'company', 'agency', 'instrument'] as const;

/** The ids of the list that comes with the extension, and of the user's own terms. */
export const BUILT_IN = 'tradegloss';
/** The id of the list of the user's own terms. */
export const OWN_LIST = 'own';

/** True for ids that the extension uses itself. A published list that takes one is refused. */
export const isReserved = (list: string): boolean => list === BUILT_IN || list === OWN_LIST;

/** True for a reference to one of the user's own terms, or for its id. */
export const isOwn = (ref: string): boolean => ref.startsWith(`${OWN_LIST}/`);

/** See `EntryRef`. */
export const refOf = (list: string, id: string): string =>
  isReserved(list) && isOwn(id) === (list === OWN_LIST) ? id : `${list}:${id}`;

/** The list and the id of a reference. Inverts `refOf`. */
export function readRef(ref: string): { list: string; id: string } {
  const colon = ref.indexOf(':');
  if (colon >= 0) return { list: ref.slice(0, colon), id: ref.slice(colon + 1) };
  return { list: isOwn(ref) ? OWN_LIST : BUILT_IN, id: ref };
}

/** The references of two more things that users follow: a measure of an entry, and a whole list. */
export const measureRef = (entry: string, control: string): string => `${entry}#${control}`;
/** The reference of a whole list, as the user follows it. */
export const listRef = (list: string): string => `${list}:*`;

/** The kind that a reference names, for an entry that is not loaded. */
export const kindIn = (ref: string): string => readRef(ref).id.split('/')[0] ?? '';

/** Groups references by list. The values are ids within their list. */
export function byList(refs: Iterable<string>): Map<string, string[]> {
  const lists = new Map<string, string[]>();
  for (const { list, id } of [...refs].map(readRef)) lists.set(list, [...(lists.get(list) ?? []), id]);
  return lists;
}
