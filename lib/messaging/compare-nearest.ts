/** Compares the entries around words without loading their schema, for page scripts. */
import { kindIn } from '../knowledge/model/ids.ts';
import type { NearestEntries } from './nearest-schema.ts';

/** For a word that was looked up outside any text. */
export const NOTHING_NEAR: NearestEntries = { sentence: [], beside: [] };

const DECISIVE: ReadonlySet<string> = new Set(['agency', 'company', 'instrument']);
/**
 * True for kinds that decide which measure leads: bodies, instruments and companies. A metal next
 * to another decides nothing.
 */
export const isDecisive = (ref: string): boolean => DECISIVE.has(kindIn(ref));

/** A key that is equal for equal entries. */
export const nearKey = ({ sentence, beside }: NearestEntries): string => `${sentence.join(' ')}|${beside.join(' ')}`;
