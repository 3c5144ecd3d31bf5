/** Baselines: plain look-ups of the same names in the same text, which ignore meaning. */
import { runToEnd } from '../../lib/core/run-to-end.ts';
import type { Entry } from '../../lib/knowledge/model/schema.ts';
import { gatherBlock } from '../../lib/match/candidates/gather.ts';
import type { Matcher } from '../../lib/match/index.ts';
import type { Mark } from './score.ts';

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** One expression of all names, longest first, with word boundaries where the script has them. */
export function byExpression(entries: readonly Entry[], flags: '' | 'i'): (text: string) => Mark[] {
  const owner = new Map<string, string>();
  const key = (text: string) => (flags ? text.toLowerCase() : text);
  for (const entry of entries)
    for (const name of Object.values(entry.names).flat()) {
      const rule = typeof name === 'string' ? { text: name, mark: true } : name;
      if (rule.mark !== false && !owner.has(key(rule.text))) owner.set(key(rule.text), entry.id);
    }
  const names = [...owner.keys()].sort((a, b) => b.length - a.length);
  const latin = names
    .filter((name) => /^[\p{Script=Latin}\p{N}]/u.test(name))
    .map(escape)
    .join('|');
  const other = names
    .filter((name) => !/^[\p{Script=Latin}\p{N}]/u.test(name))
    .map(escape)
    .join('|');
  const pattern = new RegExp(
    `(?<![\\p{Script=Latin}\\p{N}])(?:${latin})(?![\\p{Script=Latin}\\p{N}])|(?:${other})`,
    `gu${flags}`,
  );
  return (text) =>
    [...text.matchAll(pattern)].map((m) => ({
      start: m.index,
      end: m.index + m[0].length,
      entry: owner.get(key(m[0])) ?? '',
    }));
}

/**
 * Finds names as we do (folding, plurals, hyphens, the longest name), but always takes the first
 * sense.
 */
export function longestOnly(matcher: Matcher, lang: (text: string) => string): (text: string) => Mark[] {
  return (text) => {
    const reading = matcher.read(text);
    return runToEnd(gatherBlock(matcher, reading, lang(text))).spans.map((c) => {
      const [start, end] = matcher.sourceSpan(reading, c.start, c.end);
      return { start, end, entry: c.readings[0]?.id ?? '' };
    });
  };
}
