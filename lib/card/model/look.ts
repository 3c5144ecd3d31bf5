/**
 * The look of a state: its glyph, and `barred` for measures that refuse or prohibit, which the
 * colour shows too.
 */
import * as v from 'valibot';

/** The names of the drawings, one for each state. */
export const GLYPHS = [
  'force',
  'ban',
  'paused',
  'half',
  'none',
  'ended',
  'planned',
  'unknown',
  'due',
  'listed',
  'said',
] as const;

/** A state in a few words. */
export const ShortState = v.object({ glyph: v.picklist(GLYPHS), barred: v.boolean(), title: v.string() });
export type ShortState = v.InferOutput<typeof ShortState>;
