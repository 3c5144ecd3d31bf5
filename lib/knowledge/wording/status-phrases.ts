/**
 * Words a row as a sentence. The words stay with what the law says: "refused in principle" is not a
 * ban, a suspension is not an end, and if a text is silent the sentence says that we do not know.
 */
import { uncapitalize } from '../../core/letters.ts';
import type { MessageKey } from '../../i18n/translate.ts';
import { effectDate, namedParts } from '../status/effects.ts';
import type { Act, DateText, Source } from '../model/schema.ts';
import type { Aside, Next } from '../status/standing.ts';
import { sourcesOf } from '../status/states.ts';
import type { Row } from '../status/row.ts';
import { publisherWords } from './publishers.ts';
import { dateWords, sinceWords } from './dates.ts';
import { fewWords, inSentence, leavesWords, listWords, nameWords, phraseWords, wayWords, type Voice } from './terms.ts';

const join = (voice: Voice, first: string, ...rest: (string | null | undefined | false)[]): string =>
  rest.reduce<string>((text, part) => (part ? voice.t('status_join', text.replace(/[.。]$/, ''), part) : text), first);

/** Names bodies and countries within a sentence. */
const namesOf = (ids: readonly string[], voice: Voice) =>
  listWords(
    ids.map((id) => inSentence(nameWords(id, voice), voice)),
    voice,
  );

/**
 * The way of restricting with the amount of the day: "Duty of 25%", "Duty: rate to be announced".
 */
function wayOf({ way, amount }: Row, voice: Voice): string {
  if (amount === null) return wayWords(way, voice);
  const words = phraseWords(amount, voice);
  return voice.t(/^\d/.test(words) ? 'status_way_amount' : 'status_with_amount', wayWords(way, voice), words);
}

const isExactDay = (date: DateText) => /^\d{4}-\d\d-\d\d$/.test(date);

/** How a text ended a measure after which nothing is known. */
export function endByText({ basis, byText, applied }: Row): 'reported' | 'term' | 'pause_before' | 'pause' {
  if (basis === 'unpublished') return 'reported';
  if (byText?.own) return 'term';
  return applied === null ? 'pause_before' : 'pause';
}

/** Says that a state is not known, and since when or until which end it was. */
export function unknownWords(row: Row, voice: Voice): string {
  const { t } = voice;
  if (row.byText) return t(`status_unknown_${endByText(row)}`, dateWords(row.byText.ended.day, voice));
  if (row.unsure) {
    // If the first day is known exactly, the day of publication is the uncertain one.
    const effect = effectDate(row.unsure);
    const date = isExactDay(effect) ? row.unsure.public : effect;
    if (date.startsWith('<')) return t('status_unknown_before', dateWords(date.slice(1), voice));
    return t(date.startsWith('~') ? 'status_unknown_around' : 'status_unknown_period', dateWords(date, voice));
  }
  return row.since === null ? t('status_state_unknown') : t('status_unknown_since', dateWords(row.since, voice));
}

/** "applied 3 Dec 2024 to 20 Feb 2026"; null if that is unknown or it still applies. */
export function appliedWords(row: Row, voice: Voice): string | null {
  const { applied } = row;
  if (!applied?.until) return null;
  return voice.t(
    row.restrains === 'import' && row.way === 'duty' ? 'status_was_collected' : 'status_was_applied',
    dateWords(applied.from, voice),
    dateWords(applied.until, voice),
  );
}

function saidWords(row: Row, voice: Voice): string {
  const { t } = voice;
  return join(
    voice,
    t('status_said', wayOf(row, voice), namesOf(row.saidBy, voice)),
    row.silent.length > 0 && t('status_said_silent', namesOf(row.silent, voice)),
    row.denied.length > 0 && t('status_said_denied', namesOf(row.denied, voice)),
  );
}

/** The publisher of the report: of the press if there is one, else of the first source. */
const reporter = (sources: readonly Source[]) =>
  (sources.find((source) => source.class === 'news') ?? sources[0])?.publisher ?? '';

/**
 * The acts whose sources report the present way: the act that changed it, else those that imposed
 * it.
 */
const tellers = (row: Row) => (row.decided?.does === 'amends' && row.decided.leaves ? [row.decided] : row.imposing);

/** Names the publisher that reports a measure without a known text. */
export const reporterOf = (row: Row, voice: Voice): string =>
  publisherWords(reporter(tellers(row).flatMap(sourcesOf)), voice);

function partWordsOf(row: Row, voice: Voice): string {
  const lapsed = row.parts.find((part) => part.notKnownSince !== null)?.notKnownSince;
  return join(
    voice,
    voice.t('status_in_part', wayOf(row, voice)),
    lapsed && voice.t('status_part_unknown', dateWords(lapsed, voice)),
  );
}

