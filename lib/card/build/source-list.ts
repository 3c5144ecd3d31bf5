/**
 * Collects the sources of one card, each once. While the card is made they are numbered in the
 * order of first use; in the end the best get the lowest numbers.
 */
import { byGrade, GRADE, gradeWords } from './best-source.ts';
import type { CardModel } from '../model/card-model.ts';
import type { Source } from '../../knowledge/model/schema.ts';
import { instrumentsBySource } from '../../knowledge/status/cited-instrument.ts';
import { dateWords } from '../../knowledge/wording/dates.ts';
import { publisherWords } from '../../knowledge/wording/publishers.ts';
import { nameWords, type Voice } from '../../knowledge/wording/terms.ts';

/** The numbered sources of one card. A source has one number however often it is cited. */
export interface SourceList {
  /** Adds sources and returns their numbers, in order, at most `most`. */
  cite: (sources: readonly Source[], most?: number) => number[];
  /** The sources with their final numbers, the best first. */
  listed: () => CardModel['sources'];
  /** Replaces the first numbers in a card by the final ones. */
  renumbered: <T>(card: T) => T;
}

/**
 * The subject of a source without a title, "on Announcement No. 46 of 2024"; '' if it would repeat
 * the publisher.
 */
function aboutOf({ url, publisher }: Source, voice: Voice): string {
  const id = instrumentsBySource(voice.knowledge).get(url);
  if (id === undefined || id === null) return '';
  const name = nameWords(id, voice);
  const own = publisherWords(publisher, voice);
  return voice.t('source_on', name.startsWith(`${own} `) ? name.slice(own.length + 1) : name);
}

/** A copy of a value in which the numbers of all `refs` are replaced. */
function withRefs<T>(value: T, numbers: ReadonlyMap<number, number>): T {
  const copy = (part: unknown, key: string): unknown => {
    if (key === 'refs' && Array.isArray(part))
      return part.flatMap((n: number) => numbers.get(n) ?? []).sort((a, b) => a - b);
    if (Array.isArray(part)) return part.map((one) => copy(one, ''));
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([name, one]) => [name, copy(one, name)]));
  };
  return copy(value, '') as T;
}

export function createSourceList(voice: Voice): SourceList {
  const numbers = new Map<string, { n: number; source: Source }>();
  const ordered = () => [...numbers.values()].sort((a, b) => byGrade(a.source, b.source) || a.n - b.n);
  return {
    cite(sources, most = 2) {
      const cited = new Set<number>();
      for (const source of sources) {
        if (cited.size === most) break;
        const known = numbers.get(source.url) ?? { n: numbers.size + 1, source };
        numbers.set(source.url, known);
        cited.add(known.n);
      }
      return [...cited].sort((a, b) => a - b);
    },
    listed: () =>
      ordered().map(({ source }, at) => ({
        n: at + 1,
        publisher: publisherWords(source.publisher, voice),
        title: source.title ?? '',
        about: source.title === undefined ? aboutOf(source, voice) : '',
        date: source.date === undefined ? voice.t('source_undated') : dateWords(source.date, voice),
        url: source.url,
        grade: GRADE[source.class],
        gradeWord: gradeWords(source, voice),
        read: source.read !== false,
      })),
    renumbered: (card) => withRefs(card, new Map(ordered().map(({ n }, at) => [n, at + 1]))),
  };
}
