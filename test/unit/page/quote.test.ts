/** Protects the quote of a mention, which is filed with it: its whole sentence, and no other. */
import { expect, it } from 'vitest';
import type { Place } from '../../../lib/page/marks.ts';
import { quoteOf } from '../../../lib/page/quote.ts';

const quote = (text: string, name: string) => {
  const start = text.indexOf(name);
  return quoteOf({ flow: { text }, start, end: start + name.length } as Place).quote;
};

it('ends where the sentence ends, not at the number of a notice, an initial or a company’s form', () => {
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
