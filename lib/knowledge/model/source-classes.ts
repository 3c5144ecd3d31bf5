/**
 * The classes of sources, from strongest to weakest. Only the first three carry "in force". Apart
 * from the schema, so that a page that sorts by it does not load that.
 */
export const SOURCE_CLASSES = ['official', 'mirror', 'law firm', 'news', 'other'] as const;
