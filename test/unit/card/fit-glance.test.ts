/** Protects the order in which a glance gives up its parts, and what it takes back. */
import { expect, test } from 'vitest';
import { countWords, fitGlance, glanceText } from '../../../lib/card/build/fit-glance.ts';
import type { GlanceModel } from '../../../lib/card/model/glance-model.ts';

const words = (n: number, word = 'word') => Array.from({ length: n }, () => word).join(' ');

/** A glance whose sentence on the entry and whose source have this many words. */
const glance = (what: number, source: number): GlanceModel => ({
  id: 'mineral/sample',
  kind: 'mineral',
  kindLabel: 'Mineral',
  name: 'Sample',
  tile: { type: 'drawing', drawing: 'gem' },
  lang: 'en',
  contentLang: 'en',
  what: { text: words(what), shorter: [] },
  lead: {
    who: 'China',
    toward: 'all countries',
    restricts: 'exports',
    measure: words(12),
    rows: [
      {
        when: 'now',
        label: 'Now',
        glyph: 'force',
        barred: false,
        title: 'Licence needed',
        rest: '',
        date: 'Since 4 Apr 2025',
      },
    ],
  },
  none: '',
  news: [],
  digest: null,
  source: { grade: 'official', gradeWord: 'Official', label: words(source, 'source'), url: 'https://example.org/' },
  knownTo: 'Sources to 9 Oct 2026',
  more: 3,
  changed: false,
});

test('names the source if dropping the sentence on the entry made room for it', () => {
  const fitted = fitGlance(glance(60, 4));
  expect(fitted.what.text).toBe('');
  expect(fitted.source?.label).toBe(words(4, 'source'));
});

test('shows only the grade of the source if the sentence on the entry leaves no room for its name', () => {
  const fitted = fitGlance(glance(34, 9));
  expect(fitted.what.text).toBe(words(34));
  expect(fitted.source?.label).toBe('');
  expect(countWords(glanceText(fitted), 'en')).toBeLessThanOrEqual(70);
});

test('leaves a short glance as it is', () => {
  const short = glance(10, 9);
  expect(fitGlance(short)).toBe(short);
});
