/** Maps OpenSanctions' fields and kinds, in its tables and its JSON, to ours. */
import { cleanText } from '../clean-value.ts';

/** Kinds by OpenSanctions' schema. An entity of any other schema is a term with its own label. */
const KINDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    Company: 'company',
    Organization: 'company',
    LegalEntity: 'company',
    PublicBody: 'agency',
    Person: 'person',
    Vessel: 'vessel',
    Airplane: 'aircraft',
    CryptoWallet: 'wallet',
  }),
);
/** Our kind for a FollowTheMoney schema; 'term' if we know no closer one. */
export const kindOfSchema = (schema: string): string => KINDS.get(schema) ?? 'term';

/** "ShipOwner" -> "ship owner". */
export const schemaWords = (schema: string): string => schema.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();

const MAX_ID_CHARS = 200;
/** An id that is too long is not one of theirs: the address then leads to the list of entities. */
export const entityUrl = (id = ''): string =>
  `https://www.opensanctions.org/entities/${id.length > MAX_ID_CHARS ? '' : `${encodeURIComponent(cleanText(id).text)}/`}`;

/** The description of an entry, in English: what it is and which lists have it. */
export function describeEntity(schema: string, datasets: readonly string[]): string {
  const words = schemaWords(schema).replace(/^./, (c) => c.toUpperCase());
  return `${words} that OpenSanctions holds from: ${datasets.slice(0, 4).join('; ') || 'unnamed sources'}`;
}

/**
 * The header of these lists; the files state neither. The licence:
 * https://www.opensanctions.org/licensing/.
 */
export const OPENSANCTIONS = { publisher: 'OpenSanctions', licence: 'CC BY-NC 4.0' } as const;

/** The title of a list, by the dataset in its address. */
export function titleOf(url: string): string {
  const dataset = /\/([a-z0-9_]+)\/(?:targets|entities)\.[a-z.]+$/.exec(new URL(url).pathname)?.[1];
  return dataset ? `OpenSanctions: ${dataset}` : 'OpenSanctions';
}
