/**
 * Splits a cell with a name and more: "Aviation Industry Corporation of China (AVIC)*", "Vesta
 * Optics, a.k.a. Vesta; f.k.a. Vesta Lenses".
 */

import { isCountryCode } from './country-words.ts';

/** A cell with several names: "ACME Corp. (a.k.a. Acme)". */
export interface NamesInCell {
  name: string;
  others: string[];
}

/** Footnote signs. */
const FOOTNOTE_SIGNS = '*†‡§';
const OPENING = '(（';
const CLOSING = ')）';

function withoutEnd(text: string, signs: string): string {
  let end = text.length;
  while (end > 0 && signs.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
/** Removes footnote signs at the end. */
const withoutMark = (text: string): string => withoutEnd(text, `${FOOTNOTE_SIGNS} `);

/** Characters of the longest abbreviation in capitals and digits: AVIC, CETC-10. */
const MAX_ABBREVIATION = 12;
/** Legal forms of companies, which also occur in brackets. */
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
/**
 * Characters of the shortest East Asian name; shorter ones are places: "Vesta Optik (深圳)",
 * "凯尔普（Shanghai）".
 */
const MIN_EAST_ASIAN = 4;
/**
 * True if the brackets have the same name in another script: "Vesta Optik JSC（ヴェスタ光学）", "海带光学 (Kelp
 * Optics)".
 */
const isInOtherScript = (name: string, inner: string): boolean =>
  EAST_ASIAN.test(inner)
    ? !EAST_ASIAN.test(name) && inner.length >= MIN_EAST_ASIAN
    : EAST_ASIAN.test(name) && /^\p{Lu}\S* \p{Lu}/u.test(inner);

/** Splits a name from the abbreviation, or the name in another script, in brackets at its end. */
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

/** Words that introduce other names of the same entity. */
const ALSO =
  /[,;(（]?\s?\b(?:(?:[afn]\.?k\.?a\b\.?|(?:also|formerly) known as)[:,]?\s?(?:the following \w{1,12} alias(?:es|\(es\))?:\s?)?|(?:and|including|with) \w{1,12} alias(?:es|\(es\))?:\s?)/gi;

/** A quick test for the words above, which most cells do not have. */
const PERHAPS_ALSO = /k\.?a|known|alias/i;

/** Abbreviated words within a name, whose full stop does not end a sentence. */
const SHORTENED = /(?:^|[\s,.(])(?:co|ltd|inc|corp|no|st|jr|sr|dr|bros|intl|univ|dept|inst|llc|pte|pvt|\p{L})$/iu;

/** The text up to the end of its first sentence, and the rest. */
function firstSentence(text: string): [string, string] {
  for (const { index } of text.matchAll(/\.\s+(?=[\p{Lu}\p{N}])/gu))
    if (!SHORTENED.test(text.slice(0, index))) return [text.slice(0, index), text.slice(index + 1)];
  return [text, ''];
}

/** The names after "also known as", and the rest, such as an address. */
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

/** Splits a name from the address below it: "Heron Depot,\nMeikthila, Burma." */
function ownName(text: string): { name: string; rest: string } {
  const end = text.trim().indexOf('\n');
  const name = withoutEnd(end < 0 ? text : text.trim().slice(0, end), ' ,;\r');
  return { name: name.replace(/ and (?:its )?subsidiaries$/i, ''), rest: end < 0 ? '' : text.trim().slice(end).trim() };
}

/**
 * `written`: the name with its abbreviation as the cell writes it. `rest`: other text of the cell.
 */
export function namesIn(cell: string): NamesInCell & { written: string; rest: string } {
  const [own = '', ...also] = PERHAPS_ALSO.test(cell) ? cell.split(ALSO) : [cell];
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

/** Removes a closing bracket or punctuation that ends a name in a series. */
function trimmed(part: string): string {
  const text = withoutMark(part.trim()).replace(/[,;]$/, '').trim();
  const plain = text.endsWith('.') && !SHORTENED.test(text.slice(0, -1)) ? text.slice(0, -1) : text;
  const close = Math.max(...[...CLOSING].map((sign) => plain.lastIndexOf(sign)));
  const isOpen = OPENING.split('').some((sign) => plain.includes(sign));
  return close >= 0 && !isOpen ? plain.slice(0, close).trim() : plain;
}

/** The name in a cell, followed by its aliases. */
export const namesOf = (cell: string): string[] => {
  const { name, others } = abbreviated(cell);
  return [name, ...others];
};
