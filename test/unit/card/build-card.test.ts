/**
 * Protects the texts of a card: the status as known then, the status now with the date of its
 * evidence, and nothing where nothing is known. The test uses the built-in list and the dates of a
 * user.
 */
import { describe, expect, it } from 'vitest';
import { buildCard } from '../../../lib/card/build/build-card.ts';
import { GRADES } from '../../../lib/card/model/grade.ts';
import type { CardRequest } from '../../../lib/card/build/reading.ts';
import type { CardModel } from '../../../lib/card/model/card-model.ts';
import { cardText } from '../../../lib/card/export/plain-text.ts';
import { createMessages } from '../../../lib/i18n/messages.ts';
import type { Entry } from '../../../lib/knowledge/model/schema.ts';
import { builtInKnowledge } from '../../support/built-in.ts';

const knowledge = builtInKnowledge();

function card(id: string, request: Partial<CardRequest> = {}): CardModel {
  const locale = request.locale ?? 'en';
  const model = buildCard(knowledge, id, {
    articleDay: '2025-07-18',
    today: '2026-11-24',
    locale,
    t: createMessages(locale),
    list: { title: 'Built-in list', version: 1 },
    ...request,
  });
  if (!model) throw new Error(`no card for ${id}`);
  return model;
}

it('starts with the measure that the glance leads with', () => {
  const [first] = card('mineral/rare-earths').groups;
  expect(first).toMatchObject({ issuer: 'China', toward: 'all countries' });
  expect(first?.rows.at(-1)?.by).toMatch(/^MOFCOM Announcement No\. 18 of 2025/);
});

it.each([
  ['mineral/gallium', /^China → United States · exports: ban in principle suspended$/],
  ['mineral/germanium', /^China → United States · exports: ban in principle suspended$/],
  ['mineral/copper', /^United States → all countries · imports: duty of 50%/],
  // Neither a planned bill nor the reason of a listing comes before the measure that binds the
  // firm.
  ['company/smic', /^United States → SMIC · exports · Entity List: licence needed, /],
  ['mineral/rare-earths', /^China → all countries · exports: licence needed$/],
  // A ban on exports to Russia does not come before a duty on all imports. If it is the only
  // measure, the line says toward whom it is.
  ['mineral/alumina', /^United States → China · imports: duty of 25%$/],
  ['technology/deep-sea-mining', /^Canada → Russia · exports: prohibited$/],
  ['mineral/titanium', /^European Union → China · imports: duty/],
  // What a ministry does to others is not a state of the ministry.
  ['agency/mofcom', /^$/],
])('states in one line of a list who restricts what toward whom: %s', (id, state) => {
  expect(card(id, { articleDay: null }).nowInShort?.title ?? '').toMatch(state);
});

it.each([
  ['mineral/gallium', 'Then: Refused in principle', 'China → United States · exports: ban in principle suspended'],
  // Another of its measures changed, so the line has no status of then.
  ['mineral/samarium', undefined, 'China → all countries · exports: licence needed'],
])("states in a list the status on the article's date if it differed: %s", (id, then, now) => {
  const { thenInShort, nowInShort } = card(id);
  expect([thenInShort?.title, nowInShort?.title]).toEqual([then, now]);
});

it.each([
  ['mineral/tungsten', 'de', 'Wolfram'],
  // In German the metal has the same name, and the list has only other forms of it.
  ['mineral/gallium', 'de', '镓'],
  ['mineral/gallium', 'fr', '镓'],
])(
  'shows a second name beside the first, but not the same word with another ending: %s in %s',
  (id, textLang, other) => {
    expect(card(id, { textLang }).altName?.text).toBe(other);
  },
);

