/** Folds the words of questions in the build and in commands, so that the extension need not. */
import { fold } from './fold.ts';
import type { SearchWords } from './lexicon.ts';

/** Separators that folding keeps: private-use characters. */
const BETWEEN_PHRASES = '\ue000';
const BETWEEN_LISTS = '\ue001';

/**
 * Folds many lists in one call, which is faster than one call a phrase. `mark` separates phrases.
 */
function foldLists(lists: readonly string[], mark: ',' | ';'): string[] {
  const marks = lists.map((list) => list.replaceAll(mark, BETWEEN_PHRASES)).join(BETWEEN_LISTS);
  const trimmed = (list: string) =>
    list
      .split(BETWEEN_PHRASES)
      .map((phrase) => phrase.trim())
      .join(mark);
  return fold(marks).split(BETWEEN_LISTS).map(trimmed);
}

function foldRecord(lists: Readonly<Record<string, string>>): Record<string, string> {
  const folded = foldLists(Object.values(lists), ',');
  return Object.fromEntries(Object.keys(lists).map((key, k) => [key, folded[k] ?? '']));
}

function foldCalls(calls: SearchWords['calls']): SearchWords['calls'] {
  const phrases = foldLists(
    calls.map(([some]) => some),
    ',',
  );
  const names = foldLists(
    calls.map(([, some]) => some),
    ';',
  );
  return calls.map((_, k) => [phrases[k] ?? '', names[k] ?? '']);
}

export const foldWords = ({ languages, calls, shares }: SearchWords): SearchWords => ({
  languages: languages.map(({ stop, toward, from, meanings, countries }) => {
    const [stops = '', towards = '', froms = ''] = foldLists([stop, toward, from], ',');
    return {
      stop: stops,
      toward: towards,
      from: froms,
      meanings: foldRecord(meanings),
      countries: foldRecord(countries),
    };
  }),
  calls: foldCalls(calls),
  shares: foldCalls(shares),
});
