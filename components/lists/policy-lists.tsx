/** The lists of an administrator's policy that wait until the user allows their hosts. */
import type { Translate } from '../../lib/i18n/translate.ts';
import type { PolicyList } from '../../lib/settings/policy.ts';
import { problemWords } from '../../lib/subscriptions/list-words.ts';
import type { ListsService } from '../../lib/subscriptions/lists-service.ts';
import { problemOf } from '../../lib/subscriptions/update-list.ts';
import { Notice, useNotice } from '../notice.tsx';
import { SetByPolicy } from '../policy.tsx';

interface PolicyListsProps {
  t: Translate;
  missing: readonly PolicyList[];
  lists: Pick<ListsService, 'addOfPolicy'>;
  added: () => void;
}

export function PolicyLists({ t, missing, lists, added }: PolicyListsProps) {
  const { said, say } = useNotice();
  const fetch = (list: PolicyList) => {
    say(null);
    // Call this directly in the click, or the browser does not ask:
    // https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/User_actions.
    void lists.addOfPolicy(list).then(
      (outcome) => {
        if (outcome === 'added') added();
        else say({ words: t(outcome === 'denied' ? 'lists_problem_permission' : 'policy_other_key'), bad: true });
      },
      (error: unknown) => say({ words: problemWords(problemOf(error).problem, t), bad: true }),
    );
  };
  if (missing.length === 0) return null;
  return (
    <>
      <ul class="lists">
        {missing.map((list) => (
          <li key={list.address} class="list">
            <h3>{list.address}</h3>
            <SetByPolicy t={t} />
            <p class="acts">
              <button type="button" class="btn line" onClick={() => fetch(list)}>
                {t('subscribe_fetch', new URL(list.address).host)}
              </button>
            </p>
          </li>
        ))}
      </ul>
      <Notice said={said} />
    </>
  );
}
