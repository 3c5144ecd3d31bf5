/**
 * Protects the popup and the panel: search by keyboard, lists that lead to the mentions, and a
 * reason if there are none.
 */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Panel } from '../../../components/pages/panel.tsx';
import type { PanelProps } from '../../../components/pages/panel-props.ts';
import { Popup } from '../../../components/pages/popup.tsx';
import type { PopupProps } from '../../../components/pages/popup-props.ts';
import { CHANGES, NOTHING_CHANGED } from './changes.ts';
import { all, click, draw, find, press, redraw, said, settle, type } from './dom.ts';
import { ARTICLE, smallLookup } from './small-lookup.ts';

const lookup = smallLookup();
const calls = {
  turn: vi.fn(),
  markOnce: vi.fn(),
  always: vi.fn(),
  reload: vi.fn(),
  setDensity: vi.fn(),
  show: vi.fn(),
  openNext: vi.fn(),
  openReader: vi.fn(),
  openPanel: vi.fn(),
  openSettings: vi.fn(),
  openLists: vi.fn(),
  openEntry: vi.fn(),
  addTerm: vi.fn(),
  save: vi.fn(),
  copy: vi.fn(() => Promise.resolve()),
};
const changed = NOTHING_CHANGED;
beforeEach(() => Object.values(calls).forEach((call) => call.mockClear()));

async function popup(props: Partial<PopupProps> = {}, put = draw) {
  put(
    <Popup
      lookup={lookup}
      searchable
      ready
      problem={null}
      held={[]}
      closedFrames={[]}
      asked=""
      site={{ state: 'marked', host: 'news.example' }}
      page={ARTICLE}
      density="normal"
      isSiteDensity={false}
      changed={changed}
      {...calls}
      {...props}
    />,
  );
  await settle();
}
async function panel(props: Partial<PanelProps> = {}) {
  const density = { host: 'news.example', value: 'normal', isOfSite: false } as const;
  draw(<Panel lookup={lookup} ready page={ARTICLE} density={density} changed={changed} {...calls} {...props} />);
  await settle();
}

it('states that there are more mentions than it lists', async () => {
  const [mention] = ARTICLE.mentions;
  if (!mention) throw new Error('no mention');
  const mentions = Array.from({ length: 2000 }, (_, n) => ({ ...mention, n }));
  await popup({ page: { ...ARTICLE, mentions } });
  expect(said()).toContain('2,000+ mentions of 1 entry');
});

describe('search in the popup', () => {
  it('is a combobox: arrows move, Enter opens, and the way back leads to the results', async () => {
    await popup();
    const box = find('combobox', 'Search');
    await type(box, 'ga');
    expect(box.getAttribute('aria-expanded')).toBe('true');
    expect(find('option', /^Gallium/).getAttribute('aria-selected')).toBe('true');
    expect(box.getAttribute('aria-activedescendant')).toBe(find('option', /^Gallium/).id);
    await press(box, 'Enter');
    expect(find('region', 'Gallium')).toBeTruthy();
    await click(find('button', 'Results'));
    expect(find('option', /^Gallium/)).toBeTruthy();
  });

  it('shows the status of each result, its reason if it is not obvious, and whether the page mentions it', async () => {
    await popup();
    await type(find('combobox'), 'Ga');
    // The status is shown after the names.
    await vi.waitFor(() => expect(find('option', /^Gallium/).textContent).toContain('China → United States: '), 5000);
    expect(find('option', /^Gallium/).textContent).toContain('on this page');
    await type(find('combobox'), '8112.92');
    expect(find('option', /^Gallium/).textContent).toContain('HS 8112.92');
  });

  it('shows the status of results later if the machine is busy', async () => {
    await popup();
    let now = 0;
    const late = vi.spyOn(performance, 'now').mockImplementation(() => (now += 1000));
    await type(find('combobox'), 'Ga');
    await vi.waitFor(() => expect(find('option', /^Gallium/).textContent).toContain('China → United States: '), 5000);
    late.mockRestore();
  });

  it('shows no name in a language that the user does not read', async () => {
    await popup();
    await type(find('combobox'), 'galio');
    expect(find('option', /^Gallium/).textContent).not.toContain('galio');
  });

  it('says that a name is unknown, offers the closest one, and can make a term of it', async () => {
    await popup();
    await type(find('combobox'), ' paladum ');
    expect(said()).toContain('Nothing matches all of “paladum”. Nearest entries:');
    expect(find('option', /^Palladium/)).toBeTruthy();
    await click(find('button', 'Add term'));
    expect(calls.addTerm).toHaveBeenLastCalledWith('paladum');
  });

  it('waits with its first query until there is data to search', async () => {
    const search = {
      ...lookup.search,
      find: () => {
        throw new Error('nothing is read');
      },
    };
    await popup({ searchable: false, ready: false, asked: 'ga', lookup: { ...lookup, bases: [], search } });
    expect((find('combobox', 'Search') as HTMLInputElement).value).toBe('ga');
    await popup({ asked: 'ga' });
    expect(find('option', /^Gallium/)).toBeTruthy();
  });

  it('finds names before the entries are loaded, and opens the chosen entry once they are', async () => {
    await popup({ ready: false, lookup: smallLookup('en', false) });
    const box = find('combobox', 'Search');
    await type(box, 'ga');
    expect(find('option', /^Gallium/).textContent).toContain('Mineral');
    await press(box, 'Enter');
    expect(find('option', /^Gallium/)).toBeTruthy();
    await popup({}, redraw);
    expect(find('region', 'Gallium')).toBeTruthy();
  });

  it('is cleared by Escape', async () => {
    await popup();
    await type(find('combobox'), 'ga');
    await press(find('combobox'), 'Escape');
    expect(all('option')).toEqual([]);
  });
});

