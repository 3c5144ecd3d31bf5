/**
 * One thing that a source publishes: a notice, a regulation, an amended part, a party on a list.
 */
export interface Item {
  /** How the source itself calls it: "2025-19001", "32025R2003", the address of a notice. */
  id: string;
  title: string;
  /** YYYY-MM-DD; null where the source gives none. */
  day: string | null;
  url: string;
  /** A summary or further names, for finding the entries that it touches. */
  text: string;
  /** Other forms of the id by which the base may cite it: "2025/2003". */
  aliases?: string[];
}

/**
 * The answer of a source is not what its reader expects. The message says what, for a maintainer.
 */
export class BadAnswer extends Error {
  override name = 'BadAnswer';
}
