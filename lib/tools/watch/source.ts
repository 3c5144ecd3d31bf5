/**
 * A watched source: its address, how its answer is read, and the items that a person has already
 * reviewed. Each source has a file in `lib/knowledge/watch/sources/`, named by its id.
 */
import * as v from 'valibot';
import { Url } from '../../knowledge/model/basics.ts';
import { Day } from '../../knowledge/model/schema.ts';
import { readYamlFolder } from '../build/read-yaml.ts';

/** The readers of answers, as `readers/index.ts` maps them to code. */
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
/** The columns of a table, by heading, or by number from 0 if the table has no headings. */
const PartyTable = v.strictObject({
  /** Lines before the headings or the first row. */
  skip: v.optional(v.pipe(v.number(), v.integer()), 0),
  header: v.optional(v.boolean(), true),
  /** Several columns are joined: family name, first name. */
  name: v.array(Column),
  id: v.optional(Column),
  day: v.optional(Column),
  /** A column with other names. */
  also: v.optional(Column),
  /** Reads only rows whose column `rows` contains the words `only`. */
  rows: v.optional(Column),
  only: v.optional(v.string()),
});
export type PartyTable = v.InferOutput<typeof PartyTable>;

const WatchFile = v.strictObject({
  title: v.string(),
  /** The address of the answer. */
  url: Url,
  /** The reader that understands the answer. */
  read: v.picklist(READERS),
  /**
   * If there are fewer items than this, the source has changed its layout or something went wrong.
   */
  least: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** Items before this day are old: the base has been read up to it. */
  since: v.optional(Day),
  /**
   * For the reader `links`: a regular expression; only titles or addresses that match it are read.
   */
  only: v.optional(v.string()),
  /** For the reader `party-list`: the base's entry for the list, and the layout of its table. */
  list: v.optional(v.string()),
  table: v.optional(PartyTable),
  /** The source, and its pitfalls. */
  note: v.optional(v.string()),
  /** Items that a person reviewed and that do not belong in the base. */
  reviewed: v.optional(v.array(v.strictObject({ item: v.string(), day: Day, why: v.string() })), []),
});

/** A source with its id, the name of its file. */
export type WatchSource = v.InferOutput<typeof WatchFile> & { id: string };

/** Path of the folder with a file for each source. */
export const WATCH_FOLDER = new URL('../../knowledge/watch/sources/', import.meta.url).pathname;

/** Throws with the file's name if a file has another shape. */
export const readSources = (folder = WATCH_FOLDER): WatchSource[] => readYamlFolder(folder, WatchFile);
