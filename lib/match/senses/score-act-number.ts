/**
 * Which announcement or order a number means: the body, the year and the subject of the article
 * decide.
 */
import type { Article } from '../evidence/article.ts';
import { NEVER, type Context } from '../evidence/context.ts';
import type { Candidate, Reading, Note } from '../model.ts';
import type { CompiledForm } from '../names/compiled-names.ts';
import { countryOf } from '../evidence/readings.ts';
import { findCue } from '../evidence/cue-proximity.ts';
import { ARTICLE, PARAGRAPH } from '../evidence/cue-index.ts';
import { isOfAnother } from '../evidence/act-issuer.ts';

const others = new WeakMap<Article, Map<string, Set<number>>>();

/** The numbers of a body's acts of one year that stand in the article. */
function numbersOf(article: Article, { bodies, year }: CompiledForm): ReadonlySet<number> {
  let found = others.get(article);
  if (!found) {
    found = new Map();
    for (const { readings } of article.candidates)
      for (const { form } of readings)
        for (const body of form?.known?.bodies ?? []) {
          if (!form?.known || (form.year ?? form.known.year) !== form.known.year) continue;
          const key = `${body} ${form.known.year}`;
          found.set(key, (found.get(key) ?? new Set()).add(form.number));
        }
    others.set(article, found);
  }
  return found.get(`${bodies[0]} ${year}`) ?? new Set();
}

/** Whether the article has anything of what the list is about: a parish numbers its notices too. */
function isInField(
  { article: { matcher, evidence }, decided: taken }: Context,
  { segment: { names } }: Reading,
): boolean {
  if (names.field.length === 0) return true;
  return names.field.some((name) => {
    const cue = matcher.cues.get(name);
    return cue !== undefined && (evidence.has(cue) || taken.evidence.has(cue));
  });
}

/**
 * Points for a reading of a numbered form: the body, the year and the subject of the article
 * decide.
 */
export function actNumberPoints(
  context: Context,
  c: Candidate,
  reading: Reading,
  year: number | null,
  add: Note,
): number {
  const { form } = reading;
  const known = form?.known;
  if (!form || !known) return NEVER;
  const { article } = context;
  const stated = form.year ?? year;
  if (stated !== null && stated !== known.year) return NEVER;
  if (isOfAnother(article, c, known.bodies)) return NEVER;
  let points = form.clarity - 1 + (form.year !== null ? 1 : 0);
  if (form.year !== null) add(String(form.year), 1);
  let best = 0;
  let word = '';
  for (const body of known.bodies) {
    for (const [name, { blocks }] of context.decided.names.get(body) ?? []) {
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
  // Two numbers of one series name its body, if they are clearly numbers of announcements.
  const sisters = [...numbersOf(article, known)].filter((number) => number !== form.number);
  if (sisters.length && isInField(context, reading) && best < Math.min(2, form.clarity))
    [best, word] = [Math.min(2, form.clarity), `${sisters[0]}`];
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
