/** Groups the mentions of a page by entry, in reading order, for the popup and the panel. */
import { KINDS } from '../../knowledge/model/ids.ts';
import { NOTHING_NEAR } from '../../messaging/compare-nearest.ts';
import type { NearestEntries } from '../../messaging/nearest-schema.ts';
import type { ListedMention, PageMentions } from '../../messaging/protocol.ts';
import type { CardModel, StatusRow } from '../model/card-model.ts';
import { lookOf } from '../build/header.ts';
import type { Article } from './lookup-model.ts';

/** All mentions of one entry on a page. */
export interface MentionGroup {
  entry: string;
  kind: string;
  name: string;
  /** Entries of other lists that the words may also mean. */
  also: string[];
  mentions: ListedMention[];
}

/** The user's filters; an empty or null filter lets everything pass. */
export interface GroupFilters {
  kinds: ReadonlySet<string>;
  changedOnly: boolean;
  /** A restrained act: "export", "import". */
  restrains: string | null;
}

/** Filters that let every mention pass. */
export const NO_FILTERS: GroupFilters = { kinds: new Set(), changedOnly: false, restrains: null };
const LISTED_KINDS: readonly string[] = [...KINDS, 'term'];

/** Groups come in the order of their first mention. */
export function groupMentions(mentions: readonly ListedMention[]): MentionGroup[] {
  const groups = new Map<string, MentionGroup>();
  for (const mention of mentions) {
    const group = groups.get(mention.entry);
    if (group) {
      group.mentions.push(mention);
      group.also = [...new Set([...group.also, ...(mention.also ?? [])])];
    } else
      groups.set(mention.entry, {
        entry: mention.entry,
        kind: lookOf(mention.kind),
        name: mention.name,
        also: mention.also ?? [],
        mentions: [mention],
      });
  }
  return [...groups.values()];
}

/** The article to which the mentions of a page belong. */
export function articleOf(page: Pick<PageMentions, 'articleDay' | 'lang' | 'mentions'>): Article {
  const near = new Map<string, NearestEntries>();
  for (const mention of page.mentions)
    for (const entry of [mention.entry, ...(mention.also ?? [])])
      if (mention.near && !near.has(entry)) near.set(entry, mention.near);
  return { day: page.articleDay, lang: page.lang, near: (entry) => near.get(entry) ?? NOTHING_NEAR };
}

/** Keeps the groups that match. A group whose card has not arrived yet is kept. */
export function filterGroups(
  groups: readonly MentionGroup[],
  wanted: GroupFilters,
  card: (entry: string) => CardModel | null | undefined,
): MentionGroup[] {
  return groups.filter(({ entry, kind }) => {
    if (wanted.kinds.size > 0 && !wanted.kinds.has(kind)) return false;
    const model = card(entry);
    if (model === undefined) return true;
    if (wanted.changedOnly && model?.changed !== true) return false;
    return wanted.restrains === null || (model?.restrains.includes(wanted.restrains) ?? false);
  });
}

/** Glyphs of states, the most significant first. */
const GLYPHS: readonly StatusRow['glyph'][] = [
  'ban',
  'unknown',
  'paused',
  'half',
  'force',
  'planned',
  'said',
  'listed',
];

/**
 * Entries that changed since the article come first, then by their lead, then entries without
 * measures.
 */
function weightOf(model: CardModel | null | undefined): number {
  const lead = model?.nowInShort;
  if (!lead) return 2 * GLYPHS.length;
  const at = GLYPHS.indexOf(lead.glyph);
  return (at < 0 ? GLYPHS.length - 1 : at) - (model.changed ? GLYPHS.length : 0);
}

/**
 * Sorts groups by importance once all cards have arrived. Until then, and among equals, the order
 * is that of reading.
 */
export function byImportance(
  groups: readonly MentionGroup[],
  card: (entry: string) => CardModel | null | undefined,
): MentionGroup[] {
  if (groups.some(({ entry }) => card(entry) === undefined)) return [...groups];
  return groups.toSorted((a, b) => weightOf(card(a.entry)) - weightOf(card(b.entry)));
}

/** The number of groups of each kind that occurs, in the order of kinds. */
export function kindsIn(groups: readonly MentionGroup[]): { kind: string; count: number }[] {
  return LISTED_KINDS.flatMap((kind) => {
    const count = groups.filter((group) => group.kind === kind).length;
    return count > 0 ? { kind, count } : [];
  });
}
