/** Makes the rows of a card for an entry's facts, codes and people in office. */
import { capitalize } from '../../core/letters.ts';
import type { Entry, Source } from '../../knowledge/model/schema.ts';
import { clauseWords } from '../../knowledge/wording/status-phrases.ts';
import { dateWords } from '../../knowledge/wording/dates.ts';
import { nameWords, phraseWords, type Voice } from '../../knowledge/wording/terms.ts';
import type { CardModel } from '../model/card-model.ts';
import { langOf } from './content-lang.ts';
import type { SourceList } from './source-list.ts';

type Facts = CardModel['facts'];

/** The sources of an entry that these keys refer to. */
export const citedBy = (entry: Pick<Entry, 'sources'>, keys: readonly string[]): Source[] =>
  keys.flatMap((key) => entry.sources[key] ?? []);

/**
 * The facts of an entry in the user's language. The sources that they cite are added to `sources`.
 */
export function factsOf(entry: Entry, voice: Voice, sources: SourceList): Facts {
  const { t } = voice;
  const dated = (value: string, when: string | undefined) =>
    when === undefined ? value : t('status_bracket', value, dateWords(when, voice));
  const stated = (what: string) => {
    const words = clauseWords(what, voice);
    const whatLang = langOf(what, words, voice);
    return { what: capitalize(words), ...(whatLang && { whatLang }) };
  };
  const facts: Facts = [];
  if (entry.parent) facts.push({ what: t('fact_part_of'), value: nameWords(entry.parent, voice), refs: [] });
  if (entry.maker) facts.push({ what: t('fact_maker'), value: nameWords(entry.maker, voice), refs: [] });
  for (const office of entry.offices ?? []) {
    // The end of an office is rarely reported, so the line shows the date of the last source.
    const since = office.from && t('status_since', dateWords(office.from, voice));
    const upTo = office.until
      ? t('fact_until', dateWords(office.until, voice))
      : office.lastSeen
        ? t('fact_last_seen', dateWords(office.lastSeen, voice))
        : '';
    const days = [since ?? '', upTo].filter(Boolean);
    facts.push({
      ...stated(office.role),
      value: days.length
        ? t(
            'status_bracket',
            office.name,
            days.reduce((text, part) => t('status_join', text, part)),
          )
        : office.name,
      refs: sources.cite(citedBy(entry, office.src)),
    });
  }
  for (const fact of entry.facts ?? []) {
    const value = phraseWords(fact.value, voice);
    const valueLang = langOf(fact.value, value, voice);
    facts.push({
      ...stated(fact.what),
      value: dated(value, fact.when),
      ...(valueLang && { valueLang }),
      refs: sources.cite(citedBy(entry, fact.src)),
    });
  }
  for (const code of entry.codes ?? []) {
    const label =
      code.label === undefined ? code.code : t('status_with_amount', code.code, phraseWords(code.label, voice));
    const scheme = code.edition === undefined ? code.scheme : `${code.scheme} ${code.edition}`;
    facts.push({
      what: phraseWords(scheme, voice),
      value: code.referenceOnly === true ? t('status_bracket', label, t('fact_reference')) : label,
      refs: sources.cite(citedBy(entry, code.src)),
    });
  }
  return facts;
}
