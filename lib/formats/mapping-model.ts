/** The user's mapping of a table's columns, as it is stored. */
import * as v from 'valibot';
import { ROLES, type Role } from './table-columns.ts';

/** The role of a column that is not read. */
export const IGNORED = 'ignored';
/** The role of each column by its name. */
export const Mapping = v.object({
  /** The table has a header line. Without one, columns are called column_1, column_2 ... */
  hasHeader: v.boolean(),
  roles: v.record(v.pipe(v.string(), v.maxLength(200)), v.picklist([...ROLES, IGNORED])),
});
export type Mapping = v.InferOutput<typeof Mapping>;

/** One column, with the role that it would have if the user changes nothing. */
export interface SampleColumn {
  name: string;
  role: Role | typeof IGNORED;
  /** A few cells as examples. */
  cells: string[];
}
/** The columns of a table as an import shows them, before anything is added. */
export interface TableSample {
  hasHeader: boolean;
  columns: SampleColumn[];
}
