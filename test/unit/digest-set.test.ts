/** Protects a set of digests: it has what was added, and nothing else. */
import { expect, it } from 'vitest';
import { DigestSet } from '../../lib/core/digest-set.ts';

it('finds each of 20,000 texts after it was added, and not before', () => {
  const set = new DigestSet();
  const texts = Array.from({ length: 20_000 }, (_, k) => `company/firm-${k.toString(36)}`);
  expect(texts.filter((text) => !set.add(text))).toEqual([]);
  expect(texts.filter((text) => set.add(text))).toEqual([]);
  expect(texts.filter((text) => !set.has(text))).toEqual([]);
  expect(texts.filter((text) => set.has(`${text}.`))).toEqual([]);
});
