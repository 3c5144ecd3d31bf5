/** Protects what a card says to those who read it with their ears, and what its buttons do. */
import { beforeEach, expect, it, vi } from 'vitest';
import { Card, type CardActions } from '../../../components/card/card.tsx';
import type { CardModel } from '../../../lib/card/model/card-model.ts';
import { all, click, draw, find, said } from './dom.ts';
import { smallDesk } from './small-desk.ts';

const desk = smallDesk();
const actions = {
  follow: vi.fn(),
  close: vi.fn(),
  copy: vi.fn(() => Promise.resolve()),
  mute: vi.fn(),
  notThis: vi.fn(),
  choose: vi.fn(),
} satisfies CardActions;
const show = (entry: string, more: Partial<Parameters<typeof Card>[0]> = {}) => {
  const model = desk.card(entry, { day: '2025-07-18', lang: 'en' });
  if (model) draw(<Card model={model} t={desk.t} actions={actions} {...more} />);
};
beforeEach(() => Object.values(actions).forEach((action) => action.mockClear()));

it('is a dialog named after the entry, which tells its kind and that something changed', () => {
  show('mineral/gallium');
  expect(find('dialog', 'Gallium').getAttribute('aria-describedby')).toBe('card-kind');
  expect(document.getElementById('card-kind')?.textContent).toBe('Mineralchanged since the article');
});

it('says then, now and next in words, so that nothing hangs on colour or shape', () => {
  show('mineral/gallium');
  expect(said()).toContain('Then18 Jul 2025Refused in principle');
  expect(said()).toContain('Suspended 9 Nov 2025 to 27 Nov 2026; licence still needed');
  expect(said()).toContain('Changed 9 Nov 2025');
});

it('says that no measure is on file of a thing of the built-in list alone: a table of restrained firms holds none either', () => {
  const gallium = desk.card('mineral/gallium', null)!;
  const bare = { ...gallium, groups: [], unchanged: [], fresh: [], horizontal: [], apart: [] };
  show('mineral/gallium', { model: bare });
  expect(said()).toContain('No measure we track names it.');
  show('mineral/gallium', { model: { ...bare, id: 'screening:company/restrained' } });
  expect(said()).not.toContain('No measure we track names it.');
  // A firm's goods may be restrained where nobody names the firm.
  show('mineral/gallium', { model: { ...bare, kind: 'company' } });
  expect(said()).toContain('Not named in any measure we track. Its products may still be restricted.');
});

it('has real links as sources, named by number and publisher, that tell the page nothing', () => {
  show('mineral/gallium');
  const links = all('link');
  expect(links.length).toBeGreaterThan(5);
  for (const link of links) {
    expect(link.getAttribute('href')).toMatch(/^https?:\/\//);
    expect(link.getAttribute('rel')).toBe('noopener noreferrer');
  }
  expect(all('link', /^1: /).length).toBeGreaterThan(0);
});

it('has a body that the keyboard can scroll, and no field to type in', () => {
  show('mineral/gallium');
  expect(find('group', 'Gallium').getAttribute('tabindex')).toBe('0');
  expect([...all('textbox'), ...all('searchbox')]).toEqual([]);
});

it('does what its buttons say', async () => {
  show('mineral/gallium');
  await click(find('button', 'Close'));
  await click(find('button', 'Copy with sources'));
  await click(find('button', 'Germanium'));
  expect([actions.close, actions.copy].map((action) => action.mock.calls.length)).toEqual([1, 1]);
  expect(actions.follow).toHaveBeenCalledWith('mineral/germanium');
});

it('asks whether marking stops on this site or everywhere, and goes on where neither is meant', async () => {
  show('mineral/gallium');
  await click(find('button', 'Stop marking'));
  await click(find('button', 'Keep marking'));
  expect(actions.mute).not.toHaveBeenCalled();
  await click(find('button', 'Stop marking'));
  await click(find('button', 'Stop on this site'));
  expect(actions.mute).toHaveBeenLastCalledWith(true);
  await click(find('button', 'Stop everywhere'));
  expect(actions.mute).toHaveBeenLastCalledWith(false);
});

it('explains the choice of the sense, and offers the other', async () => {
  show('mineral/gallium', {
    why: { words: ['arsenide'], against: [], readings: [{ entry: 'chip/nvidia-h20', name: 'H20', words: ['water'] }] },
  });
  expect(said()).toContain('Chosen because the text mentions “arsenide”.');
  await click(find('button', 'Wrong meaning?'));
  await click(find('button', /: H20$/));
  expect(actions.notThis).toHaveBeenCalled();
  expect(actions.choose).toHaveBeenCalledWith('chip/nvidia-h20');
});

it('shows the elements of a notice, each of which can be opened', async () => {
  const model = desk.card('instrument/cn-announcement-46-2024', null);
  expect(model?.members.map(({ symbol }) => symbol)).toEqual(['Ga', 'Ge']);
  show('instrument/cn-announcement-46-2024');
  await click(find('button', 'Gallium'));
  expect(actions.follow).toHaveBeenCalledWith('mineral/gallium');
});

it('speaks Chinese where the list does, around its English elsewhere, and marks which is which', () => {
  const zh = smallDesk('zh_CN');
  const when = { day: '2025-07-18', lang: 'en' };
  const langs = (model: CardModel | null) => {
    if (model) draw(<Card model={model} t={zh.t} actions={actions} />);
    return ['.card-lead', '.facts dd'].map((place) => document.querySelector(place)?.getAttribute('lang'));
  };
  const [chinese, english] = [zh.card('mineral/gallium', when), desk.card('mineral/gallium', when)];
  const facts = english?.facts.map((fact) => ({ ...fact, valueLang: 'en' })) ?? [];
  expect(langs(chinese && english && { ...chinese, what: english.what, facts })).toEqual(['en', 'en']);
  expect(langs(chinese)).toEqual(['zh-Hans', null]);
  expect(find('dialog', '镓').getAttribute('lang')).toBe('zh-CN');
  expect(said()).toContain('2025年11月9日');
});
