/** Scripts in pages take and refuse the same messages and cards as the rest of the extension does. */
import { expect, it } from 'vitest';
import { CardModel } from '../../../lib/card/card-model.ts';
import { is, number, parse, string } from '../../../lib/messaging/light-valibot.ts';
import { Details, PageRequest, ToPage } from '../../../lib/messaging/protocol.ts';
import { expectTheSame } from '../../support/light-valibot.ts';

it.each(Object.entries({ ToPage, Details, CardModel, PageRequest }))('%s: as valibot has it', (_, schema) =>
  expectTheSame(schema),
);

it('does not take what does not fit', () => {
  expect(() => parse(string(), 7)).toThrow();
  expect(parse(string(), 'seven')).toBe('seven');
  expect(is(number(), Number.NaN)).toBe(false);
});
