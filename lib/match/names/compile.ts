/**
 * Compiles the names of lists. It runs in the build, in the background when a list changes, and in
 * tests.
 */
import { runToEnd } from '../../core/run-to-end.ts';
import { ENGLISH_PLURALS, LETTER_PAIRS } from '../languages/spellings.ts';
import { BUILT_IN } from '../../knowledge/model/ids.ts';
import { ruleOf } from '../../knowledge/model/name-rule.ts';
import type { Country, Cue, Entry, KnowledgeList, NameRule, Topic } from '../../knowledge/model/schema.ts';
import { addHan, isCjk, isWord, makeUnits, unitAt, type Units } from '../text/code-units.ts';
import { normalize } from '../text/normalize.ts';
import { columnOf } from './typed-column.ts';
import { ACT_NUMBER_WORDS } from './act-number-words.ts';
import { hanPairs, pairsUsed } from '../text/simplify-chinese.ts';
import { NameTableBuilder } from './name-table.ts';
import { canonical, wordsOf } from '../text/words.ts';
import { ACCENTED, ACCENTS, CASE_ANY, CASE_CAPITAL, CASE_EXACT, CASE_SYMBOL, PLURAL } from './name-flags.ts';
import { codeNames } from './code-names.ts';
import * as C from './compiled-names.ts';
import { cueOfUse, packCueUse, withCue } from './cue-use.ts';

/** The fields of an entry that compiling uses. */
type NamedEntry = Pick<
  Entry,
  'id' | 'kind' | 'name' | 'names' | 'forms' | 'country' | 'element' | 'aside' | 'label' | 'generic' | 'codes'
>;

/** True for entries that are only marked on pages that name something controlled. */
const isGeneric = ({ kind, label, generic }: NamedEntry): boolean => generic ?? (kind === 'agency' || label === 'term');

/** The fields of a list that compiling uses. */
export interface NameList {
  id: string;
  entries: readonly NamedEntry[];
  topics?: readonly Topic[];
  countries?: readonly Country[];
}

const STRENGTHS = ['weak', 'normal', 'strong'] as const;
const WITHIN = ['beside', 'sentence', 'paragraph', 'article'] as const;
const CASES = { any: CASE_ANY, capital: CASE_CAPITAL, exact: CASE_EXACT } as const;
/** Prefix of the keys of cues that are words. */
const WORD = '=';
const isWordCue = (key: string) => key.startsWith(WORD);
const ID_CUE = /^(?:[a-z0-9][a-z0-9._-]*:)?[a-z][a-z-]*\/[a-z0-9][a-z0-9.-]*$/;

let units: Units | undefined;
let pairs = '';
/** The table of units with all traditional characters, made when first needed. */
export function fullUnits(): Units {
  if (!units) {
    units = makeUnits();
    pairs = hanPairs();
    addHan(units, pairs);
  }
  return units;
}

/**
 * The case rule of a name by its spelling. Newspapers write longer abbreviations as words: Mofcom,
 * Bytedance.
 */
function spellingCase(text: string): number {
  if (/\s/.test(text.trim()) || text.toLowerCase() === text) return CASE_ANY;
  return /^\P{L}*\p{L}[^\p{Lu}\d]*$/u.test(text) || /^\p{L}{5,}$/u.test(text) ? CASE_CAPITAL : CASE_EXACT;
}

/**
 * The case rule of a decoy. One with an inner capital must keep it: "La Plata" is a town, "la
 * plata" may be silver.
 */
const decoyCase = (text: string): number => (/\s\p{Lu}\p{Ll}/u.test(text) ? CASE_CAPITAL : spellingCase(text));

/**
 * Further spellings of a name: English plurals with more than an s, and letter pairs for German and
 * French letters.
 */
export function variants(text: string, plural: boolean): string[] {
  const forms = [text];
  if (plural && /[a-z]$/i.test(text)) {
    const rule = ENGLISH_PLURALS.find(({ ending }) => ending.test(text));
    if (rule) forms.push(text.slice(0, text.length - rule.cut) + rule.plural);
  }
  const spelled = LETTER_PAIRS.reduce((spelling, [letter, pair]) => spelling.replaceAll(letter, pair), text);
  if (spelled !== text) forms.push(spelled);
  return forms;
}

