/**
 * Names that are one word, in an article that is not about what their list is about (its `topic/field`): more
 * often somebody's surname, a village, a film or a fund than the firm. Where nothing else of the list is named
 * and no word of its field stands, they are left bare. A list that does not say its field is taken at its word.
 */
import { ruleFlags, type Candidate } from './candidates.ts';
import { ALONE, SAID_ALONE } from './compiled.ts';
import { kindOf, type Context, type Scored } from './context.ts';

/** Lynas, EUV; longer abbreviations (CFIUS) are seldom anything else. */
const ONE_WORD = /^(?:\p{Lu}\p{Script=Latin}*\p{Ll}\p{Script=Latin}*|\p{Lu}{2,3})$/u;

const SAID = ALONE | SAID_ALONE;

/** A longer or numbered name, a metal, what the list says can mean nothing else (`alone: true`), and whatever a word near by speaks for. */
const speaksForItself = ({ reading, why }: Scored) =>
  kindOf(reading) === 'mineral' ||
  (ruleFlags(reading) & SAID) === SAID ||
  !ONE_WORD.test(reading.text) ||
  why.some(({ points }) => points > 0);

/** Whether a name has to stay bare; `winners` are those of all candidates. */
export function coldNames(
  { article, texts, choices }: Context,
  winners: readonly (Scored | null)[],
): (c: Candidate, best: Scored) => boolean {
  let othersSpeak: boolean | null = null;
  const warm = new Map<string, boolean>();
  const inField = (field: readonly string[], own: string): boolean => {
    const key = `${field.length} ${own}`;
    let known = warm.get(key);
    if (known === undefined) {
      const { cues } = article.matcher;
      known = field.some((name) => {
        const cue = cues.get(name);
        return cue !== undefined && article.evidence.firstOther(cue, own, texts) < article.evidence.of(cue).length;
      });
      warm.set(key, known);
    }
    return known;
  };
  return (c, best) => {
    const { field } = best.reading.segment.names;
    if (field.length === 0 || speaksForItself(best)) return false;
    othersSpeak ??= winners.some((one) => one !== null && speaksForItself(one));
    const own = c.text.toLowerCase();
    return !othersSpeak && choices.get(own) !== best.reading.id && !inField(field, own);
  };
}
