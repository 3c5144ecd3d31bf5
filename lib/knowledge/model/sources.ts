/** Sources, and the claims that cite them. */
import * as v from 'valibot';
import { DateText, Url, text } from './basics.ts';
import { SOURCE_CLASSES } from './source-classes.ts';

/** A text that claims cite. `class`: who published it, from which its grade follows. */
export const Source = v.looseObject({
  url: Url,
  publisher: text(200),
  title: v.optional(text(300)),
  /** The day on which the source was published. */
  date: v.optional(DateText),
  class: v.picklist(SOURCE_CLASSES),
  /** False: the address is known from citations and nobody read the text itself. */
  read: v.optional(v.boolean()),
});
const SourceKey = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,40}$/, 'a source key is a short lower-case word'));
/** The sources of a file by short keys, which its claims cite. */
export const Sources = v.record(SourceKey, Source);
export const Src = v.pipe(v.array(SourceKey), v.minLength(1), v.maxLength(30));

/** One plain sentence with its sources. */
export const Claim = v.looseObject({ text: text(600), src: Src });

export type Source = v.InferOutput<typeof Source>;
