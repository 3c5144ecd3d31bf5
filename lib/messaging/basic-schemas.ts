/** Values that messages of each direction hold. */
import * as v from 'valibot';

export const ShortText = v.pipe(v.string(), v.maxLength(300));
export const Count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
