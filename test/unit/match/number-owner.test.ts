/**
 * Protects numbers of acts: a number that belongs to another body is not taken for one of the
 * ministry. The body beside the number decides.
 */
import { expect, it } from 'vitest';
import { marks } from './small-list.ts';

const A46 = 'instrument/cn-46-2024';
const numbers = (text: string, lang?: string) =>
  marks(text, { date: '2026-10-01', ...(lang ? { lang } : {}) }).filter((mark) => mark.endsWith(A46));

it.each([
  'BIS Announcement No. 46 of 2024 sets a fee. MOFCOM read it.',
  'MOFCOM read BIS’s Announcement No. 46 of 2024.',
  'MOFCOM read Announcement No. 46 of 2024 of the Bureau of Industry and Security.',
])('refuses the number of another body: %s', (text) => expect(numbers(text)).toEqual([]));

it.each([
  '商务部读了国家税务总局公告2024年第46号。',
  '商务部读了财政部2024年第46号公告。',
  '商务部公布2024年第46号、第47号主席令。',
])('refuses the number of another body: %s', (text) => expect(numbers(text, 'zh')).toEqual([]));

it.each([
  'MOFCOM and BIS, Announcement No. 46 of 2024.',
  'MOFCOM Announcement No. 46 of 2024, BIS said.',
  'BIS read Announcement No. 46 of 2024 by MOFCOM.',
])('accepts the number of the ministry: %s', (text) => expect(numbers(text)).toHaveLength(1));

it.each([
  '商务部、国家税务总局公告2024年第46号',
  '商务部说，公告2024年第46号有效。',
  '商务部表示，本部公告2024年第46号有效。',
])('accepts the number of the ministry: %s', (text) => expect(numbers(text, 'zh')).toHaveLength(1));
