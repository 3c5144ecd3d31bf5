/** Protects how the two parts of a state are joined, in both languages. */
import { expect, it } from 'vitest';
import { gapAfter, titleBefore } from '../../../lib/card/model/state-gap.ts';

const joined = (title: string, rest: string) => `${titleBefore(title, rest)}${gapAfter(title, rest)}${rest}`;

it.each([
  ['Prohibited', 'Reported by Reuters; no official text.', 'Prohibited. Reported by Reuters; no official text.'],
  [
    'Unknown whether it applies.',
    'Suspended 9 Nov 2025 to 27 Nov 2026.',
    'Unknown whether it applies. Suspended 9 Nov 2025 to 27 Nov 2026.',
  ],
  ['Licence needed', ', for all goods', 'Licence needed, for all goods'],
  ['Licence needed', '', 'Licence needed'],
  ['禁止', '据路透社报道，未见官方文本。', '禁止，据路透社报道，未见官方文本。'],
  ['须经许可，逐案审批', '2023年11月17日起受限。', '须经许可，逐案审批，2023年11月17日起受限。'],
  ['是否适用不详。', '2025年11月9日至2026年11月27日暂停。', '是否适用不详。2025年11月9日至2026年11月27日暂停。'],
])('joins "%s" and "%s"', (title, rest, expected) => {
  expect(joined(title, rest)).toBe(expected);
});
