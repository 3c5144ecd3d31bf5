/**
 * Protects the rules of `knowledge -- check` on names: each word has a clear meaning or is refused.
 */
import { describe, expect, it } from 'vitest';
import { checkNames, foldForCompare } from '../../../lib/tools/cli/check-names.ts';
import { NO_FILES, listOf, messages, named } from './checked-list.ts';
import { about } from './story.ts';

describe('two entries with one name', () => {
  const clash = (a: unknown, b: unknown) =>
    messages(checkNames(listOf({ entries: [named('agency/one', a), named('agency/two', b)] }), NO_FILES));
  it('need a rule on at least one of them', () => {
    expect(clash('BIS', 'BIS')).toEqual([
      'agency/two: the name "BIS" stands in agency/one too, and neither has a rule (alone: false, by, for, against) that tells them apart',
    ]);
    for (const rule of [{ alone: false }, { by: 'country' }, { for: ['export control'] }, { against: ['bank'] }])
      expect(clash('BIS', { text: 'BIS', ...rule })).toEqual([]);
    expect(clash('BIS', { text: 'BIS', not: ['BIS bank'] })).toHaveLength(1);
  });
  it.each([
    ['Entity List', 'entity list'],
    ['Ga-N', 'GaN'],
    ['商務部', '商务部'],
    ['café', 'cafe'],
  ])('count as one name in %s and %s', (a, b) => {
    expect(foldForCompare(a)).toBe(foldForCompare(b));
    expect(clash(a, b)).toHaveLength(1);
  });
  it('count as two names if each is matched exactly, or if one is never marked', () => {
    expect(clash('EAR', { text: 'ear', case: 'exact' })).toEqual([]);
    expect(clash('Wang', { text: 'Wang', mark: false })).toEqual([]);
  });
  it('must not claim the same numbered announcement', () => {
    const forms = [{ series: 'announcement', body: ['agency/mofcom'], year: 2025, number: 61 }];
    expect(
      messages(
        checkNames(
          listOf({ entries: [about('instrument/a', { forms }), about('instrument/b', { names: {}, forms })] }),
          NO_FILES,
        ),
      ),
    ).toEqual(['instrument/b: has the number announcement 61 of 2025 by agency/mofcom, as instrument/a has']);
  });
});

describe('a name that is only a number of an act', () => {
  const numbered = (name: unknown) =>
    messages(
      checkNames(
        listOf({
          entries: [
            about('instrument/order', {
              names: { en: [name] },
              forms: [{ series: 'order', body: ['agency/state-council'], year: 2026, number: 834 }],
            }),
          ],
        }),
        NO_FILES,
      ),
    );
  it.each(['Decree No. 834', 'Decree 834', 'Order No. 834 of 2026', 'Verordnung Nr. 834 von 2026', '令2026年第834号'])(
    'must not be marked, because other bodies use the number too: %s',
    (name) => {
      expect(numbered(name)).toEqual([
        `instrument/order: the name "${name}" says of no body that the number is its: \`mark: false\`, since the entry’s form finds it where that is known`,
      ]);
      expect(numbered({ text: name, mark: false })).toEqual([]);
      expect(numbered({ text: name, alone: false, for: ['country/cn'] })).toEqual([]);
    },
  );
  it.each(['State Council Order No. 834', '国务院令第834号', 'Regulations on Supply Chain Security'])(
    'may be marked with its body, or in words: %s',
    (name) => {
      expect(numbered(name)).toEqual([]);
    },
  );
});

describe('a name that is also given in traditional characters', () => {
  const both = (simplified: unknown, traditional: unknown) =>
    messages(
      checkNames(
        listOf({ entries: [about('agency/wto', { names: { 'zh-Hans': [simplified], 'zh-Hant': [traditional] } })] }),
        NO_FILES,
      ),
    );
  it('must have the rules of the simplified name', () => {
    expect(both({ text: '金价', not: ['基金价'] }, '金價')).toEqual([
      'agency/wto: the name "金價" stands in simplified characters with a rule that it undoes; those are matched by themselves',
    ]);
    expect(both({ text: '制程', alone: false }, { text: '製程', not: ['製程序'] })).toHaveLength(1);
    for (const same of ['金價', { text: '金價', not: ['基金價'] }]) expect(both('金价', same)).toEqual([]);
    expect(both({ text: '金价', not: ['基金价'] }, { text: '金價', not: ['基金價'] })).toEqual([]);
    expect(both({ text: '昇腾', alone: false }, '輝達')).toEqual([]);
  });
});
