/**
 * Makes names from codes of controlled goods: ECCNs, codes of China's control list, and customs
 * codes.
 */
import { ruleOf } from '../../knowledge/model/name-rule.ts';
import { CONTROL_LIST, CONTROL_LIST_NUMBERS } from '../../knowledge/model/control-list-numbers.ts';
import { CUSTOMS_HEADINGS } from '../../knowledge/model/customs-headings.ts';
import { isNumber } from '../text/characters.ts';
import { CUSTOMS_CODE_WORDS } from '../languages/spellings.ts';
import type { Cue, Entry, NameRule } from '../../knowledge/model/schema.ts';

type CodedEntry = Pick<Entry, 'id' | 'kind' | 'name' | 'names' | 'codes'>;

/** Digit, letter, three digits, and perhaps items: nothing else is written like this. */
const CONTROL_CODE = /^\d[A-E]\d{3}(?:\.[a-z0-9]+)*$/;
const CUSTOMS_CODE = /^\d{4}(?:\.\d{2}){0,3}$|^\d{6,10}$/;

type Weighed = Exclude<Cue, string>;

const beside = (cue: string): Weighed => ({ cue, within: 'beside', strength: 'strong' });
/** A number is a customs code only if the text says so. */
const CUSTOMS_CUES: readonly Weighed[] = [
  ...CUSTOMS_CODE_WORDS.map(beside),
  { cue: 'instrument/hs', within: 'sentence', strength: 'strong' },
];
/** Four digits may also count tonnes, so the word must be next to them. */
const HEADING_CUES: readonly Weighed[] = [...CUSTOMS_CODE_WORDS.map(beside), beside('instrument/hs')];
const CHINESE_CUES = ['country/cn', 'agency/mofcom', 'instrument/cn-dual-use-list'].map((cue): Weighed => ({
  cue,
  within: 'article',
}));

/** The European Union and China use the same numbers for their lists. */
const CONTROL_LIST_RULE = {
  alone: false,
  for: [
    ...['instrument/eccn', 'instrument/ear', 'instrument/ccl', 'agency/bis', 'ECCN'].map((cue): Weighed => ({
      cue,
      within: 'article',
      strength: 'strong',
    })),
    { cue: 'topic/export-control', within: 'sentence' },
  ],
  against: ['instrument/eu-dual-use-regulation', 'instrument/cn-dual-use-list', 'agency/mofcom'].map((cue) => ({
    cue,
    within: 'sentence' as const,
    strength: 'strong' as const,
  })),
} satisfies Partial<NameRule>;

type CodeRule = Pick<NameRule, 'alone' | 'against'> & { for: readonly Weighed[] };

/** The rule of a code; null if texts are not searched for it. */
function ruleOfCode(scheme: string, code: string): CodeRule | null {
  if (CUSTOMS_CODE.test(code)) return { alone: false, for: code.length === 4 ? HEADING_CUES : CUSTOMS_CUES };
  if (!CONTROL_CODE.test(code)) return null;
  if (scheme === 'ECCN') return { for: [] };
  return { alone: false, for: CHINESE_CUES, against: [beside('ECCN')] };
}

/** A control or customs code as a name of an entry. `place`: the index of the entry in its list. */
export interface CodeName {
  entry: { place: number; entry: CodedEntry };
  rule: NameRule;
}

/** A code of an entry, and whether the entry comes before others with the same code. */
interface Coded {
  place: number;
  entry: CodedEntry;
  scheme: string;
  code: string;
  isFirst: boolean;
}

/**
 * The codes of entries (a shared code once, for the first entry), then customs headings that name
 * entries.
 */
function allCodes(entries: readonly CodedEntry[]): Coded[] {
  const seen = new Set<string>();
  const listed = entries.flatMap((entry, place) =>
    (entry.codes ?? []).map(({ scheme, code }): Coded => {
      const isFirst = !seen.has(code);
      seen.add(code);
      return { place, entry, scheme, code, isFirst };
    }),
  );
  const byName = new Map(entries.map((entry, place) => [entry.name, place]));
  const ofHeadings = CUSTOMS_HEADINGS.filter(([code]) => !seen.has(code)).flatMap(([code, names]) =>
    names.split('; ').flatMap((name, nth): Coded[] => {
      const place = byName.get(name);
      const entry = place === undefined ? undefined : entries[place];
      return place === undefined || !entry ? [] : [{ place, entry, scheme: 'HS', code, isFirst: nth === 0 }];
    }),
  );
  return [...listed, ...ofHeadings];
}

/** Numbers of the US list that no entry has. */
function numbersOfList(entries: readonly CodedEntry[], known: ReadonlySet<string>): CodeName[] {
  const place = entries.findIndex(({ name }) => name === CONTROL_LIST);
  const entry = entries[place];
  if (!entry) return [];
  return CONTROL_LIST_NUMBERS.filter((text) => !known.has(text)).map((text) => ({
    entry: { place, entry },
    rule: { text, case: 'exact', plural: false, ...CONTROL_LIST_RULE },
  }));
}

/** Spellings of 2804.61 in laws: 280461, 2804 61, and with the zeros of a national tariff. */
function spellingsOf(code: string): string[] {
  const [heading, subheading, more] = code.split('.');
  if (heading?.length !== 4 || subheading === undefined || more !== undefined) return [code];
  const six = [`${heading}.${subheading}`, `${heading}${subheading}`, `${heading} ${subheading}`];
  return [...six, `${six[0]}.00`, `${six[1]}00`, `${six[2]} 00`];
}

/**
 * A code that several entries share means the first, unless the article names another. A code that
 * is an entry's own name means that entry.
 */
export function codeNames(entries: readonly CodedEntry[]): CodeName[] {
  const named = new Set(
    entries.flatMap(({ names }) => Object.values(names).flatMap((all) => all.map((name) => ruleOf(name).text))),
  );
  const codes = allCodes(entries);
  const known = new Set([...named, ...codes.flatMap(({ scheme, code }) => (scheme === 'ECCN' ? code : []))]);
  const ofEntries = codes.flatMap(({ place, entry, scheme, code, isFirst }): CodeName[] => {
    const rule = named.has(code) ? null : ruleOfCode(scheme, code);
    if (!rule) return [];
    const own: Cue = { cue: entry.id, within: 'article', strength: 'strong' };
    const { for: said, ...others } = rule;
    const cues = isFirst ? said : said.map((cue) => ({ ...cue, strength: 'weak' as const }));
    const name = { case: 'exact', plural: false, ...others } as const;
    // The goods are no evidence that a number is their code, because it may count tonnes of them.
    return spellingsOf(code)
      .filter((text) => isFirst || !isNumber(text))
      .map((text) => ({
        entry: { place, entry },
        rule: {
          ...{ text, ...name },
          ...(!isFirst && { alone: false }),
          for: isNumber(text) ? [...said] : [...cues, own],
        },
      }));
  });
  return [...ofEntries, ...numbersOfList(entries, known)];
}
