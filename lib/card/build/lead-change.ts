/**
 * The change of the lead between the article's day and today: a change of the law, or a state that
 * is no longer known.
 */
import { spanOf } from '../../knowledge/model/fuzzy-dates.ts';
import type { Row } from '../../knowledge/status/row.ts';
import type { Line } from '../../knowledge/status/then-now-next.ts';
import { dateWords } from '../../knowledge/wording/dates.ts';
import { stateParts, stateSince } from '../../knowledge/wording/state-parts.ts';
import type { CardModel } from '../model/card-model.ts';
import { bestSource, textOf } from './best-source.ts';
import { glyphOf, isBarred } from './glyphs.ts';
import type { Reading } from './reading.ts';
import { whoWhom } from './who-whom.ts';

const isLostBySilence = ({ then, now }: Line): boolean =>
  then !== null && now?.state === 'not known since' && then.state !== now.state && now.unsure === null;

/** Undefined if there is no article with a date, no lead, or no change. */
export function leadChange({ ranked, articleDay, entry, voice, isDigest }: Reading): CardModel['leadChange'] {
  const [line] = ranked;
  // None for a body: its acts are not its own state.
  if (!line?.now || articleDay === null || isDigest || !(line.changed || isLostBySilence(line))) return undefined;
  const { then, now, changedOn } = line;
  const look = (row: Row) => ({
    glyph: glyphOf(row),
    barred: isBarred(row),
    title: stateParts(row, voice).title.replace(/[.。]$/, ''),
  });
  const since = now.state === 'not known since' ? now.since : (changedOn ?? stateSince(now, voice));
  const { who, toward } = whoWhom(now, entry, voice);
  return {
    measure: now.control.id,
    who,
    toward,
    from: then && look(then),
    to: look(now),
    since: since === null ? '' : dateWords(since, voice),
    sinceDay: since === null ? '' : spanOf(since).first,
    source: bestSource(now.sources, textOf(now), voice),
  };
}
