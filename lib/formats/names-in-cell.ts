/**
 * A cell that holds a name and more: "Aviation Industry Corporation of China (AVIC)*", "Vesta
 * Optics, a.k.a. Vesta; f.k.a. Vesta Lenses".
 */

export interface NamesInCell {
  name: string;
  others: string[];
}

/** Signs by which a list points to its notes. */
const MARKS = '*†‡§';
const OPENING = '(（';
const CLOSING = ')）';

/** Without the signs at its end that point to a note. */
export function withoutMark(text: string): string {
  let end = text.length;
  while (end > 0 && (MARKS.includes(text.charAt(end - 1)) || text.charAt(end - 1) === ' ')) end--;
  return text.slice(0, end);
}

/** Capitals and digits, as abbreviations are written: AVIC, CETC-10. */
const MAX_ABBREVIATION = 12;
/** Forms of firms, which occur between brackets too. */
const FORMS: ReadonlySet<string> = new Set(
  'LIMITED LTD LLC INC CORP CO GROUP HOLDING HOLDINGS PLC PTE PTY JSC PJSC OJSC CJSC OAO OOO PAO ZAO AO PVT PRIVATE FZE FZCO FZC DMCC SA SAL SARL GMBH AG KG NV BV SPA SRL HK UK UAE USA PRC EU US UN PUBLIC BRANCH'.split(
    ' ',
  ),
);
const isAbbreviation = (text: string): boolean =>
  !FORMS.has(text.replaceAll('.', '').toUpperCase()) &&
  text.length >= 2 &&
  text.length <= MAX_ABBREVIATION &&
  /^[\p{Lu}\p{N}&.-]+$/u.test(text) &&
  /\p{Lu}/u.test(text);

/** A name, and the abbreviation between brackets at its end. */
function abbreviated(text: string): NamesInCell {
  const plain = withoutMark(text.trim());
  if (!CLOSING.includes(plain.at(-1) ?? ' ')) return { name: plain, others: [] };
  const open = Math.max(...[...OPENING].map((sign) => plain.lastIndexOf(sign)));
  if (open < 0) return { name: plain, others: [] };
  const name = plain.slice(0, open).trim();
  const inner = plain.slice(open + 1, -1).trim();
  return name !== '' && isAbbreviation(inner) ? { name, others: [inner] } : { name: plain, others: [] };
}

/** Words by which a list goes over to other names of the same thing. */
const ALSO = /[,;(（]?\s?\b(?:a\.?k\.?a\b\.?|f\.?k\.?a\b\.?|n\.?k\.?a\b\.?|also known as|formerly known as)[:,]?\s?/gi;

export function namesIn(cell: string): NamesInCell {
  const [own = '', ...also] = cell.split(ALSO);
  const { name, others } = abbreviated(own);
  const more = also.flatMap((part) => part.split(';')).map((part) => trimmed(part));
  return { name, others: [...others, ...more.filter(Boolean).flatMap(namesOf)] };
}

/** Without the bracket or the sign in which a name in a row of names ends. */
function trimmed(part: string): string {
  const text = withoutMark(part.trim()).replace(/[,;]$/, '').trim();
  const isOpen = OPENING.split('').some((sign) => text.includes(sign));
  return CLOSING.includes(text.at(-1) ?? ' ') && !isOpen ? text.slice(0, -1).trim() : text;
}

export const namesOf = (cell: string): string[] => {
  const { name, others } = abbreviated(cell);
  return [name, ...others];
};
