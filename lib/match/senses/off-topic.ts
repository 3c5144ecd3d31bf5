/**
 * Decides which names stay unmarked because the article is about something else.
 *
 * One-word names stay unmarked in an article that is not about the field of their list (its
 * `topic/field`): there they are more often a surname, a village, a film or a fund than the
 * company. The article is about the field if it has another name of the list or a word of the
 * field. A list without a field is always on topic.
 *
 * Entries that are marked only beside others (`aside`) stay unmarked if the article has no other
 * name of the list and no word of customs tariffs. Bodies that are known by their country stay
 * unmarked if it has no country, no official and no word of the field, since hotels and students'
 * unions have a Commerce Department too. Minerals stay unmarked in passages about food and
 * medicine.
 */
import { ruleFlags, countryOf, kindOf } from '../evidence/readings.ts';
import type { Article } from '../evidence/article.ts';
import type { Context } from '../evidence/context.ts';
import type { Candidate, ScoredReading } from '../model.ts';
import { RULE_ALONE, ENTRY_ASIDE, RULE_BY_COUNTRY, RULE_STATES_ALONE } from '../names/compiled-names.ts';
import { lowerBound } from '../../core/lower-bound.ts';
import { isNutrition } from './nutrients.ts';
import { everyUnit, someUnit, isLetter, isLower, isUpper, startsUpper } from '../text/characters.ts';
import { endOf, numberOf, spanCount, startOf } from '../text/flat-spans.ts';

/** In articles about tariffs, the White House and a court belong to the field. */
const TARIFFS = 'topic/tariffs';

/** Letters of the longest surname or village; German compounds are longer. */
const MAX_SURNAME = 14;
/** True for a word such as Lynas or EUV. Longer abbreviations (CFIUS) seldom mean anything else. */
const isOneWord = (text: string) =>
  startsUpper(text) &&
  text.length <= MAX_SURNAME &&
  (everyUnit(text, isUpper)
    ? text.length === 2 || text.length === 3
    : everyUnit(text, isLatin, 1) && someUnit(text, isLower));
const isLatin = (code: number) => isLetter(code) && (code < 0x250 || (code >= 0x1e00 && code <= 0x1eff));

const SAID = RULE_ALONE | RULE_STATES_ALONE;

/**
 * True for a name that needs no field: a longer or numbered name, a metal, a name that cannot mean
 * anything else (`alone: true`), or a name with a cue near it.
 */
const speaksForItself = ({ reading, why }: ScoredReading) =>
  kindOf(reading) === 'mineral' ||
  (ruleFlags(reading) & SAID) === SAID ||
  !isOneWord(reading.text) ||
  why.some(({ points }) => points > 0);

const isAside = ({ reading: { segment, entry } }: ScoredReading) =>
  ((segment.names.entryFlags[entry] ?? 0) & ENTRY_ASIDE) !== 0;

const isBody = ({ reading }: ScoredReading) =>
  kindOf(reading) === 'agency' && (ruleFlags(reading) & RULE_BY_COUNTRY) !== 0;

/** True if a cue occurs outside of names; 經濟部 itself is also a cue for Taiwan. */
function occursOutsideNames({ matcher, evidence, candidates }: Article, name: string): boolean {
  const places = evidence.of(matcher.cues.get(name));
  for (let n = 0; n < spanCount(places); n++) {
    const [block, start, end] = [numberOf(places, n), startOf(places, n), endOf(places, n)];
    // Candidates do not overlap, so only the last one that starts before the cue's end can cover
    // it.
    const next = lowerBound(candidates.length, (at) => {
      const c = candidates[at] as Candidate;
      return c.block < block || (c.block === block && c.start < end);
    });
    const c = candidates[next - 1];
    if (c?.block !== block || c.end <= start) return true;
  }
  return false;
}

/**
 * Returns a function that is true for a candidate that must stay unmarked. `winners`: the winning
 * readings of all candidates.
 */
export function offTopicNames(
  { article, sentences: texts, choices }: Context,
  winners: readonly (ScoredReading | null)[],
): (c: Candidate, best: ScoredReading) => boolean {
  const taken = winners.filter((one) => one !== null);
  let othersSpeak: boolean | null = null;
  let othersStand: boolean | null = null;
  let bodiesOnly: boolean | null = null;
  const free = new Map<string, boolean>();
  const isFree = (name: string): boolean => {
    const known = free.get(name) ?? occursOutsideNames(article, name);
    free.set(name, known);
    return known;
  };
  const warm = new Map<string, boolean>();
  const inField = (field: readonly string[], own: string): boolean => {
    const key = `${own} ${field}`;
    const known =
      warm.get(key) ??
      field.some((name) => {
        const cue = article.matcher.cues.get(name) ?? -1;
        return article.evidence.firstOther(cue, own, texts) < spanCount(article.evidence.of(cue));
      });
    warm.set(key, known);
    return known;
  };
  return (c, best) => {
    const { field } = best.reading.segment.names;
    const own = c.text.toLowerCase();
    const isChosen = () => choices.get(own) === best.reading.id;
    if (kindOf(best.reading) === 'mineral') return !isChosen() && isNutrition(article, c.block, field);
    if (isAside(best)) {
      othersStand ??= taken.some((one) => !isAside(one));
      return !othersStand && !isChosen() && !(field.includes(TARIFFS) && isFree(TARIFFS));
    }
    if (field.length && isBody(best)) {
      bodiesOnly ??= taken.every(isBody);
      const { id } = best.reading;
      const home = `country/${countryOf(best.reading)}`;
      if (bodiesOnly && !isChosen() && ![...field, home, id].some(isFree)) return true;
    }
    if (!field.length || speaksForItself(best)) return false;
    othersSpeak ??= taken.some(speaksForItself);
    return !othersSpeak && !isChosen() && !inField(field, own);
  };
}
