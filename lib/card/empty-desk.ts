/** The desk while the base is still being read: it knows the language and no entry. */
import { languageTag } from '../i18n/translate.ts';
import type { Desk, DeskRequest } from './desk.ts';

export const emptyDesk = ({ locale, t, today, asOf }: Omit<DeskRequest, 'bases' | 'search'>): Desk => ({
  t,
  locale,
  lang: languageTag(locale),
  today,
  asOf,
  bases: [],
  card: () => null,
  words: () => [],
  summary: () => null,
  found: ({ entry, name }) => ({
    id: entry,
    kind: 'term',
    kindLabel: '',
    name,
    tile: { type: 'drawing', drawing: 'term' },
  }),
  search: { find: () => [], called: () => [], prepare: () => undefined },
});
