/**
 * A state in two parts: a word or two that answer by themselves, and one short sentence after them.
 * For places where there is room for one measure alone; `status-phrases.ts` has the same in one
 * phrase.
 */
import { capital } from '../../core/letters.ts';
import type { MessageKey } from '../../i18n/translate.ts';
import type { Way } from '../model/schema.ts';
import type { Row } from '../status/row.ts';
import { dateWords } from './dates.ts';
import { headline, reporterOf, unknownWords } from './status-phrases.ts';
import { inSentence, leavesWords, listWords, nameWords, phraseWords, wayWords, type Voice } from './terms.ts';

export type StateParts = { title: string; rest: string };

/** What is suspended or ended, as a thing: "ban", "licence requirement". */
const NOUN: Record<Way, MessageKey> = {
  prohibited: 'state_noun_prohibited',
  'refused in principle': 'state_noun_refused',
  'presumption of denial': 'state_noun_licence',
  'case by case': 'state_noun_review',
  'advised against': 'state_noun_advised',
  licence: 'state_noun_licence',
  'general authorisation': 'state_noun_general',
  quota: 'state_noun_quota',
  duty: 'state_noun_duty',
  notice: 'state_noun_notice',
  designation: 'state_noun_designation',
};

/** "ban", "licence requirement". */
export const wayNoun = (way: Way, { t }: Voice): string => t(NOUN[way]);

/** Longer amounts are cut at their first clause: the full card has the rest. */
const LONGEST_AMOUNT = 40;

/** "50%": without what stands before a colon, or after the first comma or bracket of a long one. */
function shortAmount(words: string): string {
  const bare = words.replace(/^[^:：\d]*[:：]\s*(?=\S)/, '');
  const first = bare.split(/[;；(（]|, |，/)[0]?.trim() ?? bare;
  return bare.length <= LONGEST_AMOUNT || first.length < 2 ? bare : first;
}

function shortWay({ way, amount }: Row, voice: Voice): string {
  if (amount === null) return wayWords(way, voice);
  const words = shortAmount(phraseWords(amount, voice));
  return voice.t(/^\d/.test(words) ? 'status_way_amount' : 'status_with_amount', wayWords(way, voice), words);
}

/** Ends a sentence: the parts stand as sentences side by side. */
const sentence = (words: string, { lang }: Voice): string =>
  words === '' || /[.。]$/.test(words) ? words : `${words}${lang.startsWith('zh') ? '。' : '.'}`;

function pausedParts(row: Row, voice: Voice, what: string): StateParts {
  const { t } = voice;
  const until = row.until && t('state_until', dateWords(row.until.day, voice));
  const leaves = row.leaves && leavesWords(row.leaves, voice);
  const rest = until && leaves ? t('status_join', until, leaves) : (until ?? leaves ?? '');
  return {
    title: capital(t(row.state === 'paused' ? 'state_suspended' : 'state_suspended_before', what)),
    rest: sentence(capital(rest), voice),
  };
}

export function stateParts(row: Row, voice: Voice): StateParts {
  const { t } = voice;
  const way = shortWay(row, voice);
  const since = row.since === null ? '' : dateWords(row.since, voice);
  const what = wayNoun(row.way, voice);
  switch (row.state) {
    case 'not known since':
      return { title: t('state_not_known'), rest: sentence(unknownWords(row, voice), voice) };
    case 'in force':
      return { title: way, rest: '' };
    case 'in force in part':
      return { title: t('status_in_part', way), rest: '' };
    case 'paused':
    case 'paused before start':
      return pausedParts(row, voice, what);
    case 'on the books, not enforced':
      return { title: t('state_not_enforced'), rest: sentence(t('state_not_repealed', since), voice) };
    case 'ended':
      return { title: capital(t(row.byText ? 'state_expired' : 'state_ended', what, since)), rest: '' };
    case 'listed as needed':
      return { title: t('status_way_designation'), rest: sentence(t('state_no_restriction'), voice) };
    case 'reported only':
      return { title: way, rest: sentence(t('state_reported', reporterOf(row, voice)), voice) };
    case 'one side says': {
      const who = row.saidBy.map((id) => inSentence(nameWords(id, voice), voice));
      return { title: way, rest: sentence(t('state_said', listWords(who, voice)), voice) };
    }
    case 'planned':
      return {
        title: t('status_planned'),
        rest: sentence(
          row.next?.then === 'plans' ? t('state_would_start', way, dateWords(row.next.day, voice)) : way,
          voice,
        ),
      };
    case 'made, not started':
      return {
        title: t('state_adopted'),
        rest: sentence(
          row.next?.then === 'imposes' ? t('state_starts', way, dateWords(row.next.day, voice)) : way,
          voice,
        ),
      };
    case 'void':
    case 'never in effect':
      return { title: headline(row, voice), rest: '' };
  }
}
