/**
 * Codes of controlled goods as names of the entries that they cover: ECCNs, codes of China's
 * control list, and customs codes.
 */
import { ruleOf } from '../../knowledge/model/name-rule.ts';
import { CUSTOMS_CODE_WORDS } from '../languages/spellings.ts';
import type { Cue, Entry, NameRule } from '../../knowledge/model/schema.ts';

type CodedEntry = Pick<Entry, 'id' | 'kind' | 'name' | 'names' | 'codes'>;

/** Digit, letter, three digits, and perhaps items: such a code is nothing else. */
const CONTROL_CODE = /^\d[A-E]\d{3}(?:\.[a-z0-9]+)*$/;
const CUSTOMS_CODE = /^\d{4}(?:\.\d{2}){0,3}$|^\d{6,10}$/;

type Weighed = Exclude<Cue, string>;

const beside = (cue: string): Weighed => ({ cue, within: 'beside', strength: 'strong' });
/** A number is a customs code where the text says so. */
const CUSTOMS_CUES: readonly Weighed[] = [
  ...CUSTOMS_CODE_WORDS.map(beside),
  { cue: 'instrument/hs', within: 'sentence', strength: 'strong' },
];
const CHINESE_CUES = ['country/cn', 'agency/mofcom', 'instrument/cn-dual-use-list'].map((cue): Weighed => ({
  cue,
  within: 'article',
}));

type CodeRule = Pick<NameRule, 'alone' | 'against'> & { for: readonly Weighed[] };

/** The rule for a code; null if texts are not searched for it. */
function ruleOfCode(scheme: string, code: string): CodeRule | null {
  if (CUSTOMS_CODE.test(code)) return { alone: false, for: CUSTOMS_CUES };
  if (!CONTROL_CODE.test(code)) return null;
  if (scheme === 'ECCN') return { for: [] };
  return { alone: false, for: CHINESE_CUES, against: [beside('ECCN')] };
}

export interface CodeName {
  entry: { place: number; entry: CodedEntry };
  rule: NameRule;
}

/**
 * A code that several entries share belongs to the first of them, unless the article names another.
 * A code that is some entry's own name belongs to that entry.
 */
export function codeNames(entries: readonly CodedEntry[]): CodeName[] {
  const named = new Set(
    entries.flatMap(({ names }) => Object.values(names).flatMap((all) => all.map((name) => ruleOf(name).text))),
  );
  const seen = new Set<string>();
  return entries.flatMap((entry, place) =>
    (entry.codes ?? []).flatMap(({ scheme, code }): CodeName[] => {
      const rule = named.has(code) ? null : ruleOfCode(scheme, code);
      if (!rule) return [];
      const isFirst = !seen.has(code);
      seen.add(code);
      const own: Cue = { cue: entry.id, within: 'article', strength: 'strong' };
      const { for: said, ...others } = rule;
      const text: NameRule = { text: code, case: 'exact', plural: false, ...others };
      return [
        {
          entry: { place, entry },
          rule: isFirst
            ? { ...text, for: [...said, own] }
            : { ...text, alone: false, for: [...said.map((cue) => ({ ...cue, strength: 'weak' as const })), own] },
        },
      ];
    }),
  );
}
