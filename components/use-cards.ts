/** Makes the cards of many entries, a few at a time, so that the page stays responsive. */
import { useEffect, useState } from 'preact/hooks';
import type { CardModel } from '../lib/card/model/card-model.ts';
import type { Article, Lookup } from '../lib/card/lookup/lookup-model.ts';
import { nearKey, NOTHING_NEAR } from '../lib/messaging/compare-nearest.ts';

/** Milliseconds of work after which the page can respond. */
const SLICE_MS = 8;

/** The card of an entry; undefined until it is made, null if no list has the entry. */
export function useCards(
  lookup: Lookup,
  entries: readonly string[],
  article: Article,
): (entry: string) => CardModel | null | undefined {
  const [made, setMade] = useState<ReadonlyMap<string, CardModel | null>>(new Map());
  const key = entries.map((entry) => `${entry}|${nearKey(article.near?.(entry) ?? NOTHING_NEAR)}`).join(' ');
  useEffect(() => {
    const cards = new Map<string, CardModel | null>();
    let timer: ReturnType<typeof setTimeout>;
    const work = () => {
      const until = performance.now() + SLICE_MS;
      for (const entry of entries) {
        if (cards.has(entry)) continue;
        cards.set(entry, lookup.card(entry, article));
        if (performance.now() > until) break;
      }
      setMade(new Map(cards));
      if (cards.size < new Set(entries).size) timer = setTimeout(work, 0);
    };
    timer = setTimeout(work, 0);
    return () => clearTimeout(timer);
  }, [lookup, key, article.day, article.lang]);
  return (entry) => made.get(entry);
}
