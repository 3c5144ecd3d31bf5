/**
 * What the pages of the extension need of the base: cards, short summaries and search, in the reader's
 * language. Built once per opening; cards are made when first asked for and kept.
 */
import { languageTag, type Locale, type Translate } from '../i18n/translate.ts';
import type { Knowledge } from '../knowledge/knowledge-index.ts';
import type { Day, Entry } from '../knowledge/schema.ts';
import { createSearch, type SearchIndex } from '../search/search.ts';
import { buildCard } from './build-card.ts';
import type { CardModel, Tile } from './card-model.ts';
import { kindWords, lookOf, namesShown, tileOf } from './head.ts';

/** One list's base, as the store gives it. */
export interface DeskBase {
  knowledge: Knowledge;
  entries: ReadonlyMap<string, Entry>;
  title: string;
  version: number;
  updated: Day;
}

/** The article that cards are read for. */
export interface Article {
  day: Day | null;
  lang: string | null;
}

export interface Summary {
  id: string;
  kind: string;
  kindLabel: string;
  name: string;
  altName?: { text: string; lang: string };
  tile: Tile;
}

export interface Desk {
  t: Translate;
  locale: Locale;
  lang: string;
  today: Day;
  asOf: Day | null;
  bases: readonly DeskBase[];
  /** Without an article the card has no Then. Null: no list holds the entry. */
  card: (entry: string, article: Article | null) => CardModel | null;
  summary: (entry: string, textLang?: string | null) => Summary | null;
  /** Built when first asked for: a tenth of a second. */
  search: () => SearchIndex;
}

export interface DeskRequest {
  /** In the reader's order: the first that holds an entry speaks for it. */
  bases: readonly DeskBase[];
  locale: Locale;
  t: Translate;
  today: Day;
  asOf: Day | null;
}

export function createDesk({ bases, locale, t, today, asOf }: DeskRequest): Desk {
  const lang = languageTag(locale);
  const cards = new Map<string, CardModel | null>();
  let index: SearchIndex | null = null;
  const baseOf = (entry: string) => bases.find(({ entries }) => entries.has(entry));

  const build = (entry: string, article: Article | null): CardModel | null => {
    const base = baseOf(entry);
    if (!base) return null;
    return buildCard(base.knowledge, entry, { articleDay: article?.day ?? null, inArticle: article !== null, textLang: article?.lang ?? null, today, asOf, locale, t, list: base });
  };
  return {
    t,
    locale,
    lang,
    today,
    asOf,
    bases,
    card(entry, article) {
      const key = JSON.stringify([entry, article]);
      const known = cards.get(key);
      if (known !== undefined) return known;
      const made = build(entry, article);
      cards.set(key, made);
      return made;
    },
    summary(id, textLang = null) {
      const base = baseOf(id);
      const entry = base?.entries.get(id);
      if (!base || !entry) return null;
      const voice = { t, lang, knowledge: base.knowledge };
      return { id, kind: lookOf(entry.kind), kindLabel: kindWords(entry, voice), ...namesShown(entry, voice, textLang), tile: tileOf(entry, voice) };
    },
    search() {
      if (!index) {
        const entries = new Map<string, Entry>();
        for (const base of bases) for (const [id, entry] of base.entries) if (!entries.has(id)) entries.set(id, entry);
        index = createSearch(entries.values());
      }
      return index;
    },
  };
}
