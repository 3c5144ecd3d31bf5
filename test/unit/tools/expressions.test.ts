/**
 * Protects the check of regular expressions: that it sees each of them, and knows those that
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
  it('names the line of one that takes exponential time', () => {
    expect(faultsIn('const a = 1;\nconst b = /^(?:[\\s,]*\\d{1,5}\\s*号?)+公告/u;')).toEqual([
      expect.stringMatching(/^a\.ts:2 exponential/),
    ]);
  });

  it('names one that takes quadratic time, also one that is sticky', () => {
    expect(faultsIn('const a = /\\s*,?\\s*(\\d)/y;')).toEqual([
      expect.stringMatching(/^a\.ts:1 2nd degree polynomial/),
    ]);
  });

  it('passes those that do not go back, again and again', () => {
    const text = 'const a = /^\\s*(?:,\\s*)?\\d/; const b = /[a-z]+@/y;';
    expect(faultsIn(text)).toEqual([]);
    expect(faultsIn(text)).toEqual([]);
  });

  it('refuses one that is put together at run time', () => {
    expect(faultsIn('const a = new RegExp(b);')).toEqual([expect.stringMatching(/^a\.ts:1 is put together/)]);
  });
});
