/**
 * Protects the edges of names: a name is not part of a longer word, in any script, and the longest
 * name wins.
 */
import { expect, it } from 'vitest';
import { compileNames, variants } from '../../../lib/match/names/compile.ts';
import { createMatcher } from '../../../lib/match/index.ts';
import { SMALL, marks } from './small-list.ts';

it('does not find names inside words', () => {
  expect(marks('leadership galliumlike Huaweis_fan UnHuawei')).toEqual([]);
});

it('lets the longest name win', () => {
  expect(marks('the Unreliable Entity List and the Entity List')).toEqual([
    'Unreliable Entity List=instrument/unreliable',
    'Entity List=instrument/entity-list',
  ]);
  expect(marks('不可靠实体清单与实体清单')).toEqual([
    '不可靠实体清单=instrument/unreliable',
    '实体清单=instrument/entity-list',
  ]);
});

it('finds Chinese names without a space between them', () => {
  expect(marks('镓锗出口')).toEqual(['镓=mineral/gallium', '锗=mineral/germanium']);
});

it('does not find a name in a longer katakana word', () => {
  expect(marks('ガリウムとアルガリウム')).toEqual(['ガリウム=mineral/gallium']);
});

it('finds Korean names with their particles, and not a syllable of another word', () => {
  expect(marks('갈륨과 게르마늄산업, 납은 오르고 납품은 늦다. 희토류수출')).toEqual([
    '갈륨=mineral/gallium',
    '게르마늄=mineral/germanium',
    '납=mineral/lead',
    '희토류=mineral/rare-earths',
  ]);
});

it('finds possessives and quotes around names', () => {
  expect(marks('“Huawei”’s and Huawei’s')).toEqual(['Huawei=company/huawei', 'Huawei=company/huawei']);
});

it('finds nothing in web addresses, mail addresses, file names and handles', () => {
  expect(marks('gallium@example.org https://example.org/gallium?x=1 www.gallium.com gallium.pdf @Huawei')).toEqual([]);
});

it('minds case if the list asks for it', () => {
  expect(marks('HUAWEI Huawei huawei')).toEqual(['HUAWEI=company/huawei', 'Huawei=company/huawei']);
});

it('finds names in headlines without capitals if other words support them', () => {
  expect(marks('huawei ramps chip output as gallium prices soar')).toEqual([
    'huawei=company/huawei',
    'gallium=mineral/gallium',
  ]);
  expect(marks('huawei likes long walks on the beach')).toEqual([]);
  // Several lines of prose without capitals are not a headline.
  expect(
    marks('The law, which the government of the\nprovince passed, tells that huawei and gallium\nare of one field.'),
  ).toEqual(['gallium=mineral/gallium']);
});

it('finds an abbreviation that is written as a word with a capital', () => {
  expect(marks('Mofcom said so, and mofcom did not')).toEqual(['Mofcom=agency/mofcom']);
});

it('does not join words across a dash', () => {
  expect(marks('A tip for Huawei of the Entity -List')).toEqual(['Huawei=company/huawei']);
  expect(marks('EXPORTS TO THE U.S. -COMMERCE DEPARTMENT OF THE STATE')).not.toContain(
    'U.S. -COMMERCE DEPARTMENT=agency/us-commerce',
  );
});

it.each([
  ['Shipped to Heron – Department of Optics on Friday', 1],
  ['Shipped to Heron - Department of Optics on Friday', 1],
  ['Shipped to Heron Department of Optics on Friday', 1],
  ['Shipped to Heron. The Department of Optics said so', 0],
])('finds a name that contains a dash: %s', (text, count) => {
  const name = 'Heron – Department of Optics';
  const own = compileNames({
    id: 'own',
    entries: [{ id: 'company/heron', kind: 'company', name, names: { en: [name] } }],
  });
  expect(marks(text, {}, createMatcher([own]))).toHaveLength(count);
});

it('finds a Korean name of two syllables that is joined to a word of trade', () => {
  expect(marks('갈륨수출 통제, 갈륨가격이, 갈륨나라')).toEqual(['갈륨=mineral/gallium', '갈륨=mineral/gallium']);
});

it('ignores a name inside a longer expression that means something else', () => {
  expect(marks('无锡的锡业')).toEqual(['锡=mineral/tin']);
});

it('finds the names of another language only in articles in that language', () => {
  expect(marks('white or black, this or that')).toEqual([]);
  expect(marks("l'or et le plomb dans les mines de la région", { lang: 'fr' })).toEqual([
    'or=mineral/gold',
    'plomb=mineral/lead',
  ]);
});

it('finds names in East Asian scripts after texts without any, also in decomposed letters', () => {
  const fresh = () => createMatcher([compileNames(SMALL)]);
  const inOrder = (texts: string[], matcher = fresh()) => texts.map((text) => marks(text, {}, matcher));
  expect(inOrder(['Huawei 😀 \uFFFC', '镓', 'Huawei'])).toEqual([
    ['Huawei=company/huawei'],
    ['镓=mineral/gallium'],
    ['Huawei=company/huawei'],
  ]);
  expect(inOrder(['갈륨'.normalize('NFD')])).toEqual([[`${'갈륨'.normalize('NFD')}=mineral/gallium`]]);
  expect(inOrder(['Ｈｕａｗｅｉ'])).toEqual([['Ｈｕａｗｅｉ=company/huawei']]);
});

it('forms plurals that take more than an s, and none of names that are plural already', () => {
  expect(
    ['agency', 'box', 'branch', 'gas', 'glass', 'apparatus', 'lens'].map((text) => variants(text, true)[1]),
  ).toEqual(['agencies', 'boxes', 'branches', 'gases', 'glasses', 'apparatuses', 'lenses']);
  for (const text of ['sanctions', 'Infineon Technologies', 'export controls', 'chips'])
    expect(variants(text, true)).toEqual([text]);
});
