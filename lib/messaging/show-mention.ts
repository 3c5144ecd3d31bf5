/** Takes the user to a mention in the page of a tab, from a list of mentions. */
import type { ListedMention } from './protocol.ts';
import { askPage } from './rpc.ts';

export const showMention = (tab: number, { n, place, frame }: ListedMention): Promise<unknown> =>
  askPage(tab, place ? { type: 'show-place', ...place } : { type: 'show', mention: n }, frame);
