/**
 * Protects comparisons: the same entry in the same article has the same lead in the glance, the
 * full card, the panel and on its page, and the counts of measures add up.
 */
import { describe, expect, it } from 'vitest';
import { contextIn } from '../../../lib/card/build/entry-refs.ts';
import { buildFullCard } from '../../../lib/card/build/full-card.ts';
import { buildGlance } from '../../../lib/card/build/build-glance.ts';
import type { FullCard } from '../../../lib/card/model/full-card.ts';
import { createMessages } from '../../../lib/i18n/messages.ts';
import type { LeadContext } from '../../../lib/knowledge/lead/rank-lines.ts';
import { builtInKnowledge } from '../../support/built-in.ts';

const knowledge = builtInKnowledge();
const TODAY = '2026-12-01';

function request(articleDay: string | null, context: LeadContext = {}) {
  return {
    articleDay,
    today: TODAY,
    locale: 'en' as const,
    t: createMessages('en'),
    list: { title: 'Built-in list', version: 1 },
    context,
  };
}
function full(id: string, articleDay: string | null, context: LeadContext = {}): FullCard {
  const card = buildFullCard(knowledge, id, request(articleDay, context));
  if (!card) throw new Error(`no card for ${id}`);
  return card;
}
const leadOf = ({ measures }: FullCard) => measures.find(({ isLead }) => isLead);

describe.each([
  ['of July 2025', '2025-07-18', {}],
  ['of yesterday', '2026-11-30', { beside: ['agency/ustr'] }],
  ['without a date', null, { sentence: ['agency/bis'], beside: ['agency/bis', 'company/teck'] }],
] as const)('for every entry, in an article %s', (_, day, context) => {
  const cards = [...knowledge.entries.keys()].map((id) => full(id, day, context));

  it('the glance, the row in lists and the table have the same lead', () => {
    const faults = cards.flatMap((card) => {
      const { glance } = card;
      const lead = leadOf(card);
      if (!glance.lead) return lead === undefined ? [] : [`${glance.id}: a lead in the table alone`];
      const { who, toward, restricts } = glance.lead;
      const short = card.card.nowInShort?.title ?? `${who} → ${toward} · ${restricts}`;
      const isSame = lead?.who === who && lead.toward === toward && lead.restricts === restricts;
      return isSame && short.startsWith(toward ? `${who} → ${toward}` : who) ? [] : [glance.id];
    });
    expect(faults).toEqual([]);
  });

  it('the number of measures below the lead equals the number in the glance, and each is listed once', () => {
    const faults = cards.flatMap(({ glance, measures }) => {
      const others = measures.filter(({ isLead }) => !isLead);
      return others.length === glance.more && new Set(measures.map(({ id }) => id)).size === measures.length
        ? []
        : [`${glance.id}: ${glance.more} counted, ${others.length} shown`];
    });
    expect(faults).toEqual([]);
  });

  it('a ban in force today is not collapsed, except rules on whole classes of goods', () => {
    const folded = cards.flatMap(({ glance, measures }) =>
      measures.flatMap(({ place, barred, glyph, id }) =>
        barred && glyph === 'ban' && (place === 'listed' || place === 'duties') ? [`${glance.id}: ${id}`] : [],
      ),
    );
    expect(folded).toEqual([]);
  });
});

describe('the entries around a mention', () => {
  it('decide which measure leads, everywhere', () => {
    const article = (context: LeadContext) => full('mineral/gallium', '2025-07-18', context);
    expect(article({}).glance.lead?.who).toBe('China');
    const beside = article({ beside: ['agency/ustr'] });
    expect(beside.glance.lead?.who).toBe('United States');
    expect(leadOf(beside)?.who).toBe('United States');
    expect(beside.card.nowInShort?.title).toMatch(/^United States/);
    expect(beside.card.statusNow[0]?.text).toMatch(/United States/);
    expect(
      buildGlance(knowledge, 'mineral/gallium', request('2026-12-01', { sentence: ['agency/ustr'] })),
    ).toMatchObject({ lead: { who: 'United States' } });
  });

  it('are passed to each list without the ids of other lists', () => {
    const near = { sentence: ['agency/bis'], beside: ['desk:company/wharf', 'quay:company/quay', 'own/heron'] };
    expect(contextIn('tradegloss', near)).toEqual({ sentence: ['agency/bis'], beside: [] });
    expect(contextIn('desk', near)).toEqual({ sentence: ['agency/bis'], beside: ['company/wharf'] });
  });
});
