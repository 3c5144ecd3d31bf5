/** Which announcement or order a number means: the body, the year and the subject of the article decide. */
import type { Candidate, Reading } from './candidates.ts';
import { NEVER, countryOf, type Context, type Note } from './context.ts';
import { findCue } from './cue-near.ts';
import { ARTICLE, PARAGRAPH } from './evidence.ts';

/** Points for a reading of a numbered form: the body, the year and the subject of the article decide. */
export function numberPoints(context: Context, c: Candidate, reading: Reading, year: number | null, add: Note): number {
  const { form } = reading;
  const known = form?.known;
  if (!form || !known) return NEVER;
  const { article } = context;
  const stated = form.year ?? year;
  if (stated !== null && stated !== known.year) return NEVER;
  let points = form.clarity - 1 + (form.year !== null ? 1 : 0);
  if (form.year !== null) add(String(form.year), 1);
  let best = 0;
  let word = '';
  for (const body of known.bodies) {
    for (const [name, blocks] of context.taken.names.get(body) ?? []) {
      const worth = blocks.has(c.block) ? 3 : 2;
      if (worth > best) [best, word] = [worth, name];
    }
    const cue = article.matcher.cues.get(`country/${countryOf(reading)}`);
    if (best < 2 && cue !== undefined) {
      const found = findCue(context, c, cue, PARAGRAPH, '') ?? findCue(context, c, cue, ARTICLE, '');
      if (found !== null) [best, word] = [2, found];
    }
  }
  if (best === 0 && article.lang === 'zh') best = 1;
  if (best) add(word, best);
  const topic = article.matcher.cues.get('topic/export-control');
  if (topic !== undefined) {
    const found = findCue(context, c, topic, PARAGRAPH, '');
    if (found !== null) {
      points += 1;
      add(found, 1);
    }
  }
  return points + best;
}
