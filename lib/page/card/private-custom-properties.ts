/**
 * The sheet of a card as no page can reach into it. A page may register custom properties for its
 * whole document, closed roots too, and so take the colours and sizes away from whoever uses the
 * same names: ours are other in each page, and stand on what is inside the root, where a page can't
 * read them.
 */
export const closedCss = (css: string, secret: string): string =>
  css.replaceAll(/:root,\s*:host(?=\s*\{)/g, ':host > *').replaceAll(/(?<![\w-])--([a-z])/g, `--${secret}-$1`);

/** Nothing that a page could guess. */
export const newSecret = (): string => `t${Math.random().toString(36).slice(2)}`;
