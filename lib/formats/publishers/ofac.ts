/** The shared part of all readers of lists of the US Office of Foreign Assets Control. */

export const OFAC = 'US Office of Foreign Assets Control';

const KINDS: ReadonlyMap<string, string> = new Map([
  ['individual', 'person'],
  ['vessel', 'vessel'],
  ['aircraft', 'aircraft'],
  ['entity', 'company'],
]);

/** Companies and bodies have no type in the table. */
export const ofacKind = (type: string): string => KINDS.get(type.trim().toLowerCase() || 'entity') ?? 'term';

/** The sentence for a party: on which list, under which programmes. */
export const ofacWhat = (programmes: string): string =>
  `On a sanctions list of the ${OFAC}${programmes ? `, programme ${programmes}` : ''}`;

/** The files state no licence. Works of the US government have no copyright (17 U.S.C. 105). */
export const OFAC_LICENCE = 'US public domain';
