/**
 * Makes a line for each measure on an entry, the lead first, then by importance, for the full card
 * and the entry's table.
 */
import { spanOf } from '../../knowledge/model/fuzzy-dates.ts';
import type { Day, Entry } from '../../knowledge/model/schema.ts';
import type { Row } from '../../knowledge/status/row.ts';
import { OVER } from '../../knowledge/status/states.ts';
import { rowOfLine, type Line } from '../../knowledge/status/then-now-next.ts';
import { dateWords } from '../../knowledge/wording/dates.ts';
import { stateParts, stateSince } from '../../knowledge/wording/state-parts.ts';
import type { Voice } from '../../knowledge/wording/terms.ts';
import type { Measure, MeasurePlace } from '../model/measure.ts';
import { bestSource, textOf } from './best-source.ts';
import { glyphOf, isBarred } from './glyphs.ts';
import { throughWords } from './measure-text.ts';
import { notesOf } from './notes.ts';
import type { Reading } from './reading.ts';
import { whoWhom } from './who-whom.ts';

/** The day on which the state began, or on which its amount or way last changed. */
const sinceOf = (row: Row, voice: Voice): string | null =>
  row.state === 'not known since' ? row.since : stateSince(row, voice);

function placeOf(row: Row, isBroad: boolean, lead: Row | null): MeasurePlace {
  if (isBroad) return 'broad';
  // Reported and claimed bans stay open: their words name the source.
  if (row.lane === 'listed' || row.restrains === 'nothing') return 'listed';
  return row.way === 'duty' && lead !== null && lead.issuer !== row.issuer && lead.way !== 'duty' ? 'duties' : 'open';
}

function measureOf(
  line: Line,
  row: Row,
  place: MeasurePlace,
  entry: Entry,
  isLead: boolean,
  today: Day,
  voice: Voice,
): Measure {
  const since = sinceOf(row, voice);
  const { title, rest } = stateParts(row, voice);
  return {
    id: row.control.id,
    isLead,
    place,
    ...whoWhom(row, entry, voice),
    since: since === null ? '' : dateWords(since, voice),
    sinceDay: since === null ? '' : spanOf(since).first,
    glyph: glyphOf(row),
    barred: isBarred(row),
    title,
    rest,
    isAlive: line.now !== null && !OVER.has(line.now.state),
    changed: line.changed,
    text: throughWords(row, voice),
    notes: notesOf(row, today, voice),
    source: bestSource(row.sources, textOf(row), voice),
  };
}

/** The measures that the full card shows, in its order. */
export function measuresOf({ entry, voice, today, status, ranked, isDigest }: Reading): Measure[] {
  const linesIn = (groups: typeof status.groups) => new Set(groups.flatMap(({ lines }) => lines));
  const [own, broad] = [linesIn(status.groups), linesIn(status.horizontal)];
  const [first] = ranked;
  const isLead = (line: Line) => line === first && !isDigest;
  const lead = first && isLead(first) ? rowOfLine(first) : null;
  return ranked.flatMap((line) => {
    const row = rowOfLine(line);
    if (!row || !(own.has(line) || broad.has(line) || isLead(line))) return [];
    return [measureOf(line, row, placeOf(row, broad.has(line), lead), entry, isLead(line), today, voice)];
  });
}
