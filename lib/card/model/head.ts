/** The head of both card sizes: name, kind, tile, languages, and notes on dates. */
import * as v from 'valibot';

/**
 * The sign left of the name: a chemical element, a country's code with a number or word below it,
 * the drawing of a kind, or the initials of a term.
 */
export const Tile = v.variant('type', [
  v.object({ type: v.literal('element'), symbol: v.string(), number: v.number() }),
  v.object({ type: v.literal('country'), code: v.string(), sub: v.string() }),
  v.object({ type: v.literal('drawing'), drawing: v.string() }),
  v.object({ type: v.literal('initials'), text: v.string() }),
]);
export type Tile = v.InferOutput<typeof Tile>;

export const Head = v.object({
  id: v.string(),
  kind: v.string(),
  /** "Mineral", "Agency · China", "Newspaper". */
  kindLabel: v.string(),
  name: v.string(),
  /** The name in another language (the text's, English or Chinese), if it differs. */
  altName: v.optional(v.object({ text: v.string(), lang: v.string() })),
  tile: Tile,
  /** BCP 47 tags of the interface and of the list's own texts. */
  lang: v.string(),
  contentLang: v.string(),
  /** State, way or target of the lead changed between the article's day and today. */
  changed: v.boolean(),
  /** "Status as of 3 March 2026" while a day other than today is set. */
  asOf: v.optional(v.string()),
  /** A note if the article's date is unknown. */
  dateNote: v.optional(v.string()),
});
export type Head = v.InferOutput<typeof Head>;
