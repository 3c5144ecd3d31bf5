/** The channel that the build was told of, as it stands beside the extension's pages. */
import * as v from 'valibot';
import { lazily } from '../../core/lazily.ts';
import { ChannelAddress } from '../../formats/channel/channel-files.ts';
import { fileUrl } from '../../messaging/pages.ts';

/** Null where the build knows none. */
export const shippedChannel = lazily(async (): Promise<ChannelAddress | null> =>
  v.parse(v.nullable(ChannelAddress), await (await fetch(fileUrl('/channel.json'))).json()),
);
