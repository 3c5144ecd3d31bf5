/** A row of the results, as popup, address bar and command show it. */
import type { Translate } from '../../i18n/translate.ts';
import type { Hit } from '../../search/search.ts';
import { lineText, type AskedLine } from './line-text.ts';
import type { Summary } from './lookup.ts';
import { matchReason } from './match-reason.ts';

export interface ResultRow extends Summary {
  /**
   * Other names that are shown: in the other language, and the one that matched where it says why.
   */
  aliases: string[];
  /**
   * The status that the query asks for first, then others of the entry; none while the base is
   * being read.
   */
  lines: AskedLine[];
  /** A line that is no status: who is in office, or what the entry is; ''. */
  words: string;
  /** Why it was found; '' where that is obvious. */
  why: string;
}

interface Known {
  lines: AskedLine[];
  words: string;
}

export function resultRow(
  hit: Hit,
  summary: Summary,
  query: string,
  { lines, words }: Known,
  { t, lang }: { t: Translate; lang: string },
): ResultRow {
  return {
    ...summary,
    aliases: summary.altName ? [summary.altName.text] : [],
    lines,
    words,
    why: matchReason(hit, { ...summary, line: words }, query, lang, t),
  };
}

/** The second line of a row in plain text; '' where nothing is known. */
export const resultText = ({ words, lines }: Pick<ResultRow, 'words' | 'lines'>, t: Translate): string =>
  words || (lines[0] ? lineText(lines[0], t) : '');
