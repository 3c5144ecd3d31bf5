/**
 * Protects the reason shown for a result that was found by a code, because several countries use
 * similar codes.
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

describe('the reason of a result that was found by a code', () => {
  it.each([
    ['3B001', 'ECCN', 'US control number (ECCN) 3B001'],
    ['3A001', 'Chinese control code', 'Chinese control code 3A001'],
    ['8112.92', 'HS', 'HS 8112.92'],
    // Without a scheme the measure does not say whose code it is. Codes of six digits are the same
    // everywhere.
    ['2805.30', '', 'HS 2805.30'],
    ['2805.30.10', '', 'Code 2805.30.10'],
    ['7440-55-3', '', 'CAS 7440-55-3'],
  ])('names the owner of %s if the scheme is "%s"', (code, scheme, words) => {
    expect(reason(code, scheme)).toBe(words);
  });

  it('is translated into Chinese', () => {
    expect(reason('3B001', 'ECCN', 'zh_CN')).toBe('美国管制编码（ECCN）3B001');
    expect(reason('3A001', '中国管制编码', 'zh_CN')).toBe('中国管制编码3A001');
  });
});
