/** Types for the two peers that have none, as far as the bench uses them. */
declare module 'mark.js' {
  export default class Mark {
    constructor(root: HTMLElement);
    markRegExp(expression: RegExp, options: { exclude?: string[]; each?: (element: Element) => void }): void;
    unmark(): void;
  }
}
declare module 'findandreplacedomtext' {
  export default function findAndReplaceDOMText(
    root: HTMLElement,
    options: { find: RegExp; wrap: string; filterElements?: (element: Element) => boolean },
  ): { reverts: unknown[]; revert(): void };
}
