/**
 * The channel of the built-in list that was set for this build: the address of a publication, and
 * the root key that signs the keys of its lists.
 */
import { ChannelAddress } from '../../formats/channel/channel-files.ts';
import * as v from 'valibot';

/** Null if no channel is set; then the list only comes with the extension. */
export function channelOfBuild(environment: Readonly<Record<string, string | undefined>>): ChannelAddress | null {
  const { TRADEGLOSS_CHANNEL: url = '', TRADEGLOSS_ROOT_KEY: rootKey = '' } = environment;
  if (url === '' && rootKey === '') return null;
  const channel = v.safeParse(ChannelAddress, { url, rootKey });
  if (channel.success) return channel.output;
  throw new Error(
    'TRADEGLOSS_CHANNEL is the https address of a publication, TRADEGLOSS_ROOT_KEY the line of base64 of its root key: a build needs both or none',
  );
}
