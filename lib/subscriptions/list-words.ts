/** Describes the state of lists in sentences for the user. */
import { momentOf } from '../formats/list-format.ts';
import type { Translate } from '../i18n/translate.ts';
import { dayWords, momentWords, type Speech } from '../knowledge/wording/dates.ts';
import type { StoredChanges, StoredList } from '../store/db.ts';
import { parsePublicKey } from './minisign.ts';
import type { ListView } from './lists-service.ts';
import { noteWords, recordWords } from './note-words.ts';
import type { Problem } from './problems.ts';
import type { CheckState, HeldUpdate, Subscription } from './subscription.ts';

/** A number with the separators of the language. */
export const numberWords = (n: number, lang: string): string => new Intl.NumberFormat(lang).format(n);

/** "2.1 kB", "35 MB". */
export function sizeWords(bytes: number, lang: string): string {
  const [unit, size] = bytes < 100_000 ? ['kilobyte', bytes / 1000] : ['megabyte', bytes / 1_000_000];
  return new Intl.NumberFormat(lang, { style: 'unit', unit, maximumFractionDigits: size < 10 ? 1 : 0 }).format(size);
}

/**
 * "version 12". A list that states no version gets one from the minute of its last change: "of 24
 * Nov 2026, 09:12".
 */
export function versionWords(version: number, { t, lang }: Speech): string {
  const moment = momentOf(version);
  return moment === null ? t('lists_version', version) : t('lists_version_of', momentWords(moment, lang));
}

/** Joins with semicolons, since a name may contain a comma. */
export const namesWords = (names: readonly string[]): string => names.join('; ');

/** What went wrong with a list, and which records are concerned. */
export const problemWords = ({ code, detail, notes = [] }: Problem, t: Translate): string =>
  [t(`lists_problem_${code}`, recordWords(detail, t)).trim(), namesWords(notes.map((note) => noteWords(note, t)))]
    .filter(Boolean)
    .join(' ');

/** The reasons for which the host of a channel gives no list at all. */
const NO_LIST: ReadonlySet<Problem['code']> = new Set([
  'not_found',
  'gone',
  'server',
  'refused',
  'moved',
  'redirected',
  'type',
  'not_channel',
]);

/**
 * A failed check of the built-in list. If its address comes with the build, the user is not told to
 * correct it.
 */
export function channelProblemWords(problem: Problem, channel: ListView['channel'], t: Translate): string {
  if (channel?.isMirror === false && problem.code === 'offline') return t('channel_problem_offline');
  if (channel?.isMirror === false && NO_LIST.has(problem.code)) return t('channel_problem_host');
  return problemWords(problem, t);
}

const versionNumber = (version: number, lang: string): string => {
  const moment = momentOf(version);
  return moment === null ? String(version) : momentWords(moment, lang);
};

/** Why an update is held back, one sentence a reason. `before`: the version in use. */
export const heldWords = (held: HeldUpdate, before: StoredList | null, { t, lang }: Speech): string[] =>
  held.reasons.map((reason) => {
    if (reason === 'lower_version')
      return t(
        'lists_held_lower_version',
        versionNumber(held.version, lang),
        versionNumber(before?.version ?? 0, lang),
      );
    if (reason === 'version_jump')
      return t('lists_held_version_jump', versionNumber(held.version, lang), versionNumber(before?.version ?? 0, lang));
    if (reason === 'law_shrunk')
      return t(
        'lists_held_law_shrunk',
        numberWords(held.lostLaw, lang),
        numberWords((before?.controls ?? 0) + (before?.acts ?? 0), lang),
      );
    if (reason === 'drained')
      return t('lists_held_drained', numberWords(held.size, lang), numberWords(held.largest, lang));
    if (reason === 'shrunk')
      return t('lists_held_shrunk', numberWords(held.lost, lang), numberWords(before?.size ?? 0, lang));
    return t(`lists_held_${reason}`);
  });

/**
 * Last check, last change, next check, size and signature, as far as known. `subscription`: null
 * for the built-in list, whose channel is always signed.
 */
export function checkWords(
  state: CheckState,
  subscription: Pick<Subscription, 'key'> | null,
  { t, lang }: Speech,
): string {
  const moment = (at: number) => momentWords(at, lang);
  const pinned = subscription?.key ? parsePublicKey(subscription.key) : null;
  const parts = [
    state.lastChecked === null ? t('lists_never') : t('lists_checked', moment(state.lastChecked)),
    state.lastChanged === null ? '' : t('lists_changed', moment(state.lastChanged)),
    state.lastChecked === null ? '' : t('lists_next', moment(state.nextCheck)),
    state.bytes === null ? '' : sizeWords(state.bytes, lang),
    state.signer
      ? t('lists_signed', state.signer.keyId)
      : pinned
        ? t('lists_key_pinned', pinned.id)
        : subscription
          ? t('lists_unsigned')
          : '',
  ];
  return parts.filter(Boolean).join(' · ');
}

/** For the built-in list: the day up to which it is complete, and how it is kept up to date. */
export function builtInWords(
  { header, state, channel }: Pick<ListView, 'header' | 'state' | 'channel'>,
  speech: Speech,
): string {
  const { t } = speech;
  // Once a channel brought a version, the list in use need not be the extension's.
  const off = state.lastChanged === null ? (channel?.url == null ? 'channel_none' : 'lists_built_in') : 'channel_off';
  const kept = channel?.isOn ? checkWords(state, null, speech) : t(off);
  return [
    ...(header?.knownTo === undefined ? [] : [t('glance_known_to', dayWords(header.knownTo, speech))]),
    kept,
  ].join(' · ');
}

/** Stands next to a list's title: the number of entries, the version and the publisher. */
export function headWords(
  header: Pick<StoredList, 'size' | 'version' | 'publisher'>,
  isPrivate: boolean,
  { t, lang }: Speech,
): string {
  return [
    t('lists_entries', numberWords(header.size, lang)),
    versionWords(header.version, { t, lang }),
    t('lists_from', header.publisher),
    ...(isPrivate ? [t('lists_private')] : []),
  ].join(' · ');
}

/** "3 new, 2 changed, 1 removed" */
export const countWords = (
  { added, changed, removed }: Pick<StoredChanges, 'added' | 'changed' | 'removed'>,
  { t, lang }: Speech,
): string =>
  t('lists_changes_counts', numberWords(added, lang), numberWords(changed, lang), numberWords(removed, lang));
