/**
 * The address of a page of a document, which browsers' viewers and our reader understand. Null for
 * a local file.
 */
export const linkToPage = (url: string, page: number): string | null =>
  /^https?:\/\//.test(url) ? `${url.replace(/#.*$/s, '')}#page=${page}` : null;
