/** The full card of an entry: glance, measures and everything else, made together. */
import type { Knowledge } from '../../knowledge/model/knowledge-index.ts';
import type { FullCard } from '../model/full-card.ts';
import { buildCard, type CardRequest } from './build-card.ts';
import { buildGlance } from './build-glance.ts';
import { measuresOf } from './measures.ts';

export function buildFullCard(knowledge: Knowledge, entryId: string, request: CardRequest): FullCard | null {
  const card = buildCard(knowledge, entryId, request);
  const glance = buildGlance(knowledge, entryId, request);
  return card && glance && { glance, card, measures: measuresOf(knowledge, entryId, request) };
}
