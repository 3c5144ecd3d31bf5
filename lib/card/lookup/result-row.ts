/** Makes a row of search results for the popup, the address bar and the command. */
import type { Translate } from '../../i18n/translate.ts';
import type { Hit } from '../../search/search.ts';
import { lineText } from './line-text.ts';
import type { Summary } from './lookup-model.ts';
import { matchReason } from './match-reason.ts';
import type { ResultRow } from './lookup-model.ts';

/** The lines of a result below its name. They are computed after the name if that takes long. */
export type RowDetails = Pick<ResultRow, 'lines' | 'words' | 'isPending'>;

/** A row with its name only. */
export const NO_ROW_DETAILS: RowDetails = { lines: [], words: '', isPending: false };

export function resultRow(
  hit: Hit,
  summary: Summary,
  query: string,
  { lines, words, isPending }: RowDetails,
  { t, lang, scheme = '' }: { t: Translate; lang: string; scheme?: string },
): ResultRow {
  return {
    ...summary,
    aliases: summary.altName ? [summary.altName.text] : [],
    lines,
    words,
    isPending,
    why: matchReason(hit, { ...summary, line: words, scheme }, query, lang, t),
  };
}

/** The second line of a row as plain text; '' if nothing is known. */
export const resultText = ({ words, lines }: Pick<ResultRow, 'words' | 'lines'>, t: Translate): string =>
  words || (lines[0] ? lineText(lines[0], t) : '');
