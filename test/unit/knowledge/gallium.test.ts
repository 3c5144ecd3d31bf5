/**
 * Protects the card of gallium in an article of 18 July 2025, read on 24 November 2026, with the
 * built-in list.
 */
import { describe, expect, it } from 'vitest';
import { thenNowNext, type Line } from '../../../lib/knowledge/status/then-now-next.ts';
import { timeline } from '../../../lib/knowledge/status/timeline.ts';
import { builtInKnowledge } from '../../support/built-in.ts';
import { statusText } from '../../../lib/tools/cli/status-text.ts';

const knowledge = builtInKnowledge();
const ARTICLE = '2025-07-18';
const TODAY = '2026-11-24';
const card = thenNowNext(knowledge, 'mineral/gallium', ARTICLE, TODAY);
const lineOf = (control: string): Line | undefined =>
  card.groups.flatMap(({ lines }) => lines).find(({ now }) => now?.control.id === `control/${control}`);

describe('the gallium card', () => {
  it('shows then the refusal toward the United States, now its suspension, and 27 November as next', () => {
    const line = lineOf('cn-46-2024-2');
    expect(line?.then).toMatchObject({ state: 'in force', way: 'refused in principle', since: '2024-12-03' });
    expect(line?.now).toMatchObject({
      state: 'paused',
      since: '2025-11-09',
      leaves: 'licence',
      until: { day: '2026-11-27', included: 'unclear', then: 'unsaid' },
    });
    expect(line?.now?.asOf).not.toBeNull();
    expect(line?.next).toMatchObject({ day: '2026-11-27', then: 'unsaid' });
    expect(line).toMatchObject({ changed: true, changedOn: '2025-11-09', unknown: false });
  });
  it('shows the prohibition for military users then and now, and does not collapse it', () =>
    expect(lineOf('cn-46-2024-1')).toMatchObject({
      then: { state: 'in force', way: 'prohibited' },
      now: { state: 'in force', way: 'prohibited' },
      changed: false,
    }));
  it('shows a licence for all since 1 August 2023, across the change of its text', () =>
    expect(lineOf('cn-51-2024-gallium-germanium')).toMatchObject({
      then: { state: 'in force', since: '2023-08-01' },
      now: { state: 'in force', way: 'licence', since: '2023-08-01', toward: { destinations: ['all'] } },
      changed: false,
    }));
  it('collapses the rules on all dual-use items', () => {
    const folded = card.horizontal.flatMap(({ lines }) => lines).map(({ now }) => now?.control.id);
    expect(folded).toContain('control/cn-1-2026');
    expect(lineOf('cn-1-2026')).toBeUndefined();
  });
  it('starts with what changed for the metal itself', () =>
    expect(card.groups[0]?.lines[0]?.now?.control.id).toBe('control/cn-46-2024-2'));
  it('draws the suspension, and nothing certain after it', () => {
    const lane = timeline(knowledge, 'mineral/gallium', ARTICLE, TODAY).lanes[0];
    expect(lane?.segments).toEqual([
      { from: '2024-12-03', to: '2025-11-08', state: 'in force', way: 'refused in principle' },
      { from: '2025-11-09', to: '2026-11-27', state: 'paused', way: 'refused in principle' },
      { from: '2026-11-28', to: null, state: 'not known since', way: 'refused in principle' },
    ]);
  });
  it('is written as text in both languages', () => {
    const entry = knowledge.entries.get('mineral/gallium');
    if (!entry) throw new Error('no gallium');
    const text = statusText(knowledge, { entry, date: ARTICLE, knownOn: null, today: TODAY, locale: 'en' });
    expect(text).toContain('Then 18 Jul 2025: Refused in principle, since 3 Dec 2024');
    expect(text).toContain('Now 24 Nov 2026: Suspended 9 Nov 2025 to 27 Nov 2026; licence still needed');
    expect(text).toContain(
      'Next 27 Nov 2026: Suspension ends; nothing announced after that (unclear whether that day counts)',
    );
    expect(text).toMatch(/Announcement No\. 46 of 2024, clause 2; .*72 of 2025 \(latest source 29 Sep 2026\)/);
    expect(text).toContain('For reading only. Check the official text before acting.');
    const chinese = statusText(knowledge, { entry, date: ARTICLE, knownOn: null, today: TODAY, locale: 'zh_CN' });
    expect(chinese).toContain('2025年11月9日至2026年11月27日暂停；仍须经许可');
    expect(chinese).toContain('原则上不予许可');
    expect(chinese).toContain('商务部公告2024年第46号，第二条');
  });
});
