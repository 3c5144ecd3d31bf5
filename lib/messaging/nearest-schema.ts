/**
 * The entries that a text names around a word: they decide which measure leads. A page reveals no
 * other part of its text.
 */
import * as v from 'valibot';
import { EntryRef } from '../knowledge/model/id-schemas.ts';
import { MAX_BESIDE, MAX_IN_SENTENCE } from './limits.ts';

const refs = (most: number) => v.pipe(v.array(EntryRef), v.maxLength(most));
export const NearestEntries = v.object({ sentence: refs(MAX_IN_SENTENCE), beside: refs(MAX_BESIDE) });
export type NearestEntries = v.InferOutput<typeof NearestEntries>;
