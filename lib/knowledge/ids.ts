/** Kinds and ids, apart from the model, so that the script in a page need not carry the whole of it. */
import * as v from 'valibot';

/** The six kinds that have a line, a colour and a tile of their own. */
export const KINDS = ['mineral', 'chip', 'technology', 'company', 'agency', 'instrument'] as const;
export type Kind = (typeof KINDS)[number];

/** `kind/slug`, lower case: the identity of an entry through every update. */
export const EntryId = v.pipe(v.string(), v.regex(/^[a-z][a-z-]{0,30}\/[a-z0-9][a-z0-9.-]{0,80}$/, 'an id is kind/slug in lower case'));
