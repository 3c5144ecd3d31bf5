/**
 * A state in two parts: a title of a word or two that is an answer by itself, and one short
 * sentence. For places with room for only one measure. `status-phrases.ts` has the same in one
 * phrase.
 */
import { capitalize, uncapitalize } from '../../core/letters.ts';
import type { MessageKey } from '../../i18n/translate.ts';
import { spanOf } from '../model/fuzzy-dates.ts';
import type { Way } from '../model/schema.ts';
import { effectDate } from '../status/effects.ts';
import type { Row } from '../status/row.ts';
import { dateWords } from './dates.ts';
import { appliedWords, endByText, isBill, reporterOf, unknownWords } from './status-phrases.ts';
import { inSentence, leavesWords, listWords, nameWords, phraseWords, wayWords, type Voice } from './terms.ts';

/**
 * What an earlier state next to it already says: the first day of the measure, or that it has not
 * started.
 */
export type SaidBefore = 'start' | 'not started' | null;

/** A state in two parts; cards set `title` in bold. */
export type StateParts = { title: string; rest: string };

/** The measure as a noun: "ban", "licence requirement". */
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

/** The measure as a noun: "ban", "licence requirement". */
export const wayNoun = (way: Way, { t }: Voice): string => t(NOUN[way]);

/** Characters of an amount. Longer ones are cut to one clause; the full card has the rest. */
const LONGEST_AMOUNT = 56;
const LONGEST_AMOUNT_HAN = 26;

/**
 * True for a clause with a rate: "48.64 to 106.09% against dumping", "3,500 euros a tonne". Numbers
 * of laws and days are no rates.
 */
const hasRate = (clause: string): boolean =>
  /\d%/.test(clause) || /tonne|euro|dollar|yuan|吨|元/.test(/\d.*/.exec(clause)?.[0] ?? '');

type ShortAmount = { words: string; isCut: boolean };

/**
 * Shortens an amount to "50%": drops the text before a colon, and of a long amount keeps the first
 * clause with a rate, or else the first clause.
 */