const langOf = (tag: string): number => Math.max(0, C.NAME_LANGUAGES.indexOf(tag.split('-')[0] ?? ''));
/** The topic that a list uses for its field. */
const FIELD = 'topic/field';

/** The plain name of an element: one word, or a few East Asian characters. */
const ELEMENT_NAME = /^(?:\p{L}\p{Ll}+|[\u4e00-\u9fff]{1,2}|[\u30a0-\u30ff]{2,8}|[\uac00-\ud7a3]{2,5})$/u;
/**
 * The cues of the list's field for elements. Another metal counts less: bands and nicknames come in
 * pairs.
 */
const ELEMENT_FIELD: readonly Cue[] = [
  ...['topic/trade', 'topic/export-control', 'topic/metals', 'topic/chips'],
  ...['country/cn', 'kind/company', 'kind/agency', 'kind/instrument'],
  { cue: 'kind/mineral', strength: 'weak' },
];
/**
 * The rule of an element's name if the list gives none. Elements are also remedies and parts of
 * food, so topics of daily life count against the name and the list's field for it.
 */
function withElementRule(name: NameRule): NameRule {
  if (!ELEMENT_NAME.test(name.text) || name.for || name.against || name.by || name.alone !== undefined) return name;
  return { ...name, for: [...ELEMENT_FIELD], against: [{ cue: 'topic/home', within: 'sentence' }] };
}

/** The rule of symbols: only in texts about the list's field. */
const SYMBOL_RULE = {
  alone: false,
  for: [{ cue: FIELD, within: 'article', strength: 'weak' }],
  against: ['topic/home', 'topic/cooking', 'topic/medicine', 'topic/agriculture'],
} satisfies Partial<NameRule>;

class Compiler {
  readonly units = fullUnits();
  private readonly table = new NameTableBuilder();
  private readonly texts: string[] = [];
  private readonly textIds = new Map<string, number>();
  private readonly cueIds = new Map<string, number>();
  private readonly ruleIds = new Map<string, number>();
  private readonly added = new Set<string>();
  readonly ruleFlags: number[] = [];
  readonly ruleStarts: number[] = [];
  readonly ruleUses: number[] = [];

  constructor(private readonly includes: ReadonlyMap<string, readonly string[]>) {
    this.rule({ text: '-' });
  }

  text(canonicalText: string): number {
    const known = this.textIds.get(canonicalText);
    if (known !== undefined) return known;
    this.textIds.set(canonicalText, this.texts.length);
    return this.texts.push(canonicalText) - 1;
  }

  cue(key: string): number {
    const known = this.cueIds.get(key);
    if (known !== undefined) return known;
    this.cueIds.set(key, this.cueIds.size);
    return this.cueIds.size - 1;
  }

  /** Adds a text to the table and returns the number of its canonical form. */
  place(text: string, kind: number, ref: number, rule: number, flags: number, lang: number): number {
    const whole = normalize(this.units, text).text;
    let id = 0;
    for (const form of variants(whole, (flags & PLURAL) !== 0)) {
      const canonicalForm = canonical(this.units, form, (flags & ACCENTS) !== 0 || ACCENTED.has(lang));
      const textId = this.text(canonicalForm);
      if (form === whole) id = textId;
      const key = `${textId} ${kind} ${ref} ${rule} ${flags} ${lang}`;
      if (this.added.has(key)) continue;
      this.added.add(key);
      this.table.add(wordsOf(this.units, canonicalForm), {
        kind,
        ref,
        rule,
        text: canonicalForm,
        flags: flags | (lang << C.TARGET_LANG_SHIFT),
      });
    }
    return id;
  }

  /** Adds a word or phrase that is evidence. Its spelling decides how case is matched. */
  placeCue(text: string, cue: number, lang: number): void {
    this.place(text, C.TARGET_CUE, cue, 0, spellingCase(text) | this.pluralFlag(text), lang);
  }

