/** One observer over the document and its open shadow roots. */
const WHAT: MutationObserverInit = {
  childList: true,
  characterData: true,
  attributeFilter: ['contenteditable'],
  subtree: true,
};

export interface Watch {
  /** Also watches this shadow root. */
  add(root: ShadowRoot): void;
  /** What changed since the last callback. */
  take(): MutationRecord[];
}

export function watchDocument(
  document: Document,
  onRecords: (records: MutationRecord[]) => void,
  signal: AbortSignal,
): Watch {
  const observer = new MutationObserver(onRecords);
  observer.observe(document, WHAT);
  signal.addEventListener('abort', () => observer.disconnect());
  const roots = new WeakSet<ShadowRoot>();
  return {
    add(root) {
      if (roots.has(root)) return;
      roots.add(root);
      observer.observe(root, WHAT);
    },
    take: () => observer.takeRecords(),
  };
}
