/**
 * Names under which marks are registered in `CSS.highlights`: a fixed point that others rely on.
 */
import { KINDS } from '../../knowledge/model/ids.ts';

const KNOWN: ReadonlySet<string> = new Set(KINDS);

/** The kind that has a line of its own; kinds we do not know are plain terms. */
export const lineKind = (kind: string): string => (KNOWN.has(kind) ? kind : 'term');

export const highlightName = (kind: string, repeat: boolean): string =>
  `tradegloss-${lineKind(kind)}${repeat ? '-repeat' : ''}`;

/** The word under the pointer or the keyboard. */
export const OPEN_HIGHLIGHT = 'tradegloss-open';

/**
 * Words in a link that the page underlines: a second line would make two things of one. They are
 * tinted under the pointer like any other.
 */
export const LINK_HIGHLIGHT = 'tradegloss-link';

export const HIGHLIGHT_NAMES: readonly string[] = [
  ...[...KINDS, 'term'].flatMap((kind) => [highlightName(kind, false), highlightName(kind, true)]),
  LINK_HIGHLIGHT,
  OPEN_HIGHLIGHT,
];
