/**
 * A cell that holds a name and more: "Aviation Industry Corporation of China (AVIC)*", "Vesta
 * Optics, a.k.a. Vesta; f.k.a. Vesta Lenses".
 */

import { isCountryCode } from './country-words.ts';

export interface NamesInCell {
  name: string;
  others: string[];
}

/** Signs by which a list points to its notes. */
const MARKS = '*†‡§';
const OPENING = '(（';
const CLOSING = ')）';

function withoutEnd(text: string, signs: string): string {
  let end = text.length;
  while (end > 0 && signs.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
/** Without the signs at its end that point to a note. */
const withoutMark = (text: string): string => withoutEnd(text, `${MARKS} `);

/** Capitals and digits, as abbreviations are written: AVIC, CETC-10. */
const MAX_ABBREVIATION = 12;
/** Forms of firms, which occur between brackets too. */
const FORMS: ReadonlySet<string> = new Set(
  'LIMITED LTD LLC INC CORP CO GROUP HOLDING HOLDINGS PLC PTE PTY JSC PJSC OJSC CJSC OAO OOO PAO ZAO AO PVT PRIVATE FZE FZCO FZC DMCC SA SAL SARL GMBH AG KG NV BV SPA SRL HK UK UAE USA PRC EU US UN PUBLIC BRANCH'.split(
    ' ',
  ),
);
const isAbbreviation = (text: string): boolean =>
  !isCountryCode(text) &&
  !FORMS.has(text.replaceAll('.', '').toUpperCase()) &&
  text.length >= 2 &&
  text.length <= MAX_ABBREVIATION &&
  /^[\p{Lu}\p{N}&.-]+$/u.test(text) &&
  /\p{Lu}/u.test(text);

const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** Shorter ones are places: "Vesta Optik (深圳)", "凯尔普（Shanghai）". */
const MIN_EAST_ASIAN = 4;
/** "Vesta Optik JSC（ヴェスタ光学）", "海带光学 (Kelp Optics)": the same name twice. */
const isInOtherScript = (name: string, inner: string): boolean =>
  EAST_ASIAN.test(inner)
    ? !EAST_ASIAN.test(name) && inner.length >= MIN_EAST_ASIAN
    : EAST_ASIAN.test(name) && /^\p{Lu}\S* \p{Lu}/u.test(inner);

/** A name, and the abbreviation, or the name in another script, between brackets at its end. */
function abbreviated(text: string): NamesInCell {
  const plain = withoutMark(text.trim());
  if (!CLOSING.includes(plain.at(-1) ?? ' ')) return { name: plain, others: [] };
  const open = Math.max(...[...OPENING].map((sign) => plain.lastIndexOf(sign)));
  if (open < 0) return { name: plain, others: [] };
  const name = plain.slice(0, open).trim();
  const inner = plain.slice(open + 1, -1).trim();
  const isOther = name !== '' && (isAbbreviation(inner) || isInOtherScript(name, inner));
  return isOther ? { name, others: [inner] } : { name: plain, others: [] };
}

/** Words by which a list goes over to other names of the same thing. */
const ALSO =
  /[,;(（]?\s?\b(?:(?:a\.?k\.?a\b\.?|f\.?k\.?a\b\.?|n\.?k\.?a\b\.?|also known as|formerly known as)[:,]?\s?(?:the following \w+ alias(?:es|\(es\))?:\s?)?|(?:and|including|with) \w+ alias(?:es|\(es\))?:\s?)/gi;

/** Words that end in a full stop within a name. */
const SHORTENED = /(?:^|[\s,.(])(?:co|ltd|inc|corp|no|st|jr|sr|dr|bros|intl|univ|dept|inst|llc|pte|pvt|\p{L})$/iu;

/** The text up to the end of its first sentence, and the rest. */
function firstSentence(text: string): [string, string] {
  for (const { index } of text.matchAll(/\.\s+(?=[\p{Lu}\p{N}])/gu))
    if (!SHORTENED.test(text.slice(0, index))) return [text.slice(0, index), text.slice(index + 1)];
  return [text, ''];
}

/** The names after "also known as"; behind the last of them may be an address. */
function aliasesIn(text: string): { aliases: string[]; rest: string } {
  const aliases: string[] = [];
  const parts = text.split(/;|\n[ \t]{0,8}(?=[-–—•・])/);
  for (const [k, part] of parts.entries()) {
    const [name, rest] = firstSentence(part);
    aliases.push(trimmed(name.replace(/^\s*(?:and\b)?\s*[-–—•・]?\s*/, '').replace(/\s+/g, ' ')));
    if (rest.trim() !== '') return { aliases, rest: [rest, ...parts.slice(k + 1)].join(';').trim() };
  }
  return { aliases, rest: '' };
}

/** A name above its address: "Heron Depot,\nMeikthila, Burma." */
function ownName(text: string): { name: string; rest: string } {
  const end = text.trim().indexOf('\n');
  const name = withoutEnd(end < 0 ? text : text.trim().slice(0, end), ' ,;\r');
  return { name: name.replace(/ and (?:its )?subsidiaries$/i, ''), rest: end < 0 ? '' : text.trim().slice(end).trim() };
}

/** `written`: the name with the abbreviation behind it; `rest`: what else the cell holds. */
export function namesIn(cell: string): NamesInCell & { written: string; rest: string } {
  const [own = '', ...also] = cell.split(ALSO);
  const { name: written, rest } = ownName(own);
  const { name, others } = abbreviated(written);
  const more = also.map(aliasesIn);
  return {
    name,
    written: withoutMark(written),
    others: [...others, ...more.flatMap(({ aliases }) => aliases.filter(Boolean).flatMap(namesOf))],
    rest: [rest, ...more.map((one) => one.rest)].filter(Boolean).join('\n'),
  };
}

/** Without the bracket or the sign in which a name in a row of names ends. */
function trimmed(part: string): string {
  const text = withoutMark(part.trim()).replace(/[,;]$/, '').trim();
  const plain = text.endsWith('.') && !SHORTENED.test(text.slice(0, -1)) ? text.slice(0, -1) : text;
  const close = Math.max(...[...CLOSING].map((sign) => plain.lastIndexOf(sign)));
  const isOpen = OPENING.split('').some((sign) => plain.includes(sign));
  return close >= 0 && !isOpen ? plain.slice(0, close).trim() : plain;
}

export const namesOf = (cell: string): string[] => {
  const { name, others } = abbreviated(cell);
  return [name, ...others];
};
