/**
 * Indexes a list for questions about one entry: the controls that touch it, through which link, and
 * the acts on them. Built once; nothing in it changes afterwards.
 */
import { compareDates, spanOf } from './fuzzy-dates.ts';
import { textOf } from './name-rule.ts';
import type { Act, Control, Cover, DateText, Day, Entry, KnowledgeList, Membership, Phrases } from './schema.ts';

/**
 * How a control touches an entry. It covers the entry, is aimed at it, is in its text, was changed
 * by its text, or was issued by it.
 */
export type Relation = 'covers' | 'toward' | 'text' | 'changed by' | 'by';

/** How a control reaches an entry. */
export type Link = {
  control: Control;
  relation: Relation;
  cover?: Cover;
  /** The list or class through which the control reaches the entry. */
  via?: string;
  /** The first and last day of the entry on that list. Undefined if unknown. */
  from?: DateText;
  until?: DateText;
};

/** A list indexed for status and cards. Keys are ids within the list. */
export type Knowledge = {
  entries: ReadonlyMap<string, Entry>;
  controls: ReadonlyMap<string, Control>;
  /** The acts on a control, in the order of the list. */
  actsOn: ReadonlyMap<string, readonly Act[]>;
  linksOf: ReadonlyMap<string, readonly Link[]>;
  /** The entries that a measure may name as a party, by id or by any of their names, folded. */
  idsNamed: ReadonlyMap<string, ReadonlySet<string>>;
  phrases: Phrases;
  /** The day to which the list's sources were read; null if the list does not say. */
  knownTo: Day | null;
};

type Reach = { id: string; via?: string; from?: DateText; until?: DateText };
/**
 * Bounds the links between controls and entries in one list. The built-in list has 5,690. Further
 * ones are dropped.
 */
const MAX_LINKS = 500_000;
/** The fields of a list that status needs. */
export type StatusList = Pick<KnowledgeList, 'entries' | 'controls' | 'acts'> & {
  phrases?: Phrases | undefined;
  knownTo?: Day | undefined;
};

/** Folds the name of a party for look-up: width, case and outer spaces make no difference. */
export const foldName = (name: string): string => name.normalize('NFKC').toLowerCase().trim();

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

const later = (a: DateText | undefined, b: DateText | undefined) =>
  a === undefined ? b : b === undefined || spanOf(a).last >= spanOf(b).last ? a : b;
const earlier = (a: DateText | undefined, b: DateText | undefined) =>
  a === undefined ? b : b === undefined || spanOf(a).last <= spanOf(b).last ? a : b;

const dated = (from: DateText | undefined, until: DateText | undefined) => ({
  ...(from !== undefined && { from }),
  ...(until !== undefined && { until }),
});

/** Bounds the members of one list or class. Classes within classes multiply them. */
const MAX_REACH = 20_000;

/**
 * `id` itself and every entry that belongs to it, directly or through a class within it, with the
 * days of membership.
 */
function reachOf(
  id: string,
  members: ReadonlyMap<string, readonly { entry: Entry; membership: Membership }[]>,
): Reach[] {
  const found: Reach[] = [{ id }];
  // Each entry with each period counts once, however many classes lead to it.
  const seen = new Set<string>();
  for (const { id: group, from, until } of found)
    for (const { entry, membership } of members.get(group) ?? []) {
      if (entry.id === id) continue;
      const days = dated(later(from, membership.from), earlier(until, membership.until));
      const key = `${entry.id} ${days.from ?? ''} ${days.until ?? ''}`;
      if (seen.has(key)) continue;
      if (found.length > MAX_REACH) return found;
      seen.add(key);
      found.push({ id: entry.id, via: id, ...days });
    }
  return found;
}

/** Maps the folded names of parties to entries. Holds only names that some measure is aimed at. */
function idsOfParties(list: StatusList): Map<string, Set<string>> {
  const ids = new Map(
    list.controls.flatMap(({ toward }) =>
      (toward.parties ?? []).map((party): [string, Set<string>] => [foldName(party), new Set()]),
    ),
  );
  for (const entry of list.entries)
    for (const name of [entry.id, entry.name, ...Object.values(entry.names).flat()])
      ids.get(foldName(textOf(name)))?.add(entry.id);
  return ids;
}

/** Finds the links between controls and entries, at most MAX_LINKS of them. */
class LinkFinder {
  readonly linksOf = new Map<string, Link[]>();
  #count = 0;
  readonly #reaches = new Map<string, Reach[]>();

  constructor(
    private readonly members: ReadonlyMap<string, { entry: Entry; membership: Membership }[]>,
    private readonly idsNamed: ReadonlyMap<string, ReadonlySet<string>>,
  ) {}

