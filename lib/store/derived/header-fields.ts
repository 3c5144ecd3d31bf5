/** The header of a list as its publisher writes it. */
import type { Phrases } from '../../knowledge/model/schema.ts';
import type { StoredList } from '../db.ts';

/** The fields of a list's header that come from its file, without those that storing adds. */
export type HeaderFields = Omit<StoredList, 'generation' | 'size' | 'controls' | 'acts' | 'phrases' | 'nextPack'> & {
  phrases?: Phrases | undefined;
};
