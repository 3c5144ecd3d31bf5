/**
 * One thing that a source publishes: a notice, a regulation, an amended part, a party on a list.
 */
export interface Item {
  /** The source's own id: "2025-19001", "32025R2003", the address of a notice. */
  id: string;
  title: string;
  /** YYYY-MM-DD; null if the source gives none. */
  day: string | null;
  url: string;
  /** A summary, or more names; it helps to find the affected entries. */
  text: string;
  /** Other forms of the id that the base may cite: "2025/2003". */
  aliases?: string[];
}

/**
 * Thrown if the answer of a source is not as its reader expects. The message tells a maintainer
 * what differs.
 */
export class BadAnswer extends Error {
  override name = 'BadAnswer';
}