describe('an update that was held back', () => {
  it('is announced with a link to the lists, except during a search', async () => {
    await popup();
    expect(said()).not.toContain('needs your approval');
    await popup({ held: ['Harbour lookup'] });
    expect(said()).toContain('An update to Harbour lookup needs your approval. The old copy is still in use.');
    await click(find('button', 'Review it'));
    expect(calls.openLists).toHaveBeenCalledOnce();
    await type(find('combobox'), 'ga');
    expect(said()).not.toContain('needs your approval');
  });
});

describe('the mentions of a page', () => {
  it('are listed by importance and counted, and a click goes to the first mention', async () => {
    await popup();
    expect(said()).toContain('5 mentions of 3 entries');
    // Both have changed since the article; the body has no single lead.
    await vi.waitFor(
      () =>
        expect(all('button', /mentions? of/).map((button) => button.getAttribute('aria-label'))).toEqual([
          '2 mentions of Gallium',
          '1 mention of Nvidia H20',
          "2 mentions of China's Ministry of Commerce",
        ]),
      5000,
    );
    await click(find('button', /^Gallium.*exports/));
    expect(calls.show).toHaveBeenCalledWith(ARTICLE.mentions[1]);
  });

  it('show what changed since the article in at most three lines, which open the entry at that measure', async () => {
    await popup();
    const lines = await vi.waitFor(() => {
      const found = all('button', /; now /);
      expect(found).toHaveLength(1);
      return found;
    }, 5000);
    expect(lines[0]?.textContent).toMatch(/China.*United States.*9 Nov 2025.*Refused in principle; now .*suspended/);
    await click(find('button', /^Gallium.*Refused in principle; now /));
    expect(calls.openEntry).toHaveBeenCalledWith(
      'mineral/gallium',
      expect.objectContaining({ day: '2025-07-18', measure: expect.stringMatching(/^control\//) as unknown }),
    );
  });

  it('have a star in their row that follows the entry', async () => {
    const set = vi.fn();
    await popup({ lookup: { ...lookup, follows: { has: () => false, set } } });
    await click(find('button', 'Follow: Gallium'));
    expect(set).toHaveBeenCalledWith('mineral/gallium', true);
  });

  it('are shown below what changed for the user, until the user marks it as seen', async () => {
    const seen = vi.fn();
    const openMeasure = vi.fn();
    await popup({ changed: { ...NOTHING_CHANGED, changes: CHANGES, seen, openMeasure } });
    expect(said()).toMatch(/Changed for you ?5.*Thing 0 China toward US.*1 Dec 2026.*Suspended; now Not known/);
    expect(all('link', 'Official: Announcement 72')).toHaveLength(3);
    expect(all('button', /^Thing/)).toHaveLength(3);
    await click(find('button', 'Show all 5'));
    await click(find('button', /^Thing 4/));
    expect(openMeasure).toHaveBeenCalledWith('mineral/thing-4', 'control/thing-4');
    await click(find('button', 'Mark as seen'));
    expect(seen).toHaveBeenCalledWith(CHANGES.map(({ key }) => key));
  });

  it('offer notifications in the same place, and can turn them off again', async () => {
    const setNotifies = vi.fn();
    await popup({ changed: { ...NOTHING_CHANGED, changes: CHANGES, notifies: false, setNotifies } });
    await click(find('button', /^Notify me/));
    await popup({ changed: { ...NOTHING_CHANGED, changes: CHANGES, notifies: true, setNotifies } });
    await click(find('button', 'Stop notifications'));
    expect(setNotifies.mock.calls).toEqual([[true], [false]]);
  });

  it('expand to each mention in its sentence', async () => {
    await popup();
    await click(find('button', '2 mentions of Gallium'));
    await click(find('button', /^2Since December it has refused gallium/));
    expect(calls.show).toHaveBeenCalledWith(ARTICLE.mentions[3]);
  });

  it("show what differs from the article's date", async () => {
    await popup();
    // Cards are built after the list is shown.
    await vi.waitFor(() => find('button', /^Gallium.*differs from the article’s date$/), 5000);
  });
});

describe('a page without mentions', () => {
  it.each([
    ['no access', 'Tradegloss may not read this page yet.'],
    ['off', 'Nothing is marked on this site.'],
    ['pdf', 'The browser shows PDFs itself.'],
    ['closed', 'The browser does not let extensions read this page'],
    ['browser page', 'No extension may read this page.'],
    ['reader view', 'Reader view has no marks.'],
    ['silent', 'This tab has not been read.'],
  ] as const)('shows the reason: %s', async (state, words) => {
    await popup({ page: null, site: { state, host: 'news.example' } });
    expect(said()).toContain(words);
    expect(find('combobox', 'Search')).toBeTruthy();
  });

  it('can be marked once or always by one click', async () => {
    await popup({ page: null, site: { state: 'no access', host: 'news.example' } });
    await click(find('button', 'Mark this page once'));
    await click(find('button', 'Always on this site'));
    expect([calls.markOnce.mock.calls.length, calls.always.mock.calls.length]).toEqual([1, 1]);
  });

  it('has a switch for the site, which the user can turn on and off', async () => {
    await popup({ page: null, site: { state: 'off', host: 'news.example' } });
    const button = find('switch', 'Mark pages of news.example');
    expect(button.getAttribute('aria-checked')).toBe('false');
    await click(button);
    expect(calls.turn).toHaveBeenCalledWith(true);
  });
});

describe('the panel', () => {
  it('groups by kind, and filters by change and by restricted act', async () => {
    await panel();
    // Cards are built after the list is shown.
    await vi.waitFor(() => find('heading', 'Changed since this article'), 5000);
    expect(all('heading').map((heading) => heading.textContent)).toEqual([
      'On this page',
      'Beijing guards its metals',
      'Changed since this article',
      'Minerals1',
      'Chips1',
      'Agencies1',
    ]);
    await click(find('button', /^Minerals/));
    expect(said()).toContain('1 of 3 entries');
    expect(all('button', /mentions? of/)).toHaveLength(1);
  });

  it('lists every mention in the order of the text', async () => {
    await panel();
    await click(find('radio', 'In text order'));
    find('radio', 'In text order').dispatchEvent(
      new (document.defaultView as unknown as { Event: typeof Event }).Event('change', { bubbles: true }),
    );
    await settle();
    const ordered = all('listitem').filter((item) => item.parentElement?.tagName === 'OL');
    expect(ordered).toHaveLength(ARTICLE.mentions.length);
  });

  it('opens an entry with the entries near its mention', async () => {
    await panel();
    await click(find('button', 'Open the entry of Gallium'));
    expect(said()).toContain('1 of 3');
    await click(find('button', 'Next'));
    expect(find('region', 'Nvidia H20')).toBeTruthy();
  });

  it('saves and copies the listed mentions', async () => {
    await panel();
    await click(find('button', /^Chips/));
    await click(find('button', 'Export'));
    await click(find('button', /^CSV/));
    // The CSV writer loads only now.
    await vi.waitFor(() => expect(calls.save).toHaveBeenCalled(), 5000);
    const [name, type, content] = calls.save.mock.calls[0] ?? [];
    expect([name, type]).toEqual(['tradegloss-2026-11-24-beijing-guards-its-metals.csv', 'text/csv']);
    expect(String(content).trim().split('\r\n')).toHaveLength(2);
    await click(find('button', 'Copy all'));
    expect(calls.copy).toHaveBeenCalledWith(expect.stringContaining('## Nvidia H20'));
    expect(find('status', 'Copied')).toBeTruthy();
  });

  it('says so if the page is not read', async () => {
    await panel({ page: null });
    expect(said()).toContain('This tab has not been read.');
  });
});
