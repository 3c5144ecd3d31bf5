/** Lists what changed since the article of a page, the most important measures first. */
import type { CardModel } from '../model/card-model.ts';
import { byImportance, type MentionGroup } from './mention-groups.ts';

const MAX_LINES = 3;

/** A measure that changed after the article was written. */
export interface ArticleChange {
  /** The entries of the page whose lead is this measure, the most important first. */
  entries: string[];
  change: NonNullable<CardModel['leadChange']>;
}

/** `card`: undefined until it is made. A measure on several entries is one line. */
export function changesSinceArticle(
  groups: readonly MentionGroup[],
  card: (entry: string) => CardModel | null | undefined,
): ArticleChange[] {
  const lines = new Map<string, ArticleChange>();
  for (const { entry } of byImportance(groups, card)) {
    const change = card(entry)?.leadChange;
    if (!change) continue;
    const { from, to, measure } = change;
    const key = [measure, from?.title, to.title].join('|');
    const line = lines.get(key);
    if (line) line.entries.push(entry);
    else lines.set(key, { entries: [entry], change });
  }
  return [...lines.values()].slice(0, MAX_LINES);
}
