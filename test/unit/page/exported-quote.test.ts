/** Protects the quote that is exported with a mention: its whole sentence, and no other. */
import { expect, it } from 'vitest';
import type { Place } from '../../../lib/page/text/place.ts';
import { quoteOf } from '../../../lib/page/text/quote.ts';

const around = (text: string, name: string) => {
  const start = text.indexOf(name);
  return quoteOf({ flow: { text }, start, end: start + name.length } as Place);
};
const quote = (text: string, name: string) => around(text, name).quote;

it('ends at the end of the sentence, not at the number of a notice, an initial or the legal form of a company', () => {
  const text =
    'It rained. In April the ministry put seven metals under Announcement No. 18: samarium and others. Prices rose.';
  const whole = 'In April the ministry put seven metals under Announcement No. 18: samarium and others.';
  expect(quote(text, 'ministry')).toBe(whole);
  expect(quote(text, 'samarium')).toBe(whole);
  expect(quote('Shares of JL Mag Co. Ltd. fell. The U.S. Commerce Department spoke.', 'Commerce Department')).toBe(
    'The U.S. Commerce Department spoke.',
  );
  expect(quote('商务部发布公告。出口须经许可。', '许可')).toBe('出口须经许可。');
});

it('has four words of context on each side, or the rest of the clause in Chinese, because a text fragment matches whole words', () => {
  const english = 'Since last December Beijing has in principle refused gallium, germanium and antimony to all.';
  expect(around(english, 'gallium')).toMatchObject({
    before: 'has in principle refused',
    after: ', germanium and antimony',
  });
  const chinese = '今年四月，商务部对钐、钆、铽、镝实施出口许可。另一边，英伟达仍受限制。';
  expect(around(chinese, '镝')).toMatchObject({ before: '商务部对钐、钆、铽、', after: '实施出口许可' });
  expect(around(chinese, '商务部')).toMatchObject({ before: '', after: '对钐、钆、铽、镝实施出口许可' });
});
