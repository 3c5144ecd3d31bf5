/**
 * A page that names nothing pays for plain letters only. Letters with accents, Greek and Cyrillic
 * come into the gate's table with the first text that has some, so none of their names is lost.
 */
import { expect, test, vi } from 'vitest';
import { runToEnd } from '../../../lib/core/run-to-end.ts';
import { compileGate } from '../../../lib/match/names/compile-gate.ts';
import { compileNames } from '../../../lib/match/names/compile.ts';
import { GATE_END } from '../../../lib/match/names/name-gate.ts';
import { encodeGate } from '../../../lib/match/names/serialize.ts';
import { entry, listOf } from './small-list.ts';

const NAMES = ['Škoda', 'Société Générale', 'Ørsted', 'Đồng Nai', 'Росатом', 'Ελλάκτωρ'];
const packed =
  encodeGate(compileGate(compileNames(listOf(NAMES.map((name, k) => entry(`company/c${k}`, name, { en: [name] })))))) +
  GATE_END;

/** A gate in a page that has read no text yet: the tables of the modules are empty. */
async function freshGate() {
  vi.resetModules();
  const { Gate } = await import('../../../lib/match/index.ts');
  const { decodeGate } = await import('../../../lib/match/names/serialize.ts');
  const gate = new Gate(decodeGate(packed));
  return (text: string) => runToEnd(gate.opens(text));
}

test.each(NAMES.flatMap((name) => [name, name.toUpperCase(), name.normalize('NFD')]))(
  'the first text with further letters opens the gate: %s',
  async (name) => {
    const opens = await freshGate();
    expect(opens('Bakers met in the village hall.')).toBe(false);
    expect(opens(`Shares of ${name} rose.`)).toBe(true);
  },
);

test('words without accents open it for names that are written with them', async () => {
  const opens = await freshGate();
  expect(opens('Shares of Skoda rose.')).toBe(true);
});
