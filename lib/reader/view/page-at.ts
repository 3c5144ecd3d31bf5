/** The number of the page on which a node of the text is drawn. */
export function pageAt(node: Node): number | null {
  const page = node.parentElement?.closest<HTMLElement>('[data-page]')?.dataset['page'];
  return page === undefined ? null : Number(page);
}
