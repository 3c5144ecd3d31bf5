/**
 * Protects the report of a fault: its content, with the sentence only if the user ticks it. Nothing
 * is sent.
 */
import { readFileSync } from 'node:fs';
import { beforeEach, expect, it, vi } from 'vitest';
import { ReportFault } from '../../../components/pages/report-fault.tsx';
import { issuesOfBuild } from '../../../lib/tools/build/issues-of-build.ts';
import { createMessages } from '../../../lib/i18n/messages.ts';
import { hashOf, readRoute } from '../../../lib/messaging/route.ts';
import { click, draw, find, said, settle } from './dom.ts';
import { smallLookup } from './small-lookup.ts';

const FORM = readFileSync(new URL('../../../.github/ISSUE_TEMPLATE/base.yml', import.meta.url), 'utf8');
const ADDRESS = 'https://issues.example/new';
const SENTENCE = 'Licences for gallium & more: 50% "gone"?';
const copy = vi.fn(() => Promise.resolve());
beforeEach(() => copy.mockClear());

async function show(address: string) {
  const word = smallLookup().full('mineral/gallium', null);
  if (!word) throw new Error('no gallium');
  const more = { version: 'tradegloss 3', sentence: SENTENCE, address, copy, close: () => undefined };
  draw(<ReportFault word={word} {...more} t={createMessages('en')} />);
  await settle();
}
async function change(element: Element): Promise<void> {
  const { Event } = document.defaultView as unknown as { Event: typeof globalThis.Event };
  element.dispatchEvent(new Event('change', { bubbles: true }));
  await settle();
}
const fields = () => Object.fromEntries(new URL(find('link').getAttribute('href') ?? '').searchParams);

it('fills in entry, version and measure in the form of the project, and the sentence only if ticked', async () => {
  await show(ADDRESS);
  expect(fields()).toEqual({
    template: 'base.yml',
    entry: 'Gallium (mineral/gallium)',
    version: 'tradegloss 3',
    measure: expect.stringMatching(/^control\/\S+: China → /) as unknown,
  });
  const tick = (checked: boolean) => {
    Object.assign(find('checkbox'), { checked });
    return change(find('checkbox'));
  };
  await tick(true);
  expect(fields()['sentence']).toBe(SENTENCE);
  for (const field of Object.keys(fields()).filter((one) => one !== 'template'))
    expect(FORM).toContain(`id: ${field}\n`);
  await tick(false);
  expect(fields()).not.toHaveProperty('sentence');
});

it('copies the text if the build has no address, and says that nothing was sent', async () => {
  await show('');
  await click(find('button', 'Copy the report'));
  await settle();
  expect(copy).toHaveBeenCalledWith(
    expect.stringMatching(/^entry: Gallium \(mineral\/gallium\)\nversion: tradegloss 3\nmeasure: control\//),
  );
  expect(said()).toContain('Nothing was sent.');
});

it('takes only an https address from the build', () => {
  expect([issuesOfBuild({}), issuesOfBuild({ TRADEGLOSS_ISSUES: ADDRESS })]).toEqual(['', ADDRESS]);
  expect(() => issuesOfBuild({ TRADEGLOSS_ISSUES: 'http://issues.example' })).toThrow(/https/);
});

it.each([
  { at: 'entry', entry: 'mineral/gallium', measure: 'control/refusal' },
  { at: 'entry', entry: 'desk:chip/h20', day: '2025-07-18', measure: 'control/x', report: SENTENCE },
  { at: 'entry', entry: 'mineral/gallium', report: '' },
] as const)('keeps the measure and the report in the address: %j', (route) => {
  expect(readRoute(hashOf(route))).toEqual(route);
});
