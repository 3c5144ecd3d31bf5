/** Explains why an entry was found, if its name and line do not show it. */
import type { Translate } from '../../i18n/translate.ts';
import { fold } from '../../search/fold.ts';
import type { Hit } from '../../search/search.ts';

interface Shown {
  name: string;
  altName?: { text: string; lang: string };
  /** A person in office, in words; ''. */
  line: string;
  /** The scheme of the code that matched, in words; '' where it is not known. */
  scheme: string;
}

/** The control numbers of the United States, as lists name them. */
const US_NUMBERS = 'ECCN';

/** The first six digits of a customs code are the same everywhere: by the Harmonized System. */
const HARMONIZED = /^\d{4}(?:\.\d{2})?$/;
/** A number of the Chemical Abstracts Service. */
const SUBSTANCE = /^\d+-\d{2}-\d$/;

/** Several countries number their controls alike: 3A001 is of a US list and of a Chinese one. */
function codeReason(code: string, scheme: string, t: Translate): string {
  if (scheme === US_NUMBERS) return t('search_by_us_code', code);
  const whose = scheme || (HARMONIZED.test(code) ? 'HS' : SUBSTANCE.test(code) ? 'CAS' : '');
  return whose ? t('search_by_code_of', whose, code) : t('search_by_code', code);
}

/** Folds differences that need no explanation: a genitive, a plural, "&". */
const plain = (text: string): string =>
  fold(text)
    .replaceAll('&', 'and')
    .replace(/(?<=[a-z]{2}) ?s$/, '');

/** False for names in other languages than the user's, even if they were typed. */
const isReadable = (lang: string, shown: Shown, userLang: string): boolean =>
  lang === 'und' || lang.slice(0, 2) === userLang.slice(0, 2) || lang === shown.altName?.lang;

/** "Linked to Grasberg", as it was typed; '' where the name says as much. */
function calledReason(phrase: string, name: string, query: string, t: Translate): string {
  const at = query.toLowerCase().indexOf(phrase);
  const text = at < 0 ? phrase : query.slice(at, at + phrase.length);
  return fold(name).includes(phrase) ? '' : t('search_by_link', text);
}

/** '' where it is obvious. `query` as typed. */
export function matchReason(hit: Hit, shown: Shown, query: string, userLang: string, t: Translate): string {
  if (hit.field === 'code') return codeReason(hit.text, shown.scheme, t);
  if (hit.field === 'ticker') return t('search_by_ticker', hit.text);
  if (hit.field === 'called') return calledReason(hit.text, shown.name, query, t);
  if (hit.field !== 'name') return '';
  const folded = fold(hit.text);
  const matched = plain(hit.text);
  const [name, ...others] = [shown.name, shown.altName?.text ?? '', shown.line].map(plain);
  // "Congolese cobalt" names cobalt itself.
  const isShown = [name, ...others].some((one) => one?.includes(matched)) || ` ${matched} `.includes(` ${name} `);
  if (isShown || !isReadable(hit.lang, shown, userLang)) return '';
  if (hit.how === 'typo') return t('search_close_to', hit.text);
  // A question shows a name as the reason only where the name was typed.
  const asked = fold(query);
  if (hit.how === 'facts' && !asked.includes(folded)) return '';
  return t('search_by_name', hit.text);
}
