/**
 * Collects the text of a page from its script, in pieces, so that a long page blocks neither the
 * page nor messages.
 */
import * as v from 'valibot';
import { textPieceSchema, type TextPiece, type TextRun } from '../messaging/protocol.ts';
import type { ToPage } from '../messaging/to-page.ts';

/**
 * Characters that are read of one page: for the count on the button, and for a list that the user
 * opened.
 */
export const MAX_CHARS_FOR_COUNT = 500_000;
export const MAX_CHARS_FOR_LIST = 5_000_000;
/** Pieces that are read of one page: a hostile page could send endless tiny ones. */
const MAX_PIECES = 5_000;

/** How to request the text of a tab. `maxChars`: UTF-16 units. */
export interface TextRequest {
  ask: (request: ToPage) => Promise<unknown>;
  maxChars: number;
  /** True if nobody waits for the text. */
  idle: boolean;
}

/** Runs of text in reading order; null if no script answers. */
export async function gatherText({ ask, maxChars, idle }: TextRequest): Promise<TextRun[] | null> {
  const runs: TextRun[] = [];
  const seen = new Set<number>();
  let chars = 0;
  let from: number | null = 0;
  for (let pieces = 0; from !== null && chars < maxChars && pieces < MAX_PIECES; pieces++) {
    const answer: unknown = await ask({ type: 'text', from, idle });
    const piece = v.safeParse(textPieceSchema(), answer);
    if (!piece.success) return pieces === 0 ? null : runs;
    const { runs: more, next }: TextPiece = piece.output;
    for (const run of more) {
      // The page changed between two pieces and sent the same run again.
      if (seen.has(run.id)) continue;
      seen.add(run.id);
      chars += run.text.length;
      runs.push(run);
    }
    from = next !== null && next > from ? next : null;
  }
  return runs;
}
