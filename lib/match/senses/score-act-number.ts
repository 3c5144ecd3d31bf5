/**
 * Scores which announcement or order a number means, by the body, the year and the subject of the
 * article.
 */
import type { Article } from '../evidence/article.ts';
import { NEVER, type Context } from '../evidence/context.ts';
import type { Candidate, Reading, Note, EvidenceWord } from '../model.ts';
import type { CompiledForm } from '../names/compiled-names.ts';
import { countryOf } from '../evidence/readings.ts';
import { findCue } from '../evidence/cue-proximity.ts';
import { ARTICLE, PARAGRAPH } from '../names/cue-use.ts';
import { isOfAnother } from '../evidence/act-issuer.ts';

const others = new WeakMap<Article, Map<string, Set<number>>>();

/** The numbers of acts in the article with the same bodies and year. */
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

/** True if the article has a word of the list's field; parishes number their notices too. */
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

/** Points of a reading of an act number. */
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
  const yearPoints = form.year !== null ? 1 : 0;
  if (yearPoints) add(String(form.year), yearPoints);
  const body = bodyEvidence(context, c, reading, known);
  if (body.points) add(body.word, body.points);
  const topic = article.matcher.cues.get('topic/export-control');
  const topicWord = topic === undefined ? null : findCue(context, c, topic, PARAGRAPH, '');
  if (topicWord !== null) add(topicWord, 1);
  return form.clarity - 1 + yearPoints + body.points + (topicWord === null ? 0 : 1);
}

/** The best evidence for a body of the act: its name, its country, or another of its numbers. */
function bodyEvidence(context: Context, c: Candidate, reading: Reading, known: CompiledForm): EvidenceWord {
  const { article } = context;
  let best: EvidenceWord = { word: '', points: 0 };
  for (const body of known.bodies) {
    for (const [word, { blocks }] of context.decided.names.get(body) ?? []) {
      const points = blocks.has(c.block) ? 3 : 2;
      if (points > best.points) best = { word, points };
    }
    const cue = best.points < 2 ? article.matcher.cues.get(`country/${countryOf(reading)}`) : undefined;
    if (cue === undefined) continue;
    const word = findCue(context, c, cue, PARAGRAPH, '') ?? findCue(context, c, cue, ARTICLE, '');
    if (word !== null) best = { word, points: 2 };
  }
  if (best.points === 0 && article.language?.acts.needNoBody) best = { word: '', points: 1 };
  // Two numbers of one series identify the body, if they are clearly act numbers.
  const { number, clarity = 0 } = reading.form ?? {};
  const points = Math.min(2, clarity);
  const sister = [...numbersOf(article, known)].find((other) => other !== number);
  return sister !== undefined && isInField(context, reading) && best.points < points
    ? { word: String(sister), points }
    : best;
}
