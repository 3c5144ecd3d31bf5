/**
 * One observer over the document and its open shadow roots, for the text and for what shows or
 * hides it: a page pays for every observer that looks into a tree each time that something leaves
 * it.
 */
const TEXT: MutationObserverInit = {
  childList: true,
  characterData: true,
  attributeFilter: ['contenteditable'],
  subtree: true,
};
const WITH_LOOKS: MutationObserverInit = { ...TEXT, attributeFilter: ['contenteditable', 'class', 'style', 'hidden'] };

/** More records in one turn are handed on as they are. */
const MAX_RECORDS = 10_000;

export interface Watch {
  /** Also watches this shadow root. */
  add(root: ShadowRoot): void;
  /**
   * Forgets a shadow root. The observer itself holds none: its list of nodes is weak (DOM standard,
   * section 4.3).
   */
  remove(root: ShadowRoot): void;
  /** Also observes the attributes that can show or hide text, from now on. */
  withLooks(): void;
}

export function watchDocument(
  document: Document,
  { onRecords, onLooks }: { onRecords: (records: MutationRecord[]) => void; onLooks: () => void },
  signal: AbortSignal,
): Watch {
  const observer = new MutationObserver((records) => {
    // With so many records the whole page is read again anyway.
    if (records.length > MAX_RECORDS) {
      onRecords(records);
      onLooks();
      return;
    }
    const ofText = records.filter(
      ({ type, attributeName }) => type !== 'attributes' || attributeName === 'contenteditable',
    );
    if (ofText.length > 0) onRecords(ofText);
    if (ofText.length < records.length) onLooks();
  });
  let what = TEXT;
  const trees = new Set<Node>([document]);
  const observe = (tree: Node) => observer.observe(tree, what);
  observe(document);
  signal.addEventListener('abort', () => observer.disconnect());
  return {
    add(root) {
      trees.add(root);
      observe(root);
    },
    remove(root) {
      trees.delete(root);
    },
    withLooks() {
      if (what === WITH_LOOKS) return;
      what = WITH_LOOKS;
      trees.forEach(observe);
    },
  };
}