  pluralFlag(text: string): number {
    return isCjk(unitAt(this.units, text.charCodeAt(text.length - 1)) >>> 16) ? 0 : PLURAL;
  }

  rule(name: NameRule): number {
    const uses: number[] = [];
    for (const cue of name.for ?? []) uses.push(...this.uses(cue, false));
    for (const cue of name.against ?? []) uses.push(...this.uses(cue, true));
    let flags = name.alone === false ? 0 : C.RULE_ALONE;
    if (name.by) flags |= C.RULE_BY_COUNTRY;
    if (name.alone !== undefined) flags |= C.RULE_STATES_ALONE;
    if (name.by || name.alone === false || uses.length) flags |= C.RULE_STATED;
    const key = `${flags}:${uses.join(',')}`;
    const known = this.ruleIds.get(key);
    if (known !== undefined) return known;
    this.ruleIds.set(key, this.ruleFlags.length);
    this.ruleFlags.push(flags);
    this.ruleStarts.push(this.ruleUses.length);
    this.ruleUses.push(...uses);
    return this.ruleFlags.length - 1;
  }

  /** The packed uses of a cue; a topic that includes others stands for all of them. */
  private uses(cue: Cue, isAgainst: boolean): number[] {
    const { cue: word, within = 'paragraph', strength = 'normal' } = typeof cue === 'string' ? { cue } : cue;
    let key = word;
    if (!ID_CUE.test(word)) {
      key = WORD + word;
      this.placeCue(word, this.cue(key), 0);
    }
    const keys = [key, ...(this.includes.get(key) ?? [])];
    return keys.map((one) => packCueUse(this.cue(one), isAgainst, WITHIN.indexOf(within), STRENGTHS.indexOf(strength)));
  }

  name(entry: number, { id: entryId, element }: NamedEntry, given: NameRule, tag: string): void {
    const name = element ? withElementRule(given) : given;
    const lang = langOf(tag);
    let flags: number = name.case ? CASES[name.case] : spellingCase(name.text);
    // "Gas" are no two of "Ga".
    if (name.plural !== false && name.text !== element?.symbol) flags |= this.pluralFlag(name.text);
    if (name.accents === 'exact') flags |= ACCENTS;
    const decoys = name.not ?? [];
    if (name.mark === false) {
      this.place(name.text, C.TARGET_CUE, this.cue(entryId), 0, flags, lang);
      return;
    }
    const text = this.place(name.text, C.TARGET_NAME, entry, this.rule(name), flags, lang);
    for (const decoy of decoys)
      this.place(
        decoy,
        C.TARGET_DECOY,
        entry,
        text,
        decoyCase(decoy) === CASE_EXACT ? CASE_EXACT : decoyCase(decoy) | this.pluralFlag(decoy),
        0,
      );
  }

  /** Adds the symbol of an element, unless the list gives it a rule. */
  symbol(entry: number, { element, names }: NamedEntry): void {
    if (!element || Object.values(names).some((all) => all.some((name) => ruleOf(name).text === element.symbol)))
      return;
    this.place(
      element.symbol,
      C.TARGET_NAME,
      entry,
      this.rule({ text: element.symbol, ...SYMBOL_RULE }),
      CASE_SYMBOL,
      0,
    );
  }

