/**
 * Who may import whom: each folder itself and, of those above it, the ones that it names. All it
 * names are in use. Entrypoints may import all.
 */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  i18n: [],
  knowledge: ['core', 'i18n'],
  match: ['core', 'knowledge'],
  search: ['core', 'knowledge', 'match'],
  formats: ['core', 'knowledge'],
  terms: ['core', 'formats', 'knowledge', 'match'],
  sync: ['core', 'knowledge', 'terms'],
  settings: ['core', 'knowledge'],
  messaging: ['core', 'i18n', 'knowledge', 'settings'],
  card: ['core', 'i18n', 'knowledge', 'messaging', 'search'],
  store: ['core', 'knowledge', 'match', 'search', 'settings'],
  follows: ['card', 'i18n', 'knowledge', 'terms'],
  sites: ['messaging', 'store'],
  subscriptions: ['core', 'formats', 'i18n', 'knowledge', 'match', 'messaging', 'settings', 'sites', 'store', 'terms'],
  components: [
    'card',
    'core',
    'follows',
    'formats',
    'i18n',
    'knowledge',
    'messaging',
    'search',
    'settings',
    'store',
    'subscriptions',
    'sync',
    'terms',
  ],
  page: ['card', 'components', 'core', 'i18n', 'knowledge', 'match', 'messaging', 'settings'],
  reader: ['match', 'page'],
  private: ['match', 'messaging', 'page', 'subscriptions', 'terms'],
  tools: [
    'card',
    'components',
    'core',
    'formats',
    'i18n',
    'knowledge',
    'match',
    'messaging',
    'page',
    'search',
    'settings',
    'subscriptions',
  ],
};

/**
 * The subfolders of a folder in the order of the data flow: each imports only from those after it.
 * A file that stands in the folder itself has its place by its name.
 */
export const ORDER_WITHIN: Readonly<Record<string, readonly string[]>> = {
  match: ['index.ts', 'senses', 'candidates', 'evidence', 'scan', 'model.ts', 'names', 'text', 'languages'],
  knowledge: ['lead', 'wording', 'status', 'model'],
  card: ['export', 'lookup', 'build', 'model'],
  store: ['backup.ts', 'library.ts', 'lists', 'derived', 'article-days.ts', 'settings.ts', 'db.ts'],
  reader: ['view', 'pdf', 'text', 'layout', 'document-facts.ts', 'file-kind.ts', 'fold.ts'],
  page: ['session', 'annotate', 'card', 'marks', 'mentions', 'text', 'restyle.ts', 'dom'],
  tools: ['browser', 'cli', 'publish', 'upkeep', 'draft', 'refresh', 'watch', 'build'],
};

/** The folders that may use the browser's interface, besides entrypoints. */
export const SPEAKS_TO_BROWSER = [
  'lib/follows/follow-signal.ts',
  'lib/messaging/',
  'lib/sites/',
  'lib/store/article-days.ts',
  'lib/store/settings.ts',
  'lib/subscriptions/adapters/',
];

/** The folders that may read or draw a page; all others run without one. */
export const KNOWS_A_PAGE = [
  'lib/page/',
  'lib/reader/text/',
  'lib/reader/view/',
  'components/',
  'lib/tools/',
  'lib/subscriptions/adapters/',
];

/** Lines, of tests too. */
export const LONGEST_FILE = 400;
/**
 * Tables, which nobody reads from end to end: a row is looked up, and its neighbours belong beside
 * it.
 */
export const TABLES: readonly string[] = ['test/unit/knowledge/status-table.test.ts'];

/** Imports against that order that are still to be untied. This list only gets shorter. */
export const AGAINST_THE_ORDER: readonly string[] = [];

/**
 * Files that import one another in a circle, for types at least, still to be untied. This list only
 * gets shorter.
 */
export const IN_A_CIRCLE: readonly string[] = [];

/** Columns of a comment line: what fits beside the code on a laptop. */
export const MAX_COMMENT_COLUMNS = 100;
