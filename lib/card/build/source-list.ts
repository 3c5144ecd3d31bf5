/** The sources of one card: each once, numbered in the order of first use. */
import type { CardModel } from '../model/card-model.ts';
import type { Source } from '../../knowledge/model/schema.ts';
import { toldOf } from '../../knowledge/status/cited-instrument.ts';
import { dateWords } from '../../knowledge/wording/dates.ts';
import { nameWords, type Voice } from '../../knowledge/wording/terms.ts';

const CLASS_KEY = {
  official: 'class_official',
  mirror: 'class_mirror',
  'law firm': 'class_law_firm',
  news: 'class_news',
  other: 'class_other',
} as const;

export interface SourceList {
  /** The numbers of these sources, at most `most` of them, in their order. */
  cite: (sources: readonly Source[], most?: number) => number[];
  listed: () => CardModel['sources'];
}

/**
 * "on Announcement No. 46 of 2024": of what a source without a title tells; its publisher is not
 * named twice.
 */
function aboutOf({ url, publisher }: Source, voice: Voice): string {
  const id = toldOf(voice.knowledge).get(url);
  if (id === undefined || id === null) return '';
  const name = nameWords(id, voice);
  return voice.t('source_on', name.startsWith(`${publisher} `) ? name.slice(publisher.length + 1) : name);
}

export function createSourceList(voice: Voice): SourceList {
  const numbers = new Map<string, { n: number; source: Source }>();
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
      [...numbers.values()].map(({ n, source }) => ({
        n,
        publisher: source.publisher,
        title: source.title ?? '',
        about: source.title === undefined ? aboutOf(source, voice) : '',
        date: source.date === undefined ? voice.t('source_undated') : dateWords(source.date, voice),
        url: source.url,
        class: voice.t(CLASS_KEY[source.class]),
        read: source.read !== false,
      })),
  };
}
