/** Comparing what a text names around a word, without the schema of it: a page has to. */
import { kindIn } from '../knowledge/model/ids.ts';
import type { Near } from './near-schema.ts';

export const NOTHING_NEAR: Near = { sentence: [], beside: [] };

const DECISIVE: ReadonlySet<string> = new Set(['agency', 'company', 'instrument']);
/** Who acts, through which text, on whose firms: a metal beside another one decides nothing. */
export const isDecisive = (ref: string): boolean => DECISIVE.has(kindIn(ref));

/** The same for the same entries. */
export const nearKey = ({ sentence, beside }: Near): string => `${sentence.join(' ')}|${beside.join(' ')}`;
