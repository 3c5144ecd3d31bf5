/**
 * One check of the channel of the built-in list. It fetches a small file that states the newest
 * version, then an update to that version or the whole list. The result is judged, staged and put
 * into use like a subscribed list. A version older than the one in use is never taken.
 */
import { BUILT_IN } from '../../knowledge/model/ids.ts';
import { aloneWithBuiltIn } from '../../store/lists/seed.ts';
import { decide, type UpdateOutcome, type UpdatePorts } from '../decide-update.ts';
import { parsePublicKey } from '../minisign.ts';
import { CheckFailed } from '../problems.ts';
import { afterSuccess } from '../schedule.ts';
import type { StagedUpdate } from '../stage-update.ts';
import type { CheckState, SubscriptionStore, Validators } from '../subscription.ts';
import { failedCheck, type UpdateOptions } from '../update-list.ts';
import type { ChannelAddress } from '../../formats/channel/channel-files.ts';
import type { StoredList } from '../../store/db.ts';
import type { Channel, KnownVersions } from './channel.ts';
import {
  fetchOffer,
  fetchUpdate,
  fetchWhole,
  fileOf,
  type ChannelRequest,
  type OfferedVersion,
} from './fetch-channel.ts';
import { stageUpdated, stageWhole, updatedList } from './stage-list.ts';

/**
 * Limits in hours for the interval between two checks, which the list in use states in `expires`.
 * The user agreed to one small request a day. A long interval published by mistake must not delay
 * the next list for long.
 */
const MIN_CHECK_HOURS = 24;
const MAX_CHECK_HOURS = 7 * 24;

const checkHours = ({ expires }: StoredList): number => Math.min(MAX_CHECK_HOURS, Math.max(MIN_CHECK_HOURS, expires));

/** The ports of a check of the channel. */
export interface ChannelPorts extends UpdatePorts {
  subscriptions: SubscriptionStore;
  /** The channel that the build sets; null if it sets none. */
  shippedChannel(): Promise<ChannelAddress | null>;
  /** Stores the list that comes with the extension, or waits until another context has done so. */
  storeShippedList(): Promise<unknown>;
}

/** The address in use; null if neither the build nor the user names one. */
export const addressOf = async (
  { shippedChannel }: Pick<ChannelPorts, 'shippedChannel'>,
  channel: Channel | null | undefined,
): Promise<ChannelAddress | null> => channel?.mirror ?? (await shippedChannel());

/** Failures of the host, a file or the disk are outcomes, not rejections. */
export async function updateChannel(
  ports: ChannelPorts,
  channel: Channel,
  options: UpdateOptions,
): Promise<UpdateOutcome> {
  const { store, clock } = ports;
  let state = await store.state(BUILT_IN);
  try {
    const { asked, current } = await preparing(ports, channel, options);
    const { known } = asked;
    if (known?.inUse !== current.version) {
      // The extension was updatedList with another version of the list: the earlier state no longer
      // applies.
      state = { ...state, held: null, past: [], validators: { etag: null, lastModified: null } };
    }
    const offer = await fetchOffer(asked, await validatorsFor(ports, state));
    state = {
      ...state,
      lastChecked: clock.now(),
      nextCheck: afterSuccess(clock.now(), checkHours(current), clock.random()),
      failures: 0,
      problem: null,
    };
    if (!offer || !(await isNew(ports, state, offer, current))) {
      if (offer) state = withValidators(state, offer.validators);
      await store.setState(BUILT_IN, state);
      if (offer) await remember(ports, channel, { asked, offer, inUse: current.version });
      return state.held ? { result: 'held', state, held: state.held } : { result: 'unchanged', state };
    }
    const outcome = await takeOffer(ports, { asked, offer, current, checked: { ...state, held: null } });
    if (outcome.result === 'held') {
      await remember(ports, channel, { asked, offer, inUse: current.version });
      return outcome;
    }
    await remember(ports, channel, { asked, offer, inUse: offer.latest.version });
    // A version with unchanged records still counts as new: it may be complete up to a later day.
    return { result: 'changed', state: outcome.state };
  } catch (error) {
    // Drops what is staged, unless another context staged it.
    return aloneWithBuiltIn(() => failedCheck(ports, BUILT_IN, state, error));
  }
}

