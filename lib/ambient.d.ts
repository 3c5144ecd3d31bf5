declare module 'virtual:built-in-list' {
  /** Its source holds them in a comment. */
  export const names: () => unknown;
  export const version: number;
  /** A digest of the compiled names, as text. */
  export const namesDigest: string;
}
declare module '*.css?inline' {
  const css: string;
  export default css;
}

/** Chrome's own; the polyfill does not know it. */
declare const chrome: { sidePanel?: { open(options: { tabId: number }): Promise<void> } } | undefined;

/** CSS Custom Highlight API, level 1: hit-testing (Chrome 140, Firefox 150). */
interface HighlightHitResult {
  readonly highlight: Highlight;
  readonly ranges: AbstractRange[];
}
interface HighlightRegistry {
  highlightsFromPoint(x: number, y: number, options?: { shadowRoots?: ShadowRoot[] }): HighlightHitResult[];
}

declare module 'virtual:card-texts' {
  const texts: Record<'en' | 'zh_CN', Partial<Record<string, { message: string }>>>;
  export default texts;
}
declare module 'virtual:full-card-texts' {
  const texts: Record<'en' | 'zh_CN', Partial<Record<string, { message: string }>>>;
  export default texts;
}

interface ImportMetaEnv {
  /** The address of the project's new issues; '' if the build has none. */
  readonly TRADEGLOSS_ISSUES: string;
}
