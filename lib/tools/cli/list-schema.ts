/** The JSON Schema of our own format, for publishers' editors and validators. */
import { toJsonSchema } from '@valibot/to-json-schema';
import { KnowledgeList } from '../../knowledge/model/schema.ts';

/** Only an identifier: nothing is fetched from this address. */
const ID = 'urn:tradegloss:list:1';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Addresses may have letters of any script, which JSON Schema calls an iri. */
function withIris(value: Json): Json {
  if (Array.isArray(value)) return value.map(withIris);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, key === 'format' && inner === 'uri' ? 'iri' : withIris(inner)]),
  );
}

/** Subscribers check rules that JSON Schema cannot express (a day exists, an address parses). */
export function listSchema(): { [key: string]: Json } {
  const schema = toJsonSchema(KnowledgeList, { errorMode: 'ignore', typeMode: 'input' });
  const { $schema = 'http://json-schema.org/draft-07/schema#', ...rest } = JSON.parse(JSON.stringify(schema)) as {
    [key: string]: Json;
  };
  const plain = withIris(rest);
  return { $schema, $id: ID, title: 'A list of Tradegloss (tradegloss-list/1)', ...(plain as { [key: string]: Json }) };
}