/** A suspension with its end, if a text sets one, and the requirement that remains. */
function pauseWords(row: Row, voice: Voice, to: MessageKey, open: MessageKey): string {
  const since = sinceDay(row, voice);
  const until = row.until && dateWords(row.until.day, voice);
  return join(
    voice,
    until ? voice.t(to, since, until) : voice.t(open, since),
    row.leaves && leavesWords(row.leaves, voice),
  );
}

function endWords(row: Row, voice: Voice): string {
  if (row.left) return voice.t('status_left', sinceDay(row, voice));
  return row.byText
    ? voice.t('status_ended_by_text', dateWords(row.byText.ended.day, voice))
    : voice.t('status_ended', sinceDay(row, voice));
}

/** True for a bill, as opposed to a government's plan. Few bills become law. */
export const isBill = ({ state, issuer }: Row, { knowledge }: Voice): boolean =>
  state === 'planned' && knowledge.entries.get(issuer)?.label === 'parliament';

const sinceDay = (row: Row, voice: Voice): string => (row.since === null ? '' : dateWords(row.since, voice));

const HEADLINES: Readonly<Record<Row['state'], (row: Row, voice: Voice) => string>> = {
  'in force': wayOf,
  'in force in part': partWordsOf,
  paused: (row, voice) =>
    pauseWords(
      row,
      voice,
      'status_paused_to',
      row.decided?.does === 'stays' ? 'status_stayed_since' : 'status_paused_since',
    ),
  'paused before start': (row, voice) =>
    pauseWords(row, voice, 'status_paused_before_to', 'status_paused_before_since'),
  'not known since': unknownWords,
  'on the books, not enforced': (row, voice) => voice.t('status_not_enforced', sinceDay(row, voice)),
  ended: endWords,
  void: (row, voice) => join(voice, voice.t('status_void', sinceDay(row, voice)), appliedWords(row, voice)),
  'never in effect': (row, voice) =>
    voice.t(row.decided?.does === 'withdraws' ? 'status_never_withdrawn' : 'status_never_begun', sinceDay(row, voice)),
  'listed as needed': (row, voice) => voice.t('status_listed', nameWords(row.control.text.instrument, voice)),
  'reported only': (row, voice) =>
    voice.t(
      row.basis === 'unpublished' ? 'status_reported' : 'status_reported_weak',
      wayOf(row, voice),
      reporterOf(row, voice),
    ),
  'one side says': saidWords,
  planned: (row, voice) =>
    isBill(row, voice)
      ? voice.t('status_bill')
      : row.next?.then === 'plans'
        ? voice.t('status_planned_from', dateWords(row.next.day, voice))
        : voice.t('status_planned'),
  'made, not started': (row, voice) =>
    row.next?.then === 'imposes'
      ? voice.t('status_made_from', sinceDay(row, voice), dateWords(row.next.day, voice))
      : voice.t('status_made', sinceDay(row, voice)),
};

/** The state of a row in one phrase, without its instrument and the date of its newest source. */
export const headline = (row: Row, voice: Voice): string => HEADLINES[row.state](row, voice);

const STARTED: ReadonlySet<Row['state']> = new Set<Row['state']>([
  'in force',
  'in force in part',
  'listed as needed',
  'reported only',
]);

/** "since 1 Aug 2023" if the headline does not contain the day; else ''. */
export function sinceOf(row: Row, voice: Voice): string {
  const isSaid = row.parts.some((part) => part.notKnownSince !== null);
  if (!STARTED.has(row.state) || row.since === null || isSaid) return '';
  return sinceWords(row.amountSince ?? row.waySince ?? row.since, voice);
}

const HAN_DIGITS = '零一二三四五六七八九';

/** 2 as 二, 12 as 十二: Chinese announcements are cited by 条 with Chinese numerals. */
function inHan(number: number): string {
  if (number > 99) return String(number);
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const ten = tens === 0 ? '' : `${tens > 1 ? (HAN_DIGITS[tens] ?? '') : ''}十`;
  return ten + (ones > 0 ? (HAN_DIGITS[ones] ?? '') : '');
}

/** "clause 2" in the user's language. Other provisions stay as the list writes them. */
export const clauseWords = (provision: string, voice: Voice): string =>
  phraseWords(provision, voice).replace(/^clause (\d+)$/, (_, number: string) =>
    voice.t('status_clause', voice.lang.startsWith('zh') ? inHan(Number(number)) : number),
  );

/** The provision, and the text that last changed it if that is another one. */
export function provisionWords(row: Row, voice: Voice, covers = ''): string {
  const said = (id: string, provision: string | undefined) =>
    provision === undefined
      ? nameWords(id, voice)
      : voice.t('status_provision', nameWords(id, voice), clauseWords(provision, voice));
  const { text } = row.control;
  const changing = row.decided?.text;
  const named = said(text.instrument, text.provision);
  const own = covers ? voice.t('status_bracket', named, covers) : named;
  return changing?.instrument !== undefined && changing.instrument !== text.instrument
    ? join(voice, own, said(changing.instrument, changing.provision))
    : own;
}

