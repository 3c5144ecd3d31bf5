/**
 * Which folder may import which: itself, and those of the folders above it that it names. All named
 * ones are in use. Entrypoints may import all folders.
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
 * The subfolders of a folder in the order of the data flow. Each imports only from those after it.
 * A file directly in the folder is listed by its name.
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

/** The folders that may use the browser's API, besides entrypoints. */
export const SPEAKS_TO_BROWSER = [
  'lib/follows/follow-signal.ts',
  'lib/messaging/',
  'lib/sites/',
  'lib/store/article-days.ts',
  'lib/store/settings.ts',
  'lib/subscriptions/adapters/',
];

/** The folders that may read or draw a page. All others run without a DOM. */
export const KNOWS_A_PAGE = [
  'lib/page/',
  'lib/reader/text/',
  'lib/reader/view/',
  'components/',
  'lib/tools/',
  'lib/subscriptions/adapters/',
];

/** Lines of a file, tests included. */
export const LONGEST_FILE = 400;

/** Imports against that order. This list only gets shorter. */
export const AGAINST_THE_ORDER: readonly string[] = [];

/** Files that import one another in a circle, if only types. This list only gets shorter. */
export const IN_A_CIRCLE: readonly string[] = [];

/** Columns of a comment line, so that it fits beside the code on a laptop. */
export const MAX_COMMENT_COLUMNS = 100;
