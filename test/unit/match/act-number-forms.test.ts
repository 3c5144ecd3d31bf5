/**
 * Protects numbers of announcements: they are found in all the ways in which they are written, and
 * only where an announcement is meant.
 */
import { describe, expect, it } from 'vitest';
import { runToEnd } from '../../../lib/core/run-to-end.ts';
import { ACT_NUMBER_WORDS } from '../../../lib/match/names/act-number-words.ts';
import { findActNumbers } from '../../../lib/match/candidates/act-numbers.ts';
import { marks } from './small-list.ts';

const A46 = 'instrument/cn-46-2024';

describe('a number of an announcement', () => {
  it.each([
    'Announcement No. 46 of 2024',
    'Announcement [2024] No. 46',
    'announcement number 46',
    'Notice No. 46',
    'Notice 46',
    'Notice 2024 No. 46',
    'Announcement 46/2024',
    'Announcement No. 46 (2024)',
    'Announce-\nment No. 46 of 2024',
  ])('is found as %s', (text) => {
    expect(marks(`MOFCOM ${text} stays`, { date: '2025-01-05' })).toEqual(['MOFCOM=agency/mofcom', `${text}=${A46}`]);
  });

  it.each([
    '公告2024年第46号',
    '公告2024第46號',
    '公告（2024）第46号',
    '第46号公告',
    '46号公告',
    '2024年第46号公告',
    '公告〔2024〕46号',
  ])('is found as %s', (text) => {
    expect(marks(`中国商务部${text}规定`, { date: '2025-01-05' })).toEqual(['商务部=agency/mofcom', `${text}=${A46}`]);
  });
});

// A text is searched for numbers only if it holds one of these words, so each of them must lead to
// a number.
it.each(ACT_NUMBER_WORDS.filter((word) => /^\p{Script=Latin}/u.test(word)))('reads the number after %s', (word) => {
  expect(runToEnd(findActNumbers(`${word} 46`, [0]))).toMatchObject([{ start: 0, end: word.length + 3, number: 46 }]);
});

it('finds each number of a series', () => {
  expect(marks("China's Announcements No. 55, 56 and 58 of 2025")).toEqual([
    'Announcements No. 55=instrument/cn-55-2025',
    '56=instrument/cn-56-2025',
  ]);
  expect(marks('中国商务部2025年第55号、56号公告')).toEqual([
    '商务部=agency/mofcom',
    '2025年第55号=instrument/cn-55-2025',
    '56号公告=instrument/cn-56-2025',
  ]);
});

it('takes the year from the date of the article if the number has none', () => {
  expect(marks('MOFCOM Announcement No. 1', { date: '2026-01-07' })).toContain(
    'Announcement No. 1=instrument/cn-1-2026',
  );
  expect(marks('MOFCOM Announcement No. 1', { date: '2025-01-07' })).toContain(
    'Announcement No. 1=instrument/cn-1-2025',
  );
  expect(marks('MOFCOM Announcement No. 1 of 2025', { date: '2026-01-07' })).toContain(
    'Announcement No. 1 of 2025=instrument/cn-1-2025',
  );
});

it('finds nothing if neither the year nor the body is known', () => {
  expect(marks('MOFCOM Announcement No. 1')).toEqual(['MOFCOM=agency/mofcom']);
  expect(marks('In Announcement No. 46 the brewery apologised.')).toEqual([]);
  expect(marks('MOFCOM noticed 46 firms, and gave notice to 46 companies')).toEqual(['MOFCOM=agency/mofcom']);
});
