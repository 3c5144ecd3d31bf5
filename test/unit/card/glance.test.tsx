/** Protects the drawn glance: the order of its texts, its few buttons, and its menu. */
import { beforeEach, expect, it, vi } from 'vitest';
import { CardFrame, headOf } from '../../../components/card/frame.tsx';
import { FollowButton } from '../../../components/follow-button.tsx';
import { BareBody, GlanceBody, GlanceFoot, type GlanceActions } from '../../../components/card/glance.tsx';
import type { ChoiceReasonsModel } from '../../../components/card/choice-reasons.tsx';
import { buildGlance } from '../../../lib/card/build/build-glance.ts';
import { glanceLine } from '../../../lib/card/export/glance-line.ts';
import type { GlanceModel } from '../../../lib/card/model/glance-model.ts';
import { createMessages } from '../../../lib/i18n/messages.ts';
import { builtInKnowledge } from '../../support/built-in.ts';
import { all, click, draw, find, said } from './dom.ts';
import { ENTITY_LIST, GALLIUM, HUAWEI, EMPTY_GLANCE, row } from './glances.ts';

const t = createMessages('en');
const actions = {
  more: vi.fn(),
  copyLine: vi.fn(() => Promise.resolve()),
  openEntry: vi.fn(),
  openPanel: vi.fn(),
  report: vi.fn(),
  mute: vi.fn(),
  notThis: vi.fn(),
  choose: vi.fn(),
} satisfies GlanceActions;
const pin = vi.fn();
const follows = { has: () => false, set: vi.fn() };
const NO_WHY: ChoiceReasonsModel = { words: [], against: [], readings: [] };
const WHY: ChoiceReasonsModel = {
  words: ['export'],
  against: [],
  readings: [{ entry: 'agency/bis-bank', name: 'Bank', words: [] }],
};

function show(model: GlanceModel, { why = NO_WHY, lists = 0 } = {}) {
  draw(
    <CardFrame
      size="glance"
      {...headOf(model, t)}
      t={t}
      star={<FollowButton follows={follows} of={model.id} name={model.name} t={t} />}
      actions={{ pin }}
      body={<GlanceBody model={model} t={t} why={why} choose={actions.choose} />}
      foot={<GlanceFoot model={model} lists={lists} t={t} actions={actions} why={why} />}
    />,
  );
}
const menu = async (item: string) => {
  await click(find('button', 'Menu'));
  await click(find('button', item));
};
const words = (text: string) => text.split(/\s+/).filter(Boolean).length;

beforeEach(() => [...Object.values(actions), pin, follows.set].forEach((action) => action.mockClear()));

/**
 * The words that a person counts who copies the whole glance, including the tile and texts for
 * screen readers.
 */
function wordsDrawn(node: Node = document.body): string {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
  if (node instanceof HTMLElement && node.hidden) return '';
  // A date is an element of its own, and the full stop after it has no space before it.
  const gap = node instanceof HTMLElement && node.className === 'whole' ? '' : ' ';
  return gap + [...node.childNodes].map(wordsDrawn).join('') + gap;
}

it('draws at most 70 words of every seventh entry, in an article of last year and without a date', () => {
  const knowledge = builtInKnowledge();
  const list = { title: 'Built-in list', version: 1 };
  const over: string[] = [];
  const days = [
    ['2025-07-18', '2026-12-01'],
    ['2025-07-18', '2026-11-24'],
    [null, '2026-12-01'],
  ] as const;
  // A sample, because drawing is slow. Another test counts the words of all models on all dates.
  const sample = [...knowledge.entries.keys()].filter((_, index) => index % 7 === 0);
  sample.forEach((id, index) => {
    const [articleDay, today] = days[index % days.length] ?? days[0];
    const model = buildGlance(knowledge, id, { articleDay, today, locale: 'en', t, list });
    if (!model) throw new Error(`no glance for ${id}`);
    show(model);
    const count = words(wordsDrawn());
    if (count > 70) over.push(`${id}, ${articleDay}: ${count}`);
  });
  expect(over).toEqual([]);
});

it('answers who, toward whom, then and now, by which source, up to which day, in this order', () => {
  show(GALLIUM);
  expect(said()).toMatch(
    /^Gallium 镓.*Soft metal.*China toward United States.*listed gallium items.*Changed.*Then.*Refused in principle.*Since 3 Dec 2024.*Now.*Unknown whether it applies\. Suspended.*Official.*MOFCOM No\. 72 of 2025.*Sources to 9 Oct 2026.*12 more measures/,
  );
  expect(words(said())).toBeLessThanOrEqual(70);
});

it('is a dialog named after the entry, described by its kind', () => {
  show(GALLIUM);
  expect(find('dialog', 'Gallium').getAttribute('aria-describedby')).toBe('card-kind');
  expect(document.getElementById('card-kind')?.textContent).toBe('Mineral (changed since the article)');
});

it('shows an unchanged state in one line, with its date', () => {
  show(HUAWEI);
  expect(said()).toContain('Licence needed, usually refused, for all goodsSince 16 May 2019');
  expect(said()).toContain('Now');
  expect(said()).not.toMatch(/Then|Changed/);
  expect(said()).toContain('1 more measure');
});

