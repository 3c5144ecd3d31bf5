/** The full card of an entry: glance, measures and everything else, made of one reading. */
import type { Knowledge } from '../../knowledge/model/knowledge-index.ts';
import type { FullCard } from '../model/full-card.ts';
import { cardOf } from './build-card.ts';
import { glanceOf } from './build-glance.ts';
import { measuresOf } from './measures.ts';
import { readEntry, type CardRequest } from './reading.ts';

export function buildFullCard(knowledge: Knowledge, entryId: string, request: CardRequest): FullCard | null {
  const reading = readEntry(knowledge, entryId, request);
  return reading && { glance: glanceOf(reading), card: cardOf(reading), measures: measuresOf(reading) };
}
