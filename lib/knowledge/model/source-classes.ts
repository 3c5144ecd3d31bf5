/**
 * Who stands behind a source, from strongest to weakest. Only the first three carry "in force".
 * Apart from the schema, so that what sorts by it on a page does not load that.
 */
export const SOURCE_CLASSES = ['official', 'mirror', 'law firm', 'news', 'other'] as const;
