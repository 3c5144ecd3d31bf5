/** A held update: the reason, what would be removed, and the user's two choices. */
import { useState } from 'preact/hooks';
import type { Translate } from '../../lib/i18n/translate.ts';
import { momentWords } from '../../lib/knowledge/wording/dates.ts';
import type { StoredList } from '../../lib/store/db.ts';
import { heldWords, namesWords } from '../../lib/subscriptions/list-words.ts';
import type { ListsService } from '../../lib/subscriptions/lists-service.ts';
import type { HeldUpdate } from '../../lib/subscriptions/subscription.ts';
import { NewKey } from './new-key.tsx';

interface HeldUpdateNoticeProps {
  t: Translate;
  lang: string;
  held: HeldUpdate;
  header: StoredList | null;
  list: string;
  lists: ListsService;
  act: (work: () => Promise<unknown>) => void;
}

export function HeldUpdateNotice({ t, lang, held, header, list, lists, act }: HeldUpdateNoticeProps) {
  const [lost, setLost] = useState<string[] | null>(null);
  return (
    <div class="note held-update" role="group" aria-label={t('lists_held', momentWords(held.at, lang))}>
      <div>
        <p>
          <b>{t('lists_held', momentWords(held.at, lang))}</b>
        </p>
        {heldWords(held, header, { t, lang }).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {held.reasons.includes('other_key') && (
          <NewKey
            t={t}
            trust={async (key) => {
              const trusted = await lists.trustKey(list, key);
              act(async () => undefined);
              return trusted;
            }}
          />
        )}
        {lost && <p class="held-names">{namesWords(lost)}</p>}
        <p class="acts">
          {held.lost > 0 && lost === null && (
            <button
              type="button"
              class="btn line"
              onClick={() => void lists.held(list).then((names) => setLost(names.lost))}
            >
              {t('lists_held_see')}
            </button>
          )}
          <button type="button" class="btn" onClick={() => act(() => lists.decline(list))}>
            {t('lists_held_keep')}
          </button>
          <button type="button" class="btn" onClick={() => act(() => lists.accept(list))}>
            {t('lists_held_take')}
          </button>
        </p>
      </div>
    </div>
  );
}