  #add(id: string, link: Link): void {
    if (this.#count++ < MAX_LINKS) push(this.linksOf, id, link);
  }

  /** Links the control to the members of a list or class. */
  #addMembers(group: string, link: Omit<Link, 'via' | 'from' | 'until'>): void {
    if (this.#count >= MAX_LINKS) return;
    const reach = this.#reaches.get(group) ?? reachOf(group, this.members);
    this.#reaches.set(group, reach);
    for (const { id, ...days } of reach) this.#add(id, { ...link, ...days });
  }

  addControl(control: Control, acts: readonly Act[]): void {
    for (const cover of control.covers) {
      if (cover.entry) this.#add(cover.entry, { control, relation: 'covers', cover });
      if (cover.list) this.#addMembers(cover.list, { control, relation: 'covers', cover });
    }
    for (const party of control.toward.parties ?? [])
      for (const named of this.idsNamed.get(foldName(party)) ?? [])
        this.#addMembers(named, { control, relation: 'toward' });
    this.#add(control.text.instrument, { control, relation: 'text' });
    this.#add(control.by, { control, relation: 'by' });
    for (const act of acts)
      if (act.text?.instrument) this.#add(act.text.instrument, { control, relation: 'changed by' });
  }
}

/** Indexes a list; see `Knowledge`. */
export function indexKnowledge(list: StatusList): Knowledge {
  const entries = new Map(list.entries.map((entry) => [entry.id, entry]));
  const controls = new Map(list.controls.map((control) => [control.id, control]));
  const members = new Map<string, { entry: Entry; membership: Membership }[]>();
  for (const entry of list.entries)
    for (const membership of entry.memberOf ?? []) push(members, membership.of, { entry, membership });
  const actsOn = new Map<string, Act[]>();
  for (const act of list.acts) for (const id of act.on) push(actsOn, id, act);
  const idsNamed = idsOfParties(list);
  const finder = new LinkFinder(members, idsNamed);
  for (const control of list.controls) finder.addControl(control, actsOn.get(control.id) ?? []);
  return {
    entries,
    controls,
    actsOn,
    linksOf: finder.linksOf,
    idsNamed,
    phrases: list.phrases ?? {},
    knownTo: list.knownTo ?? null,
  };
}

/**
 * The closest first: the control covers the entry, is aimed at it, stands in this instrument, was
 * changed by it, or is issued by this body.
 */
export const RELATIONS_BY_CLOSENESS: readonly Relation[] = ['covers', 'toward', 'text', 'changed by', 'by'];

/** The relation of an entry to a list on one day. */
export type Belonging = 'not yet' | 'belongs' | 'left';

/** Tells whether the entry is on the list through which the control reaches it, on `day`. */
export function belongingOn(link: Link, day: Day): Belonging {
  if (link.from !== undefined && day < spanOf(link.from).last) return 'not yet';
  return link.until !== undefined && day > spanOf(link.until).last ? 'left' : 'belongs';
}

/**
 * One link for each control on `day`. A link that holds comes before one that ended, and that
 * before one to come. Then the closest relation wins, then the direct link over one through a list,
 * then the later membership.
 */
export function controlsTouching(knowledge: Knowledge, entryId: string, day: Day): Link[] {
  const order: readonly Belonging[] = ['belongs', 'left', 'not yet'];
  const key = (link: Link) =>
    [
      order.indexOf(belongingOn(link, day)),
      RELATIONS_BY_CLOSENESS.indexOf(link.relation),
      link.via === undefined ? 0 : 1,
    ] as const;
  const best = new Map<string, Link>();
  for (const link of knowledge.linksOf.get(entryId) ?? []) {
    const known = best.get(link.control.id);
    if (known) {
      const [a, b] = [key(link), key(known)];
      const step =
        a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || compareDates(known.until ?? '9999', link.until ?? '9999');
      if (step >= 0) continue;
    }
    best.set(link.control.id, link);
  }
  return [...best.values()];
}

/** True if `parties` (ids or names) contains this entry, or a list or class that it belongs to. */
export function isAmong(
  knowledge: Knowledge,
  parties: readonly string[],
  entryId: string,
  seen: Set<string> = new Set(),
): boolean {
  seen.add(entryId);
  if (parties.some((party) => party === entryId || (knowledge.idsNamed.get(foldName(party))?.has(entryId) ?? false)))
    return true;
  return (knowledge.entries.get(entryId)?.memberOf ?? []).some(
    ({ of }) => !seen.has(of) && isAmong(knowledge, parties, of, seen),
  );
}
