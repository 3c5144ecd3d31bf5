/**
 * A single observer for the document and its open shadow roots, both for text and for attributes
 * that show or hide it. Each observer of a tree costs the page time whenever a node is removed.
 */
const TEXT: MutationObserverInit = {
  childList: true,
  characterData: true,
  attributeFilter: ['contenteditable'],
  subtree: true,
};
const WITH_LOOKS: MutationObserverInit = { ...TEXT, attributeFilter: ['contenteditable', 'class', 'style', 'hidden'] };

/** Records in one callback above which attributes are not examined. */
const MAX_RECORDS = 10_000;

/** Observes a document and its open shadow roots. */
export interface DocumentWatch {
  /** Also observes this shadow root. */
  add(root: ShadowRoot): void;
  /**
   * Forgets a shadow root. The observer itself does not keep it alive: its list of nodes is weak
   * (https://dom.spec.whatwg.org/#mutationobserver-node-list).
   */
  remove(root: ShadowRoot): void;
  /** From now on also observes the attributes that can show or hide text. */
  withLooks(): void;
}

export function watchDocument(
  document: Document,
  { onRecords, onLooks }: { onRecords: (records: MutationRecord[]) => void; onLooks: () => void },
  signal: AbortSignal,
): DocumentWatch {
  const observer = new MutationObserver((records) => {
    // After so many records the whole page is read again anyway.
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
