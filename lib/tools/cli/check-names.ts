/**
 * Finds names that two entries share: all but one of them must have a rule that tells them apart.
 */
import { ACT_NUMBER_WORDS } from '../../match/names/act-number-words.ts';
import { hanPairs } from '../../match/text/simplify-chinese.ts';
import { ruleOf } from '../../knowledge/model/name-rule.ts';
import type { Entry, KnowledgeList, NameRule } from '../../knowledge/model/schema.ts';
import type { Problem } from '../build/load-list.ts';

const simplified = new Map<string, string>();
/**
 * Normalises a spelling so that two spellings that users see as equal become equal: case, width,
 * accents, hyphens, spaces, traditional characters.
 */
export function foldForCompare(name: string): string {
  if (simplified.size === 0) {
    const pairs = [...hanPairs()];
    for (let i = 0; i + 1 < pairs.length; i += 2) simplified.set(pairs[i] ?? '', pairs[i + 1] ?? '');
  }
  const plain = name
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[\s\p{Pd}'’.]+/gu, '');
  return [...plain]
    .map((char) => simplified.get(char) ?? char)
    .join('')
    .normalize('NFC');
}

type NameOfEntry = { entry: Entry; name: string; rule: NameRule };

/** True if the rule tests more than the spelling: it requires or weighs evidence. */
const tellsApart = (rule: NameRule): boolean =>
  rule.alone === false || rule.by !== undefined || (rule.for?.length ?? 0) > 0 || (rule.against?.length ?? 0) > 0;
const exactly = ({ name, rule }: NameOfEntry) =>
  rule.case === 'exact' || (rule.case === undefined && !/[\s-]/.test(name) && /.[\p{Lu}\d]/u.test(name));
/**
 * False if both spellings are matched letter for letter and differ only in case: then no word on a
 * page matches both.
 */
const canMeet = (a: NameOfEntry, b: NameOfEntry) =>
  !(
    exactly(a) &&
    exactly(b) &&
    a.name.normalize('NFKC') !== b.name.normalize('NFKC') &&
    a.name.toLowerCase() === b.name.toLowerCase()
  );

function sharedNames(list: KnowledgeList): Map<string, NameOfEntry[]> {
  const held = new Map<string, NameOfEntry[]>();
  for (const entry of list.entries) {
    const own = new Set<string>();
    for (const name of Object.values(entry.names).flat()) {
      const rule = ruleOf(name);
      if (rule.mark === false) continue;
      const key = foldForCompare(rule.text);
      // An entry may have the same name in two languages; the strictest of their rules counts.
      if (own.has(key) && !tellsApart(rule)) continue;
      own.add(key);
      const all = held.get(key) ?? [];
      held.set(key, [...all.filter((other) => other.entry !== entry), { entry, name: rule.text, rule }]);
    }
  }
  return held;
}

const guards = (rule: NameRule) => [
  rule.alone === false,
  rule.by !== undefined,
  (rule.not?.length ?? 0) > 0,
  (rule.against?.length ?? 0) > 0,
];

/**
 * Traditional names that lack a restriction of the simplified name, which users see as the same
 * name.
 */
function undoneRules(entry: Entry): string[] {
  const ruled = new Map(
    (entry.names['zh-Hans'] ?? []).map((name) => [foldForCompare(ruleOf(name).text), guards(ruleOf(name))]),
  );
  return (entry.names['zh-Hant'] ?? []).map(ruleOf).flatMap((rule) => {
    const own = guards(rule);
    return ruled.get(foldForCompare(rule.text))?.some((guard, k) => guard && !own[k]) ? [rule.text] : [];
  });
}

/** The words around a number in an act's name without issuer: "Decree No. 834", 公告2025年第61号. */
const BESIDE_NUMBER = new RegExp(
  `${[...ACT_NUMBER_WORDS].sort((a, b) => b.length - a.length).join('|')}|\\b(?:no|nr|n|núm|número|numéro|number|of|de|von|vom|du)\\b|[第号號年년제호]|[^\\p{L}]`,
  'giu',
);

/**
 * Act numbers without issuer that are marked as names. Every country has a decree of that number;
 * only a numbered form checks whose it is.
 */
const bareNumbers = ({ names, forms = [] }: Entry): string[] =>
  forms.length === 0
    ? []
    : Object.values(names)
        .flat()
        .map(ruleOf)
        .filter((rule) => rule.mark !== false && !tellsApart(rule) && /\d/.test(rule.text))
        .map(({ text }) => text)
        .filter((text) => text.replace(BESIDE_NUMBER, '') === '');

/** `files`: the file of each id, for the messages. */
export function checkNames(list: KnowledgeList, files: ReadonlyMap<string, string>): Problem[] {
  const problems: Problem[] = list.entries.flatMap((entry) =>
    undoneRules(entry).map((name) => ({
      file: files.get(entry.id) ?? entry.id,
      message: `the name "${name}" stands in simplified characters with a rule that it undoes; those are matched by themselves`,
    })),
  );
  for (const entry of list.entries)
    for (const name of bareNumbers(entry))
      problems.push({
        file: files.get(entry.id) ?? entry.id,
        message: `the name "${name}" says of no body that the number is its: \`mark: false\`, since the entry’s form finds it where that is known`,
      });
  for (const held of sharedNames(list).values()) {
    const bare = held.filter(({ rule }) => !tellsApart(rule));
    for (const [index, one] of bare.entries()) {
      const other = bare.slice(index + 1).find((two) => canMeet(one, two));
      if (other)
        problems.push({
          file: files.get(other.entry.id) ?? other.entry.id,
          message: `the name "${other.name}" stands in ${one.entry.id} too, and neither has a rule (alone: false, by, for, against) that tells them apart`,
        });
    }
  }
  const series = new Map<string, string>();
  for (const entry of list.entries)
    for (const { series: kind, body, year, number } of entry.forms ?? [])
      for (const id of body) {
        const key = `${kind} ${number} of ${year} by ${id}`;
        const first = series.get(key);
        if (first !== undefined && first !== entry.id)
          problems.push({ file: files.get(entry.id) ?? entry.id, message: `has the number ${key}, as ${first} has` });
        else series.set(key, entry.id);
      }
  return problems;
}
