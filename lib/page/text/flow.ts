/** The type of a run of text in a page. */
export type Container = ParentNode & Node;

/**
 * One run of text, as a user sees it on the page: a paragraph, a heading, the text beside a
 * picture.
 */
export interface Flow {
  /** The block element (or shadow root) with the text. */
  container: Container;
  text: string;
  /**
   * The text nodes, and the offset in `text` at which each starts (below 0 in a later part of a
   * long text). Ascending.
   */
  nodes: readonly Text[];
  starts: readonly number[];
  heading: boolean;
}
