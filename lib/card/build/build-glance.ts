/**
 * Makes the card that opens on hover: one sentence on what the entry is, and one status. Pure. It
 * shows the first measure in the order of the full card.
 */
import { isOwn } from '../../knowledge/model/ids.ts';
import type { Knowledge } from '../../knowledge/model/knowledge-index.ts';
import type { Act, Control, Entry } from '../../knowledge/model/schema.ts';
import { hasPassedDate } from '../../knowledge/status/passed-dates.ts';
import { sourcesOf } from '../../knowledge/status/states.ts';
import { rowOfLine, type Line } from '../../knowledge/status/then-now-next.ts';
import { dayWords } from '../../knowledge/wording/dates.ts';
import type { Voice } from '../../knowledge/wording/terms.ts';
import type { GlanceModel } from '../model/glance-model.ts';
import { bestSource, byGrade, textOf } from './best-source.ts';
import { CONTENT_LANG } from './content-lang.ts';
import { citedBy } from './facts.ts';
import { digestOf } from './digest.ts';
import { fitGlance } from './fit-glance.ts';
import { glanceLead } from './glance-lead.ts';
import { officeHolder, sentenceIn } from './header.ts';
import { headOf, readEntry, type CardRequest, type Reading } from './reading.ts';
import { beforeAside, beforeSemicolon, isHan, joinSentences, sentencesIn } from './shorten-sentence.ts';

/** The most words of the sentence on what the entry is; in Chinese, the most characters. */
const MAX_SENTENCE_WORDS = 25;
const MAX_SENTENCE_CHARACTERS = 45;

const lengthOf = (text: string, lang: string): number =>
  isHan(lang) ? [...text].length : text.split(/\s+/).filter(Boolean).length;

const lengthLimit = (lang: string): number => (isHan(lang) ? MAX_SENTENCE_CHARACTERS : MAX_SENTENCE_WORDS);

/** The first sentence, and the following ones that fit. */
function leadingSentences(text: string, lang: string, most: number): string[] {
  const [first = text, ...others] = sentencesIn(text, lang);
  const kept = [first];
  for (const sentence of others) {
    if (lengthOf(joinSentences([...kept, sentence], lang), lang) > most) break;
    kept.push(sentence);
  }
  return kept;
}

/** Shorter forms of a text that are complete sentences, the longest that fits first. */
export function openings(text: string, lang: string): string[] {
  const kept = leadingSentences(text, lang, lengthLimit(lang));
  const [first = text] = kept;
  const clause = beforeSemicolon(first, lang);
  const forms = [...kept.map((_, index) => joinSentences(kept.slice(0, index + 1), lang)).reverse(), clause];
  forms.push(beforeAside(clause, lang));
  const all = [...new Set(forms)];
  const fitting = all.filter((form) => lengthOf(form, lang) <= lengthLimit(lang));
  return fitting.length > 0 ? fitting : all.slice(-1);
}

function whatOf(entry: Entry, isDigest: boolean, voice: Voice): GlanceModel['what'] {
  const { text, lang } = sentenceIn(entry, 'what', entry.what.text, voice.lang);
  const own = openings(text, lang ?? CONTENT_LANG);
  const head = isDigest ? officeHolder(entry, voice) : '';
  const fits = (form: string) => lengthOf(form, voice.lang) <= lengthLimit(voice.lang);
  const withHead = head === '' ? [] : own.map((form) => joinSentences([form, head], voice.lang)).filter(fits);
  // The shortest form leaves out the head of a body; every longer form names that person.
  const [longest = '', ...shorter] = withHead.length > 0 ? [...withHead, ...own.slice(-1)] : own;
  return { text: longest, ...(lang !== undefined && { lang }), shorter };
}

/** The sentence for an entry without measures. */
export function noneWords(entry: Entry, { t }: Voice): string {
  // An own term may be about anything, so nothing is said of measures.
  if (isOwn(entry.id)) return '';
  if (entry.kind === 'agency') return t('glance_no_measure_body');
  if (entry.kind === 'instrument') return t(entry.label === 'term' ? 'glance_term' : 'glance_no_measure_rule');
  return t(entry.kind === 'company' && entry.label === undefined ? 'glance_no_measure_firm' : 'glance_no_measure');
}

/** The most words of the news of an entry without measures; in Chinese, the most characters. */
const MAX_NEWS_WORDS = 36;
const MAX_NEWS_CHARACTERS = 60;

/** The first sentences of the entry's news; none if they are in no language of the user. */
function newsOf(entry: Entry, voice: Voice): string[] {
  if (!entry.news) return [];
  const { text, lang } = sentenceIn(entry, 'news', entry.news.text, voice.lang);
  if (isHan(voice.lang) && lang === undefined) return [];
  const most = isHan(voice.lang) ? MAX_NEWS_CHARACTERS : MAX_NEWS_WORDS;
  return leadingSentences(text, voice.lang, most);
}

/** The best source of a sentence about an entry. */
function sourceOfClaim(entry: Entry, voice: Voice): GlanceModel['source'] {
  const [source] = citedBy(entry, (entry.news ?? entry.what).src).toSorted(byGrade);
  return source ? bestSource([source], source.publisher, voice) : null;
}

/** The source of a body's newest act, or of the leading measure. */
function sourceOf(
  newest: { act: Act; control: Control } | undefined,
  first: Line | null | undefined,
  voice: Voice,
): GlanceModel['source'] {
  if (newest) {
    const { act, control } = newest;
    return bestSource(sourcesOf(act), act.text?.instrument ?? control.text.instrument, voice);
  }
  const row = first && rowOfLine(first);
  return row ? bestSource(row.sources, textOf(row), voice) : null;
}

/** The glance of `entryId`, or null if the base has no such entry. */
export function buildGlance(knowledge: Knowledge, entryId: string, request: CardRequest): GlanceModel | null {
  const reading = readEntry(knowledge, entryId, request);
  return reading && glanceOf(reading);
}

/** The model of the glance: what the entry is and one status, the lead's or a digest of many. */
export function glanceOf(reading: Reading): GlanceModel {
  const { knowledge, entry, voice, today, articleDay, status, ranked, isDigest } = reading;
  const [first] = ranked;
  const told = isDigest ? digestOf(knowledge, entry, ranked, today, voice) : null;
  const digest = told?.digest ?? null;
  const lead = told === null && first ? glanceLead(first, entry, articleDay, today, voice) : null;
  const alive = [status.groups, status.horizontal].flat().flatMap((group) => group.lines);
  const head = headOf(reading, lead !== null);
  const isBare = lead === null && digest === null;
  return fitGlance({
    ...head,
    what: whatOf(entry, digest !== null, voice),
    lead,
    none: isBare ? noneWords(entry, voice) : '',
    news: isBare ? newsOf(entry, voice) : [],
    digest,
    source: isBare ? sourceOfClaim(entry, voice) : sourceOf(told?.newest, lead && first, voice),
    // "No measure" holds only up to the day to which the base is complete.
    knownTo:
      knowledge.knownTo !== null && ((isBare && !isOwn(entry.id)) || hasPassedDate(knowledge, entry.id, today))
        ? voice.t('glance_known_to', dayWords(knowledge.knownTo, voice))
        : '',
    more: alive.filter((line) => lead === null || line !== first).length,
    changed: lead !== null && head.changed,
  });
}
