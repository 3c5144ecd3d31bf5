/**
 * Protects the messages to users and publishers: they say in plain words which record was left out
 * or cut, which part of it, and why.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Note } from '../../../lib/formats/notes.ts';
import { createMessages } from '../../../lib/i18n/messages.ts';
import { noteLine, noteWords } from '../../../lib/subscriptions/note-words.ts';
import { anyCharacter, runs } from '../../support/runs.ts';

const [en, zh] = [createMessages('en'), createMessages('zh_CN')];
const note = (record: string, field: string, reason: Note['reason'], refused = false): Note => ({
  record,
  field,
  reason,
  refused,
});

it.each([
  [
    note('company/kelp', 'names.en.0', 'one_character'),
    'company/kelp, name 1 (English): a name of one character',
    'company/kelp，第1个名称（英语）：名称只有一个字符',
  ],
  [
    note('company/kelp', 'names.zh-Hans', 'too_many'),
    'company/kelp, names (Simplified Chinese): too many',
    'company/kelp，名称（简体中文）：数量过多',
  ],
  [note('Kelp Works', 'aliases.2', 'stop_word'), 'Kelp Works, alias 2: too common a word', null],
  [note('Kelp Works', 'url', 'link'), 'Kelp Works, link: not a web address', 'Kelp Works，链接：不是网址'],
  [
    note('company/kelp', 'sources.site.url', 'link'),
    'company/kelp, source “site”, address: not a web address',
    'company/kelp，来源“site”的地址：不是网址',
  ],
  [
    note('company/kelp', 'facts.0.when', 'date'),
    'company/kelp, fact 1, date: a date that does not exist',
    'company/kelp，第1项资料的日期：日期不存在',
  ],
  [note('company/kelp', 'what.text', 'too_long'), 'company/kelp, what it is: too long', 'company/kelp，说明：过长'],
  [note('entry 3', 'id', 'shape'), 'entry 3, id: does not fit the format', '第3个词条，标识：不符合格式'],
  [note('row 6', '', 'no_name', true), 'row 6: no name that could appear in a text', '第6行：没有可出现在文中的名称'],
  [note('act/a', 'upTo.day', 'date'), 'act/a, field upTo.day: a date that does not exist', null],
])('puts into words: %j', (one, english, chinese) => {
  expect(noteWords(one, en)).toBe(english);
  if (chinese !== null) expect(noteWords(one, zh)).toBe(chinese);
});

it('starts with what happened to the record', () => {
  expect(noteLine(note('company/kelp', '', 'twice', true), en)).toBe('skipped: company/kelp: in the list twice');
  expect(noteLine(note('company/kelp', 'link', 'link'), zh)).toBe('缩短或删去：company/kelp，链接：不是网址');
});

it('has words for any field name that a list contains', () => {
  const step = fc.oneof(
    fc.constantFrom('names', 'facts', 'sources', 'aliases', 'url', '0', '17', 'en', 'x-', '__proto__', 'constructor'),
    fc.string({ unit: anyCharacter, maxLength: 12 }),
  );
  fc.assert(
    fc.property(fc.string({ maxLength: 20 }), fc.array(step, { maxLength: 5 }), (record, steps) => {
      for (const t of [en, zh])
        expect(noteWords(note(record, steps.join('.'), 'shape'), t)).toContain(t('lists_reason_shape'));
    }),
    runs(300),
  );
});
