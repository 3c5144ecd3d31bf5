/**
 * Protects repeated choices of senses. After a change they must equal a choice from scratch,
 * although earlier blocks are cached.
 */
import { describe, expect, it } from 'vitest';
import { chooseSenses, Disambiguator, type BlockReading, type Mention } from '../../../lib/match/index.ts';
import { randomFrom } from '../../support/random.ts';
import { small } from './small-list.ts';

const TEXTS = [
  'BEIJING — The Commerce Ministry said it would answer.',
  "India's Commerce Ministry met the Commerce Department.",
  'Huawei sells Ascend boards. They ascend. Ascend now.',
  'The lead smelter sold a tonne of lead and gallium.',
  'A goal gave the team the lead in the match.',
  '中国商务部、美国商务部、印度商务部',
  'China is far away; New Delhi is not.',
  'Announcement No. 46 of 2024 was one of many notices.',
  'Nothing at all is named here.',
];

function last(work: Generator<void, Mention[]>): Mention[] {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

describe('choosing senses again', () => {
  it.each([1, 2, 3, 4])('equals a choice from scratch after every change (seed %i)', (seed) => {
    const random = randomFrom(seed);
    const read = () => small.read(random.pick(TEXTS));
    const senses = new Disambiguator(small);
    const blocks: BlockReading[] = [read(), read()];
    for (let turn = 0; turn < 60; turn++) {
      const at = random.below(blocks.length + 1);
      const how = random.below(4);
      if (how < 2) blocks.splice(at, 0, read());
      else if (how === 2) blocks.splice(at, 1);
      else blocks.splice(at, 1, read());
      const muted = random.chance(0.1) ? new Set(['lead']) : undefined;
      const lang = random.chance(0.1) ? 'de' : 'en';
      expect(last(senses.choose(blocks, { lang, muted }))).toEqual(
        chooseSenses(
          small,
          blocks.map((block) => ({ ...block })),
          { lang, muted },
        ),
      );
    }
  });

  it('scores only new blocks of a page that keeps changing, with the evidence of all, and all blocks when asked', () => {
    const senses = new Disambiguator(small);
    const old = [small.read('The Commerce Ministry said it would answer.'), small.read('Nothing else was said.')];
    const all = [...old, small.read(TEXTS[0] ?? ''), small.read('The Commerce Ministry and Huawei met in Beijing.')];
    const fresh = () =>
      chooseSenses(
        small,
        all.map((block) => ({ ...block })),
        { lang: 'en' },
      );
    const of = (mentions: readonly Mention[], isOld: boolean) =>
      mentions.filter(({ block }) => block < old.length === isOld);
    const before = last(senses.choose(old, { lang: 'en' }, { onlyNew: false }));
    const onlyNew = last(senses.choose(all, { lang: 'en' }, { onlyNew: true }));
    expect(of(onlyNew, true)).toEqual(before);
    expect(of(fresh(), true)).not.toEqual(before);
    expect(of(onlyNew, false)).toEqual(of(fresh(), false));
    expect(last(senses.choose(all, { lang: 'en' }, { onlyNew: false }))).toEqual(fresh());
    // On an idle page nothing is kept from the last choice.
    expect(last(senses.choose(all, { lang: 'en' }))).toEqual(fresh());
    expect(last(senses.choose(all, { lang: 'en' }, { onlyNew: true }))).toEqual(fresh());
  });

  it.each([5, 6, 7])('equals a choice from scratch once all blocks are scored (seed %i)', (seed) => {
    const random = randomFrom(seed);
    const read = () => small.read(random.pick(TEXTS));
    const senses = new Disambiguator(small);
    const blocks: BlockReading[] = [read()];
    for (let turn = 0; turn < 40; turn++) {
      if (random.chance(0.3)) blocks.splice(random.below(blocks.length), 1, read());
      else blocks.push(read());
      last(senses.choose(blocks, { lang: 'en' }, { onlyNew: random.chance(0.8) }));
      if (!random.chance(0.2)) continue;
      expect(last(senses.choose(blocks, { lang: 'en' }, { onlyNew: false }))).toEqual(
        chooseSenses(
          small,
          blocks.map((block) => ({ ...block })),
          { lang: 'en' },
        ),
      );
    }
  });

  it('is not affected by an earlier choice that was abandoned', () => {
    const senses = new Disambiguator(small);
    const blocks = TEXTS.map((text) => small.read(text));
    const work = senses.choose(blocks, { lang: 'en' });
    for (let k = 0; k < 5; k++) work.next();
    expect(last(senses.choose(blocks, { lang: 'en' }))).toEqual(
      chooseSenses(
        small,
        TEXTS.map((text) => small.read(text)),
        { lang: 'en' },
      ),
    );
  });
});