/** "newest source 9 Nov 2025". Says how far the evidence reaches. */
export const evidenceWords = (row: Row, voice: Voice): string =>
  row.asOf === null ? voice.t('status_no_dated_source') : voice.t('status_newest_source', dateWords(row.asOf, voice));

const NEXT: Record<Exclude<Next['then'], 'unsaid' | 'claims'>, MessageKey> = {
  returns: 'status_next_returns',
  starts: 'status_next_starts',
  ends: 'status_next_ends',
  imposes: 'status_next_imposes',
  amends: 'status_next_amends',
  extends: 'status_next_extends',
  suspends: 'status_next_suspends',
  resumes: 'status_next_resumes',
  voids: 'status_next_voids',
  stays: 'status_next_stays',
  withdraws: 'status_next_withdraws',
  grants: 'status_next_grants',
  'declines to enforce': 'status_next_declines',
  plans: 'status_next_plans',
  step: 'status_next_step',
  continues: 'status_next_continues',
};

/** Names the next event, without its date. */
export function nextWords(row: Row, next: Next, voice: Voice): string {
  const { t } = voice;
  const isPause = row.state === 'paused' || row.state === 'paused before start';
  if (next.then === 'step') {
    const step = row.control.steps?.find(({ from }) => from === next.day);
    return step
      ? t('status_with_amount', t('status_next_step'), phraseWords(step.amount, voice))
      : t('status_next_step');
  }
  const text = next.isGrant
    ? t('status_next_licences_end')
    : next.then === 'unsaid' || next.then === 'claims'
      ? t(isPause ? 'status_next_unsaid_pause' : 'status_next_unsaid')
      : t(next.then === 'ends' && next.act ? 'status_next_act_ends' : NEXT[next.then]);
  if (next.act !== null || next.included === 'yes') return text;
  return t('status_bracket', text, t(next.included === 'no' ? 'status_day_not_counted' : 'status_day_unclear'));
}

/** A licence given under the control: its date and terms. */
export function grantWords(grant: Aside, voice: Voice): string {
  const { t } = voice;
  const when = grant.until
    ? t('status_granted_to', dateWords(grant.since, voice), dateWords(grant.until.day, voice))
    : t('status_granted', dateWords(grant.since, voice));
  return join(
    voice,
    when,
    grant.act.note && phraseWords(grant.act.note, voice),
    grant.notKnownSince && uncapitalize(t('status_unknown_since', dateWords(grant.notKnownSince, voice))),
  );
}

const PART: Partial<Record<Act['does'], MessageKey>> = {
  suspends: 'status_part_paused',
  stays: 'status_part_paused',
  ends: 'status_part_ended',
  withdraws: 'status_part_ended',
  voids: 'status_part_void',
  'declines to enforce': 'status_part_not_enforced',
  amends: 'status_part_changed',
};

/** The parts to be worded: those with another state than the whole, and changed ones. */
export const notableParts = ({ parts, changes }: Pick<Row, 'parts' | 'changes'>): Aside[] => [...parts, ...changes];

/**
 * Words a part with another state than the whole: "Void for the plaintiffs since 7 May 2026". For a
 * changed part, the effect of the act.
 */
export function partWords({ act, since, until, notKnownSince }: Aside, voice: Voice): string | null {
  const key = PART[act.does];
  const named = fewWords(namedParts(act), voice);
  if (!key || !named) return null;
  const { t } = voice;
  const from = dateWords(since, voice);
  const words =
    until && key === 'status_part_paused'
      ? t('status_part_paused_to', named, from, dateWords(until.day, voice))
      : t(key, named, from);
  const how = act.does === 'amends' && act.note && phraseWords(act.note, voice);
  return join(
    voice,
    words,
    how,
    notKnownSince && uncapitalize(t('status_unknown_since', dateWords(notKnownSince, voice))),
  );
}

/** A claim, a statement or a report beside the law: who said what, and when. */
export function claimWords(act: Act, control: Row['control'], voice: Voice): string {
  const who =
    act.basis === 'unpublished' && !act.saidBy
      ? phraseWords(reporter(sourcesOf(act)), voice)
      : listWords(
          (act.saidBy ?? [control.by]).map((id) => nameWords(id, voice)),
          voice,
        );
  const said = voice.t(
    'status_who_when_what',
    who,
    dateWords(act.public, voice),
    act.note === undefined ? wayWords(act.leaves ?? control.way, voice) : phraseWords(act.note, voice),
  );
  return join(
    voice,
    said,
    act.silent && voice.t('status_said_silent', namesOf(act.silent, voice)),
    act.denied && voice.t('status_said_denied', namesOf(act.denied, voice)),
  );
}

/** "4 broader rules may also apply". */
export const horizontalWords = (rules: number, { t }: Voice): string => t('card_horizontal', rules);
