import * as v from 'valibot';
import { Count } from './basic-schemas.ts';

/** The page script reports the number of mentions for the button; null if the script ends. */
export const FoundRequest = v.object({ type: v.literal('found'), mentions: v.nullable(Count) });
