/**
 * Finds passages about food, sport and medicine, where minerals are nutrients and remedies. Such a
 * passage has at least two words of nutrition, and more than words of the list's field. Without
 * this test, each mineral in a row of nutrients would be evidence for the next.
 */
import type { Article } from '../evidence/article.ts';

const NUTRITION = ['topic/nutrition'];
/** Blocks that are read on both sides: rows of nutrients are often lists. */
const AROUND = 4;

/** True for a block in such a passage. `field`: the cues of the field. */
export function isNutrition({ matcher, evidence }: Article, block: number, field: readonly string[]): boolean {
  /** The number of words for cues in the block and those around it. */
  const words = (keys: readonly string[], around: number) =>
    keys.reduce((sum, key) => {
      const cue = matcher.cues.get(key);
      return sum + evidence.firstIn(cue, block + around + 1) - evidence.firstIn(cue, block - around);
    }, 0);
  // Few pages have such words. The others end here, so that no mineral costs a count of the field.
  const nutrition = words(NUTRITION, AROUND);
  return nutrition > 1 && nutrition > words(field, AROUND) && words(NUTRITION, 0) >= words(field, 0);
}
