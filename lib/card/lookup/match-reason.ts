/** Explains why an entry was found, if its name and line do not show it. */
import type { Translate } from '../../i18n/translate.ts';
import { fold } from '../../search/fold.ts';
import type { Hit } from '../../search/search.ts';

interface ShownNames {
  name: string;
  altName?: { text: string; lang: string };
  /** The line on a person in office, or ''. */
  line: string;
  /** The name of the scheme of the matched code; '' if it is unknown. */
  scheme: string;
}

/** The scheme of US control numbers, as lists name it. */
const US_NUMBERS = 'ECCN';

/** The first six digits of a customs code are the same in all countries (Harmonized System). */
const HARMONIZED = /^\d{4}(?:\.\d{2})?$/;
/** A registry number of the Chemical Abstracts Service (CAS). */
const SUBSTANCE = /^\d+-\d{2}-\d$/;

/**
 * Several countries use the same form of control numbers: both a US and a Chinese list have 3A001.
 */
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

/** False for a name in a language that is not the user's, even if the user typed it. */
const isReadable = (lang: string, shown: ShownNames, userLang: string): boolean =>
  lang === 'und' || lang.slice(0, 2) === userLang.slice(0, 2) || lang === shown.altName?.lang;

/** "Linked to Grasberg", as the user typed it; '' if the entry's name says the same. */
function calledReason(phrase: string, name: string, query: string, t: Translate): string {
  const at = query.toLowerCase().indexOf(phrase);
  const text = at < 0 ? phrase : query.slice(at, at + phrase.length);
  return fold(name).includes(phrase) ? '' : t('search_by_link', text);
}

/** '' if the reason is obvious. `query` is as the user typed it. */
export function matchReason(hit: Hit, shown: ShownNames, query: string, userLang: string, t: Translate): string {
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
  // If the hit comes from a question, a name is the reason only if the user typed it.
  const asked = fold(query);
  if (hit.how === 'facts' && !asked.includes(folded)) return '';
  return t('search_by_name', hit.text);
}
