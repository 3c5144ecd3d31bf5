/** The effects of acts on one entry: which acts touch it, wholly or in part, and from when. */
import { addDays, spanOf, type Span } from '../model/fuzzy-dates.ts';
import { isAmong, type Knowledge, type Link } from '../model/knowledge-index.ts';
import type { Act, Day, DateText, UpTo } from '../model/schema.ts';

/**
 * An act as it applies to one entry. `whole`: to all of the control. `publicIn`, `bitesIn`: the
 * days on which it may have been published and taken effect.
 */
export type Effect = { act: Act; whole: boolean; publicIn: Span; bitesIn: Span };

/**
 * The date from which an act has effect, with the precision of its source. A plan has no effect: it
 * counts from its publication.
 */
export const effectDate = (act: Act): DateText => (act.does === 'plans' ? act.public : (act.bites ?? act.public));

/** The parts of a control that an act names: parties, entries, a limb or points. */
export const namedParts = ({ part }: Act): string[] => [
  ...(part?.parties ?? []),
  ...(part?.entries ?? []),
  ...(part?.limb ? [part.limb] : []),
  ...(part?.points ? [part.points] : []),
];

/**
 * True for an entry that stands for the whole control, whatever part an act names: the instrument,
 * the issuer, or the list that it covers.
 */
const isWhole = ({ control, cover }: Link, entryId: string) =>
  [control.text.instrument, control.by, cover?.list].includes(entryId);

/**
 * How far an act touches the entry. An act on a part does not touch an entry outside that part, and
 * touches an entry that the part names as a whole.
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

/** The acts on a control that touch the entry, in the order of the list. */
export function effectsOn(knowledge: Knowledge, link: Link, entryId: string): Effect[] {
  return (knowledge.actsOn.get(link.control.id) ?? []).flatMap((act) => {
    const extent = extentFor(knowledge, link, entryId, act);
    return extent === 'none'
      ? []
      : [{ act, whole: extent === 'whole', publicIn: spanOf(act.public), bitesIn: spanOf(effectDate(act)) }];
  });
}

/**
 * The first day on which an act with this end no longer holds. If the text leaves open whether its
 * last day counts, that day still belongs to it. `earliest` takes the earliest day that an
 * imprecise date may mean.
 */
export function firstFreeDay(upTo: UpTo, earliest = false): Day {
  const span = spanOf(upTo.day);
  const day = earliest ? span.first : span.last;
  return upTo.included === 'no' ? day : addDays(day, 1);
}
