import * as v from 'valibot';
import { Count } from './basic-schemas.ts';

/** From the script in a page: the number of mentions, for the button; null: the script ends. */
export const FoundRequest = v.object({ type: v.literal('found'), mentions: v.nullable(Count) });
