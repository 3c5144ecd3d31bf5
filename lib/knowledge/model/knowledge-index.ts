/**
 * A list arranged for questions about one entry: the controls that touch it, the links through
 * which they do, and the acts on them. Built once from a list; nothing here changes afterwards.
 */
import { compareDates, spanOf } from './fuzzy-dates.ts';
import { textOf } from './name-rule.ts';
import type { Act, Control, Cover, DateText, Day, Entry, KnowledgeList, Membership, Phrases } from './schema.ts';

/**
 * The link between a control and an entry: it covers it, is aimed at it, is in its text, was
 * changed by its text, or was made by it.
 */
export type Relation = 'covers' | 'toward' | 'text' | 'changed by' | 'by';

export type Link = {
  control: Control;
  relation: Relation;
  cover?: Cover;
  /** The list or class through which the control reaches the entry. */
  via?: string;
  /** The days on which the entry belongs to it; open where no day is known. */
  from?: DateText;
  until?: DateText;
};

export type Knowledge = {
  entries: ReadonlyMap<string, Entry>;
  controls: ReadonlyMap<string, Control>;
  /** The acts on a control, as the list orders them. */
  actsOn: ReadonlyMap<string, readonly Act[]>;
  linksOf: ReadonlyMap<string, readonly Link[]>;
  /** The entries that a measure names as a party: by id or by any of their names, folded. */
  idsNamed: ReadonlyMap<string, ReadonlySet<string>>;
  phrases: Phrases;
  /** The day to which the list's sources were read; null where it does not say. */
  knownTo: Day | null;
};

type Reach = { id: string; via?: string; from?: DateText; until?: DateText };
/**
 * The most links of controls to entries in all of a list (the built-in one has 5,690). Further ones
 * are dropped.
 */
const MAX_LINKS = 500_000;
/** The fields of a list that status needs. */
export type StatusList = Pick<KnowledgeList, 'entries' | 'controls' | 'acts'> & {
  phrases?: Phrases | undefined;
  knownTo?: Day | undefined;
};

/** As a party is looked up by its name: width, case and space around it make no difference. */
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

/** Memberships that are followed from one list or class: classes within classes multiply them. */
const MAX_REACH = 20_000;

/**
 * `id` itself and every entry that belongs to it, also through classes within it, with the days of
 * membership.
 */
function reachOf(
  id: string,
  members: ReadonlyMap<string, readonly { entry: Entry; membership: Membership }[]>,
): Reach[] {
  const found: Reach[] = [{ id }];
  // Once an entry and its days: through however many classes it is reached, it is reached the same.
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

/** Folded name -> entries, for the names that measures are aimed at: no others are looked up. */
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

  /** Links the entries that belong to a list or a class. */
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

export const NEARNESS: readonly Relation[] = ['covers', 'toward', 'text', 'changed by', 'by'];

export type Belonging = 'not yet' | 'belongs' | 'left';

/** True if the entry belongs to the list through which the control reaches it, on `day`. */
export function belongingOn(link: Link, day: Day): Belonging {
  if (link.from !== undefined && day < spanOf(link.from).last) return 'not yet';
  return link.until !== undefined && day > spanOf(link.until).last ? 'left' : 'belongs';
}

/**
 * One link a control, for `day`: one that holds before one that ended before one to come; then the
 * nearest relation, the direct way before one through a list, the later membership before the
 * earlier.
 */
export function controlsTouching(knowledge: Knowledge, entryId: string, day: Day): Link[] {
  const order: readonly Belonging[] = ['belongs', 'left', 'not yet'];
  const key = (link: Link) =>
    [order.indexOf(belongingOn(link, day)), NEARNESS.indexOf(link.relation), link.via === undefined ? 0 : 1] as const;
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

/** True if one of `parties` (ids or names) is this entry, or a list or class that it belongs to. */
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
