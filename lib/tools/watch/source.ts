/**
 * A watched source: where it is, how its answer is read, and what a person has already looked at.
 * One file each in `lib/knowledge/watch/sources/`. The file's name is the source's id.
 */
import * as v from 'valibot';
import { Url } from '../../knowledge/model/basics.ts';
import { Day } from '../../knowledge/model/schema.ts';
import { readYamlFolder } from '../build/read-yaml.ts';

export const READERS = [
  'federal-register',
  'links',
  'links-in-json',
  'cellar',
  'ecfr-versions',
  'hts-releases',
  'sciencebase',
  'party-list',
] as const;

const Column = v.union([v.string(), v.pipe(v.number(), v.integer(), v.minValue(0))]);
/** The columns of a table: by their heading, or by their number from 0 where it has no headings. */
const PartyTable = v.strictObject({
  /** Lines before the headings or the first row. */
  skip: v.optional(v.pipe(v.number(), v.integer()), 0),
  header: v.optional(v.boolean(), true),
  /** Several are joined: family name, first name. */
  name: v.array(Column),
  id: v.optional(Column),
  day: v.optional(Column),
  /** Other names in one cell. */
  also: v.optional(Column),
  /** Only rows in whose column `rows` the words `only` stand. */
  rows: v.optional(Column),
  only: v.optional(v.string()),
});
export type PartyTable = v.InferOutput<typeof PartyTable>;

const WatchFile = v.strictObject({
  title: v.string(),
  /** The address of the answer. */
  url: Url,
  /** Which reader understands the answer. */
  read: v.picklist(READERS),
  /**
   * Fewer items than this mean that the source changed its layout, or that something went wrong.
   */
  least: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** Items of an earlier day are no news: the base was read up to this day. */
  since: v.optional(Day),
  /**
   * For the reader `links`: only titles or addresses in which this stands, as a regular expression.
   */
  only: v.optional(v.string()),
  /** For the reader `party-list`: the base's entry for the list, and how its table is laid out. */
  list: v.optional(v.string()),
  table: v.optional(PartyTable),
  /** The source, and its pitfalls. */
  note: v.optional(v.string()),
  /** Items that a person looked at and that do not belong in the base. */
  reviewed: v.optional(v.array(v.strictObject({ item: v.string(), day: Day, why: v.string() })), []),
});

export type WatchSource = v.InferOutput<typeof WatchFile> & { id: string };

export const WATCH_FOLDER = new URL('../../knowledge/watch/sources/', import.meta.url).pathname;

/** Throws with the file's name where a file is not in this shape. */
export const readSources = (folder = WATCH_FOLDER): WatchSource[] => readYamlFolder(folder, WatchFile);
