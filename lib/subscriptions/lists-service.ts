/**
 * The lists as the extension's pages show and change them. All browser calls go through ports, so
 * that the pages depend on no browser.
 */
import type { Base, StoredChanges, StoredList } from '../store/db.ts';
import { aloneWithBuiltIn } from '../store/lists/seed.ts';
import { changesOf } from '../store/lists/write-list.ts';
import { BUILT_IN } from '../knowledge/model/ids.ts';
import { CHANNEL_OFF } from './channel/channel.ts';
import { changeChannel, channelView, mirrorOf, type ChannelView } from './channel/choose-channel.ts';
import type { Policy, PolicyList } from '../settings/policy.ts';
import { addPolicyList, missingLists } from './apply-policy.ts';
import { acceptHeld, declineHeld, heldEntries } from './accept-held.ts';
import { withRestored } from './restore-lists.ts';
import { addList, cancelPreview, previewList, type Preview, type PreviewOptions } from './subscribe.ts';
import { orderOf, type CheckState, type Subscription, type Subscriptions } from './subscription.ts';
import { trustKey } from './trust-key.ts';
import { unsubscribe, updateLists, type ListsPorts, type UpdateRound } from './update-lists.ts';
import type { UpdateOptions } from './update-list.ts';
import { wouldMark, type WouldMark } from './would-mark.ts';

/** A list as the settings page shows it. */
export interface ListView {
  id: string;
  title: string;
  /** The version in use; null if this device has none. */
  header: StoredList | null;
  /** Null for the built-in list. */
  subscription: Subscription | null;
  state: CheckState;
  /** For the built-in list only. */
  channel: ChannelView | null;
}

/** The calls to the browser that the pages on lists need. */
export interface ListsBrowser {
  /** Asks for permission for the host of one list. Call it in the user's click. */
  requestHost(url: string): Promise<boolean>;
  /** The page that the user looked at last; null if it may not be read. */
  openPage(): Promise<{ title: string; text: string } | null>;
  /** Tells all contexts that the lists in use, their order or their privacy changed. */
  announce(): Promise<void>;
  /** Tells all contexts that another version of these lists is in use. */
  announceLists(lists: readonly string[]): Promise<void>;
  /** Calls back on each change from anywhere. Returns a way to stop. */
  onChange(call: () => void): () => void;
}

/** The marks that a new list would add to the page in the user's last tab, whose title this is. */
export interface WouldMarkHere extends WouldMark {
  title: string;
}

/**
 * Takes the lock of the built-in list if needed: that list is also written at install and update.
 */
const inTurn = <T>(list: string, work: () => Promise<T>): Promise<T> =>
  list === BUILT_IN ? aloneWithBuiltIn(work) : work();

export class ListsService {
  readonly #base: Base;
  readonly #ports: ListsPorts;
  readonly #browser: ListsBrowser;

  constructor(base: Base, ports: ListsPorts, browser: ListsBrowser) {
    this.#base = base;
    this.#ports = ports;
    this.#browser = browser;
  }

