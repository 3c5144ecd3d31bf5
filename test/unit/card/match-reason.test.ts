/**
 * Protects the reason of a result found by a code: several countries number their lists alike.
 */
import { describe, expect, it } from 'vitest';
import { matchReason } from '../../../lib/card/lookup/match-reason.ts';
import { createMessages } from '../../../lib/i18n/messages.ts';
import type { Hit } from '../../../lib/search/search.ts';

const hit = (text: string): Hit => ({
  entry: 'tradegloss:mineral/x',
  name: 'X',
  chinese: '',
  how: 'exact',
  field: 'code',
  text,
  lang: 'und',
  measures: [],
  asksOffice: false,
  places: [],
});
const reason = (code: string, scheme: string, locale: 'en' | 'zh_CN' = 'en') =>
  matchReason(
    hit(code),
    { name: 'X', line: '', scheme },
    code,
    locale === 'en' ? 'en' : 'zh-CN',
    createMessages(locale),
  );

describe('the reason of a result found by a number', () => {
  it.each([
    ['3B001', 'ECCN', 'US control number (ECCN) 3B001'],
    ['3A001', 'Chinese control code', 'Chinese control code 3A001'],
    ['8112.92', 'HS', 'HS 8112.92'],
    // The measure that gives the code does not say whose it is: six digits are everybody's.
    ['2805.30', '', 'HS 2805.30'],
    ['2805.30.10', '', 'Code 2805.30.10'],
    ['7440-55-3', '', 'CAS 7440-55-3'],
  ])('says whose %s is where the scheme is "%s"', (code, scheme, words) => {
    expect(reason(code, scheme)).toBe(words);
  });

  it('says so in Chinese', () => {
    expect(reason('3B001', 'ECCN', 'zh_CN')).toBe('美国管制编码（ECCN）3B001');
    expect(reason('3A001', '中国管制编码', 'zh_CN')).toBe('中国管制编码3A001');
  });
});
