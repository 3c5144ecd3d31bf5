/**
 * Protects the style sheet of the card. A page can register custom properties for the whole
 * document, closed roots included, and so change the colours and sizes of every element that uses
 * the same names. Ours have other names in each page and are set inside the root, where the page
 * cannot read them.
 */
/** The style sheet with our custom properties renamed after `secret`. */
export const withPrivateProperties = (css: string, secret: string): string =>
  css.replaceAll(/:root,\s*:host(?=\s*\{)/g, ':host > *').replaceAll(/(?<![\w-])--([a-z])/g, `--${secret}-$1`);

/** A random prefix that a page cannot guess. */
export const newSecret = (): string => `t${Math.random().toString(36).slice(2)}`;
