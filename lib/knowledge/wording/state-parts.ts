/**
 * A state in two parts: a word or two that answer by themselves, and one short sentence after them.
 * For places where there is room for one measure alone; `status-phrases.ts` has the same in one
 * phrase.
 */
import { capital, uncapital } from '../../core/letters.ts';
import type { MessageKey } from '../../i18n/translate.ts';
import { spanOf } from '../model/fuzzy-dates.ts';
import type { Way } from '../model/schema.ts';
import type { Row } from '../status/row.ts';
import { dateWords } from './dates.ts';
import { appliedWords, endByText, isBill, reporterOf, unknownWords } from './status-phrases.ts';
import { inSentence, leavesWords, listWords, nameWords, phraseWords, wayWords, type Voice } from './terms.ts';

export type StateParts = { title: string; rest: string };

/** The suspended or ended measure as a thing: "ban", "licence requirement". */
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
const LONGEST_AMOUNT = 56;
const LONGEST_AMOUNT_HAN = 26;

/** "48.64 to 106.09% against dumping", "3,500 euros a tonne"; no number of a law, and no day. */
const hasRate = (clause: string): boolean =>
  /\d%/.test(clause) || /tonne|euro|dollar|yuan|吨|元/.test(/\d.*/.exec(clause)?.[0] ?? '');

type ShortAmount = { words: string; isCut: boolean };

/**
 * "50%": without the text before a colon; of a long one the first clause with a number, where there
 * is any.
 */
