/**
 * Protects following from day to day: a passed date is reported without an update, a notification
 * comes at most once a day, and what the user saw is not reported again.
 */
import { beforeEach, describe, expect, it } from 'vitest';
import { checkFollows, type CheckPorts } from '../../../lib/follows/check-follows.ts';
import { NEW_RECORD, type FollowChange, type FollowRecord } from '../../../lib/follows/follow-record.ts';
import { createMessages } from '../../../lib/i18n/messages.ts';
import type { Knowledge } from '../../../lib/knowledge/model/knowledge-index.ts';
import { about, act, storyOf, type Provision } from '../knowledge/story.ts';

const texts = { en: createMessages('en'), zh_CN: createMessages('zh_CN') };
const ENTRIES = ['mineral/gallium', 'mineral/germanium', 'agency/mofcom', 'instrument/announcement'].map((id) =>
  about(id),
);
/** A refusal that is suspended until 27 November 2026. No text says what follows. */
const REFUSAL: Provision = {
  slug: 'refusal',
  way: 'refused in principle',
  toward: { destinations: ['US'] },
  covers: [{ entry: 'mineral/gallium' }, { entry: 'mineral/germanium' }],
  acts: [
    act('imposes', '2024-12-03'),
    act('suspends', '2025-11-09', { upTo: { day: '2026-11-27', included: 'yes', then: 'unsaid' }, leaves: 'licence' }),
  ],
};

let day = '';
let follows: string[] = [];
let allowed = false;
let knowledge: Knowledge | null = null;
let record: FollowRecord = NEW_RECORD;
let changes: readonly FollowChange[] = [];
let signs: number[] = [];
let notified: string[][] = [];

const ports = (locale: 'en' | 'zh_CN' = 'en'): CheckPorts => ({
  today: () => day,
  follows: () => Promise.resolve(follows),
  read: () => Promise.resolve(record),
  write: (now, found) => {
    [record, changes] = [structuredClone(now), structuredClone(found)];
    return Promise.resolve();
  },
  base: (list) =>
    list === 'broken'
      ? Promise.reject(new Error('the database is damaged'))
      : Promise.resolve(
          list === 'tradegloss' && knowledge
            ? { list, title: 'Story', version: 1, knowledge, entries: knowledge.entries, size: 4 }
            : null,
        ),
  speech: () => Promise.resolve({ texts, locale }),
  sign: (count) => {
    signs.push(count);
    return Promise.resolve();
  },
  mayNotify: () => Promise.resolve(allowed),
  notify: (found) => {
    notified.push(found.map(({ name }) => name));
    return Promise.resolve();
  },
});

const check = async (on: string, looked: readonly string[] = []): Promise<void> => {
  day = on;
  await checkFollows(ports(), looked);
};
const told = () => changes.map(({ name, from, to, since }) => [name, from?.title ?? null, to?.title ?? null, since]);

beforeEach(() => {
  [follows, allowed, knowledge] = [['mineral/gallium'], false, storyOf([REFUSAL], ENTRIES)];
  [record, changes, signs, notified] = [NEW_RECORD, [], [], []];
});

describe('a followed item', () => {
  it('reports nothing while nothing changes after it was followed', async () => {
    await check('2026-11-24');
    await check('2026-11-27');
    expect(told()).toEqual([]);
    expect(signs).toEqual([0, 0]);
  });

  it('reports a passed date with both states, the day of the change and the source', async () => {
    await check('2026-11-24');
    await check('2026-11-28');
    expect(told()).toEqual([['gallium', 'Ban in principle suspended', 'Unknown whether it applies', '28 Nov 2026']]);
    expect(changes[0]).toMatchObject({
      entry: 'mineral/gallium',
      measure: 'control/refusal',
      who: 'mofcom',
      toward: 'United States',
      source: { url: 'https://www.example.gov/text' },
    });
    expect(signs).toEqual([0, 1]);
  });

  it('is reported once for all entries with the measure', async () => {
    follows = ['mineral/gallium', 'mineral/germanium', 'mineral/gallium#control/refusal'];
    await check('2026-11-24');
    await check('2026-11-28');
    expect(told().map(([name]) => name)).toEqual(['gallium and germanium']);
  });

  it('is also reported if only the measure or the whole list is followed', async () => {
    for (const ref of ['mineral/gallium#control/refusal', 'tradegloss:*']) {
      [follows, record] = [[ref], NEW_RECORD];
      await check('2026-11-24');
      await check('2026-11-28');
      expect(told(), ref).toHaveLength(1);
    }
  });

  it('reports an update that changed the law, and nothing while the list is missing', async () => {
    await check('2026-11-10');
    knowledge = storyOf([{ ...REFUSAL, acts: [...REFUSAL.acts, act('ends', '2026-11-12')] }], ENTRIES);
    await check('2026-11-12');
    expect(told().map(([, from, to]) => [from, to])).toEqual([
      ['Ban in principle suspended', 'Ban in principle ended 12 Nov 2026'],
    ]);
    knowledge = null;
    await check('2026-11-12');
    expect(told()).toEqual([]);
    knowledge = storyOf([REFUSAL], ENTRIES);
    await check('2026-11-12');
    expect(told()).toEqual([]);
  });

  it('does not report what the user saw, and reports the next change', async () => {
    await check('2026-11-24');
    await check('2026-11-28');
    await check(
      '2026-11-28',
      changes.map(({ key }) => key),
    );
    expect([told(), signs.at(-1)]).toEqual([[], 0]);
    knowledge = storyOf([{ ...REFUSAL, acts: [...REFUSAL.acts, act('resumes', '2026-11-28')] }], ENTRIES);
    await check('2026-11-29');
    expect(told().map(([, from]) => from)).toEqual(['Unknown whether it applies']);
  });

  it('is checked although another list cannot be read', async () => {
    follows = ['broken:mineral/gallium', 'mineral/gallium', 'not a reference'];
    await check('2026-11-24');
    await check('2026-11-28');
    expect(told()).toHaveLength(1);
  });

  it("names the old state in today's language, whatever language it was seen in", async () => {
    await check('2026-11-24');
    day = '2026-11-28';
    await checkFollows(ports('zh_CN'));
    expect(changes[0]?.from?.title).toMatch(/\p{Script=Han}/u);
  });
});

describe('a notification', () => {
  it('is sent only if the user allowed it, once a day, and once for each change', async () => {
    await check('2026-11-24');
    await check('2026-11-28');
    expect(notified).toEqual([]);
    allowed = true;
    await check('2026-11-28');
    await check('2026-11-28');
    await check('2026-11-29');
    expect(notified).toEqual([['gallium']]);
    knowledge = storyOf([{ ...REFUSAL, acts: [...REFUSAL.acts, act('resumes', '2026-11-28')] }], ENTRIES);
    await check('2026-11-29');
    expect(notified).toHaveLength(2);
    knowledge = storyOf([{ ...REFUSAL, acts: [...REFUSAL.acts, act('ends', '2026-11-28')] }], ENTRIES);
    await check('2026-11-29');
    expect(notified).toHaveLength(2);
  });
});
