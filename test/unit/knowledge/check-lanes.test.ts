/** Protects the timeline of an entry from lanes with the same label. */
import { expect, it } from 'vitest';
import { laneLabels } from '../../../lib/card/build/lane-label.ts';
import { createMessages } from '../../../lib/i18n/messages.ts';
import { adviseLanes } from '../../../lib/tools/upkeep/check-lanes.ts';
import { indexKnowledge } from '../../../lib/knowledge/model/knowledge-index.ts';
import { timeline } from '../../../lib/knowledge/status/timeline.ts';
import { listOf, messages, named, NO_FILES, TODAY } from './checked-list.ts';
import { control } from './story.ts';

const imposed = (slug: string, date: string) => ({
  id: `act/${slug}`,
  on: [`control/${slug}`],
  does: 'imposes',
  public: date,
  basis: 'law',
  src: ['text'],
  sources: { text: { url: 'https://www.example.gov/text', publisher: 'Gazette', class: 'official' } },
});
const listWith = (...controls: [slug: string, date: string, fields?: Record<string, unknown>][]) =>
  listOf({
    entries: [named('mineral/gallium', 'gallium')],
    controls: controls.map(([slug, , fields]) => control(slug, fields)),
    acts: controls.map(([slug, date]) => imposed(slug, date)),
  });

function labelsOf(list: ReturnType<typeof listOf>): string[] {
  const knowledge = indexKnowledge(list);
  const { lanes } = timeline(knowledge, 'mineral/gallium', null, TODAY);
  return laneLabels(
    lanes.map(({ row }) => row),
    { knowledge, t: createMessages('en'), lang: 'en' },
  ).sort();
}

it('labels lanes of one body by what they restrict, or else by year, or else by month', () => {
  const label = (mark: string) => `mofcom: licence, all${mark}`;
  expect(labelsOf(listWith(['first', '2023-07-03']))).toEqual([label('')]);
  expect(labelsOf(listWith(['first', '2023-07-03'], ['second', '2024-12-03']))).toEqual([
    label(' (2023)'),
    label(' (2024)'),
  ]);
  expect(labelsOf(listWith(['first', '2024-07-03'], ['second', '2024-12-03']))).toEqual([
    label(' (2024-07)'),
    label(' (2024-12)'),
  ]);
  expect(labelsOf(listWith(['first', '2024-07-03'], ['second', '2024-07-03', { restrains: 'use' }]))).toEqual([
    label(' (exports)'),
    label(' (use)'),
  ]);
});

it('asks for different titles if nothing else differs', () => {
  const advice = (...titles: string[]) =>
    messages(
      adviseLanes(
        listWith(
          ...titles.map((title, i) => [`c${i}`, '2024-07-03', { title }] as [string, string, Record<string, unknown>]),
        ),
        NO_FILES,
        TODAY,
      ),
    );
  expect(advice('licence for metal', 'licence for scrap')).toEqual([]);
  expect(advice('licence', 'licence')).toContain(
    'mineral/gallium: draws lanes with one label (en-GB): control/c0, control/c1; title the controls by what differs',
  );
});