function shortAmount(words: string): ShortAmount {
  const bare = words.replace(/^[^:：\d]*[:：]\s*(?=\S)/, '');
  const longest = /\p{Script=Han}/u.test(bare) ? LONGEST_AMOUNT_HAN : LONGEST_AMOUNT;
  if (bare.length <= longest) return { words: bare, isCut: false };
  const clauses = bare.split(/[;；(（]|, |，/).map((clause) => clause.trim());
  const first = clauses.find(hasRate) ?? clauses[0];
  return first === undefined || first.length < 2 ? { words: bare, isCut: false } : { words: first, isCut: true };
}

function shortWay({ way, amount }: Row, voice: Voice): string {
  if (amount === null) return wayWords(way, voice);
  const { words, isCut } = shortAmount(phraseWords(amount, voice));
  const told = voice.t(/^\d/.test(words) ? 'status_way_amount' : 'status_with_amount', wayWords(way, voice), words);
  // A rate of some goods or origins is no rate of all.
  return isCut && way === 'duty' && words.includes('%') ? voice.t('state_other_rates', told) : told;
}

/**
 * Since when the state is what it is called: a new amount that is called like the one before it
 * changed nothing that a user sees.
 */
export function stateSince(row: Row, voice: Voice): string | null {
  const { amount, amountSince, control, waySince, since } = row;
  if (amount === null || amountSince === null) return waySince ?? since;
  const words = (text: string) => shortAmount(phraseWords(text, voice)).words;
  const earlier = (control.steps ?? []).filter(({ from }) => spanOf(from).first <= spanOf(amountSince).first).reverse();
  const other = earlier.findIndex((step) => words(step.amount) !== words(amount));
  const first = earlier[other < 0 ? earlier.length - 1 : other - 1];
  const began = waySince ?? since;
  // The first amount holds since the measure does.
  return other < 0 ? (began ?? amountSince) : (first?.from ?? amountSince);
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

/** A measure that is to come, as a thing: "ban", "duty of 25%". */
const whatComes = (row: Row, voice: Voice): string =>
  row.amount === null ? wayNoun(row.way, voice) : uncapital(shortWay(row, voice));

/** "From 1 Jan 2027", where the first day of a measure that is to come is known. */
const firstDay = ({ next }: Row, voice: Voice, then: 'plans' | 'imposes'): string =>
  next?.then === then ? voice.t('state_from', dateWords(next.day, voice)) : '';

function sayers({ saidBy }: Row, voice: Voice): string {
  const who = saidBy.map((id) => inSentence(nameWords(id, voice), voice));
  return voice.t('state_said', listWords(who, voice));
}

/** A ban that was first eased by a general licence ended as a ban. */
const endedWay = ({ way, control }: Row): Way => (way === 'general authorisation' ? control.way : way);

type Parts = (row: Row, voice: Voice) => { title: string; rest?: string };

const sinceDay = (row: Row, voice: Voice): string => (row.since === null ? '' : dateWords(row.since, voice));

/** "Suspended 9 Nov 2025 until then." */
export function afterPause({ pausedFrom }: Row, voice: Voice): string {
  return pausedFrom === null
    ? voice.t('state_unknown_pause')
    : voice.t('state_unknown_pause_from', dateWords(pausedFrom, voice));
}

function afterText(row: Row, voice: Voice): string {
  const how = endByText(row);
  if (how === 'pause') return afterPause(row, voice);
  if (how !== 'pause_before' || row.pausedFrom === null) return voice.t(`state_unknown_${how}`);
  return voice.t('state_unknown_pause_before_from', dateWords(row.pausedFrom, voice));
}

/** The parts of each state; `rest` becomes a sentence. */
const PARTS: Readonly<Record<Exclude<Row['state'], 'paused' | 'paused before start'>, Parts>> = {
  'not known since': (row, voice) =>
    row.byText
      ? {
          title: voice.t('state_not_known_since', dateWords(row.byText.ended.day, voice)),
          rest: afterText(row, voice),
        }
      : { title: voice.t('state_not_known'), rest: unknownWords(row, voice) },
  'in force': (row, voice) => ({ title: shortWay(row, voice) }),
  'in force in part': (row, voice) => ({ title: voice.t('status_in_part', shortWay(row, voice)) }),
  'on the books, not enforced': (row, voice) => ({
    title: voice.t('state_not_enforced'),
    rest: voice.t('state_not_repealed', sinceDay(row, voice)),
  }),
  ended: (row, voice) => ({
    title: capital(
      voice.t(row.byText ? 'state_expired' : 'state_ended', wayNoun(endedWay(row), voice), sinceDay(row, voice)),
    ),
    rest: capital(appliedWords(row, voice) ?? ''),
  }),
  'listed as needed': (_row, { t }) => ({ title: t('status_way_designation'), rest: t('state_no_restriction') }),
  'reported only': (row, voice) => ({
    title: shortWay(row, voice),
    rest: voice.t('state_reported', reporterOf(row, voice)),
  }),
  'one side says': (row, voice) => ({ title: shortWay(row, voice), rest: sayers(row, voice) }),
  planned: (row, voice) => ({
    title: isBill(row, voice)
      ? voice.t('status_with_amount', voice.t('status_bill'), uncapital(whatComes(row, voice)))
      : capital(voice.t('state_planned', whatComes(row, voice))),
    rest: firstDay(row, voice, 'plans'),
  }),
  'made, not started': (row, voice) => ({
    title: capital(voice.t('state_adopted', whatComes(row, voice))),
    rest: firstDay(row, voice, 'imposes'),
  }),
  void: (row, voice) => ({
    title: capital(voice.t('state_void', wayNoun(row.way, voice), sinceDay(row, voice))),
    rest: capital(appliedWords(row, voice) ?? ''),
  }),
  'never in effect': (row, voice) => ({
    title: capital(
      voice.t(
        row.decided?.does === 'withdraws' ? 'state_withdrawn' : 'state_cancelled',
        wayNoun(row.way, voice),
        sinceDay(row, voice),
      ),
    ),
    rest: voice.t('state_never'),
  }),
};

export function stateParts(row: Row, voice: Voice): StateParts {
  if (row.state === 'paused' || row.state === 'paused before start')
    return pausedParts(row, voice, wayNoun(row.way, voice));
  const { title, rest = '' } = PARTS[row.state](row, voice);
  return { title, rest: sentence(rest, voice) };
}
