/** The parts of the settings that the page script needs without the schema. */

/** How many mentions are marked: each entry once a page, once a section, or every mention. */
export const DENSITIES = ['fewer', 'normal', 'all'] as const;

/** The default settings. The page script uses them if the background does not answer. */

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
