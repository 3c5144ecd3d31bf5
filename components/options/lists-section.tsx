/** The lists in the settings: their state, their changes, and the user's actions. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { problemWords } from '../../lib/subscriptions/list-words.ts';
import { isKept, type ListView, type ListsService } from '../../lib/subscriptions/lists-service.ts';
import type { Translate } from '../../lib/i18n/translate.ts';
import type { DownloadProgress } from '../lists/list-progress.tsx';
import { ListRow } from '../lists/list-row.tsx';
import { PolicyLists } from '../lists/policy-lists.tsx';
import { isHidden, type PolicyList } from '../../lib/settings/policy.ts';
import { usePolicy } from '../policy.tsx';
import { Notice, useNotice } from '../notice.tsx';
import { AddressField } from '../lists/form-fields.tsx';

/** `lists`: reads and changes the lists; the section reads again after each change. */
export interface ListsSectionProps {
  t: Translate;
  /** BCP 47. */
  lang: string;
  lists: ListsService;
  /** Opens the page that shows a list before it is added. */
  subscribe: (address: string) => void;
  /** The star that follows a whole list. */
  starOf: (list: string, title: string) => ComponentChildren;
}

export function ListsSection({ t, lang, lists, subscribe, starOf }: ListsSectionProps) {
  const [views, setViews] = useState<ListView[]>([]);
  const [busy, setBusy] = useState<{ list: string; arrived: DownloadProgress } | null>(null);
  const policy = usePolicy();
  const [missing, setMissing] = useState<PolicyList[]>([]);
  const { said, say } = useNotice();
  const ending = useRef(new AbortController());
  const load = () =>
    Promise.all([lists.all(), lists.missingOf(policy)]).then(
      ([all, waiting]) => {
        setViews(all);
        setMissing(waiting);
      },
      (error: unknown) => say({ words: problemWords({ code: 'storage', detail: String(error) }, t), bad: true }),
    );
  useEffect(() => {
    void load();
    return lists.onChange(() => void load());
  }, [lists, policy]);
  // Aborts only when the section is removed. When its window gets the focus, the page reads the
  // policy and is drawn again, and a running check must continue.
  useEffect(() => () => ending.current.abort(), []);
  const subscribed = views.flatMap(({ subscription }) => subscription ?? []);
  const check = async (ids: readonly string[]) => {
    say(null);
    const { signal } = (ending.current = new AbortController());
    for (const id of ids) {
      if (signal.aborted) break;
      setBusy({ list: id, arrived: { bytes: 0, announced: null } });
      await lists.check([id], {
        signal,
        onProgress: (bytes, announced) => setBusy({ list: id, arrived: { bytes, announced } }),
      });
      await load();
    }
    setBusy(null);
  };
  // A list from a backup file can be fetched only after the user allows its host. Call this
  // directly in the click:
  // https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/User_actions.
  const fetchOne = async ({ id, header, subscription }: ListView) => {
    if (!header && subscription) await lists.requestHost(subscription.url);
    await check([id]);
  };
  const act = async (work: () => Promise<unknown>) => {
    say(null);
    const done = await work();
    if (done === false) say({ words: t('lists_held_gone'), bad: true });
    await load();
  };
  return (
    <>
      <div class="set lists-head">
        <p class="hint">{t('lists_hint')}</p>
        {subscribed.length > 0 && (
          <button
            type="button"
            class="btn line"
            disabled={busy !== null}
            onClick={() => void check(views.filter(isKept).map(({ id }) => id))}
          >
            {t('lists_check_all')}
          </button>
        )}
        {subscribed.length > 1 &&
          ([false, true] as const).map((isPrivate) => (
            <button
              key={String(isPrivate)}
              type="button"
              class="btn line"
              disabled={subscribed.every((one) => one.private === isPrivate)}
              title={t(isPrivate ? 'lists_private_hint' : 'lists_public_hint')}
              onClick={() => void act(() => lists.setAllPrivate(isPrivate))}
            >
              {t(isPrivate ? 'lists_all_private' : 'lists_all_public')}
            </button>
          ))}
      </div>
      <ul class="lists">
        {views.map((view, place) => (
          <ListRow
            key={view.id}
            t={t}
            lang={lang}
            view={view}
            first={place === 0}
            last={place === views.length - 1}
            arrived={busy?.list === view.id ? busy.arrived : null}
            cancel={() => ending.current.abort()}
            lists={lists}
            check={() => void fetchOne(view)}
            starOf={starOf}
            act={(work) => void act(work)}
          />
        ))}
      </ul>
      <PolicyLists t={t} missing={missing} lists={lists} added={() => void load()} />
      {!isHidden(policy, 'subscribe') && (
        <form
          class="set lists-add"
          onSubmit={(event) => {
            event.preventDefault();
            const address = new FormData(event.currentTarget).get('address');
            if (typeof address === 'string' && address.trim() !== '') subscribe(address.trim());
          }}
        >
          <AddressField label={t('lists_address')} />
          <button class="btn line">{t('lists_add')}</button>
        </form>
      )}
      <div class="set">
        <p class="hint">{t('lists_foot')}</p>
        <Notice said={said} />
      </div>
    </>
  );
}
