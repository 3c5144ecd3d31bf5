/**
 * Reads OpenSanctions' entities in FollowTheMoney's JSON (`entities.ftm.json`,
 * `targets.nested.json`), one entity a line. Besides companies and people the file has addresses,
 * owners and decisions, which have no names.
 */
import * as v from 'valibot';
import type { Batch, ListContext, ListHeader } from '../list-format.ts';
import { NotAList } from '../list-format.ts';
import type { Notes } from '../notes.ts';
import { entriesOf, type ReadRecord } from '../table-entries.ts';
import { tableHeader } from '../table-header.ts';
import { factsFrom } from './facts.ts';
import { describeEntity, entityUrl, kindOfSchema, OPENSANCTIONS, schemaWords, titleOf } from './opensanctions-kinds.ts';

/** The texts of a property. In nested files a property may also have entities. */
const Values = v.fallback(
  v.pipe(
    v.array(v.unknown()),
    v.transform((values) => values.filter((value): value is string => typeof value === 'string')),
  ),
  [],
);
const FtmEntity = v.object({
  id: v.string(),
  schema: v.string(),
  properties: v.record(v.string(), Values),
  datasets: v.optional(Values, []),
  last_change: v.optional(v.string()),
});
type FtmEntity = v.InferOutput<typeof FtmEntity>;

/** Schemas of entities that news texts name. */
const NAMED: ReadonlySet<string> = new Set([
  ...['Company', 'Organization', 'LegalEntity', 'PublicBody', 'Person', 'Vessel', 'Airplane', 'CryptoWallet'],
  ...['Asset', 'Security', 'Vehicle', 'Thing'],
]);
/** The most characters of one line, far more than any entity has. */
const MAX_LINE = 1 << 21;
const LINES_AT_A_TIME = 500;

/** True if the first line is an entity of FollowTheMoney. */
export const isFtmJson = (start: string): boolean =>
  /^\{[^\n]*"schema"\s*:/.test(start) && /^\{[^\n]*"properties"\s*:/.test(start);

/** Yields lines as they arrive. Throws NotAList. */
async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<string[]> {
  let pending = '';
  for await (const part of text) {
    pending += part;
    const lines = pending.split('\n');
    pending = lines.pop() ?? '';
    if (pending.length > MAX_LINE) throw new NotAList('cut_off', '');
    yield lines;
  }
  yield [pending];
}

function cellsOf({ id, schema, properties, datasets }: FtmEntity): ReadRecord['cells'] | null {
  if (!NAMED.has(schema)) return null;
  const of = (name: string): readonly string[] => properties[name] ?? [];
  const [name, ...others] = of('name');
  const kind = kindOfSchema(schema);
  if (name === undefined) return null;
  return {
    key: id,
    kind,
    ...(kind === 'company' || kind === 'agency' ? {} : { label: schemaWords(schema) || 'term' }),
    name,
    aliases: [...others, ...of('alias'), ...of('previousName'), ...of('abbreviation')],
    weak: of('weakAlias'),
    what: describeEntity(schema, datasets),
    country: [...of('jurisdiction'), ...of('country'), ...of('nationality'), ...of('flag')][0]?.toUpperCase(),
    facts: factsFrom({
      topics: of('topics').join('; '),
      programmes: of('programId').join('; ') || of('program').join('; '),
      countries: of('country').join('; ').toUpperCase(),
      'born or founded': of('birthDate')[0] ?? of('incorporationDate')[0],
      identifiers: [...of('registrationNumber'), ...of('leiCode'), ...of('imoNumber')].slice(0, 5).join('; '),
    }),
    isOneWordHidden: kind !== 'company',
    source: { url: entityUrl(id), publisher: OPENSANCTIONS.publisher, class: 'other' },
  };
}

/**
 * Makes an entry of each line with an entity of a kind that news texts name. The newest change of
 * an entity is the list's.
 */
export async function* readFtmJson(
  text: AsyncIterable<string>,
  context: ListContext,
  notes: Notes,
): AsyncGenerator<Batch, ListHeader> {
  let changed = '';
  async function* records(): AsyncGenerator<ReadRecord[]> {
    let count = 0;
    for await (const lines of linesOf(text))
      for (let from = 0; from < lines.length; from += LINES_AT_A_TIME)
        yield lines.slice(from, from + LINES_AT_A_TIME).flatMap((line) => {
          count++;
          if (line.trim() === '') return [];
          const label = `line ${count}`;
          const entity = entityIn(line);
          if (!entity) notes.add(label, '', 'shape', true);
          const { last_change: when = '' } = entity ?? {};
          if (when > changed) changed = when;
          const cells = entity && cellsOf(entity);
          return cells ? [{ cells, label }] : [];
        });
  }
  yield* entriesOf(records(), context, notes);
  const moment = Date.parse(changed);
  return tableHeader(context, {
    title: titleOf(context.url),
    ...OPENSANCTIONS,
    changed: Number.isNaN(moment) ? null : moment,
  });
}

function entityIn(line: string): FtmEntity | null {
  try {
    const result = v.safeParse(FtmEntity, JSON.parse(line));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}
