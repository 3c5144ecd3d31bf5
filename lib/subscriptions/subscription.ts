/** A subscription: the user's choices, and the state of its checks. */
import { ListId } from '../knowledge/model/id-schemas.ts';
import { BUILT_IN, isReserved } from '../knowledge/model/ids.ts';
import * as v from 'valibot';
import { Mapping } from '../formats/mapping-model.ts';
import { FORMATS } from '../formats/list-format.ts';
import { Note } from '../formats/notes.ts';
import { Channel } from './channel/channel.ts';
import { Problem } from './problems.ts';

/** The user's choices. They are kept outside the lists' database, which a browser may wipe. */
export const Subscription = v.object({
  /** The id that the list stated when it was added. */
  list: v.pipe(
    ListId,
    v.check((id) => !isReserved(id), 'an id of the extension itself'),
  ),
  url: v.pipe(v.string(), v.url()),
  format: v.picklist(FORMATS),
  title: v.string(),
  /**
   * The minisign public key in base64; null if the list is not signed or the user does not ask for
   * a signature.
   */
  key: v.nullable(v.string()),
  /** Names of a private list are found, but never marked where a page could read them. */
  private: v.boolean(),
  /** Names of people in a table are marked too. */
  people: v.optional(v.boolean()),
  /** The meaning of its table's columns, if the user has set it. */
  mapping: v.optional(Mapping),
  /** Other hosts that the address may redirect to. The final host may differ at each check. */
  otherHosts: v.optional(v.array(v.pipe(v.string(), v.maxLength(253)))),
});
export type Subscription = v.InferOutput<typeof Subscription>;

/** All that is stored about lists apart from their records. */
export const Subscriptions = v.object({
  /** One unreadable subscription does not affect the others. */
  subscriptions: v.fallback(
    v.pipe(
      v.array(v.unknown()),
      v.transform((all) => all.filter((one): one is Subscription => v.is(Subscription, one))),
    ),
    [],
  ),
  /** The ids of all lists, with the built-in list, first to last. */
  order: v.fallback(v.array(v.string()), []),
  /** Undefined: the user has not chosen. */
  channel: v.optional(v.fallback(v.nullable(Channel), null)),
});
export type Subscriptions = v.InferOutput<typeof Subscriptions>;

/** The subscriptions in the database of the user's own data. */
export interface SubscriptionStore {
  read(): Promise<Subscriptions>;
  /** Changes are applied one after another, in order. */
  change(change: (now: Subscriptions) => Subscriptions): Promise<Subscriptions>;
}

/** Why an update waits for the user; the texts `lists_held_<reason>` say it. */
const HELD_REASONS = [
  'unsigned',
  'bad_signature',
  'other_key',
  'malformed_signature',
  'lower_version',
  'version_jump',
  'shrunk',
  'law_shrunk',
  'drained',
] as const;
export type HeldReason = (typeof HELD_REASONS)[number];

/** The validators of an answer, which the next request sends back. */
export const Validators = v.object({ etag: v.nullable(v.string()), lastModified: v.nullable(v.string()) });
export type Validators = v.InferOutput<typeof Validators>;
const Signer = v.object({ keyId: v.string(), comment: v.string() });
const NoteCount = v.object({
  refused: v.number(),
  clipped: v.number(),
  /** The first notes; the rest are only counted. */
  kept: v.array(Note),
});

/** How many entries, controls and acts a copy of a list has. */
const sizes = { size: v.number(), controls: v.number(), acts: v.number() };
export type Sizes = { [part in keyof typeof sizes]: number };

/** An update that was held back. Its records are staged; `switchTo` puts them into use. */
export const HeldUpdate = v.object({
  reasons: v.array(v.picklist(HELD_REASONS)),
  at: v.number(),
  version: v.number(),
  /** The number of entries, and of entries in use that the update lacks. */
  size: v.number(),
  lost: v.number(),
  /**
   * The number of controls and acts that the update lacks, and the most entries that the list had
   * within 30 days; 0 in a state that an older version stored.
   */
  lostLaw: v.optional(v.number(), 0),
  largest: v.optional(v.number(), 0),
  /** Names of some entries that the update would remove. */
  sample: v.array(v.string()),
  validators: Validators,
  bytes: v.number(),
  notes: NoteCount,
  /**
   * The signer, if the signature is good and the update was held back for another reason. Null in a
   * state that an older version stored.
   */
  signer: v.optional(v.nullable(Signer), null),
});
export type HeldUpdate = v.InferOutput<typeof HeldUpdate>;

/**
 * The results of a list's checks. All times are in milliseconds. If the state is lost, the next
 * check creates it again.
 */
export const CheckState = v.object({
  lastChecked: v.nullable(v.number()),
  lastChanged: v.nullable(v.number()),
  nextCheck: v.number(),
  /** Failed checks in a row. */
  failures: v.number(),
  /** A problem that only another version of the extension knows becomes null. */
  problem: v.fallback(v.nullable(Problem), null),
  validators: Validators,
  bytes: v.nullable(v.number()),
  signer: v.nullable(Signer),
  held: v.nullable(HeldUpdate),
  notes: NoteCount,
  /**
   * The sizes of copies that were in use within the last 30 days, with the day (since 1970) on
   * which each was replaced.
   */
  past: v.optional(v.array(v.object({ day: v.number(), ...sizes })), []),
});
export type CheckState = v.InferOutput<typeof CheckState>;

/** The state of a list that was just added. */
export const NEVER_CHECKED: CheckState = {
  lastChecked: null,
  lastChanged: null,
  nextCheck: 0,
  failures: 0,
  problem: null,
  validators: { etag: null, lastModified: null },
  bytes: null,
  signer: null,
  held: null,
  notes: { refused: 0, clipped: 0, kept: [] },
  past: [],
};

/** The stored state, or a fresh one if it cannot be read. */
export function parseState(stored: unknown): CheckState {
  const result = v.safeParse(CheckState, stored);
  return result.success ? result.output : NEVER_CHECKED;
}

/**
 * The ids of all lists in the user's order. Lists without a position come above the built-in list,
 * because the user added them.
 */
export function orderOf({ subscriptions, order }: Subscriptions): string[] {
  const all = new Set([BUILT_IN, ...subscriptions.map(({ list }) => list)]);
  const placed = order.filter((id) => all.has(id));
  const added = subscriptions.flatMap(({ list }) => (order.includes(list) ? [] : list));
  const at = placed.indexOf(BUILT_IN);
  return at < 0 ? [...placed, ...added, BUILT_IN] : [...placed.slice(0, at), ...added, ...placed.slice(at)];
}