describe('gallium in an article of 18 July 2025, read on 24 November 2026', () => {
  it('shows then, now and next for the clause that was suspended', () => {
    const group = card('mineral/gallium').groups.find(({ changed }) => changed);
    expect(group).toMatchObject({ issuer: 'China', toward: 'United States', changed: 'Changed 9 Nov 2025' });
    expect(group?.rows.map(({ when, date, glyph }) => [when, date, glyph])).toEqual([
      ['Then', '18 Jul 2025', 'ban'],
      ['Now', '24 Nov 2026', 'paused'],
      ['Next', '27 Nov 2026', 'due'],
    ]);
    expect(group?.rows[0]?.title).toBe('Refused in principle');
    expect(group?.rows[1]?.title).toBe('Suspended 9 Nov 2025 to 27 Nov 2026; licence still needed');
    expect(group?.rows[1]?.newest).toMatch(/^latest source /);
    expect(group?.rows[2]?.title).toMatch(/nothing announced after that/);
  });

  it('keeps the licence for all destinations among the unchanged measures, with its first date', () => {
    expect(card('mineral/gallium').unchanged).toContainEqual(
      expect.objectContaining({ date: '1 Aug 2023', glyph: 'force', title: 'All countries: licence needed' }),
    );
  });

  it('gives one line for each legal measure in exports, the open one first', () => {
    const { statusThen, statusNow } = card('mineral/gallium');
    expect(statusThen[0]?.text).toMatch(
      /^Refused in principle.*\(China to United States\): MOFCOM .*46 of 2024, clause 2$/,
    );
    expect(statusNow[0]?.text).toMatch(
      /^Suspended 9 Nov 2025 to 27 Nov 2026.*\(China to United States\): MOFCOM .*72 of 2025$/,
    );
    expect(statusNow.map(({ text }) => text)).toContainEqual(
      expect.stringMatching(/^Licence needed.*\(China to all countries\): /),
    );
    // On a day before the first measure the export states so, because an empty field could mean
    // that nobody looked.
    expect(card('mineral/gallium', { articleDay: '2015-07-24' }).statusThen).toEqual([
      { text: 'No measure then', refs: [] },
    ]);
    expect(card('agency/mofcom').statusNow.at(-1)?.text).toMatch(/^\d+ more$/);
  });

  it('describes a source without a title by the text for which it was cited', () => {
    expect(card('mineral/gallium').sources).toContainEqual(
      expect.objectContaining({ publisher: 'MOFCOM', title: '', about: 'on Announcement No. 72 of 2025', read: true }),
    );
  });

  it('is copied with its rows, the date of their evidence, and its sources', () => {
    const text = cardText([card('mineral/gallium')], createMessages('en'));
    expect(text).toMatch(/^Gallium \(Mineral\)\nA soft metal/);
    expect(text).toMatch(/ {2}Then \(18 Jul 2025\): Refused in principle\. MOFCOM Announcement No\. 46 of 2024/);
    expect(text).toMatch(/ {2}Now \(24 Nov 2026\): Suspended .*\(latest source 29 Sep 2026\) \[\d+\]/);
    expect(text).toMatch(/\[\d+\] MOFCOM, on Announcement No\. 72 of 2025, 9 Nov 2025\. https:/);
    expect(text).toMatch(/Built-in list, version 1$/);
  });

  it('says in a copy which source was cited by others and not read', () => {
    expect(cardText([card('instrument/cn-announcement-34-2026')], createMessages('en'))).toMatch(
      /\[\d+\] MOFCOM, on Announcement No\. 34 of 2026, 5 Aug 2026 \(cited by others, not read\)\. https:/,
    );
  });

  it('shows needs of private parties apart from the law', () => {
    const { apart, groups, unchanged } = card('mineral/gallium');
    expect(apart.some(({ title }) => title.includes('Not a trade restriction'))).toBe(true);
    expect(JSON.stringify([groups, unchanged])).not.toContain('Not a trade restriction');
  });

  it('labels each lane of the timeline with issuer and measure, and no two alike', () => {
    for (const id of ['mineral/gallium', 'mineral/rare-earths', 'company/huawei', 'mineral/steel']) {
      const labels = card(id).timeline?.lanes.map(({ label }) => label) ?? [];
      expect(new Set(labels).size, id).toBe(labels.length);
    }
    expect(card('mineral/gallium').timeline?.lanes[0]?.label).toBe('China: refusal, US');
  });

  it('draws the lane of the lead first, even if its state is unknown', () => {
    expect(card('mineral/gallium', { today: '2026-12-02' }).timeline?.lanes[0]).toMatchObject({
      label: 'China: refusal, US',
      segments: [{ look: 'force' }, { look: 'paused' }, { look: 'unknown' }],
    });
  });

  it('lists names in the language of the user first', () => {
    expect(card('mineral/gallium').names[0]?.label).toBe('English');
    expect(card('mineral/gallium', { locale: 'zh_CN' }).names[0]?.label).toBe('简体中文');
  });

  it('numbers the best sources first, beginning with the text of the lead', () => {
    const { sources, what } = card('mineral/gallium');
    expect(sources.map(({ n }) => n)).toEqual(sources.map((_, i) => i + 1));
    expect(sources[0]).toMatchObject({ publisher: 'MOFCOM', grade: 'official', gradeWord: 'Official' });
    const grades = sources.filter(({ read }) => read).map(({ grade }) => GRADES.indexOf(grade));
    expect(grades).toEqual(grades.toSorted((a, b) => a - b));
    expect(new Set(sources.map(({ url }) => url)).size).toBe(sources.length);
    expect(what.refs.length).toBeGreaterThan(0);
  });

  it('shows the element, and the Chinese name beside the English one', () => {
    expect(card('mineral/gallium')).toMatchObject({
      name: 'Gallium',
      altName: { text: '镓', lang: 'zh-Hans' },
      tile: { type: 'element', symbol: 'Ga', number: 31 },
      kindLabel: 'Mineral',
    });
    expect(card('mineral/gallium', { locale: 'zh_CN', textLang: 'en' })).toMatchObject({
      name: '镓',
      altName: { text: 'Gallium', lang: 'en' },
      kindLabel: '矿产',
    });
    expect(card('mineral/gallium', { textLang: 'ja' }).altName).toEqual({ text: 'ガリウム', lang: 'ja' });
  });
});

