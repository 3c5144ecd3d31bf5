/** One list: its state on a line, then questions to the user, then its actions. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { listTitle } from '../../lib/card/build/list-title.ts';
import { SetByPolicy, usePolicy } from '../policy.tsx';
import type { Translate } from '../../lib/i18n/translate.ts';
import { builtInWords, channelProblemWords, checkWords, headWords } from '../../lib/subscriptions/list-words.ts';
import { isBuiltIn, isKept, type ListView, type ListsService } from '../../lib/subscriptions/lists-service.ts';
import { noteLine } from '../../lib/subscriptions/note-words.ts';
import { Icon } from '../icons.tsx';
import { ChannelChoice } from './channel-choice.tsx';
import { ChangeLog } from './change-log.tsx';
import { ListProgress, type DownloadProgress } from './list-progress.tsx';
import { HeldUpdateNotice } from './held-update.tsx';

interface ListRowProps {
  t: Translate;
  lang: string;
  view: ListView;
  first: boolean;
  last: boolean;
  /** The progress of a running check; null if none is running. */
  arrived: DownloadProgress | null;
  cancel: () => void;
  lists: ListsService;
  check: () => void;
  /** The star that follows the whole list. */
  starOf: (list: string, title: string) => ComponentChildren;
  /** Runs an action on the lists, then draws them again. */
  act: (work: () => Promise<unknown>) => void;
}

/** The title of a list, its publisher, and how its last check went. */
function ListState({ t, lang, view }: Pick<ListRowProps, 't' | 'lang' | 'view'>) {
  const { id, header, subscription, state } = view;
  const voice = { t, lang };
  return (
    <div class="grow">
      <h3>
        {listTitle(id, view.title, t)}{' '}
        <span class="hint">{header ? headWords(header, subscription?.private === true, voice) : ''}</span>
      </h3>
      <p class="hint">
        {isBuiltIn(view) ? builtInWords(view, voice) : subscription && checkWords(state, subscription, voice)}
      </p>
      {!header && <p class="hint">{t('lists_not_here')}</p>}
      {state.problem && isKept(view) && (
        <p class="list-problem">{t('lists_failed', channelProblemWords(state.problem, view.channel, t))}</p>
      )}
    </div>
  );
}

/** Moves a list before or after another. */
function ListOrder({
  t,
  id,
  title,
  first,
  last,
  lists,
  act,
}: Pick<ListRowProps, 't' | 'first' | 'last' | 'lists' | 'act'> & { id: string; title: string }) {
  return (
    <div class="list-order">
      <button
        type="button"
        class="btn icon"
        aria-label={t('lists_up', title)}
        disabled={first}
        onClick={() => act(() => lists.move(id, -1))}
      >
        <Icon name="up" />
      </button>
      <button
        type="button"
        class="btn icon"
        aria-label={t('lists_down', title)}
        disabled={last}
        onClick={() => act(() => lists.move(id, 1))}
      >
        <Icon name="down" />
      </button>
    </div>
  );
}

/** The parts of the list that were refused or cut. */
const ListNotes = ({ t, notes }: { t: Translate; notes: ListView['state']['notes'] }) =>
  notes.refused + notes.clipped > 0 ? (
    <details class="list-notes">
      <summary>{t('lists_notes', notes.refused, notes.clipped)}</summary>
      <ul>
        {notes.kept.map((note, k) => (
          <li key={k}>{noteLine(note, t)}</li>
        ))}
      </ul>
    </details>
  ) : null;

/** Lets the user allow the other host that the address of a list redirects to. */
function RedirectOffer({ t, view, lists, check, act }: Pick<ListRowProps, 't' | 'view' | 'lists' | 'check' | 'act'>) {
  const { id, subscription } = view;
  const { problem } = view.state;
  if (!subscription || problem?.code !== 'redirected') return null;
  return (
    <button
      type="button"
      class="btn line"
      // Call this directly in the click, or the browser does not ask:
      // https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/User_actions.
      onClick={() => act(() => lists.allowHost(id, problem.detail).then(check))}
    >
      {t('lists_allow_host', problem.detail)}
    </button>
  );
}

