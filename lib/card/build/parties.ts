/** The parties on a list, each once, with its leading measure. */
import { spanOf } from '../../knowledge/model/fuzzy-dates.ts';
import { dateWords } from '../../knowledge/wording/dates.ts';
import { stateParts } from '../../knowledge/wording/state-parts.ts';
import { nameWords } from '../../knowledge/wording/terms.ts';
import { rowOfLine } from '../../knowledge/status/then-now-next.ts';
import type { CardModel } from '../model/card-model.ts';
import { glyphOf, isBarred } from './glyphs.ts';
import type { Reading } from './reading.ts';

/** Parties that a card shows. */
const MAX_PARTIES = 600;

/** The parties, the latest added first. */
export function partiesOf({ entry, knowledge, voice, ranked, ref }: Reading): CardModel['parties'] {
  if (entry.kind !== 'instrument') return [];
  const found = new Map<string, CardModel['parties'][number]>();
  for (const line of ranked) {
    const row = rowOfLine(line);
    if (!row || row.control.text.instrument !== entry.id) continue;
    const since = row.waySince ?? row.since;
    for (const party of row.control.toward.parties ?? []) {
      if (found.has(party) || found.size >= MAX_PARTIES) continue;
      found.set(party, {
        ...(knowledge.entries.has(party) && { id: ref(party) }),
        name: nameWords(party, voice),
        glyph: glyphOf(row),
        barred: isBarred(row),
        state: stateParts(row, voice).title,
        since: since === null ? '' : dateWords(since, voice),
        sinceDay: since === null ? '' : spanOf(since).first,
      });
    }
  }
  return [...found.values()].sort((a, b) => (a.sinceDay < b.sinceDay ? 1 : a.sinceDay > b.sinceDay ? -1 : 0));
}
