/**
 * The small files of a channel: `latest.json` has the newest version and the sizes of its files,
 * `keys.json` the keys that may sign it.
 */
import * as v from 'valibot';
import { Day } from '../../knowledge/model/schema.ts';
import { ListId } from '../../knowledge/model/id-schemas.ts';

const Version = v.pipe(v.number(), v.integer(), v.minValue(1));
const Bytes = v.pipe(v.number(), v.integer(), v.minValue(0));
const Sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/**
 * The number of earlier versions for which update files are published. From an older version the
 * whole list is fetched.
 */
export const MAX_UPDATES = 30;

/** `latest.json`. Sizes are in bytes; `knownTo`: the day to which the list's sources were read. */
export const Latest = v.looseObject({
  format: v.literal('tradegloss-channel/1'),
  list: ListId,
  version: Version,
  updated: Day,
  knownTo: v.optional(Day),
  /** Size of `list.json`. */
  bytes: Bytes,
  sha256: Sha256,
  /** Size of `updates/<from>-<version>.json` by `from`. */
  updates: v.record(v.pipe(v.string(), v.digits()), Bytes),
});
export type Latest = v.InferOutput<typeof Latest>;

/** The base64 line of a minisign public key. */
const PublicKeyLine = v.pipe(v.string(), v.regex(/^RW[A-Za-z0-9+/]{54}$/));
/** A key id as minisign prints it. */
export const KeyId = v.pipe(v.string(), v.regex(/^[0-9A-F]{16}$/));

/** `keys.json`, which the root key signs. */
export const ChannelKeys = v.looseObject({
  format: v.literal('tradegloss-keys/1'),
  list: ListId,
  /** Grows with each change, so that an old file cannot bring back a revoked key. */
  serial: Version,
  /** The key that signs now. */
  present: PublicKeyLine,
  /** The key that will sign next; subscribers already accept it. */
  next: v.nullable(PublicKeyLine),
  /** Keys that must not sign any list. */
  revoked: v.array(KeyId),
});
export type ChannelKeys = v.InferOutput<typeof ChannelKeys>;

/** The address of a publication and the root key that signs its `keys.json`. */
export const ChannelAddress = v.object({
  url: v.pipe(v.string(), v.url(), v.startsWith('https://')),
  rootKey: PublicKeyLine,
});
export type ChannelAddress = v.InferOutput<typeof ChannelAddress>;

/** The address of an update below that of the channel. */
export const updatePath = (from: number, to: number): string => `updates/${from}-${to}.json`;