describe('the sentences of an entry', () => {
  const translated = (translations: NonNullable<Entry['translations']>) => {
    const entry = knowledge.entries.get('mineral/gallium');
    if (!entry) throw new Error('no gallium');
    return (locale: CardRequest['locale']) =>
      buildCard(
        { ...knowledge, entries: new Map([...knowledge.entries, [entry.id, { ...entry, translations }]]) },
        entry.id,
        {
          articleDay: null,
          today: '2026-11-24',
          locale,
          t: createMessages(locale),
          list: { title: 'A list', version: 1 },
        },
      );
  };

  it('are in the user’s language if the list has it, with their language tag', () => {
    const inChinese = translated({ 'zh-Hans': { what: '一种软金属。' } });
    const [zh, en] = [inChinese('zh_CN'), inChinese('en')];
    expect(zh?.what).toEqual({ text: '一种软金属。', lang: 'zh-Hans', refs: en?.what.refs });
    // An untranslated text is shown in the language of the list, without an added Chinese word.
    expect(zh?.news?.text).toBe(en?.news?.text);
    expect(zh?.news).not.toHaveProperty('lang');
    expect(en?.what).not.toHaveProperty('lang');
  });

  it('are in the list’s language if it has no other', () => {
    expect(translated({ ja: { what: '金属' } })('zh_CN')?.what.text).toBe(translated({})('en')?.what.text);
  });
});

describe('an article without a date', () => {
  it('has no status of then, and says why', () => {
    const model = card('mineral/gallium', { articleDay: null });
    expect(model.dateNote).toBe('No date found, so only today is shown.');
    expect(model.groups.flatMap(({ rows }) => rows.map(({ when }) => when))).not.toContain('Then');
    expect(model.groups.every(({ changed }) => changed === null)).toBe(true);
    expect(model.statusThen).toEqual([]);
    expect(model.timeline?.article).toBeNull();
  });
});

describe('unknown states', () => {
  it('is shown if a suspension ran out by its own text and no later act is on file', () => {
    const model = card('instrument/cn-announcement-61-2025');
    expect(model.open).toMatch(
      /^Never took effect\. Its suspension was due to end 10 Nov 2026\. Nothing found since\. \(latest source [^)]+\); suspension was due to end 10 Nov 2026\. Nothing found since\. \(latest source /,
    );
    expect(model.groups[0]?.rows.find(({ when }) => when === 'Now')?.glyph).toBe('unknown');
  });
});

