/**
 * The address of a page of a document, as the viewers of browsers and our reader read it. Null
 * where the document has none: it is of the user's computer.
 */
export const linkToPage = (url: string, page: number): string | null =>
  /^https?:\/\//.test(url) ? `${url.replace(/#.*$/s, '')}#page=${page}` : null;
