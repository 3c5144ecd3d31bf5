/** The channel that the build sets, in a file beside the extension's pages. */
import * as v from 'valibot';
import { lazily } from '../../core/lazily.ts';
import { ChannelAddress } from '../../formats/channel/channel-files.ts';
import { fileUrl } from '../../messaging/pages.ts';

/** Null if the build has none. */
export const shippedChannel = lazily(async (): Promise<ChannelAddress | null> =>
  v.parse(v.nullable(ChannelAddress), await (await fetch(fileUrl('/channel.json'))).json()),
);
