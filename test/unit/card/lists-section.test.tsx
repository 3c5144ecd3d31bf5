/**
 * Protects checks of lists, which survive when the settings page is drawn again, and the words on
 * where a list is from.
 */
import { expect, it, vi } from 'vitest';
import { ListsSection } from '../../../components/options/lists-section.tsx';
import { drawUnder } from '../../../components/policy.tsx';
import { NO_POLICY } from '../../../lib/settings/policy.ts';
import { builtInWords, channelProblemWords } from '../../../lib/subscriptions/list-words.ts';
import type { ListsService, ListView } from '../../../lib/subscriptions/lists-service.ts';
import { NEVER_CHECKED } from '../../../lib/subscriptions/subscription.ts';
import { click, draw, find, redraw, settle } from './dom.ts';
import { smallLookup } from './small-lookup.ts';

const { t } = smallLookup();
const VIEW: ListView = {
  id: 'harbour-desk',
  title: 'Harbour desk',
  header: null,
  subscription: {
    list: 'harbour-desk',
    url: 'https://lists.example/desk.json',
    title: 'Harbour desk',
    format: 'tradegloss',
    private: false,
    key: null,
    version: null,
    added: '2026-12-01',
  } as NonNullable<ListView['subscription']>,
  state: NEVER_CHECKED,
  channel: null,
};
/** The signals of checks, which never end by themselves. */
const signals: AbortSignal[] = [];
const lists = {
  all: () => Promise.resolve([VIEW]),
  missingOf: () => Promise.resolve([]),
  onChange: () => () => undefined,
  requestHost: () => Promise.resolve(true),
  check: (_: readonly string[], { signal }: { signal: AbortSignal }) => {
    signals.push(signal);
    return new Promise(() => undefined);
  },
} as unknown as ListsService;
const section = () => <ListsSection t={t} lang="en" lists={lists} subscribe={() => undefined} starOf={() => null} />;

it('says that the list comes with the extension only until a channel brought a version', () => {
  const channel = { isOn: false, url: 'https://lists.example/', isMirror: false };
  const words = (lastChanged: number | null) =>
    builtInWords({ header: null, state: { ...NEVER_CHECKED, lastChanged }, channel }, { t, lang: 'en' });
  expect(words(null)).toBe('comes with the extension');
  expect(words(1)).toBe('updated only with new versions of the extension');
});

it('tells the user to correct the address of a mirror, but not one that comes with the build', () => {
  const words = (code: 'offline' | 'not_found', isMirror: boolean) =>
    channelProblemWords({ code, detail: '' }, { isOn: true, url: 'https://lists.example/', isMirror }, t);
  for (const code of ['offline', 'not_found'] as const) {
    expect(words(code, true)).toContain('address');
    expect(words(code, false)).not.toContain('address');
    expect(words(code, false)).toContain('The list in use stays, and Tradegloss tries again by itself.');
  }
});

it('continues a check when the window gets the focus, and ends it with the page', async () => {
  draw(section());
  await click(await vi.waitFor(() => find('button', 'Check now')));
  drawUnder({ ...NO_POLICY });
  redraw(section());
  await settle();
  expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
  find('button', 'Checking');
  redraw(null);
  await vi.waitFor(() => expect(signals.map(({ aborted }) => aborted)).toEqual([true]));
});
