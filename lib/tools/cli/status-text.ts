/** The card of an entry, as text and as data. */
import { createMessages } from '../../i18n/messages.ts';
import { languageTag, type Locale } from '../../i18n/translate.ts';
import type { Knowledge } from '../../knowledge/model/knowledge-index.ts';
import type { Day, Entry } from '../../knowledge/model/schema.ts';
import type { Row } from '../../knowledge/status/row.ts';
import { rankLines } from '../../knowledge/lead/rank-lines.ts';
import { rowOfLine, thenNowNext, type Group, type Line } from '../../knowledge/status/then-now-next.ts';
import { timeline } from '../../knowledge/status/timeline.ts';
import {
  claimWords,
  evidenceWords,
  grantWords,
  headline,
  horizontalWords,
  nextWords,
  notableParts,
  partWords,
  provisionWords,
  sinceOf,
} from '../../knowledge/wording/status-phrases.ts';
import { dateWords, dayWords, verifiedWords } from '../../knowledge/wording/dates.ts';
import {
  coverWords,
  nameWords,
  phraseWords,
  restrainsWords,
  towardWords,
  type Voice,
} from '../../knowledge/wording/terms.ts';
import { timelineWords } from '../../knowledge/wording/timeline.ts';

/**
 * `date`: the article's day; null without one. `knownOn`: only acts that were public by then count
 * for it. `beside`: other entries that the article names.
 */
export type Question = {
  entry: Entry;
  date: Day | null;
  knownOn: Day | null;
  today: Day;
  beside?: readonly string[];
  locale: Locale;
};

const voiceOf = (knowledge: Knowledge, locale: Locale): Voice => ({
  knowledge,
  t: createMessages(locale),
  lang: languageTag(locale),
});

const rowText = (row: Row, voice: Voice): string => {
  const since = sinceOf(row, voice);
  return since ? voice.t('status_provision', headline(row, voice), since) : headline(row, voice);
};

function rowData(row: Row, voice: Voice) {
  return {
    control: row.control.id,
    state: row.state,
    lane: row.lane,
    way: row.way,
    leaves: row.leaves,
    since: row.since,
    until: row.until,
    applied: row.applied,
    byText: row.byText,
    asOf: row.asOf,
    says: rowText(row, voice),
    provision: provisionWords(row, voice),
    title: row.control.title,
    covers: coverWords(row.cover, voice) || null,
    evidence: evidenceWords(row, voice),
    parts: notableParts(row).flatMap((part) => partWords(part, voice) ?? []),
    grants: row.grants.map((grant) => grantWords(grant, voice)),
    apart: row.apart.map((act) => claimWords(act, row.control, voice)),
    sources: row.sources.map(({ publisher, url, date, class: sourceClass }) => ({
      publisher,
      url,
      date: date ?? null,
      class: sourceClass,
    })),
  };
}

function lineData(line: Line, voice: Voice) {
  const { then, now, next } = line;
  return {
    then: then && rowData(then, voice),
    now: now && rowData(now, voice),
    next: now && next && { day: next.day, included: next.included, then: next.then, says: nextWords(now, next, voice) },
    changed: line.changed,
    changedOn: line.changedOn,
    unknown: line.unknown,
  };
}

const groupData = (voice: Voice) => (group: Group) => ({
  lane: group.lane,
  issuer: group.issuer,
  restrains: group.restrains,
  toward: group.toward,
  heading: headingOf(group, voice),
  lines: group.lines.map((line) => lineData(line, voice)),
});

function headingOf(
  { issuer, restrains, toward }: Pick<Group, 'issuer' | 'restrains' | 'toward'>,
  voice: Voice,
): string {
  const whom = towardWords(toward, voice);
  return `${nameWords(issuer, voice)}: ${restrainsWords(restrains, voice)}${whom ? ` → ${whom}` : ''}`;
}

/** The measure that a card shows first; null if none concerns the entry. */
function leadData(line: Line | undefined, voice: Voice) {
  const row = line && rowOfLine(line);
  return line && row ? { heading: headingOf(row, voice), ...lineData(line, voice) } : null;
}

