/** Protects what a card says to users of screen readers, and what its buttons do. */
import { beforeEach, expect, it, vi } from 'vitest';
import { Card, type CardActions } from '../../../components/card/card.tsx';
import type { FullCard } from '../../../lib/card/model/full-card.ts';
import { all, click, draw, find, said } from './dom.ts';
import { smallLookup } from './small-lookup.ts';

const lookup = smallLookup();
const actions = {
  follow: vi.fn(),
  less: vi.fn(),
  openEntry: vi.fn(),
  copy: vi.fn(() => Promise.resolve()),
  mute: vi.fn(),
  notThis: vi.fn(),
  choose: vi.fn(),
} satisfies CardActions;
const show = (entry: string, more: Partial<Parameters<typeof Card>[0]> = {}) => {
  const model = lookup.full(entry, { day: '2025-07-18', lang: 'en' });
  if (model) draw(<Card model={model} t={lookup.t} actions={actions} {...more} />);
};
beforeEach(() => Object.values(actions).forEach((action) => action.mockClear()));

it('is a dialog named after the entry, and states its kind and that something changed', () => {
  show('mineral/gallium');
  expect(find('dialog', 'Gallium').getAttribute('aria-describedby')).toBe('card-kind');
  expect(document.getElementById('card-kind')?.textContent).toBe('Mineral (changed since the article)');
});

it('starts with the same words as the glance', () => {
  show('mineral/gallium');
  const model = lookup.full('mineral/gallium', { day: '2025-07-18', lang: 'en' })!;
  const [lead] = all('list');
  for (const { title } of model.glance.lead?.rows ?? []) expect(lead?.textContent).toContain(title);
});

it('links each source by its number and publisher, without telling the page or the source anything', () => {
  show('mineral/gallium');
  const links = all('link');
  expect(links.length).toBeGreaterThan(5);
  for (const link of links) {
    expect(link.getAttribute('href')).toMatch(/^https?:\/\//);
    expect(link.getAttribute('rel')).toBe('noopener noreferrer');
  }
  expect(all('link', /^1: /).length).toBeGreaterThan(0);
});

it('has a body that the keyboard can scroll, and no text field', () => {
  show('mineral/gallium');
  expect(find('group', 'Gallium').getAttribute('tabindex')).toBe('0');
  expect([...all('textbox'), ...all('searchbox')]).toEqual([]);
});

it('has a star for the entry, for each of its measures and for the whole list, each with its own name', async () => {
  const follows = { has: (ref: string) => ref === 'tradegloss:*', set: vi.fn() };
  show('mineral/gallium', { follows });
  const { card, measures } = lookup.full('mineral/gallium', { day: '2025-07-18', lang: 'en' })!;
  const stars = all('button', /^(?:Follow|Stop following): /);
  expect(new Set(stars.map((star) => star.getAttribute('aria-label'))).size).toBe(measures.length + 2);
  const lead = measures.find(({ isLead }) => isLead)!;
  for (const [name, ref, isOn] of [
    ['Follow: Gallium', 'mineral/gallium', true],
    [
      `Follow: ${lead.who} → ${lead.toward} · ${lead.restricts} · ${lead.text} · ${lead.since}`,
      `mineral/gallium#${lead.id}`,
      true,
    ],
    [`Stop following: ${card.list}`, 'tradegloss:*', false],
  ] as const) {
    const star = stars.find((one) => one.getAttribute('aria-label') === name);
    expect(star?.getAttribute('aria-pressed'), name).toBe(String(!isOn));
    // The star also changes its shape, not only its colour.
    expect(star?.querySelector('.filled') !== null, name).toBe(!isOn);
    await click(star!);
    expect(follows.set).toHaveBeenLastCalledWith(ref, isOn);
  }
});

it('calls the action of each button', async () => {
  show('mineral/gallium');
  await click(find('button', 'Less'));
  await click(find('button', 'Full entry'));
  await click(find('button', 'Germanium'));
  expect([actions.less, actions.openEntry].map((action) => action.mock.calls.length)).toEqual([1, 1]);
  expect(actions.follow).toHaveBeenCalledWith('mineral/germanium');
  await click(find('button', 'Menu'));
  await click(find('button', 'Copy with sources'));
  await click(find('button', 'Menu'));
  await click(find('button', 'Stop marking on this site'));
  expect(actions.copy).toHaveBeenCalledTimes(1);
  expect(actions.mute).toHaveBeenLastCalledWith(true);
});

it('explains the chosen sense, and offers the other one', async () => {
  show('mineral/gallium', {
    why: { words: ['arsenide'], against: [], readings: [{ entry: 'chip/nvidia-h20', name: 'H20', words: ['water'] }] },
  });
  expect(said()).toContain('“arsenide”');
  await click(find('button', 'Stop marking this word'));
  await click(find('button', 'Use H20 instead'));
  expect(actions.notThis).toHaveBeenCalled();
  expect(actions.choose).toHaveBeenCalledWith('chip/nvidia-h20');
});

it('shows the entries of a notice, each as a link', async () => {
  const model = lookup.card('instrument/cn-announcement-46-2024', null);
  expect(model?.members.map(({ symbol }) => symbol)).toEqual(['Ga', 'Ge']);
  show('instrument/cn-announcement-46-2024');
  await click(find('button', 'Gallium'));
  expect(actions.follow).toHaveBeenCalledWith('mineral/gallium');
});

it('is in Chinese if the list is, keeps other texts in English, and marks the language of each', () => {
  const zh = smallLookup('zh_CN');
  const when = { day: '2025-07-18', lang: 'en' };
  const langs = (model: FullCard | null) => {
    if (model) draw(<Card model={model} t={zh.t} actions={actions} />);
    return ['.what', '.facts dd'].map((place) => document.querySelector(place)?.getAttribute('lang'));
  };
  const [chinese, english] = [zh.full('mineral/gallium', when)!, lookup.full('mineral/gallium', when)!];
  const facts = english.card.facts.map((fact) => ({ ...fact, valueLang: 'en' }));
  expect(
    langs({ ...chinese, glance: { ...chinese.glance, what: english.glance.what }, card: { ...chinese.card, facts } }),
  ).toEqual(['en', 'en']);
  expect(langs(chinese)).toEqual(['zh-Hans', null]);
  expect(find('dialog', '镓').getAttribute('lang')).toBe('zh-CN');
  expect(said()).toContain('2025年11月9日');
});
