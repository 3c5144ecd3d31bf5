/** "Changed for you": the changes of what the user follows, until the user marks them as seen. */
import { useState } from 'preact/hooks';
import type { FollowChange } from '../lib/follows/follow-record.ts';
import type { Translate } from '../lib/i18n/translate.ts';
import { Icon } from './icons.tsx';
import { StateChange } from './state-change.tsx';

/** `notifies`: notifications are allowed. `seen`: marks these changes as seen. */
export interface ChangedProps {
  changes: readonly FollowChange[];
  /** Null until the browser has answered. */
  notifies: boolean | null;
  /**
   * Asks the browser for the permission, or gives it up. Call it directly in the click:
   * https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/User_actions.
   */
  setNotifies: (on: boolean) => void;
  seen: (keys: readonly string[]) => void;
  /** Opens the entry at that measure. */
  openMeasure: (entry: string, measure: string) => void;
}

/** Changes that are shown before "more". */
const MAX_SHOWN = 3;

export function ChangedForYou({
  changes,
  notifies,
  setNotifies,
  seen,
  openMeasure,
  t,
  most = MAX_SHOWN,
}: ChangedProps & { t: Translate; most?: number }) {
  const [isWhole, setWhole] = useState(false);
  if (changes.length === 0) return null;
  const shown = isWhole || changes.length <= most + 1 ? changes : changes.slice(0, most);
  return (
    <section class="changes" aria-labelledby="changed-for-you">
      <h2 class="caption" id="changed-for-you">
        <b>
          <Icon name="star" filled />
          {t('changed_for_you')}
        </b>
        <span class="num count">{changes.length}</span>
        <button type="button" class="link" onClick={() => seen(changes.map(({ key }) => key))}>
          {t('changed_seen')}
        </button>
      </h2>
      <ul class={isWhole ? 'scroll' : undefined}>
        {shown.map((change) => (
          <StateChange key={change.key} change={change} t={t} open={() => openMeasure(change.entry, change.measure)} />
        ))}
      </ul>
      <p class="more">
        {shown.length < changes.length && (
          <button type="button" class="btn" onClick={() => setWhole(true)}>
            {t('changed_all', changes.length)}
          </button>
        )}
        {notifies !== null && (
          <button type="button" class="btn" onClick={() => setNotifies(!notifies)}>
            {t(notifies ? 'changed_notify_off' : 'changed_notify')}
          </button>
        )}
      </p>
    </section>
  );
}
