/** Kinds and ids, apart from the model and its schemas: the script in a page carries neither. */

/** The six kinds that have a line, a colour and a tile of their own. */
export const KINDS = ['mineral', 'chip', 'technology', 'company', 'agency', 'instrument'] as const;

/** The list that comes with the extension, and the user's own terms. */
export const BUILT_IN = 'tradegloss';
export const OWN_LIST = 'own';

/** Ids of the extension's own making: a list from elsewhere that takes one is refused. */
export const isReserved = (list: string): boolean => list === BUILT_IN || list === OWN_LIST;

/** True for a reference to one of the user's own terms, and for the id of one. */
export const isOwn = (ref: string): boolean => ref.startsWith(`${OWN_LIST}/`);

export const refOf = (list: string, id: string): string =>
  isReserved(list) && isOwn(id) === (list === OWN_LIST) ? id : `${list}:${id}`;

export function readRef(ref: string): { list: string; id: string } {
  const colon = ref.indexOf(':');
  if (colon >= 0) return { list: ref.slice(0, colon), id: ref.slice(colon + 1) };
  return { list: isOwn(ref) ? OWN_LIST : BUILT_IN, id: ref };
}

/** Followed beside entries: one measure of an entry, and a whole list (follow-refs.ts). */
export const measureRef = (entry: string, control: string): string => `${entry}#${control}`;
export const listRef = (list: string): string => `${list}:*`;

/** The kind that an id begins with, for an entry that is not read. */
export const kindIn = (ref: string): string => readRef(ref).id.split('/')[0] ?? '';

/** Ids of entries by the list that they are of. */
export function byList(refs: Iterable<string>): Map<string, string[]> {
  const lists = new Map<string, string[]>();
  for (const { list, id } of [...refs].map(readRef)) lists.set(list, [...(lists.get(list) ?? []), id]);
  return lists;
}
