/** What the columns of a table are for, as the user says it and as it is kept. */
import * as v from 'valibot';
import { ROLES, type Role } from './table-columns.ts';

export const IGNORED = 'ignored';
/** A column's use, by its name as it is read. */
export const Mapping = v.object({
  /** The table has a line that names its columns; else they are called column_1, column_2 ... */
  hasHeader: v.boolean(),
  roles: v.record(v.pipe(v.string(), v.maxLength(200)), v.picklist([...ROLES, IGNORED])),
});
export type Mapping = v.InferOutput<typeof Mapping>;

export interface SampleColumn {
  name: string;
  role: Role | typeof IGNORED;
  /** Some of its cells. */
  cells: string[];
}
export interface TableSample {
  hasHeader: boolean;
  columns: SampleColumn[];
}