function shortAmount(words: string): ShortAmount {
  const bare = words.replace(/^[^:：\d]*[:：]\s*(?=\S)/, '');
  const longest = /\p{Script=Han}/u.test(bare) ? LONGEST_AMOUNT_HAN : LONGEST_AMOUNT;
  if (bare.length <= longest) return { words: bare, isCut: false };
  const clauses = bare.split(/[;；(（]|, |，/).map((clause) => clause.trim());
  const first = clauses.find(hasRate) ?? clauses[0];
  return first === undefined || first.length < 2 ? { words: bare, isCut: false } : { words: first, isCut: true };
}

function shortWay({ way, amount, restrains }: Row, voice: Voice): string {
  // A merger that was approved on conditions is no general licence.
  if (way === 'general authorisation' && restrains === 'invest') return voice.t('state_on_conditions');
  if (amount === null) return wayWords(way, voice);
  const { words, isCut } = shortAmount(phraseWords(amount, voice));
  const told = voice.t(/^\d/.test(words) ? 'status_way_amount' : 'status_with_amount', wayWords(way, voice), words);
  // A rate for some goods or origins is not the rate for all.
  return isCut && way === 'duty' && words.includes('%') ? voice.t('state_other_rates', told) : told;
}

/**
 * The first day of the state as it is worded. A new amount with the same short wording changes
 * nothing that a user sees.
 */
export function stateSince(row: Row, voice: Voice): string | null {
  const { amount, amountSince, control, waySince, since } = row;
  if (amount === null || amountSince === null) return waySince ?? since;
  const words = (text: string) => shortAmount(phraseWords(text, voice)).words;
  const earlier = (control.steps ?? []).filter(({ from }) => spanOf(from).first <= spanOf(amountSince).first).reverse();
  const other = earlier.findIndex((step) => words(step.amount) !== words(amount));
  const first = earlier[other < 0 ? earlier.length - 1 : other - 1];
  const began = waySince ?? since;
  // All amounts read alike, so the measure's own first day counts.
  return other < 0 ? (began ?? amountSince) : (first?.from ?? amountSince);
}

/** Ends the text with a full stop, since the parts stand as sentences side by side. */
const sentence = (words: string, { lang }: Voice): string =>
  words === '' || /[.。]$/.test(words) ? words : `${words}${lang.startsWith('zh') ? '。' : '.'}`;

function pausedParts(row: Row, voice: Voice, what: string): StateParts {
  const { t } = voice;
  const until = row.until && t('state_until', dateWords(row.until.day, voice));
  const leaves = row.leaves && leavesWords(row.leaves, voice);
  const rest = until && leaves ? t('status_join', until, leaves) : (until ?? leaves ?? '');
  return {
    title: capitalize(t(row.state === 'paused' ? 'state_suspended' : 'state_suspended_before', what)),
    rest: sentence(capitalize(rest), voice),
  };
}

/** A future measure as a noun: "ban", "duty of 25%". */
const whatComes = (row: Row, voice: Voice): string =>
  row.amount === null ? wayNoun(row.way, voice) : uncapitalize(shortWay(row, voice));

/** "From 1 Jan 2027", if the first day of a future measure is known; else ''. */
const firstDay = ({ next }: Row, voice: Voice, then: 'plans' | 'imposes'): string =>
  next?.then === then ? voice.t('state_from', dateWords(next.day, voice)) : '';

function sayers({ saidBy }: Row, voice: Voice): string {
  const who = saidBy.map((id) => inSentence(nameWords(id, voice), voice));
  return voice.t('state_said', listWords(who, voice));
}

/** A ban that a general licence eased before it ended is worded as a ban. */
const endedWay = ({ way, control }: Row): Way => (way === 'general authorisation' ? control.way : way);

/**
 * True for a permission that replaces single licences. A ban that was eased by one is not meant.
 */
const isGeneral = ({ control }: Row): boolean => control.way === 'general authorisation';

type Parts = (row: Row, voice: Voice, said: SaidBefore) => { title: string; rest?: string };

const sinceDay = (row: Row, voice: Voice): string => (row.since === null ? '' : dateWords(row.since, voice));

/** "Began 3 Dec 2024", "Collected from 4 Mar 2025"; '' if it never began or that is unknown. */
function startWords({ applied, restrains, way }: Row, voice: Voice): string {
  if (applied === null) return '';
  const { from } = applied;
  if (from.startsWith('<')) return voice.t('state_applied_by', dateWords(from.slice(1), voice));
  const isCollected = restrains === 'import' && way === 'duty';
  return voice.t(isCollected ? 'state_collected_from' : 'state_applied_from', dateWords(from, voice));
}

/** The days of a measure that is over. The last day is left out if the title has it. */
function daysOver(row: Row, voice: Voice, said: SaidBefore): string {
  const { applied, since } = row;
  if (!applied?.until) return '';
  const isEndSaid = since !== null && dateWords(applied.until, voice) === dateWords(since, voice);
  if (!isEndSaid) return capitalize(appliedWords(row, voice) ?? '');
  return said === 'start' ? '' : startWords(row, voice);
}

const joinParts = (parts: readonly string[], voice: Voice): string =>
  parts
    .filter(Boolean)
    .reduce((text, part) => (text === '' ? part : voice.t('status_join', text, uncapitalize(part))), '');

/** "Suspended 9 Nov 2025 to 27 Nov 2026." */
function pausedUntilEnd({ byText, pausedFrom }: Row, voice: Voice): string {
  const end = byText === null ? '' : dateWords(byText.ended.day, voice);
  return pausedFrom === null
    ? voice.t('state_paused_until', end)
    : voice.t('state_paused_from_to', dateWords(pausedFrom, voice), end);
}

/** The known days of a measure whose own text ended it or its suspension, without later news. */
function daysKnown(row: Row, voice: Voice, said: SaidBefore): string {
  const how = endByText(row);
  const paused = pausedUntilEnd(row, voice);
  if (how === 'pause_before') return said === 'not started' ? paused : voice.t('state_before_start', paused);
  const end = row.byText === null ? '' : dateWords(row.byText.ended.day, voice);
  const last = how === 'pause' ? paused : voice.t(`state_due_${how}`, end);
  return joinParts([said === 'start' ? '' : startWords(row, voice), last], voice);
}

function withoutNews(row: Row, voice: Voice): string {
  const first = row.unsure && effectDate(row.unsure);
  return first?.startsWith('<')
    ? voice.t('state_first_source', dateWords(first.slice(1), voice))
    : unknownWords(row, voice);
}

/** The parts for each state. `rest` becomes a sentence. */
const PARTS: Readonly<Record<Exclude<Row['state'], 'paused' | 'paused before start'>, Parts>> = {
  'not known since': (row, voice, said) => ({
    title: voice.t('state_not_known'),
    rest: row.byText ? capitalize(daysKnown(row, voice, said)) : withoutNews(row, voice),
  }),
  'in force': (row, voice) => ({ title: shortWay(row, voice) }),
  'in force in part': (row, voice) => ({ title: voice.t('status_in_part', shortWay(row, voice)) }),
  'on the books, not enforced': (row, voice) => ({
    title: voice.t('state_not_enforced'),
    rest: voice.t('state_not_repealed', sinceDay(row, voice)),
  }),
  ended: (row, voice, said) => ({
    title: capitalize(
      voice.t(row.byText ? 'state_expired' : 'state_ended', wayNoun(endedWay(row), voice), sinceDay(row, voice)),
    ),
    rest: capitalize(
      joinParts([daysOver(row, voice, said), isGeneral(row) ? voice.t('state_general_ended') : ''], voice),
    ),
  }),
  'listed as needed': (_row, { t }) => ({ title: t('status_way_designation'), rest: t('state_no_restriction') }),
  'reported only': (row, voice) => ({
    title: shortWay(row, voice),
    rest: voice.t('state_reported', reporterOf(row, voice)),
  }),
  'one side says': (row, voice) => ({ title: shortWay(row, voice), rest: sayers(row, voice) }),
  planned: (row, voice) => ({
    title: isBill(row, voice)
      ? voice.t('status_with_amount', voice.t('status_bill'), uncapitalize(whatComes(row, voice)))
      : capitalize(voice.t('state_planned', whatComes(row, voice))),
    rest: firstDay(row, voice, 'plans'),
  }),
  'made, not started': (row, voice) => ({
    title: capitalize(voice.t('state_adopted', whatComes(row, voice))),
    rest: firstDay(row, voice, 'imposes'),
  }),
  void: (row, voice, said) => ({
    title: capitalize(voice.t('state_void', wayNoun(row.way, voice), sinceDay(row, voice))),
    rest: daysOver(row, voice, said),
  }),
  'never in effect': (row, voice) => ({
    title: capitalize(
      voice.t(
        row.decided?.does === 'withdraws' ? 'state_withdrawn' : 'state_cancelled',
        wayNoun(row.way, voice),
        sinceDay(row, voice),
      ),
    ),
    rest: voice.t('state_never'),
  }),
};

/** `said`: what an earlier state beside it already says, and which is left out here. */
export function stateParts(row: Row, voice: Voice, said: SaidBefore = null): StateParts {
  if (row.state === 'paused' || row.state === 'paused before start')
    return pausedParts(row, voice, wayNoun(row.way, voice));
  const { title, rest = '' } = PARTS[row.state](row, voice, said);
  return { title, rest: sentence(rest, voice) };
}
