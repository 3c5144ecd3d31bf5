/**
 * Protects the check of regular expressions: it finds each of them, and detects those that
 * backtrack.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SafeExpressions, expressionsIn } from '../../support/expressions.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'expressions-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const faultsIn = (text: string) => {
  const known = new SafeExpressions(join(folder, 'safe.json'));
  const { expressions, faults } = expressionsIn('a.ts', text);
  const all = [...faults, ...expressions.flatMap((one) => known.faultOf(one) ?? [])];
  known.save();
  return all.map(({ place, what }) => `${place} ${what.split(',')[0]}`);
};

describe('the check of expressions', () => {
  it('reports the line of an expression that takes exponential time', () => {
    expect(faultsIn('const a = 1;\nconst b = /^(?:[\\s,]*\\d{1,5}\\s*号?)+公告/u;')).toEqual([
      expect.stringMatching(/^a\.ts:2 exponential/),
    ]);
  });

  it('reports an expression that takes quadratic time, even if it is sticky', () => {
    expect(faultsIn('const a = /\\s*,?\\s*(\\d)/y;')).toEqual([
      expect.stringMatching(/^a\.ts:1 2nd degree polynomial/),
    ]);
  });

  it('accepts expressions that do not backtrack, also when it checks them again', () => {
    const text = 'const a = /^\\s*(?:,\\s*)?\\d/; const b = /[a-z]+@/y;';
    expect(faultsIn(text)).toEqual([]);
    expect(faultsIn(text)).toEqual([]);
  });

  it('refuses an expression that is built at run time', () => {
    expect(faultsIn('const a = new RegExp(b);')).toEqual([expect.stringMatching(/^a\.ts:1 is put together/)]);
  });
});
