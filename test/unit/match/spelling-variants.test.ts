/**
 * Protects names in all ways of typing them. A mark covers exactly the letters that the user sees.
 */
import { describe, expect, it } from 'vitest';
import { makeUnits, unitAt } from '../../../lib/match/text/code-units.ts';
import { normalize } from '../../../lib/match/text/normalize.ts';
import { marks } from './small-list.ts';

describe('folding of one code unit', () => {
  it('changes nothing when it is repeated', () => {
    const units = makeUnits();
    for (let code = 0; code < 65536; code++) {
      const folded = unitAt(units, code) & 0xffff;
      if ((unitAt(units, folded) & 0xffff) !== folded) expect.fail(`U+${code.toString(16)} folds on`);
    }
  });

  it.each([
    ['GALLIUM', 'capitals'],
    ['ｇａｌｌｉｕｍ', 'full width'],
    ['gállium', 'accents'],
  ])('finds %s (%s)', (text) => {
    expect(marks(`some ${text}.`)).toEqual([`${text}=mineral/gallium`]);
  });

  it.each([
    'rare-earth',
    'rare earths',
    'rare\u00a0earth',
    'rare\u2011earth',
    'rare\n   earths',
    'RARE EARTHS',
    'rare\u2009earth',
  ])('finds rare earth as %j', (text) => {
    expect(marks(`${text} prices`)).toEqual([`${text}=mineral/rare-earths`]);
  });

  it.each(['gal-\nlium', 'gal-\r\n  lium', 'gal\u2010\nlium', 'gal\u00ad\nlium', 'rare\nea-\nrths', 'rare-\nearth'])(
    'finds a name that is broken at the end of a line: %j',
    (text) => {
      expect(marks(`the ${text}, again`)).toEqual([
        `${text}=mineral/${text.startsWith('rare') ? 'rare-earths' : 'gallium'}`,
      ]);
    },
  );

  it('does not join what is not a broken word', () => {
    expect(marks('some gal- lium, gal -\nlium, gal-\n\nlium, H2-\n0 or Hua-\n- wei')).toEqual([]);
  });

  it.each(['H20', 'H-20', 'H20s', 'Ｈ２０'])('finds the chip written as %s', (text) => {
    expect(marks(`the ${text}, again`)).toEqual([`${text}=chip/nvidia-h20`]);
  });

  it.each(['h20', 'H 20', 'H200', 'AH20', 'H2O', '2H20'])('does not take %s for the chip', (text) => {
    expect(marks(`the ${text}, again`)).toEqual([]);
  });

  it('finds traditional characters as simplified ones', () => {
    expect(marks('對鎵出口實施管制')).toEqual(['鎵=mineral/gallium']);
  });
});

describe('code units that do not belong to a name', () => {
  it.each([
    ['gal\u00adlium', 'soft hyphen'],
    ['gal\u200blium', 'zero-width space'],
    ['ga\u0301llium', 'combining accent'],
  ])('marks %j completely (%s)', (text) => {
    expect(marks(`sells ${text} now`)).toEqual([`${text}=mineral/gallium`]);
  });

  it('marks half-width katakana with its voicing marks', () => {
    expect(marks('ｶﾞﾘｳﾑの輸出')).toEqual(['ｶﾞﾘｳﾑ=mineral/gallium']);
  });

  it('composes Hangul that is written in letters', () => {
    const text = '갈륨'.normalize('NFD');
    expect(marks(`${text}과 철`)).toEqual([`${text}=mineral/gallium`]);
  });

  it('does not mark a dropped unit beside a name', () => {
    expect(marks('\u200eHuawei\u200f and')).toEqual(['Huawei=company/huawei']);
  });

  it('leaves nothing to normalize a second time', () => {
    const units = makeUnits();
    const once = normalize(units, 'ﬂuor\u00adspar ｶﾞ e\u0301 \u1100\u1161').text;
    expect(normalize(units, once).text).toBe(once);
  });
});
