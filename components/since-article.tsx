/** "Changed since this article": at most three lines for the page that the user reads. */
import type { Lookup } from '../lib/card/lookup/lookup-model.ts';
import { changesSinceArticle } from '../lib/card/lookup/since-article.ts';
import type { MentionGroup } from '../lib/card/lookup/mention-groups.ts';
import type { CardModel } from '../lib/card/model/card-model.ts';
import { Icon } from './icons.tsx';
import { StateChange } from './state-change.tsx';

interface SinceArticleProps {
  lookup: Lookup;
  groups: readonly MentionGroup[];
  card: (entry: string) => CardModel | null | undefined;
  textLang: string | null;
  /** Opens the entry at that measure. */
  openMeasure: (entry: string, measure: string) => void;
}

export function SinceArticle({ lookup, groups, card, textLang, openMeasure }: SinceArticleProps) {
  const { t } = lookup;
  // Waits for all cards: rows that arrive one by one would move under the pointer.
  if (groups.some(({ entry }) => card(entry) === undefined)) return null;
  const lines = changesSinceArticle(groups, card);
  if (lines.length === 0) return null;
  return (
    <section class="changes" aria-labelledby="since-article">
      <h2 class="caption" id="since-article">
        <b>
          <Icon name="differs" />
          {t('since_article')}
        </b>
      </h2>
      <ul>
        {lines.map(({ entries, change }) => {
          const [first = '', ...others] = entries;
          const summary = lookup.summary(first, textLang);
          const name = summary?.name ?? first;
          return (
            <StateChange
              key={change.measure + first}
              change={{
                ...change,
                name: others.length > 0 ? t('status_and_others', name, others.length) : name,
                kind: summary?.kind ?? 'term',
                tile: summary?.tile ?? { type: 'drawing', drawing: 'term' },
              }}
              t={t}
              open={() => openMeasure(first, change.measure)}
            />
          );
        })}
      </ul>
    </section>
  );
}
