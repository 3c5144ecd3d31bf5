/**
 * Protects against lists that are expensive to evaluate: status, timeline and card of an entry come
 * in time whatever a list contains.
 */
import { describe, expect, it } from 'vitest';
import { buildCard } from '../../../lib/card/build/build-card.ts';
import { createMessages } from '../../../lib/i18n/messages.ts';
import type { Knowledge } from '../../../lib/knowledge/model/knowledge-index.ts';
import { isAmong } from '../../../lib/knowledge/model/knowledge-index.ts';
import { circularLinks } from '../../../lib/knowledge/model/continuations.ts';
import { statusAt } from '../../../lib/knowledge/status/status.ts';
import { about, act, rowOn, storyOf } from './story.ts';

const TODAY = '2026-12-01';
const GALLIUM = 'mineral/gallium';
/** Milliseconds that each of these may take. Before the fix most never ended. */
const MAX_MS = 3000;

/** One control for each year, each continuing the one before, the last one in force. */
const chain = (length: number) =>
  storyOf(
    Array.from({ length }, (_, k) => ({
      slug: `year-${k}`,
      ...(k > 0 && { continues: `control/year-${k - 1}` }),
      acts: [
        act('imposes', `${2026 - length + k}-01-01`, {
          upTo: { day: `${2026 - length + k + (k === length - 1 ? 9 : 0)}-12-31`, included: 'yes', then: 'ends' },
        }),
      ],
    })),
    [about(GALLIUM)],
  );

function timed<T>(work: () => T): { result: T; ms: number } {
  const start = performance.now();
  const result = work();
  return { result, ms: performance.now() - start };
}

const cardOf = (knowledge: Knowledge) =>
  buildCard(knowledge, GALLIUM, {
    articleDay: '2025-07-18',
    today: TODAY,
    asOf: null,
    locale: 'en',
    textLang: 'en',
    t: createMessages('en'),
    list: { title: 'Story', version: 1 },
    ref: (id) => id,
  });

describe('controls that continue each other', () => {
  it.each([2, 26, 100, 900])('shows a chain of %i yearly renewals as one measure since the first', (length) => {
    const { result, ms } = timed(() => rowOn(chain(length), TODAY));
    expect(result).toMatchObject({ state: 'in force', since: `${2026 - length}-01-01`.padStart(10, '0') });
    expect(result?.continues).toHaveLength(Math.min(length - 1, 200));
    expect(ms).toBeLessThan(MAX_MS);
  });

  it('draws the card of a chain of 900, with its timeline', () => {
    const knowledge = chain(900);
    const { result, ms } = timed(() => cardOf(knowledge));
    expect(result).not.toBeNull();
    expect(ms).toBeLessThan(2 * MAX_MS);
  });

  it('follows a chain that is longer than the call stack', () => {
    const links = Array.from({ length: 200_000 }, (_, k) => ({
      id: `control/c${k}`,
      ...(k > 0 && { continues: `control/c${k - 1}` }),
    }));
    expect(circularLinks(links.reverse()).size).toBe(0);
  });

  it.each([4, 6, 20])('shows one row for %i controls that each continue all others', (count) => {
    const slugs = Array.from({ length: count }, (_, k) => `one-${k}`);
    const knowledge = storyOf(
      slugs.map((slug) => ({
        slug,
        continues: slugs.filter((other) => other !== slug).map((other) => `control/${other}`),
        acts: [act('imposes', '2024-01-01')],
      })),
      [about(GALLIUM)],
    );
    const { result, ms } = timed(() => rowOn(knowledge, TODAY));
    expect(result?.state).toBe('in force');
    expect(ms).toBeLessThan(MAX_MS);
    expect(cardOf(knowledge)).not.toBeNull();
  });

  it('returns only the links that close a circle', () => {
    const control = (id: string, ...continues: string[]) => ({ id, continues });
    expect([...circularLinks([control('a', 'b'), control('b', 'c'), control('c', 'a'), control('d', 'a')])]).toEqual([
      ['c', ['a']],
    ]);
    expect([...circularLinks([control('self', 'self')])]).toEqual([['self', ['self']]]);
    expect([...circularLinks([control('a', 'b', 'c'), control('b', 'c'), control('c')])]).toEqual([]);
  });
});

describe('classes within classes', () => {
  /**
   * Layers of classes, each class a member of all classes in the layer above: the number of paths
   * multiplies with each layer.
   */
  const layered = (layers: number, width: number) =>
    storyOf(
      [{ slug: 'all', covers: [{ list: 'class/c0-0' }], acts: [act('imposes', '2024-01-01')] }],
      [
        ...Array.from({ length: layers * width }, (_, k) => {
          const layer = Math.floor(k / width);
          return about(`class/c${layer}-${k % width}`, {
            memberOf:
              layer === 0
                ? []
                : Array.from({ length: width }, (_, n) => ({ of: `class/c${layer - 1}-${n}`, src: ['text'] })),
          });
        }),
        about(GALLIUM, { memberOf: [{ of: `class/c${layers - 1}-0`, src: ['text'] }] }),
      ],
    );

  it('reaches an entry through eight layers of thirty classes without following every path', () => {
    const { result, ms } = timed(() => {
      const knowledge = layered(8, 30);
      return { row: rowOn(knowledge, TODAY), among: isAmong(knowledge, ['nobody'], GALLIUM) };
    });
    expect(result.row?.state).toBe('in force');
    expect(result.among).toBe(false);
    expect(ms).toBeLessThan(MAX_MS);
  });
});

it('shows the nearest thousand of 20,000 controls on one entry', () => {
  const knowledge = storyOf(
    Array.from({ length: 20_000 }, (_, k) => ({
      slug: `c${k}`,
      covers: [{ entry: k % 100 === 0 ? GALLIUM : 'mineral/germanium' }],
      text: { instrument: GALLIUM },
      acts: [act('imposes', '2024-01-01')],
    })),
    [about(GALLIUM)],
  );
  const { result, ms } = timed(() => statusAt(knowledge, GALLIUM, TODAY));
  expect(result).toHaveLength(1000);
  expect(result.filter(({ relation }) => relation === 'covers')).toHaveLength(200);
  expect(ms).toBeLessThan(MAX_MS);
});