/** The same as data, for `--json`. */
export function statusData(knowledge: Knowledge, { entry, date, knownOn, today, beside = [], locale }: Question) {
  const voice = voiceOf(knowledge, locale);
  const answer = thenNowNext(knowledge, entry.id, date, today, knownOn ?? date);
  const lanes = timeline(knowledge, entry.id, date, today).lanes;
  return {
    entry: entry.id,
    name: entry.name,
    verified: entry.verified ?? null,
    date,
    knownOn: knownOn ?? date,
    lead: leadData(rankLines(knowledge, entry, answer, date, today, { beside })[0], voice),
    today,
    changed: answer.changed,
    asOf: answer.asOf,
    groups: answer.groups.map(groupData(voice)),
    horizontal: answer.horizontal.map(groupData(voice)),
    past: answer.past.map(groupData(voice)),
    timeline: lanes.map((lane) => ({
      control: lane.row.control.id,
      segments: lane.segments,
      says: timelineWords(lane, voice),
    })),
  };
}

/** "Gallium export licences (all forms)" */
function* titleText({ control, cover }: Row, voice: Voice): Generator<string> {
  const title = phraseWords(control.title, voice);
  const covers = coverWords(cover, voice);
  if (title) yield `  ${covers ? voice.t('status_bracket', title, covers) : title}`;
}

function* dayText(label: string, day: Day, row: Row, voice: Voice): Generator<string> {
  yield `  ${label} ${dayWords(day, voice)}: ${rowText(row, voice)}`;
  yield `      ${voice.t('status_bracket', provisionWords(row, voice), evidenceWords(row, voice))}`;
}

/** The parts, grants and acts of a row. */
function* detailText(row: Row, voice: Voice): Generator<string> {
  for (const part of notableParts(row)) {
    const words = partWords(part, voice);
    if (words) yield `      ÷ ${words}`;
  }
  for (const grant of row.grants) yield `      + ${grantWords(grant, voice)}`;
  for (const act of row.apart) yield `      ~ ${claimWords(act, row.control, voice)}`;
}

function* lineText(
  { then, now, next, changedOn, changed }: Line,
  date: Day | null,
  today: Day,
  voice: Voice,
): Generator<string> {
  const { t } = voice;
  const row = now ?? then;
  if (row) yield* titleText(row, voice);
  if (date !== null && then) yield* dayText(t('status_then'), date, then, voice);
  if (now) yield* dayText(t('status_now'), today, now, voice);
  if (now && next) yield `  ${t('status_next')} ${dateWords(next.day, voice)}: ${nextWords(now, next, voice)}`;
  if (changed && changedOn) yield `  ≠ ${t('status_changed', dateWords(changedOn, voice))}`;
  if (now) yield* detailText(now, voice);
}

/** The card as text: status then and now, the next date, sources, the timeline. */
export function statusText(knowledge: Knowledge, question: Question): string {
  const { entry, date, knownOn, today, locale } = question;
  const voice = voiceOf(knowledge, locale);
  const { t } = voice;
  const answer = thenNowNext(knowledge, entry.id, date, today, knownOn ?? date);
  const out = [`${nameWords(entry.id, voice)} (${entry.id})`];
  const tell = (groups: readonly Group[]) => {
    for (const group of groups) {
      out.push('', headingOf(group, voice));
      for (const line of group.lines) out.push(...lineText(line, date, today, voice));
    }
  };
  tell(answer.groups);
  if (answer.groups.length === 0 && answer.horizontal.length === 0) out.push('', t('status_none_known'));
  const rules = answer.horizontal.reduce((sum, { lines }) => sum + lines.length, 0);
  if (rules > 0) {
    out.push('', `${horizontalWords(rules, voice)}:`);
    tell(answer.horizontal);
  }
  const { lanes } = timeline(knowledge, entry.id, date, today);
  if (lanes.length > 0) out.push('', ...lanes.map((lane) => `- ${timelineWords(lane, voice)}`));
  out.push('', [t('card_foot'), verifiedWords(entry.verified, voice)].filter(Boolean).join(' '));
  return out.join('\n');
}
