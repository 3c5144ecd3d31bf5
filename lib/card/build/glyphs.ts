/** Chooses the glyph of a state, and tells bans from other ways. */
import type { Row } from '../../knowledge/status/row.ts';
import type { State } from '../../knowledge/status/states.ts';
import type { StatusRow } from '../model/card-model.ts';

const GLYPH: Record<State, StatusRow['glyph']> = {
  planned: 'planned',
  'made, not started': 'planned',
  'in force': 'force',
  'in force in part': 'half',
  'on the books, not enforced': 'paused',
  paused: 'paused',
  'paused before start': 'paused',
  ended: 'ended',
  void: 'ended',
  'never in effect': 'ended',
  'listed as needed': 'listed',
  'reported only': 'said',
  'one side says': 'said',
  'not known since': 'unknown',
};

/** Ways that permit more than a licence does; their glyph is half full. */
const HALF: ReadonlySet<Row['way']> = new Set(['case by case', 'advised against', 'general authorisation']);

/** True for the ways that cards show as a ban. */
export const isBarred = (row: Pick<Row, 'way'>): boolean =>
  row.way === 'prohibited' || row.way === 'refused in principle';

/** The glyph of a row: its state, and for a measure in force how strict it is. */
export function glyphOf(row: Row): StatusRow['glyph'] {
  if (row.state !== 'in force') return GLYPH[row.state];
  if (isBarred(row)) return 'ban';
  return HALF.has(row.way) ? 'half' : 'force';
}
