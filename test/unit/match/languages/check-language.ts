/** The table that each language's test runs against its pack: one row a case. */
import { describe, expect, it } from 'vitest';
import { runToEnd } from '../../../../lib/core/run-to-end.ts';
import { findActNumbers } from '../../../../lib/match/candidates/act-numbers.ts';
import { languageOf } from '../../../../lib/match/candidates/language.ts';
import type { LanguagePack } from '../../../../lib/match/languages/language-pack.ts';
import { ACT_NUMBER_WORDS } from '../../../../lib/match/names/act-number-words.ts';
import { small } from '../small-list.ts';

interface Table {
  /** A sentence of a report whose language can be detected. */
  sentence: string;
  /** Numbers of acts: a text, and "series number year" of each number in it. */
  acts: readonly (readonly [text: string, ...acts: string[]])[];
  /**
   * Words between a body and its country: `yes` if they make the country its owner, `no` if not.
   */
  owns?: { yes: readonly string[]; no: readonly string[] };
  /** Words before a body that do not name an owner. */
  noOwners?: readonly string[];
  /**
   * Other fields: "group.field", a text that its words or its expression match, and one that they
   * do not match.
   */
  fields?: readonly (readonly [field: string, fits: string, doesNot: string])[];
}

/** True if a text is one of a field's words or matches its expression. */
function fits(pack: LanguagePack, path: string, text: string): boolean {
  const [group = '', field = ''] = path.split('.');
  const value: unknown = Object.entries(pack[group as keyof LanguagePack] ?? {}).find(([name]) => name === field)?.[1];
  if (value instanceof RegExp) return value.test(text);
  if (typeof value === 'string') return value.split(' ').includes(text);
  throw new Error(`${pack.tag} has nothing in ${path}`);
}

function actsIn(text: string): string[] {
  const lower = text.toLowerCase();
  const starts = ACT_NUMBER_WORDS.flatMap((word) => {
    const at = lower.indexOf(word.toLowerCase());
    return at < 0 ? [] : [at];
  });
  const found = runToEnd(
    findActNumbers(
      text,
      [...new Set(starts)].sort((a, b) => a - b),
    ),
  );
  return [...new Set(found.map(({ series, number, year }) => `${series} ${number} ${year ?? '-'}`))];
}

export function checkLanguage(pack: LanguagePack, { sentence, acts, owns, noOwners = [], fields = [] }: Table): void {
  describe(`the pack ${pack.tag}`, () => {
    it('is detected by its words or its script', () => {
      // `read` only keeps the text if it contains a name, so the test adds the text.
      expect(languageOf([{ ...small.read('gallium'), text: sentence }], undefined)).toBe(pack.tag);
    });

    it.each(acts)('reads the numbers in "%s"', (text, ...expected) => {
      expect(actsIn(text)).toEqual(expected);
    });

    it.each(owns?.yes ?? [])('takes the country after "%s" for the owner', (between) => {
      expect(pack.countries.ofCountry?.test(between)).toBe(true);
    });

    it.each(owns?.no ?? [])('does not take the country after "%s" for the owner', (between) => {
      expect(pack.countries.ofCountry?.test(between) ?? false).toBe(false);
    });

    it.each([...noOwners])('does not take "%s" for the name of an owner', (word) => {
      expect(pack.longerNames.noOwners.split(' ')).toContain(word);
    });

    it.each(fields)('%s matches "%s" and not "%s"', (path, yes, no) => {
      expect(fits(pack, path, yes)).toBe(true);
      expect(fits(pack, path, no)).toBe(false);
    });

    it('has stop words of at most four letters, each once', () => {
      const words = pack.stopWords.split(' ').filter(Boolean);
      expect(words.filter((word) => word.length > 4)).toEqual([]);
      expect(new Set(words).size).toBe(words.length);
    });
  });
}
