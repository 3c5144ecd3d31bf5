/** A row of the results, as popup, address bar and command show it. */
import type { Translate } from '../../i18n/translate.ts';
import type { Hit } from '../../search/search.ts';
import { lineText, type AskedLine } from './line-text.ts';
import type { Summary } from './lookup-model.ts';
import { matchReason } from './match-reason.ts';
import type { ResultRow } from './lookup-model.ts';

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
