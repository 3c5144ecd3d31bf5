/**
 * Words that may follow a name without a space: particles and a few nouns. Among scripts with
 * spaces, only Korean has them.
 */
import { lazily } from '../../core/lazily.ts';
import { languages } from '../languages/index.ts';
import { HANGUL, classOf, type Units } from './code-units.ts';

/** Syllables of the longest particle plus one, which shows that a longer word follows. */
const maxSyllables = lazily(
  () => Math.max(...[...languages().attached.particles.words].map((particle) => particle.length)) + 1,
);

/** True if the Hangul after a name in `text[start..end)` is a particle or an attached noun. */
export function isAttached(units: Units, text: string, start: number, end: number): boolean {
  const isHangul = (at: number) => classOf(units, text.charCodeAt(at)) === HANGUL;
  let syllables = 0;
  for (let k = start; k < end; k++) if (isHangul(k)) syllables++;
  if (syllables >= 3) return true;
  let stop = end;
  while (stop < Math.min(text.length, end + maxSyllables()) && isHangul(stop)) stop++;
  const after = text.slice(end, stop);
  return languages().attached.particles.has(after) || (syllables === 2 && languages().attached.nouns.test(after));
}
