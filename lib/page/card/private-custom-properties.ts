/**
 * The sheet of a card as no page can reach into it. A page may register custom properties for its whole
 * document, closed roots too, and so take the colours and sizes away from whoever uses the same names: ours
 * are other in each page, and stand on what is inside the root, where a page can't read them.
 */
export interface ClosedCss {
  css: string;
  /** The name of one of our custom properties in this page. */
  name: (property: string) => string;
}

export function closedCss(css: string, secret: string): ClosedCss {
  const name = (property: string) => `--${secret}-${property}`;
  return {
    css: css.replaceAll(/:root,\s*:host(?=\s*\{)/g, ':host > *').replaceAll(/(?<![\w-])--([a-z])/g, `--${secret}-$1`),
    name,
  };
}

/** Nothing that a page could guess. */
export const newSecret = (): string => `t${Math.random().toString(36).slice(2)}`;