it('shows the latest acts and the counts of a list instead of a status, and the number of measures', () => {
  show(ENTITY_LIST);
  expect(said()).toMatch(
    /Five latest acts.*names added.*\+26 Oct 2025.*\+32 Sep 2025.*61 listed entries.*61 measures in all/,
  );
});

it('states that no measure names the entry, and mentions no further ones', () => {
  show(EMPTY_GLANCE);
  expect(said()).toContain('No measure names this company.');
  expect(said()).not.toContain('more measure');
});

it('has at most twelve keyboard stops with its menu open', async () => {
  show(GALLIUM, { why: WHY });
  await click(find('button', 'Menu'));
  const stops = [...all('button'), ...all('link')].filter((one) => (one as HTMLElement).tabIndex !== -1);
  expect(stops.length).toBeLessThanOrEqual(12);
});

it('follows the entry by a star, and opens a report of a fault from its menu', async () => {
  show(GALLIUM);
  expect(find('button', 'Follow: Gallium').getAttribute('aria-pressed')).toBe('false');
  await click(find('button', 'Follow: Gallium'));
  expect(follows.set).toHaveBeenCalledWith('mineral/gallium', true);
  await menu('Report a fault');
  expect(actions.report).toHaveBeenCalledOnce();
});

it('has buttons for the full card, the sources and pinning', async () => {
  show(GALLIUM);
  await click(find('button', 'More'));
  await click(find('button', 'Keep open'));
  expect([actions.more, pin].map((action) => action.mock.calls.length)).toEqual([1, 1]);
  const link = find('link', /MOFCOM/);
  expect([link.getAttribute('href'), link.getAttribute('rel')]).toEqual([
    'https://www.mofcom.gov.cn/72',
    'noopener noreferrer',
  ]);
});

it('keeps rare actions in a menu, which closes after one is chosen', async () => {
  show(GALLIUM);
  await menu('Copy one line with its source');
  expect(find('status').textContent).toBe('Copied');
  expect(all('button', 'Copy one line with its source')).toEqual([]);
  await menu('Open in panel');
  await menu('Full entry');
  await menu('Stop marking on this site');
  expect(actions.mute).toHaveBeenLastCalledWith(true);
  await menu('Stop marking everywhere');
  expect(actions.mute).toHaveBeenLastCalledWith(false);
  expect([actions.copyLine, actions.openPanel, actions.openEntry].map(({ mock }) => mock.calls.length)).toEqual([
    1, 1, 1,
  ]);
});

it('names the other sense of the word, and explains in the menu why this one was chosen', async () => {
  show(GALLIUM, { why: WHY });
  expect(said()).toContain('Or: Bank?');
  await click(find('button', 'Use Bank instead'));
  expect(actions.choose).toHaveBeenLastCalledWith('agency/bis-bank');
  await menu('Wrong meaning?');
  expect(said()).toContain('“export”');
  await click(find('button', 'Stop marking this word'));
  expect(actions.notThis).toHaveBeenCalled();
});

it('names further lists that contain the name', () => {
  show(GALLIUM, { lists: 2 });
  expect(said()).toContain('12 more measures · also on 2 more lists');
});

it('is empty at first, then says that it is loading, then that loading failed, and offers to try again', async () => {
  const retry = vi.fn();
  const bare = (state: 'loading' | 'late' | 'failed') => draw(<BareBody state={state} t={t} retry={retry} />);
  bare('loading');
  expect(said()).toBe('');
  bare('late');
  find('status', 'Loading the entry');
  bare('failed');
  find('alert');
  await click(find('button', 'Try again'));
  expect(retry).toHaveBeenCalled();
});

it('copies as one line with its source', () => {
  expect(glanceLine(GALLIUM, t)).toBe(
    'Gallium: China → United States · exports: no licence in principle for listed gallium items. Then: Refused in principle. Since 3 Dec 2024. Now: Unknown whether it applies. Suspended 9 Nov 2025 to 27 Nov 2026. Sources to 9 Oct 2026. Source: MOFCOM No. 72 of 2025, https://www.mofcom.gov.cn/72',
  );
  expect(glanceLine(HUAWEI, t)).toBe(
    'Huawei: United States → Huawei · Entity List: licence for items under US export rules. Now: Licence needed, usually refused, for all goods. Since 16 May 2019. Source: Alert, https://law.example/',
  );
  expect(glanceLine(EMPTY_GLANCE, t)).toBe(`Acme: A made-up firm. ${EMPTY_GLANCE.none}`);
});

it('joins state and sentence without a space in Chinese', () => {
  const lead = {
    who: '中国',
    toward: '美国',
    restricts: '出口',
    measure: '出口：原则上不予许可',
    rows: [row({ when: 'now', label: '现在', title: '情况不详。', rest: '暂停期原定2026年11月27日届满。' })],
  };
  show({ ...GALLIUM, lang: 'zh-CN', lead });
  expect(said()).toContain('情况不详。暂停期');
});