  /** All lists in the user's order. */
  async all(): Promise<ListView[]> {
    const [saved, builtIn] = await Promise.all([this.#ports.subscriptions.read(), this.channel()]);
    return Promise.all(
      orderOf(saved).map(async (id) => {
        const [header = null, state] = await Promise.all([this.#base.lists.get(id), this.#ports.store.state(id)]);
        const subscription = saved.subscriptions.find(({ list }) => list === id) ?? null;
        const channel = id === BUILT_IN ? builtIn : null;
        return { id, title: header?.title ?? subscription?.title ?? id, header, subscription, state, channel };
      }),
    );
  }

  channel(): Promise<ChannelView> {
    return channelView(this.#ports);
  }

  /**
   * `url`: the address of the channel, requested in the user's click; null turns updates off. False
   * if the browser did not allow the host.
   */
  async keepUpToDate(url: string | null): Promise<boolean> {
    if (url !== null && !(await this.#browser.requestHost(url))) return false;
    await changeChannel(this.#ports, { isOn: url !== null });
    return true;
  }

  /** Call it in the user's click. `bad`: the address or the key is invalid. */
  async useMirror(address: string, key: string): Promise<'on' | 'bad' | 'denied'> {
    const mirror = mirrorOf(address, key);
    if (!mirror) return 'bad';
    if (!(await this.#browser.requestHost(mirror.url))) return 'denied';
    await changeChannel(this.#ports, { isOn: true, mirror });
    return 'on';
  }

  forgetMirror(): Promise<void> {
    return changeChannel(this.#ports, CHANNEL_OFF);
  }

  /**
   * The user's subscriptions for the file with all of the user's data. They hold no secret: a key
   * is the publisher's public key.
   */
  saved(): Promise<Subscriptions> {
    return this.#ports.subscriptions.read();
  }

  /**
   * Adds the subscriptions of such a file. Returns the ids of new lists, which still have to be
   * fetched.
   */
  async restore(file: unknown): Promise<string[]> {
    let added: string[] = [];
    await this.#ports.subscriptions.change((now) => {
      const restored = withRestored(now, file);
      added = restored.added;
      return restored.all;
    });
    return added;
  }

  changes(list: string): Promise<StoredChanges[]> {
    return changesOf(this.#base, list);
  }

  /** Checks these lists one after the other, due or not. */
  async check(lists: readonly string[], options: UpdateOptions): Promise<UpdateRound | null> {
    const round = await updateLists(this.#ports, { ...options, lists });
    if (round) await this.#browser.announceLists(round.changed);
    return round;
  }

  async remove(list: string): Promise<void> {
    await unsubscribe(this.#ports, list);
    await this.#browser.announce();
  }

  /** False if the held update no longer exists. */
  async accept(list: string): Promise<boolean> {
    const taken = await inTurn(list, () => acceptHeld(this.#ports, list));
    if (taken) await this.#browser.announceLists([list]);
    return taken;
  }

  /** False if the update is not signed by this key; the old key then stays. */
  async trustKey(list: string, key: string): Promise<boolean> {
    const trusted = await trustKey(this.#ports, list, key, { signal: new AbortController().signal });
    if (trusted) await this.#browser.announceLists([list]);
    return trusted;
  }

  decline(list: string): Promise<void> {
    return inTurn(list, () => declineHeld(this.#ports.store, list));
  }

  held(list: string): Promise<{ lost: string[]; added: string[] }> {
    return heldEntries(this.#ports.store, list);
  }

  /** `by`: -1 moves the list up, 1 down. */
  async move(list: string, by: -1 | 1): Promise<void> {
    await this.#ports.subscriptions.change((now) => {
      const order = orderOf(now);
      const from = order.indexOf(list);
      const to = from + by;
      if (from < 0 || to < 0 || to >= order.length) return now;
      order.splice(to, 0, ...order.splice(from, 1));
      return { ...now, order };
    });
    await this.#browser.announce();
  }

  async setPrivate(list: string, isPrivate: boolean): Promise<void> {
    await this.#ports.subscriptions.change((now) => ({
      ...now,
      subscriptions: now.subscriptions.map((one) => (one.list === list ? { ...one, private: isPrivate } : one)),
    }));
    await this.#browser.announce();
  }

  async setAllPrivate(isPrivate: boolean): Promise<void> {
    await this.#ports.subscriptions.change((now) => ({
      ...now,
      subscriptions: now.subscriptions.map((one) => ({ ...one, private: isPrivate })),
    }));
    await this.#browser.announce();
  }

  /**
   * Turns the marking of people's names in a table on or off. The next check reads the whole list
   * again.
   */
  async setPeople(list: string, people: boolean): Promise<void> {
    await this.#ports.subscriptions.change((now) => ({
      ...now,
      subscriptions: now.subscriptions.map((one) => (one.list === list ? { ...one, people } : one)),
    }));
    const state = await this.#ports.store.state(list);
    await this.#ports.store.setState(list, { ...state, validators: { etag: null, lastModified: null } });
  }

  requestHost(url: string): Promise<boolean> {
    return this.#browser.requestHost(url);
  }

  /** Lets the address of a list redirect to this host from now on. Call it in the user's click. */
  async allowHost(list: string, host: string): Promise<boolean> {
    if (!(await this.requestHost(`https://${host}/`))) return false;
    await this.#ports.subscriptions.change((now) => ({
      ...now,
      subscriptions: now.subscriptions.map((one) =>
        one.list === list ? { ...one, otherHosts: [...new Set([...(one.otherHosts ?? []), host])] } : one,
      ),
    }));
    return true;
  }

  /** The lists of the policy that are missing here. */
  async missingOf(policy: Policy): Promise<PolicyList[]> {
    return missingLists(policy, await this.#ports.subscriptions.read());
  }

  /** Call it in the user's click. Rejects with CheckFailed or NotAList. */
  async addOfPolicy(list: PolicyList): Promise<'added' | 'denied' | 'other key'> {
    if (!(await this.requestHost(list.address))) return 'denied';
    if (!(await addPolicyList(this.#ports, list, new AbortController().signal))) return 'other key';
    await this.#browser.announce();
    return 'added';
  }

  async isSubscribed(url: string): Promise<boolean> {
    return (await this.#ports.subscriptions.read()).subscriptions.some((one) => one.url === url);
  }

  preview(url: string, options: PreviewOptions): Promise<Preview> {
    return previewList(this.#ports, url, options);
  }

  /** Null if no page is open that the extension may read. */
  async wouldMark({ header }: Preview): Promise<WouldMarkHere | null> {
    const page = await this.#browser.openPage();
    return page && { ...(await wouldMark(this.#ports.store, header, page.text)), title: page.title };
  }

  async add(preview: Preview, choice: { key: string | null; private: boolean }): Promise<boolean> {
    const added = await addList(this.#ports, preview, choice);
    await this.#browser.announce();
    return added;
  }

  cancel(preview: Preview): Promise<void> {
    return cancelPreview(this.#ports, preview);
  }

  onChange(call: () => void): () => void {
    return this.#browser.onChange(call);
  }
}

/** True for the list that ships with the extension. */
export const isBuiltIn = ({ id }: Pick<ListView, 'id'>): boolean => id === BUILT_IN;

/**
 * True for a list that is fetched from the web: a subscription, or the built-in list with updates
 * turned on.
 */
export const isKept = ({ subscription, channel }: Pick<ListView, 'subscription' | 'channel'>): boolean =>
  subscription !== null || channel?.isOn === true;
