/**
 * Protects the positions in real texts that were judged. They are stored as words and a count,
 * because we may not publish the texts.
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { placeIn, realPassages } from '../../accuracy/real-texts.ts';

test('a position counts the earlier occurrences of its words, including those inside longer words', () => {
  const text = '商务部和美国商务部';
  expect(placeIn(text, '商务部')).toEqual({ start: 0, end: 3 });
  expect(placeIn(text, '商务部#2')).toEqual({ start: 6, end: 9 });
  expect(placeIn(text, '商务部#3')).toBeNull();
});

test('lists each text that is missing from the folder or differs', () => {
  const empty = mkdtempSync(join(tmpdir(), 'real-'));
  const { passages, problems } = realPassages(empty);
  expect(passages).toEqual([]);
  expect(problems.length).toBeGreaterThan(50);
  writeFileSync(join(empty, 'b001.txt'), 'Another text, of gallium.');
  const { problems: changed } = realPassages(empty);
  expect(changed).toContain('b001: not the text that was judged');
});
