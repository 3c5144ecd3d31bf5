/** The changes that updates made to a list, newest first. */
import { useEffect, useState } from 'preact/hooks';
import type { Translate } from '../../lib/i18n/translate.ts';
import { momentWords } from '../../lib/knowledge/wording/dates.ts';
import type { StoredChanges } from '../../lib/store/db.ts';
import { countWords, versionWords } from '../../lib/subscriptions/list-words.ts';
import type { ListsService } from '../../lib/subscriptions/lists-service.ts';

interface ChangeLogProps {
  t: Translate;
  lang: string;
  list: string;
  lists: ListsService;
  /** The version in use. When it changes, the log is read again. */
  version: number;
}

export function ChangeLog({ t, lang, list, lists, version }: ChangeLogProps) {
  const [changes, setChanges] = useState<StoredChanges[]>([]);
  useEffect(() => void lists.changes(list).then(setChanges), [list, version]);
  if (changes.length === 0) return <p class="hint">{t('lists_changes_none')}</p>;
  return (
    <div class="change-log">
      {changes.map((update) => {
        const more = update.added + update.changed + update.removed - update.lines.length;
        return (
          <section key={update.n}>
            <h4>
              {momentWords(update.at, lang)}{' '}
              <span class="hint">
                {versionWords(update.to, { t, lang })} · {countWords(update, { t, lang })}
              </span>
            </h4>
            <ul>
              {update.lines.map(({ entry, name, en, zh_CN: zh }) => (
                <li key={entry}>
                  <b>{name}</b>: {(lang.startsWith('zh') ? zh : en).join('; ')}
                </li>
              ))}
              {more > 0 && <li class="hint">{t('lists_changes_more', more)}</li>}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
