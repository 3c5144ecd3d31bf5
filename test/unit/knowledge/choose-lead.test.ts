/**
 * Protects the choice of the lead of a card: a wrong one answers a question that the user did not
 * ask.
 */
import { describe, expect, test } from 'vitest';
import { rankLines } from '../../../lib/knowledge/lead/rank-lines.ts';
import { indexKnowledge } from '../../../lib/knowledge/model/knowledge-index.ts';
import { thenNowNext, type Line } from '../../../lib/knowledge/status/then-now-next.ts';
import { lineage } from '../../../lib/knowledge/status/succession.ts';
import { readBuiltIn } from '../../../lib/tools/build/built-in.ts';
import { about, act, storyOf } from './story.ts';
import { BODIES, CHIPS, FIRMS, MINERALS, TECHNOLOGIES } from './lead-cases.ts';
import { NEWS } from './lead-news.ts';
import { RULES } from './lead-rules.ts';

const TODAY = '2026-12-01';
const { list } = readBuiltIn();
if (!list) throw new Error('the built-in list cannot be read');
const knowledge = indexKnowledge(list);

function leadOf(id: string, day: string | null, beside: string[] = [], sentence: string[] = []): Line | undefined {
  const entry = knowledge.entries.get(id);
  if (!entry) throw new Error(`${id} is no entry`);
  return rankLines(knowledge, entry, thenNowNext(knowledge, id, day, TODAY), day, TODAY, { beside, sentence })[0];
}
const rowOf = (line: Line | undefined) => line?.now ?? line?.then;

/** True if a line is of this measure, under its own text or a later one that continues it. */
function isOf(line: Line | undefined, measure: string): boolean {
  const control = rowOf(line)?.control;
  return control !== undefined && lineage(knowledge, control).has(`control/${measure}`);
}

describe.each(Object.entries({ MINERALS, CHIPS, TECHNOLOGIES, FIRMS, BODIES, RULES, NEWS }))('%s', (_, table) => {
  const cases = table
    .trim()
    .split('\n')
    .map((line) => line.split(' + '));
  test.each(cases)('%s', (line, beside = '') => {
    const [id = '', day = '', measure = ''] = line.split(' ');
    const led = leadOf(id, day === '-' ? null : day, beside.split(' ').filter(Boolean));
    expect(isOf(led, measure), `led with ${rowOf(led)?.control.id}`).toBe(true);
  });
});

test('a measure named in the sentence leads over one named elsewhere in the article', () => {
  const beside = ['agency/mofcom', 'instrument/cn-announcement-46-2024'];
  expect(isOf(leadOf('mineral/tungsten', '2025-03-01', beside), 'cn-10-2025')).toBe(true);
  expect(isOf(leadOf('mineral/gallium', '2025-03-01', beside, ['agency/ustr']), 'us-section-301-list-3')).toBe(true);
});

test.each([
  ['chip/nvidia-h200', 'us-section-232-chips'],
  ['company/posco', 'us-section-232-steel'],
  ['company/wacker', 'us-section-232-polysilicon'],
  ['company/rusal', 'us-section-232-russian-aluminium'],
])(
  'the duty under Section 232 leads for %s if the sentence names Section 232, but not if another sentence does',
  (id, measure) => {
    const law = ['instrument/section-232'];
    expect(isOf(leadOf(id, '2026-02-01', law, law), measure)).toBe(true);
    expect(isOf(leadOf(id, '2026-02-01', law), measure)).toBe(false);
  },
);

test('a list without effect on trade does not lead because the text names it', () => {
  const led = leadOf('mineral/dysprosium', '2026-05-01', ['instrument/crma'], ['instrument/crma']);
  expect(isOf(led, 'cn-18-2025'), `led with ${rowOf(led)?.control.id}`).toBe(true);
});

test("a lead that did not exist on the article's day has no status of then", () => {
  expect(leadOf('mineral/gallium', '2022-05-01')).toMatchObject({ then: null, now: { way: 'licence' } });
  expect(leadOf('company/micron', '2018-11-01')).toMatchObject({ then: null });
});

test('a measure made after the report leads only if none was in force then', () => {
  expect(isOf(leadOf('mineral/europium', '2025-04-12'), 'cn-57-2025')).toBe(false);
  expect(leadOf('mineral/europium', '2025-04-12')?.then?.state).toBe('in force');
  expect(isOf(leadOf('mineral/europium', '2025-10-15'), 'cn-57-2025')).toBe(true);
});

test('an export rule stays the lead in an article that names the White House', () => {
  expect(isOf(leadOf('chip/nvidia-h200', '2026-02-20', ['agency/white-house']), 'us-h200-export')).toBe(true);
});

test('a renewal or a new amount does not make a measure the lead; a suspension or a new way does', () => {
  const leads = (news: ReturnType<typeof act>) => {
    const duty = { restrains: 'import', way: 'duty' };
    const imposed = act('imposes', '2019-05-01');
    const story = storyOf(
      [
        { slug: 'old', ...duty, acts: [imposed] },
        { slug: 'other', ...duty, acts: [imposed, news] },
      ],
      [about('mineral/gallium')],
    );
    const entry = story.entries.get('mineral/gallium');
    if (!entry) throw new Error('the story is about gallium');
    const status = thenNowNext(story, entry.id, '2026-01-10', TODAY);
    return rowOf(rankLines(story, entry, status, '2026-01-10', TODAY)[0])?.control.id;
  };
  expect(leads(act('extends', '2026-01-05'))).toBe('control/old');
  expect(leads(act('amends', '2026-01-05'))).toBe('control/old');
  expect(leads(act('suspends', '2026-01-05'))).toBe('control/other');
  expect(leads(act('amends', '2026-01-05', { leaves: 'prohibited' }))).toBe('control/other');
});
