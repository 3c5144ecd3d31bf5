/**
 * The names of marks in `CSS.highlights`. Style sheets of others may rely on them, so they must not
 * change.
 */
import { KINDS } from '../../knowledge/model/ids.ts';

const KNOWN: ReadonlySet<string> = new Set(KINDS);

/** The kind by which a mark is styled; unknown kinds are styled as terms. */
export const lineKind = (kind: string): string => (KNOWN.has(kind) ? kind : 'term');

/** The name of a kind's marks. `repeat`: not the first mention of its entry. */
export const highlightName = (kind: string, repeat: boolean): string =>
  `tradegloss-${lineKind(kind)}${repeat ? '-repeat' : ''}`;

/** The word under the pointer or the keyboard. */
export const OPEN_HIGHLIGHT = 'tradegloss-open';

/** Words in a link that the page already underlines, which get no second line. */
export const LINK_HIGHLIGHT = 'tradegloss-link';

/**
 * Every name that we may register: two for each kind (first mentions and repeats), links, and the
 * open word.
 */
export const HIGHLIGHT_NAMES: readonly string[] = [
  ...[...KINDS, 'term'].flatMap((kind) => [highlightName(kind, false), highlightName(kind, true)]),
  LINK_HIGHLIGHT,
  OPEN_HIGHLIGHT,
];
