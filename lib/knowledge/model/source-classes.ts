/**
 * The classes of sources, from strongest to weakest. Only the first three can support "in force".
 * They stand apart from the schema, so that a page that only sorts by class need not load it.
 */
export const SOURCE_CLASSES = ['official', 'mirror', 'law firm', 'news', 'other'] as const;