/**
 * The validators of the last version that was offered, if that version is in use, held back or
 * declined.
 */
async function validatorsFor({ store }: ChannelPorts, { held, validators }: CheckState): Promise<Validators | null> {
  if (!held) return validators;
  return (await store.waiting(BUILT_IN)) ? held.validators : null;
}

const withValidators = (state: CheckState, validators: Validators): CheckState =>
  state.held ? { ...state, held: { ...state.held, validators } } : { ...state, validators };

/** True for a version above the one in use that does not already wait for the user. */
async function isNew(
  { store }: ChannelPorts,
  { held }: CheckState,
  { latest: { version } }: OfferedVersion,
  current: StoredList,
): Promise<boolean> {
  if (version <= current.version) return false;
  // A version can be staged but not judged, if the worker was killed. It does not wait for the
  // user.
  return held === null || (await store.waiting(BUILT_IN))?.version !== version;
}

async function preparing(
  ports: ChannelPorts,
  channel: Channel,
  { signal, onProgress }: UpdateOptions,
): Promise<{ asked: ChannelRequest; current: StoredList }> {
  const address = await addressOf(ports, channel);
  if (!address || !parsePublicKey(address.rootKey)) throw new CheckFailed('no_channel');
  let current = await ports.store.header(BUILT_IN);
  if (!current) {
    // A user may agree right after install, while the built-in list is still being written.
    await ports.storeShippedList();
    current = await ports.store.header(BUILT_IN);
  }
  if (!current) throw new CheckFailed('storage', 'the built-in list is not stored');
  const known = channel.known?.rootKey === address.rootKey ? channel.known : null;
  const { network, clock } = ports;
  return { asked: { ...address, network, clock, list: BUILT_IN, known, signal, onProgress }, current };
}

/** Fetches the version that is offered, stages it, and puts it into use or holds it back. */
async function takeOffer(
  ports: ChannelPorts,
  {
    asked,
    offer,
    current,
    checked,
  }: { asked: ChannelRequest; offer: OfferedVersion; current: StoredList; checked: CheckState },
): Promise<UpdateOutcome> {
  const { store, clock } = ports;
  const { signal } = asked;
  const { latest, verdict, validators } = offer;
  const fetched = await fetchUpdate(asked, offer, current.version);
  let document: Uint8Array<ArrayBuffer> | null = fetched ? null : await fetchWhole(asked, latest);
  return aloneWithBuiltIn(async () => {
    const inUse = await store.header(BUILT_IN);
    if (inUse?.generation !== current.generation) throw new CheckFailed('interrupted');
    const list = fetched && (await updatedList(store, fetched.update, latest.sha256));
    let update: StagedUpdate;
    if (fetched && list) update = await stageUpdated(store, list, fetched.bytes, signal);
    else {
      document ??= await fetchWhole(asked, latest);
      const url = fileOf(asked.url, 'list.json');
      update = await stageWhole(store, document, { url, list: BUILT_IN, now: clock.now(), signal });
    }
    if (update.staged.header.version !== latest.version) throw new CheckFailed('channel_mixed');
    return decide(ports, { list: BUILT_IN, isPinned: true }, { current, update, verdict, validators, checked });
  });
}

/** Stores the facts that the channel must not take back. */
async function remember(
  { subscriptions }: ChannelPorts,
  { known }: Channel,
  { asked, offer, inUse }: { asked: ChannelRequest; offer: OfferedVersion; inUse: number },
): Promise<void> {
  const { serial, revoked } = offer.keys;
  const { rootKey } = asked;
  const now: KnownVersions = { rootKey, serial, revoked, offered: offer.latest.version, inUse };
  if (JSON.stringify(known) === JSON.stringify(now)) return;
  await subscriptions.change((all) => (all.channel ? { ...all, channel: { ...all.channel, known: now } } : all));
}
