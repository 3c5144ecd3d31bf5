/**
 * Finds laws and agreements told as something to come by texts that are half a year old. Such a
 * text goes stale without any date that passes: "would cut duties" stays on the card after they
 * were cut.
 */
import { addDays, spanOf } from '../../knowledge/model/fuzzy-dates.ts';
import type { Entry, KnowledgeList } from '../../knowledge/model/schema.ts';
import type { Problem } from '../build/load-list.ts';

/** Days before `knownTo` after which the newest text no longer tells what became of a plan. */
const MAX_DAYS = 180;

/** Words of what has not happened yet. "Would" counts too: a bill "would" do things. */
const TO_COME = /\b(?:would|will|(?:is|are) to)\b/u;
/** Words that tell the reader how far the text knows. */
const SAYS_HOW_FAR = /\bfound\b/u;

/** Findings that deserve a second look: read what became of it, or say that nothing was found. */
export function adviseExpectations(list: KnowledgeList, files: ReadonlyMap<string, string>): Problem[] {
  const limit = addDays(list.knownTo ?? list.updated, -MAX_DAYS);
  return list.entries
    .filter(({ id }) => id.startsWith('instrument/'))
    .flatMap((entry) =>
      staleTexts(entry, limit).map(({ where, newest }) => ({
        file: files.get(entry.id) ?? entry.id,
        message: `tells of what is to come in ${where} by texts up to ${newest}: read what became of it, or say that nothing was found since`,
      })),
    );
}

function staleTexts(entry: Entry, limit: string): { where: string; newest: string }[] {
  const { what, news, sources } = entry;
  if ([what, news].some((claim) => claim && SAYS_HOW_FAR.test(claim.text))) return [];
  return Object.entries({ what, news }).flatMap(([where, claim]) => {
    if (!claim || !TO_COME.test(claim.text)) return [];
    const dates = claim.src.flatMap((key) => sources[key]?.date ?? []);
    const newest = dates.toSorted((a, b) => (spanOf(a).last < spanOf(b).last ? -1 : 1)).at(-1);
    return newest !== undefined && spanOf(newest).last < limit ? [{ where, newest }] : [];
  });
}
