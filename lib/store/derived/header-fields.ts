/** The header of a list as its publisher writes it. */
import type { Phrases } from '../../knowledge/model/schema.ts';
import type { StoredList } from '../db.ts';

export type HeaderFields = Omit<StoredList, 'generation' | 'size' | 'controls' | 'acts' | 'phrases' | 'nextPack'> & {
  phrases?: Phrases | undefined;
};
