/** Protects the compressed encoding of names: decoding returns the original texts. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { encodeTexts, decodeText } from '../../../lib/match/names/pair-encoding.ts';
import { runs } from '../../support/runs.ts';

const latin = fc.string({ unit: fc.integer({ min: 0, max: 0xff }).map((code) => String.fromCharCode(code)) });
/** Includes halves of surrogate pairs. */
const wide = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) });

/** Texts made of a few parts, some empty, so that pairs of letters repeat. */
const textsOf = (part: fc.Arbitrary<string>) =>
  fc
    .tuple(fc.array(part, { minLength: 2, maxLength: 12 }), fc.integer({ min: 1, max: 40_000 }))
    .map(([parts, letters]) => {
      const texts: string[] = [];
      const some = [...parts, 'aaa', 'Ministry of '];
      for (let k = 0, length = 0; length < letters; k++) {
        const text = (some[k % some.length] ?? '') + (some[(k * k + 3) % some.length] ?? '');
        texts.push(text);
        length += text.length + 1;
      }
      return texts;
    });

function backFrom({ lengths, letters, pairs, codes }: ReturnType<typeof encodeTexts>): string[] {
  let at = 0;
  return lengths.map((length) => {
    const text = decodeText(letters, pairs, codes, at, length);
    at += length;
    return text;
  });
}

it.each([
  ['one byte', latin, 1 << 8],
  ['any letters', wide, 1 << 16],
])('decodes encoded texts of %s', (_, part, room) => {
  fc.assert(
    fc.property(textsOf(part), (texts) => {
      const coded = encodeTexts(texts, room);
      expect(backFrom(coded)).toEqual(texts);
      expect(coded.codes).toBeInstanceOf(room > 256 ? Uint16Array : Uint8Array);
      expect(coded.letters.length + coded.pairs.length / 2).toBeLessThanOrEqual(room);
    }),
    runs(60),
  );
});

it('decodes texts whose letters leave no code free for a pair', () => {
  const letters = Array.from({ length: 256 }, (_, k) => String.fromCharCode(k)).join('');
  const texts = Array.from({ length: 100 }, () => letters);
  const coded = encodeTexts(texts, 256);
  expect(coded.pairs).toHaveLength(0);
  expect(backFrom(coded)).toEqual(texts);
});

it('is shorter than one code per letter, and adds no pair that occurs rarely', () => {
  const name = 'Ministry of Commerce';
  expect(
    encodeTexts(
      Array.from({ length: 2000 }, () => name),
      256,
    ).codes.length,
  ).toBeLessThan(2000 * 3);
  expect(encodeTexts([name, name], 256).pairs).toHaveLength(0);
});
