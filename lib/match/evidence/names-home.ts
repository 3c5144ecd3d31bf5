/**
 * Tests if an article names the country whose bodies its language suggests. A Chinese report that
 * names neither China nor a body of China is about another country's ministries.
 */
import type { Candidate } from '../model.ts';
import type { Article } from './article.ts';
import { countryOf, kindOf, ruleFlags } from './readings.ts';
import { RULE_BY_COUNTRY } from '../names/compiled-names.ts';

const known = new WeakMap<Article, boolean>();

/** True if the article has the home country, or a body or an act that only this country has. */
export function namesHome(article: Article): boolean {
  let names = known.get(article);
  if (names === undefined) {
    const { home, evidence, matcher, candidates } = article;
    names = evidence.has(matcher.cues.get(`country/${home}`) ?? -1) || candidates.some((c) => isOfOnly(c, home));
    known.set(article, names);
  }
  return names;
}

/** True for 海关总署, or for a numbered act such as 2025年第61号公告. */
const isOfOnly = ({ readings }: Candidate, country: string): boolean =>
  readings.every(
    (one) =>
      one.form !== null || (countryOf(one) === country && (kindOf(one) === 'agency' || kindOf(one) === 'instrument')),
  );

/**
 * The country that an article is about if it does not name its home: the one it names most, or the
 * only one whose bodies it names. A page's tag (zh-TW) is stronger evidence for home.
 */
export function countryElsewhere(article: Article, majority: string): string {
  const { home, language } = article;
  if (home === '' || home !== language?.home || namesHome(article)) return '';
  return majority || countryOfBodies(article);
}

/** The only country whose bodies the article names unambiguously (美国财政部), or ''. */
function countryOfBodies({ candidates }: Article): string {
  const codes = new Set<string>();
  for (const { readings } of candidates) {
    const [first] = readings;
    const code = first && kindOf(first) === 'agency' ? countryOf(first) : '';
    if (code !== '' && readings.every((one) => countryOf(one) === code && (ruleFlags(one) & RULE_BY_COUNTRY) === 0))
      codes.add(code);
  }
  return codes.size === 1 ? ([...codes][0] ?? '') : '';
}