describe('a date set in the settings', () => {
  it('replaces today, and the card says so', () => {
    const model = card('mineral/gallium', { asOf: '2025-08-01' });
    expect(model.asOf).toBe('Status on 1 Aug 2025, the day set in Settings');
    const titles = [...model.groups.flatMap(({ rows }) => rows), ...model.unchanged].map(({ title }) => title);
    expect(titles.some((title) => /refused in principle$/i.test(title))).toBe(true);
    expect(titles.join()).not.toMatch(/Paused/);
  });
});

it('builds a card for every fourth entry, and each number on it leads to a source', () => {
  const translations = { en: createMessages('en'), zh_CN: createMessages('zh_CN') };
  const astray: string[] = [];
  for (const [i, id] of [...knowledge.entries.keys()].filter((_, k) => k % 4 === 0).entries()) {
    const locale = i % 2 ? 'zh_CN' : 'en';
    const model = card(id, { locale, t: translations[locale] });
    const numbers = new Set(model.sources.map(({ n }) => n));
    const cited = JSON.stringify(model).match(/(?<="refs":\[)[^\]]+/g) ?? [];
    astray.push(
      ...cited.flatMap((refs) => refs.split(',')).flatMap((n) => (numbers.has(Number(n)) ? [] : `${id} cites ${n}`)),
    );
  }
  expect(astray).toEqual([]);
});

it('builds no card for an entry that the base does not contain', () => {
  expect(
    buildCard(knowledge, 'mineral/unobtainium', {
      articleDay: null,
      today: '2026-11-24',
      locale: 'en',
      t: createMessages('en'),
      list: { title: '', version: 1 },
    }),
  ).toBeNull();
});

describe('a card in Chinese', () => {
  it('translates the short texts of the list: provisions, users, labels and values of facts', () => {
    const gallium = card('mineral/gallium', { locale: 'zh_CN' });
    expect(gallium.unchanged.map(({ by }) => by).join()).toContain('清单中的镓、锗物项');
    expect(gallium.facts.map(({ what }) => what)).toContain('用途');
    expect(card('agency/global-times', { locale: 'zh_CN' }).kindLabel).toBe('报纸 · 中国');
  });

  it('translates titles of measures, notes on acts, amounts and values of facts', () => {
    const rows = (id: string) => card(id, { locale: 'zh_CN', articleDay: null }).apart;
    const quota = rows('mineral/nickel').find(({ title }) => title === '镍矿年度开采配额');
    expect(quota?.by).toMatch(/^配额：矿石2\.6亿至2\.7亿吨/);
    const truce = rows('instrument/affiliates-rule').find(({ title }) => title.startsWith('美国，2026年9月23日：'));
    expect(truce?.title).toContain('美国财政部长称休战延续至2027年1月10日');
    expect([quota?.titleLang, truce?.titleLang]).toEqual([undefined, undefined]);
    const facts = card('mineral/gallium', { locale: 'zh_CN' }).facts;
    expect(facts.find(({ what }) => what === '用途')?.value).toMatch(/^集成电路/);
  });

  it('shows a text whose English changed since in English, marked as such', () => {
    const model = buildCard({ ...knowledge, phrases: {} }, 'mineral/nickel', {
      articleDay: null,
      today: '2026-11-24',
      locale: 'zh_CN',
      t: createMessages('zh_CN'),
      list: { title: 'A list', version: 1 },
    });
    expect(model?.apart).toContainEqual(
      expect.objectContaining({ title: 'No export of raw minerals', titleLang: 'en' }),
    );
    expect(model?.facts).toContainEqual(expect.objectContaining({ value: 'batteries, metallurgy', valueLang: 'en' }));
  });

  it('names the language of the untranslated texts', () => {
    const facts = card('mineral/gallium', { locale: 'zh_CN' }).facts;
    for (const { what, whatLang } of facts)
      expect([what, whatLang]).toEqual([what, /[a-z]{3}/.test(what) ? 'en' : undefined]);
  });
});