/** Buttons that change what the user is subscribed to. */
function SubscriptionActs({
  t,
  view,
  lists,
  check,
  act,
  isRemoving,
  remove,
}: Pick<ListRowProps, 't' | 'view' | 'lists' | 'check' | 'act'> & { isRemoving: boolean; remove: () => void }) {
  const { lists: ofPolicy = [] } = usePolicy();
  const { id, subscription } = view;
  if (!subscription) return null;
  const set = ofPolicy.find(({ address }) => address === subscription.url);
  return (
    <>
      {set?.private === undefined && (
        <button
          type="button"
          class="btn"
          title={t(subscription.private ? 'lists_public_hint' : 'lists_private_hint')}
          onClick={() => act(() => lists.setPrivate(id, !subscription.private))}
        >
          {t(subscription.private ? 'lists_make_public' : 'lists_make_private')}
        </button>
      )}
      {subscription.format !== 'tradegloss' && (
        <button
          type="button"
          class="btn"
          title={t('lists_people_hint')}
          onClick={() => act(() => lists.setPeople(id, subscription.people !== true).then(check))}
        >
          {t(subscription.people === true ? 'lists_people_off' : 'lists_people_on')}
        </button>
      )}
      {set ? (
        <SetByPolicy t={t} />
      ) : (
        <button type="button" class="btn" aria-expanded={isRemoving} onClick={remove}>
          {t('lists_remove')}
        </button>
      )}
    </>
  );
}

export function ListRow({ t, lang, view, first, last, arrived, cancel, lists, check, starOf, act }: ListRowProps) {
  const [open, setOpen] = useState<'changes' | 'remove' | null>(null);
  const { id, header, state, channel } = view;
  const title = listTitle(id, view.title, t);
  return (
    <li class="list" data-list={id}>
      <div class="list-line">
        <Icon name={state.problem && isKept(view) ? 'warn' : state.held ? 'differs' : 'check'} />
        <ListState t={t} lang={lang} view={view} />
        {starOf(id, title)}
        {/* A single list has no order to choose. */}
        {!(first && last) && <ListOrder {...{ t, id, title, first, last, lists, act }} />}
      </div>
      {arrived && <ListProgress t={t} lang={lang} arrived={arrived} cancel={cancel} />}
      {state.held && (
        <HeldUpdateNotice t={t} lang={lang} held={state.held} header={header} list={id} lists={lists} act={act} />
      )}
      {channel && (
        <ChannelChoice
          t={t}
          channel={channel}
          lists={lists}
          chosen={(isOn) => (isOn ? check() : act(async () => undefined))}
        />
      )}
      <ListNotes t={t} notes={state.notes} />
      <p class="acts">
        <RedirectOffer {...{ t, view, lists, check, act }} />
        {isKept(view) && (
          <button type="button" class="btn line" disabled={arrived !== null} onClick={check}>
            {arrived ? t('lists_updating') : t('lists_update')}
          </button>
        )}
        <button
          type="button"
          class="btn"
          aria-expanded={open === 'changes'}
          onClick={() => setOpen(open === 'changes' ? null : 'changes')}
        >
          {t('lists_changes')}
        </button>
        <SubscriptionActs
          {...{ t, view, lists, check, act }}
          isRemoving={open === 'remove'}
          remove={() => setOpen(open === 'remove' ? null : 'remove')}
        />
      </p>
      {open === 'changes' && <ChangeLog t={t} lang={lang} list={id} lists={lists} version={header?.version ?? 0} />}
      {open === 'remove' && (
        <div class="note">
          <div>
            <p>{t('lists_remove_sure', title)}</p>
            <p class="acts">
              <button type="button" class="btn line" onClick={() => act(() => lists.remove(id))}>
                {t('lists_remove_yes')}
              </button>
              <button type="button" class="btn" onClick={() => setOpen(null)}>
                {t('lists_keep')}
              </button>
            </p>
          </div>
        </div>
      )}
    </li>
  );
}
