/**
 * The acts on a control as they touch one entry: which, wholly or in part, and when they take
 * effect.
 */
import { addDays, spanOf, type Span } from '../model/fuzzy-dates.ts';
import { isAmong, type Knowledge, type Link } from '../model/knowledge-index.ts';
import type { Act, Day, DateText, UpTo } from '../model/schema.ts';

export type Effect = { act: Act; whole: boolean; publicIn: Span; bitesIn: Span };

/**
 * The date from which an act has effect, as its source gives it. A plan has none: it counts from
 * the day it is published.
 */
export const effectDate = (act: Act): DateText => (act.does === 'plans' ? act.public : (act.bites ?? act.public));

/** The parts of a control that an act names: parties, entries, a limb, points. */
export const namedIn = ({ part }: Act): string[] => [
  ...(part?.parties ?? []),
  ...(part?.entries ?? []),
  ...(part?.limb ? [part.limb] : []),
  ...(part?.points ? [part.points] : []),
];

/**
 * An entry that stands for the whole control, whichever parts an act names: the text that it stands
 * in, its issuer, the list that it covers.
 */
const isWhole = ({ control, cover }: Link, entryId: string) =>
  [control.text.instrument, control.by, cover?.list].includes(entryId);

/**
 * An act on a part that leaves the entry out does not touch it; on a part that names the entry it
 * is whole.
 */
function extentFor(knowledge: Knowledge, link: Link, entryId: string, act: Act): 'whole' | 'part' | 'none' {
  const { part } = act;
  if (!part) return 'whole';
  let whole = part.limb === undefined && part.points === undefined;
  if (part.entries) {
    const named = isAmong(knowledge, part.entries, entryId);
    if (!named && link.relation === 'covers' && !isWhole(link, entryId)) return 'none';
    whole &&= named;
  }
  if (part.parties) {
    const named = isAmong(knowledge, part.parties, entryId);
    if (!named && link.relation === 'toward') return 'none';
    whole &&= named;
  }
  return whole ? 'whole' : 'part';
}

export function effectsOn(knowledge: Knowledge, link: Link, entryId: string): Effect[] {
  return (knowledge.actsOn.get(link.control.id) ?? []).flatMap((act) => {
    const extent = extentFor(knowledge, link, entryId, act);
    return extent === 'none'
      ? []
      : [{ act, whole: extent === 'whole', publicIn: spanOf(act.public), bitesIn: spanOf(effectDate(act)) }];
  });
}

/**
 * The first day on which an act with this end no longer holds. Where the text leaves open whether
 * its last day counts, the act holds through it. `earliest` reads an imprecise day as early as it
 * may be.
 */
export function firstFreeDay(upTo: UpTo, earliest = false): Day {
  const span = spanOf(upTo.day);
  const day = earliest ? span.first : span.last;
  return upTo.included === 'no' ? day : addDays(day, 1);
}
