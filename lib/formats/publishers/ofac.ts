/** The common part of all forms of the lists of the US Office of Foreign Assets Control. */

export const OFAC = 'US Office of Foreign Assets Control';

const KINDS: ReadonlyMap<string, string> = new Map([
  ['individual', 'person'],
  ['vessel', 'vessel'],
  ['aircraft', 'aircraft'],
  ['entity', 'company'],
]);

/** Firms and bodies have no type in the table. */
export const ofacKind = (type: string): string => KINDS.get(type.trim().toLowerCase() || 'entity') ?? 'term';

export const ofacWhat = (programmes: string): string =>
  `On a sanctions list of the ${OFAC}${programmes ? `, programme ${programmes}` : ''}`;

/** "AEROCARIBBEAN AIRLINES" is written so in this list alone. */
export const OFAC_LICENCE = 'US public domain';
