/** Values that messages of each direction hold. */
import * as v from 'valibot';

/** A name, an id or a title. The bound keeps a page from sending a text of any size. */
export const ShortText = v.pipe(v.string(), v.maxLength(300));
/** A whole number from 0: counts, offsets, and ids of frames. */
export const Count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
