/** The user's choice of the channel and its state, for the settings and the first-run page. */
import type { ChannelAddress } from '../../formats/channel/channel-files.ts';
import { BUILT_IN } from '../../knowledge/model/ids.ts';
import { parsePublicKey } from '../minisign.ts';
import { listUrl } from '../request.ts';
import { CHANNEL_OFF, type Channel } from './channel.ts';
import { addressOf, type ChannelPorts } from './update-channel.ts';

/** The channel as the settings page shows it. */
export interface ChannelView {
  isOn: boolean;
  /** The address that the build or the user's mirror names; null if neither does. */
  url: string | null;
  isMirror: boolean;
}

type Ports = Pick<ChannelPorts, 'subscriptions' | 'shippedChannel' | 'store'>;

/** The state of the channel for the settings. */
export async function channelView(ports: Ports): Promise<ChannelView> {
  const { channel } = await ports.subscriptions.read();
  const address = await addressOf(ports, channel);
  return {
    isOn: channel?.isOn === true && address !== null,
    url: address?.url ?? null,
    isMirror: channel?.mirror != null,
  };
}

/** A mirror as the user entered it; null if the address or the key is invalid. */
export function mirrorOf(address: string, key: string): ChannelAddress | null {
  const url = listUrl(address);
  const rootKey = parsePublicKey(key)?.text;
  return url?.protocol === 'https:' && rootKey !== undefined ? { url: url.href, rootKey } : null;
}

/** Makes the next check due at once and forgets failures of the earlier choice. */
export async function changeChannel({ subscriptions, store }: Ports, change: Partial<Channel>): Promise<void> {
  const state = await store.state(BUILT_IN);
  await store.setState(BUILT_IN, { ...state, nextCheck: 0, failures: 0, problem: null });
  await subscriptions.change((now) => ({ ...now, channel: { ...CHANNEL_OFF, ...now.channel, ...change } }));
}