  finish(list: NameList): C.CompiledNames {
    const { columns, flags, rules, rowOf } = this.table.finish();
    const kindOf = (target: number) => C.targetKind(flags[target] ?? 0);
    const sorts = new Map<string, { flags: number; rule: number; number: number }>();
    const targetSorts = flags.map((its, k) => {
      // The rule of a decoy is the number of its name's text so far; it becomes that text's row.
      const rule = kindOf(k) === C.TARGET_DECOY ? rowOf(this.texts[rules[k] ?? 0] ?? '') : (rules[k] ?? 0);
      const key = `${its} ${rule}`;
      const sort = sorts.get(key) ?? { flags: its, rule, number: sorts.size };
      sorts.set(key, sort);
      return sort.number;
    });
    // Cues that code looks up by key come first.
    const cueKeys = [...this.cueIds.keys()];
    const named = cueKeys.filter((key) => !isWordCue(key));
    const cueOrder = new Map([...named, ...cueKeys.filter(isWordCue)].map((key, k) => [this.cueIds.get(key), k]));
    const numbered = (cue: number) => cueOrder.get(cue) ?? 0;
    const targetRefs = columnOf(
      Array.from(columns.targetRefs, (ref, k) => (kindOf(k) === C.TARGET_CUE ? numbered(ref) : ref)),
    );
    const forms: C.CompiledForm[] = list.entries.flatMap((entry, k) =>
      (entry.forms ?? []).map((form) => ({
        entry: k,
        series: form.series,
        bodies: form.body,
        year: form.year,
        number: form.number,
      })),
    );
    return {
      format: C.NAMES_FORMAT,
      list: list.id,
      entryIds: list.entries.map((entry) => entry.id),
      entryNames: list.entries.map((entry) => entry.name),
      entryKinds: list.entries.map((entry) => entry.kind),
      entryCountries: list.entries.map((entry) => (entry.country ?? '').toLowerCase()),
      entryFlags: Uint8Array.from(
        list.entries,
        (entry) =>
          (entry.element ? C.ENTRY_ELEMENT : 0) |
          (entry.aside ? C.ENTRY_ASIDE : 0) |
          (list.id === BUILT_IN && isGeneric(entry) ? C.ENTRY_GENERIC : 0),
      ),
      ...columns,
      targetRefs,
      targetSorts: columnOf(targetSorts),
      sortRules: columnOf(Array.from(sorts.values(), ({ rule }) => rule)),
      sortFlags: Uint16Array.from(sorts.values(), (sort) => sort.flags),
      ruleFlags: Uint8Array.from(this.ruleFlags),
      ruleStarts: Uint32Array.from([...this.ruleStarts, this.ruleUses.length]),
      ruleUses: Uint32Array.from(this.ruleUses, (use) => withCue(use, numbered(cueOfUse(use)))),
      cues: named,
      wordCues: cueKeys.length - named.length,
      field: list.topics?.some(({ id }) => id === FIELD) ? [FIELD, ...(this.includes.get(FIELD) ?? [])] : [],
      forms,
      han: pairsUsed(pairs, columns.wideLetters),
    };
  }
}

/**
 * Compiles the names of a list, one entry a step. A list of 3,000 names takes tens of milliseconds.
 */
export function* compileSteps(list: NameList | KnowledgeList): Generator<void, C.CompiledNames> {
  const compiler = new Compiler(new Map((list.topics ?? []).map((topic) => [topic.id, topic.includes ?? []])));
  const usable = (text: string) => [...text].some((unit) => isWord(unitAt(compiler.units, unit.charCodeAt(0)) >>> 16));
  for (const [k, entry] of list.entries.entries()) {
    for (const [tag, names] of Object.entries(entry.names))
      for (const name of names) if (usable(ruleOf(name).text)) compiler.name(k, entry, ruleOf(name), tag);
    compiler.symbol(k, entry);
    yield;
  }
  for (const { entry, rule } of codeNames(list.entries)) compiler.name(entry.place, entry.entry, rule, 'und');
  for (const group of [...(list.topics ?? []), ...(list.countries ?? [])]) {
    for (const [tag, words] of Object.entries(group.words))
      for (const word of words) compiler.placeCue(word, compiler.cue(group.id), langOf(tag));
    yield;
  }
  for (const { id, not = [] } of list.topics ?? [])
    for (const phrase of not) compiler.placeCue(phrase, compiler.cue(C.NOT_PREFIX + id), 0);
  if (list.entries.some((entry) => entry.forms?.length))
    for (const word of ACT_NUMBER_WORDS)
      compiler.place(word, C.TARGET_FORM, 0, 0, CASE_ANY | compiler.pluralFlag(word), 0);
  return compiler.finish(list);
}

/** Compiles at once. Use `compileSteps` where a page must not block. */
export const compileNames = (list: NameList | KnowledgeList): C.CompiledNames => runToEnd(compileSteps(list));
