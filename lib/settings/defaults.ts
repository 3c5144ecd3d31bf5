/** Of the settings, what the script in a page needs, apart from their schema. */

/** Each entry once a page, once a section, or every mention: from the fewest to the most. */
export const DENSITIES = ['fewer', 'normal', 'all'] as const;

/**
 * Settings of somebody who chose nothing; in a page, where the background gives no answer.
 */

export const DEFAULTS = {
  hiddenKinds: [] as never[],
  density: 'normal',
  scope: 'page',
  openAfter: 500,
  openOn: 'rest',
  cardSize: 'glance',
  language: 'browser',
  theme: 'system',
  textSize: 1,
  muted: [] as never[],
  choices: [] as never[],
  follows: [] as never[],
  asOf: null,
} as const;
