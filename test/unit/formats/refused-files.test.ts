/**
 * Protects users whose file is refused: the reason is right, the message says what to do, and doing
 * it helps.
 */
import { describe, expect, it } from 'vitest';
import { createMessages } from '../../../lib/i18n/messages.ts';
import { LIST_PROBLEMS } from '../../../lib/formats/list-format.ts';
import { problemWords } from '../../../lib/subscriptions/list-words.ts';
import { importing, subscribing } from '../../lists/refuse.ts';
import { NAMES, refusedFiles } from '../../lists/refused-files.ts';

const FILES = await refusedFiles();
const codeOf = (read: Awaited<ReturnType<typeof subscribing>>) => ('problem' in read ? read.problem.code : null);

describe.each(FILES)('$name', (file) => {
  it('is refused with its reason as a list and as own terms', async () => {
    expect(codeOf(await subscribing(file)), 'as a list').toBe(file.code);
    const imported = await importing(file);
    expect('problem' in imported ? imported.problem.code : null, 'as own terms').toBe(file.asTerms);
    if ('isAsked' in imported && file.code !== null) expect(imported.isAsked, 'shown before it is taken').toBe(true);
  });

  it('is read once the user follows the message', async () => {
    const read = await subscribing(file.next);
    expect('names' in read && read.names.toSorted()).toEqual([...NAMES]);
  });
});

/** Each message for a refused file asks the user to do something. */
const REQUEST = {
  en: /(?:Ask|Check|Choose|Call|Look|Open|Save|Subscribe|Try|Unpack|Update|Use) /,
  zh_CN: /请/,
} as const;

it.each(['en', 'zh_CN'] as const)('every message says what to do, in %s', (lang) => {
  const t = createMessages(lang);
  const words = [...LIST_PROBLEMS, 'type', 'encoding', 'too_large'].map((code) =>
    problemWords({ code: code as (typeof LIST_PROBLEMS)[number], detail: 'x' }, t),
  );
  expect(words.filter((text) => !REQUEST[lang].test(text))).toEqual([]);
});
