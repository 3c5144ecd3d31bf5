/** The sections of an entry's page, and the contents that lead to them. */
import type { FullCard } from '../../lib/card/model/full-card.ts';
import type { MessageKey, Translate } from '../../lib/i18n/translate.ts';

const SECTIONS = ['summary', 'acts', 'parties', 'measures', 'timeline', 'facts', 'names', 'sources'] as const;
/** The sections in the order of the page; each name is also the id of its element. */
export type SectionName = (typeof SECTIONS)[number];

function countIn({ card, measures }: FullCard, part: SectionName): number | null {
  if (part === 'measures') return measures.length;
  if (part === 'parties') return card.parties.length;
  if (part === 'sources') return card.sources.length;
  return part === 'names' ? card.names.reduce((sum, { names }) => sum + names.length, 0) : null;
}

function isShown({ card, measures }: FullCard, part: SectionName): boolean {
  const has: Record<SectionName, boolean> = {
    summary: true,
    acts: card.acts.length > 0,
    parties: card.parties.length > 0,
    measures: measures.length > 0,
    timeline: (card.timeline?.lanes.length ?? 0) > 0,
    facts: card.facts.length + card.related.length > 0 || card.misreported !== undefined,
    names: card.names.length > 0,
    sources: card.sources.length > 0,
  };
  return has[part];
}

/** Leads to the sections that `word` has, each with the number of its items. */
export const Contents = ({ word, t }: { word: FullCard; t: Translate }) => (
  <ol>
    {SECTIONS.filter((part) => isShown(word, part)).map((part) => (
      <li key={part}>
        {/* Not a link, because the hash is the address of the entry. */}
        <button type="button" onClick={() => document.getElementById(part)?.scrollIntoView()}>
          {t(`entry_${part}` as MessageKey)}
          <i>{countIn(word, part)}</i>
        </button>
      </li>
    ))}
  </ol>
);
