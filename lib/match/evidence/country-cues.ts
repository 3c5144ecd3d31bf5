/** The cues of a matcher that stand for countries. */
import type { Matcher } from '../scan/matcher.ts';

const PREFIX = 'country/';

/** A country by its ISO code in lower case, and the matcher's number of its cue. */
export type CountryCue = { code: string; cue: number };

const cached = new WeakMap<Matcher, CountryCue[]>();

/** The countries of all lists of a matcher, by number of their cues. */
export function countriesOf(matcher: Matcher): CountryCue[] {
  const known = cached.get(matcher);
  if (known) return known;
  const found = matcher.cueKeys.flatMap((key, cue) =>
    key.startsWith(PREFIX) ? { code: key.slice(PREFIX.length), cue } : [],
  );
  cached.set(matcher, found);
  return found;
}
