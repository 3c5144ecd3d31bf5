/**
 * The entries that a text names around a word: they decide which measure leads. A page reveals no
 * other part of its text.
 */
import * as v from 'valibot';
import { EntryRef, kindIn } from '../knowledge/model/ids.ts';

/** Entries that count at most: in the same sentence, and around it. */
export const MAX_IN_SENTENCE = 8;
export const MAX_BESIDE = 24;

const refs = (most: number) => v.pipe(v.array(EntryRef), v.maxLength(most));
export const Near = v.object({ sentence: refs(MAX_IN_SENTENCE), beside: refs(MAX_BESIDE) });
export type Near = v.InferOutput<typeof Near>;

export const NOTHING_NEAR: Near = { sentence: [], beside: [] };

const DECISIVE: ReadonlySet<string> = new Set(['agency', 'company', 'instrument']);
/** Who acts, through which text, on whose firms: a metal beside another one decides nothing. */
export const isDecisive = (ref: string): boolean => DECISIVE.has(kindIn(ref));

/** The same for the same entries. */
export const nearKey = ({ sentence, beside }: Near): string => `${sentence.join(' ')}|${beside.join(' ')}`;
