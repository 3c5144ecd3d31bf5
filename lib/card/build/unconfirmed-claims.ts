/** Names the claims of an entry that a second person could not confirm. */
import { capitalize } from '../../core/letters.ts';
import type { Entry } from '../../knowledge/model/schema.ts';
import { clauseWords } from '../../knowledge/wording/status-phrases.ts';
import { phraseWords, type Voice } from '../../knowledge/wording/terms.ts';
import type { CardModel } from '../model/card-model.ts';
import { GRADE } from './best-source.ts';
import { citedBy } from './facts.ts';

type Doubts = Pick<CardModel, 'unconfirmed' | 'doubts'>;

/** Every claim of the entry itself, with a label that says what it is about. */
function claimsOf(entry: Entry, voice: Voice): { label: string; src: readonly string[] }[] {
  const { t } = voice;
  const sentences = [
    { label: t('claim_what'), claim: entry.what },
    { label: t('claim_news'), claim: entry.news },
    { label: t('card_misreported'), claim: entry.misreported },
  ].flatMap(({ label, claim }) => (claim ? { label, src: claim.src } : []));
  return [
    ...sentences,
    ...(entry.facts ?? []).map(({ what, src }) => ({ label: capitalize(clauseWords(what, voice)), src })),
    ...(entry.offices ?? []).map(({ role, name, src }) => ({
      label: t('status_with_amount', capitalize(clauseWords(role, voice)), name),
      src,
    })),
    ...(entry.codes ?? []).map(({ scheme, code, src }) => ({ label: `${phraseWords(scheme, voice)} ${code}`, src })),
  ];
}

export function doubtsOn(entry: Entry, voice: Voice): Doubts {
  const { t } = voice;
  const unconfirmed = (entry.verified ? entry.verified.unconfirmed : undefined) ?? 0;
  if (typeof unconfirmed !== 'number')
    return { unconfirmed: unconfirmed.map((claim) => capitalize(phraseWords(claim, voice))), doubts: '' };
  if (unconfirmed === 0) return { unconfirmed: [], doubts: '' };
  const isWeak = (src: readonly string[]) =>
    !citedBy(entry, src).some(
      (source) => ['official', 'law-firm'].includes(GRADE[source.class]) && source.read !== false,
    );
  const weak = [...new Set(claimsOf(entry, voice).flatMap(({ label, src }) => (isWeak(src) ? label : [])))];
  const doubts = weak.length > 0 ? t('entry_press_only', weak.join(t('entry_between'))) : t('entry_doubts_unnamed');
  return { unconfirmed: [], doubts };
}
