/** What a card would say of an entry, as text and as data. */
import { createMessages } from '../../i18n/messages.ts';
import { languageTag, type Locale } from '../../i18n/translate.ts';
import type { Knowledge } from '../../knowledge/model/knowledge-index.ts';
import type { Day, Entry } from '../../knowledge/model/schema.ts';
import type { Row } from '../../knowledge/status/row.ts';
import { rankLines } from '../../knowledge/lead/lead.ts';
import { rowOfLine, thenNowNext, type Group, type Line } from '../../knowledge/status/then-now-next.ts';
import { timeline } from '../../knowledge/status/timeline.ts';
import {
  apartWords,
  evidenceWords,
  grantWords,
  headline,
  horizontalWords,
  nextWords,
  partsTold,
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
 * `date`: the article's day, null without one. `knownOn`: what was public by then counts for it.
 * `beside`: what else it names.
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
    parts: partsTold(row).flatMap((part) => partWords(part, voice) ?? []),
    grants: row.grants.map((grant) => grantWords(grant, voice)),
    apart: row.apart.map((act) => apartWords(act, row.control, voice)),
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

/** The one measure that a card leads with; null where none touches the entry. */
function leadData(line: Line | undefined, voice: Voice) {
  const row = line && rowOfLine(line);
  return line && row ? { heading: headingOf(row, voice), ...lineData(line, voice) } : null;
}

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

function lineText({ then, now, next, changedOn, changed }: Line, date: Day | null, today: Day, voice: Voice): string[] {
  const { t } = voice;
  const out: string[] = [];
  const row = (label: string, day: Day, one: Row) => {
    out.push(`  ${label} ${dayWords(day, voice)}: ${rowText(one, voice)}`);
    out.push(`      ${voice.t('status_bracket', provisionWords(one, voice), evidenceWords(one, voice))}`);
  };
  const told = now ?? then;
  const title = told && phraseWords(told.control.title, voice);
  const covers = told && coverWords(told.cover, voice);
  if (title) out.push(`  ${covers ? t('status_bracket', title, covers) : title}`);
  if (date !== null && then) row(t('status_then'), date, then);
  if (now) row(t('status_now'), today, now);
  if (now && next) out.push(`  ${t('status_next')} ${dateWords(next.day, voice)}: ${nextWords(now, next, voice)}`);
  if (changed && changedOn) out.push(`  ≠ ${t('status_changed', dateWords(changedOn, voice))}`);
  for (const part of now ? partsTold(now) : []) {
    const words = partWords(part, voice);
    if (words) out.push(`      ÷ ${words}`);
  }
  for (const grant of now?.grants ?? []) out.push(`      + ${grantWords(grant, voice)}`);
  if (now) for (const act of now.apart) out.push(`      ~ ${apartWords(act, now.control, voice)}`);
  return out;
}

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
