/** Who may import whom, by folder of `lib/`; every folder may import itself. Entrypoints may import all. */
export const MAY_IMPORT: Record<string, readonly string[]> = {
  core: [],
  i18n: [],
  knowledge: ['core', 'i18n'],
  match: ['core', 'knowledge'],
  search: ['core', 'knowledge', 'match', 'i18n'],
  card: ['core', 'knowledge', 'i18n', 'match', 'messaging', 'search'],
  messaging: ['core', 'knowledge', 'card', 'i18n'],
  page: ['core', 'knowledge', 'match', 'card', 'i18n', 'messaging', 'components'],
  formats: ['core', 'knowledge', 'match'],
  terms: ['core', 'knowledge', 'match', 'formats'],
  devices: ['core', 'knowledge', 'match', 'terms', 'i18n', 'messaging', 'store'],
  store: ['core', 'knowledge', 'match', 'search', 'formats', 'terms'],
  sites: ['core', 'messaging', 'store'],
  sync: ['core', 'knowledge', 'match', 'sites', 'store', 'formats', 'terms', 'i18n', 'messaging'],
  components: [
    'core',
    'card',
    'i18n',
    'knowledge',
    'messaging',
    'search',
    'match',
    'store',
    'sites',
    'sync',
    'terms',
    'devices',
    'formats',
  ],
  publish: ['core', 'knowledge', 'match', 'i18n', 'card', 'page', 'formats', 'sync', 'sites', 'store', 'messaging'],
};

/** The only files that may speak to the browser, besides entrypoints. */
export const MAY_USE_BROWSER: readonly RegExp[] = [
  /^lib\/messaging\//,
  /^lib\/store\/settings\.ts$/,
  /^lib\/sites\//,
  /^lib\/sync[^/]*\/.*(?:schedule|adapter|storage-sync|permission)/,
  /^lib\/devices\/(?:browser-place|schedule|permission)/,
];

/** Lines, of tests too. */
export const LONGEST_FILE = 300;
/** Tables, which nobody reads from end to end: a row is looked up, and its neighbours belong beside it. */
export const TABLES: readonly string[] = ['test/unit/knowledge/status-table.test.ts'];
