/** The channel that keeps the built-in list up to date, if the user agreed to it. */
import * as v from 'valibot';
import { ChannelAddress, KeyId } from '../../formats/channel/channel-files.ts';

const Version = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The facts from the last good check that a channel may not take back. */
const KnownVersions = v.object({
  /**
   * The root key of the channel to which these facts belong. With another root key they start
   * empty.
   */
  rootKey: v.string(),
  /** The serial number of `keys.json`. An older file could bring back a revoked key. */
  serial: Version,
  revoked: v.array(KeyId),
  /** The highest version that was offered. */
  offered: Version,
  /** The version in use after that check. If it differs now, the extension was updated since. */
  inUse: Version,
});
export type KnownVersions = v.InferOutput<typeof KnownVersions>;

export const Channel = v.object({
  isOn: v.boolean(),
  /** The user's own channel, in place of the one that the build sets. */
  mirror: v.nullable(ChannelAddress),
  known: v.fallback(v.nullable(KnownVersions), null),
});
export type Channel = v.InferOutput<typeof Channel>;

/** The state before the user agrees. */
export const CHANNEL_OFF: Channel = { isOn: false, mirror: null, known: null };
