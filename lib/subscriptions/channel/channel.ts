/** The channel that keeps the built-in list up to date, where the user said yes to it. */
import * as v from 'valibot';
import { ChannelAddress, KeyId } from '../../formats/channel/channel-files.ts';

const Version = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The facts that a channel may not take back, as the last good check left them. */
const Known = v.object({
  /** The root key of the channel that they belong to; another root key begins with none. */
  rootKey: v.string(),
  /** The serial number of `keys.json`: an older file could bring a revoked key back. */
  serial: Version,
  revoked: v.array(KeyId),
  /** The highest version that was offered. */
  offered: Version,
  /** The version in use after that check. If it differs now, the extension was updated. */
  inUse: Version,
});
export type Known = v.InferOutput<typeof Known>;

export const Channel = v.object({
  isOn: v.boolean(),
  /** The user's own choice in place of the channel of the build. */
  mirror: v.nullable(ChannelAddress),
  known: v.fallback(v.nullable(Known), null),
});
export type Channel = v.InferOutput<typeof Channel>;

export const OFF: Channel = { isOn: false, mirror: null, known: null };
