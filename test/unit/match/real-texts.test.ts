/** Places in judged real texts are said by words and a number, because the text is not ours. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { placeIn, realPassages } from '../../accuracy/real-texts.ts';

test('a place counts the times that its words stand before it, inside longer words too', () => {
  const text = '商务部和美国商务部';
  expect(placeIn(text, '商务部')).toEqual({ start: 0, end: 3 });
  expect(placeIn(text, '商务部#2')).toEqual({ start: 6, end: 9 });
  expect(placeIn(text, '商务部#3')).toBeNull();
});

test('a folder without the texts, or with others, is told text by text', () => {
  const empty = mkdtempSync(join(tmpdir(), 'real-'));
  const { passages, problems } = realPassages(empty);
  expect(passages).toEqual([]);
  expect(problems.length).toBeGreaterThan(50);
  writeFileSync(join(empty, 'b001.txt'), 'Another text, of gallium.');
  const { problems: changed } = realPassages(empty);
  expect(changed).toContain('b001: not the text that was judged');
});
