/** Finds the body next to the number of an act: "GACC Announcement No. 12", 海关总署公告2024年第46号. */
import { LANGUAGES, languages } from '../languages/index.ts';
import { endOfRun, isLetter, isSpace } from '../text/characters.ts';
import type { Article } from './article.ts';
import type { Candidate } from '../model.ts';
import { kindOf } from './readings.ts';

const isYearSign = (unit: string) => LANGUAGES.some(({ numbers }) => numbers.east?.yearSigns?.includes(unit));

/**
 * True if a gap joins the bodies of one announcement, or the last body and the act word: "'s", "and
 * the", 、2024年.
 */
function joins(gap: string): boolean {
  let at = languages().countries.particles.has(gap.charAt(0))
    ? 1
    : (languages().possessive.start.exec(gap)?.[0].length ?? 0);
  at = endOfRun(gap, at, isSpace);
  if (/[、,，&/·]/.test(gap.charAt(at))) at = endOfRun(gap, at + 1, isSpace);
  for (const words of [languages().bodies.joints, languages().bodies.articles]) {
    const one = gap.charAt(at);
    const word = words.has(one) ? one : gap.slice(at, endOfRun(gap, at, isLetter));
    if (words.has(word)) at = endOfRun(gap, at + word.length, isSpace);
  }
  const year = /^\d{4}(.)\s*$/.exec(gap.slice(at));
  return year ? isYearSign(year[1] ?? '') : /^(?:[〔（([]\s*)?$/.test(gap.slice(at));
}
/** True if a gap starts with a separator, after which a body that no list knows may come. */
const isParted = (gap: string): boolean => /^[\s、，,]/.test(gap) || languages().bodies.joints.has(gap.charAt(0));
/** UTF-16 units before a number in which a body's name may start. */
const MAX_UNITS_BACK = 24;

/** UTF-16 units after a number in which words such as "order of the president" are searched. */
const MAX_UNITS_TO_ORDERS = 120;

const isBody = (one: Candidate) => one.readings.some((reading) => kindOf(reading) === 'agency');

/**
 * True if the number belongs to other bodies than `bodies`. One shared body is enough for a joint
 * announcement.
 */
export function isOfAnother({ blocks, candidates }: Article, c: Candidate, bodies: readonly string[]): boolean {
  const text = blocks[c.block]?.text ?? '';
  if (languages().acts.ofOthers.test(text.slice(c.end, c.end + MAX_UNITS_TO_ORDERS))) return true;
  const isOurs = (one: Candidate) => one.readings.some(({ id }) => bodies.includes(id));
  const inBlock = (index: number) => {
    const one = candidates[index];
    return one?.block === c.block ? one : null;
  };
  let isOthers = false;
  for (let index = c.index - 1, start = c.start; ; index--) {
    const one = inBlock(index);
    const gap = text.slice(Math.max(one?.end ?? 0, start - MAX_UNITS_BACK), start);
    const isNamed = languages().bodies.unknown.test(gap);
    isOthers ||= isNamed;
    if (!one || !isBody(one) || !(isNamed ? isParted : joins)(gap)) break;
    if (isOurs(one)) return false;
    isOthers = true;
    start = one.start;
  }
  if (isOthers) return true;
  const next = inBlock(c.index + 1);
  return (
    next !== null && isBody(next) && !isOurs(next) && languages().acts.issuedBy.test(text.slice(c.end, next.start))
  );
}
