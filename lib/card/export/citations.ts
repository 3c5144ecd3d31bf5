/** Writes sources as lines of text. */
import type { Translate } from '../../i18n/translate.ts';
import type { CardModel } from '../model/card-model.ts';

/** "MOFCOM, on Announcement No. 46 of 2024, 3 Dec 2024 (known from citations)". */
function citation({ publisher, title, about, date, read }: CardModel['sources'][number], t: Translate): string {
  const words = [publisher, title || about, date].filter(Boolean).reduce((a, b) => t('card_cited', a, b));
  return read ? words : t('card_cited_unread', words, t('card_unread'));
}

/** A source in an export. `n`: its number, from 1. */
export interface Citation {
  n: number;
  text: string;
  url: string;
}

/** The sources with these numbers. */
export const citationsOf = ({ sources }: CardModel, refs: readonly number[], t: Translate): Citation[] =>
  sources
    .filter(({ n }) => refs.includes(n))
    .map((source) => ({ n: source.n, text: citation(source, t), url: source.url }));

/** "[1] MOFCOM Announcement No. 46 of 2024. https://…" */
export const citationLine = ({ n, text, url }: Citation): string => `[${n}] ${text}. ${url}`;

/** "Refused in principle [1] [5]" */
export const withRefs = (text: string, refs: readonly number[]): string =>
  [text, ...refs.map((n) => `[${n}]`)].join(' ');
