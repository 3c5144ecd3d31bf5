/**
 * Makes the rows of an entry's status: open measures with then, now and next, and folded ones with
 * one row each.
 */
import { capitalize, uncapitalize } from '../../core/letters.ts';
import type { MessageKey } from '../../i18n/translate.ts';
import type { Act, Day, Entry } from '../../knowledge/model/schema.ts';
import { sourcesOf } from '../../knowledge/status/states.ts';
import { compareDates } from '../../knowledge/model/fuzzy-dates.ts';
import type { Row } from '../../knowledge/status/row.ts';
import { applies, rowOfLine, type Group, type Line, type ThenNowNext } from '../../knowledge/status/then-now-next.ts';
import {
  claimWords,
  evidenceWords,
  grantWords,
  headline,
  nextWords,
  notableParts,
  partWords,
  provisionWords,
  sinceOf,
} from '../../knowledge/wording/status-phrases.ts';
import { dateWords, dayWords } from '../../knowledge/wording/dates.ts';
import { nameWords, phraseWords, type Voice } from '../../knowledge/wording/terms.ts';
import { actWords, issuerWords, towardOf } from './issuer.ts';
import { glyphOf, isBarred } from './glyphs.ts';
import { mergeEqualGroups } from './merge-equal-groups.ts';
import type { CardModel, StatusGroup, StatusRow } from '../model/card-model.ts';
import { langOf } from './content-lang.ts';
import type { SourceList } from './source-list.ts';
import { throughWords } from './measure-text.ts';
import { stateParts } from '../../knowledge/wording/state-parts.ts';
import { whoWhomLine } from './who-whom-line.ts';
import { whoWhom } from './who-whom.ts';

/** Measures that are open on a card. */
const MAX_OPEN = 3;

/** The days of "then" and "now". `articleDay` is null if the article has no date. */
export type StatusDays = { articleDay: Day | null; today: Day };

const NO_STATUS_TEXT = { then: 'status_none_then', now: 'status_none_now' } as const;

const WHEN = { then: 'status_then', now: 'status_now', next: 'status_next' } as const satisfies Record<
  string,
  MessageKey
>;

type When = keyof typeof WHEN;
function rowAtTime(when: When, day: Day, row: Row, by: string, voice: Voice, sources: SourceList): StatusRow {
  return {
    when: voice.t(WHEN[when]),
    date: dayWords(day, voice),
    glyph: glyphOf(row),
    barred: isBarred(row),
    title: headline(row, voice),
    by,
    refs: sources.cite(row.sources),
    newest: when === 'now' ? evidenceWords(row, voice) : '',
  };
}

/** The rows of an open measure: then, now, and next if known. */
function rowsOf(line: Line, { articleDay, today }: StatusDays, voice: Voice, sources: SourceList): StatusRow[] {
  const { then, now, next } = line;
  const { t } = voice;
  const rows: StatusRow[] = [];
  const none = (when: keyof typeof NO_STATUS_TEXT, day: Day): StatusRow => ({
    when: t(WHEN[when]),
    date: dayWords(day, voice),
    glyph: 'none',
    barred: false,
    title: t(NO_STATUS_TEXT[when]),
    by: '',
    refs: [],
    newest: '',
  });
  if (articleDay !== null)
    rows.push(
      then
        ? rowAtTime('then', articleDay, then, (now ? provisionWords : throughWords)(then, voice), voice, sources)
        : none('then', articleDay),
    );
  rows.push(now ? rowAtTime('now', today, now, throughWords(now, voice), voice, sources) : none('now', today));
  if (now && next)
    rows.push({
      when: t(WHEN.next),
      date: dateWords(next.day, voice),
      glyph: 'due',
      barred: false,
      title: nextWords(now, next, voice),
      by: '',
      refs: sources.cite(next.act ? sourcesOf(next.act) : []),
      newest: '',
    });
  return rows;
}

/** The row of a folded measure: since when, toward whom and how, by whom and through which text. */
function listRow(row: Row, voice: Voice, sources: SourceList): StatusRow {
  const { t } = voice;
  const toward = [towardOf(row, voice), actWords(row, voice)].filter(Boolean).join(' · ');
  const state = headline(row, voice);
  // A report or claim is headed by its own title; a measure of the law by its target and way.
  const told = row.lane === 'reported' || row.lane === 'claim';
  const through = t('status_provision', issuerWords(row.issuer, voice), throughWords(row, voice));
  const since = row.amountSince ?? row.waySince ?? row.since;
  const title = phraseWords(row.control.title, voice);
  const titleLang = langOf(row.control.title, title, voice);
  return {
    when: '',
    date: row.state === 'not known since' || since === null ? '' : dateWords(since, voice),
    glyph: glyphOf(row),
    barred: isBarred(row),
    ...(told
      ? { title: capitalize(title), ...(titleLang && { titleLang }) }
      : {
          title:
            toward && row.lane !== 'listed' ? t('status_with_amount', capitalize(toward), uncapitalize(state)) : state,
        }),
    by: row.lane === 'listed' ? issuerWords(row.issuer, voice) : told ? t('status_join', state, through) : through,
    refs: sources.cite(row.sources),
    newest: evidenceWords(row, voice),
  };
}

/**
 * Rows for parts with their own state, licences, claims and statements. One that concerns several
 * measures is shown once.
 */
function separateRows(rows: readonly Row[], voice: Voice, sources: SourceList): StatusRow[] {
  const told = new Map<string, StatusRow>();
  const tell = (act: Act, row: Pick<StatusRow, 'date' | 'glyph' | 'title' | 'by'>) => {
    const titleLang = act.note && langOf(act.note, phraseWords(act.note, voice), voice);
    if (!told.has(act.id))
      told.set(act.id, {
        when: '',
        barred: false,
        ...(titleLang && { titleLang }),
        refs: sources.cite(sourcesOf(act)),
        newest: '',
        ...row,
      });
  };
  for (const row of rows) {
    for (const part of notableParts(row)) {
      const title = partWords(part, voice);
      if (title)
        tell(part.act, { date: dateWords(part.since, voice), glyph: 'half', title, by: provisionWords(row, voice) });
    }
    for (const grant of row.grants)
      tell(grant.act, {
        date: dateWords(grant.since, voice),
        glyph: 'half',
        title: grantWords(grant, voice),
        by: nameWords(row.issuer, voice),
      });
    for (const act of row.apart)
      tell(act, {
        date: dateWords(act.public, voice),
        glyph: 'said',
        title: claimWords(act, row.control, voice),
        by: '',
      });
  }
  return [...told.values()];
}

/** The status section of a full card: open measures, unchanged ones, and changes of law. */
export interface ShownStatus {
  groups: StatusGroup[];
  unchanged: StatusRow[];
  fresh: StatusRow[];
  /**
   * Builds the folded and separate rows. It is called last, so that their sources get the last
   * numbers.
   */
  rest: () => { apart: StatusRow[]; horizontal: StatusRow[] };
}

const linesOf = (groups: readonly Group[]): Line[] => groups.flatMap(({ lines }) => lines);
/** Rules of equal weight are sorted by date, the newest first. */
const newestFirst = (a: Line, b: Line): number => {
  const [x, y] = [a, b].map((line) => {
    const row = rowOfLine(line);
    return row && (row.waySince ?? row.since);
  });
  return x && y ? compareDates(y, x) : x ? -1 : y ? 1 : 0;
};
const isLaw = (line: Line) => rowOfLine(line)?.lane === 'law';

/**
 * Chooses the open measures: the lead, then changed ones, then unknown ones. If none of them is in
 * force, the most important measure in force comes first.
 */
function chooseOpen(lines: readonly Line[], lead: Line | undefined, articleDay: Day | null): Line[] {
  const found = choose(lines, articleDay).filter((line) => line !== lead);
  return [...(lead ? [lead] : []), ...found].slice(0, MAX_OPEN);
}

function choose(lines: readonly Line[], articleDay: Day | null): Line[] {
  const law = lines.filter(isLaw);
  if (articleDay === null) return law.slice(0, MAX_OPEN);
  const telling = [
    ...law.filter(({ changed, then }) => changed && then),
    ...law.filter(({ changed, unknown, then }) => unknown && !(changed && then)),
  ];
  const fresh = law.filter(({ changed, then, unknown }) => changed && !then && !unknown);
  const open = [...telling, ...fresh];
  const held = open.some(({ now }) => applies(now)) ? [] : law.filter(({ now }) => applies(now)).slice(0, 1);
  const shown = [...held, ...open].slice(0, MAX_OPEN);
  return shown.length > 0 ? shown : law.slice(0, 1);
}

/** `ranked`: all measures, the lead first. */
export function showStatus(
  status: ThenNowNext,
  ranked: readonly Line[],
  days: StatusDays,
  voice: Voice,
  sources: SourceList,
): ShownStatus {
  const { t } = voice;
  const alive = new Set(linesOf(status.groups));
  const lines = ranked.filter((line) => alive.has(line));
  const open = chooseOpen(lines, ranked[0], days.articleDay);
  const groups = open.flatMap((line): StatusGroup[] => {
    const row = rowOfLine(line);
    if (!row) return [];
    return [
      {
        issuer: issuerWords(row.issuer, voice),
        toward: towardOf(row, voice),
        restrains: actWords(row, voice),
        changed: line.changed && line.changedOn !== null ? t('status_changed', dateWords(line.changedOn, voice)) : null,
        rows: rowsOf(line, days, voice, sources),
      },
    ];
  });
  const rest = lines.filter((line) => !open.includes(line));
  const rowsIn = (some: readonly Line[]) =>
    some.flatMap((line) => rowOfLine(line) ?? []).map((row) => listRow(row, voice, sources));
  const law = rest.filter(isLaw);
  return {
    groups: mergeEqualGroups(groups, t('status_join', '', '')),
    unchanged: rowsIn(law.filter(({ changed }) => !changed)),
    fresh: rowsIn(law.filter(({ changed }) => changed)),
    rest: () => ({
      apart: [
        ...rowsIn(rest.filter((line) => !isLaw(line))),
        ...separateRows(
          lines.flatMap((line) => (isLaw(line) && line.now ? line.now : [])),
          voice,
          sources,
        ),
      ],
      horizontal: rowsIn(
        linesOf(status.horizontal)
          .filter((line) => !open.includes(line))
          .sort(newestFirst),
      ),
    }),
  };
}

/**
 * A measure on one line: "Licence needed; since 1 Aug 2023 (China to United States): Announcement
 * No. 23 of 2023".
 */
export function oneLine(row: Row, voice: Voice): string {
  const since = sinceOf(row, voice);
  const state = since ? voice.t('status_join', headline(row, voice), since) : headline(row, voice);
  const toward = towardOf(row, voice);
  const issuer = issuerWords(row.issuer, voice);
  const whose = toward ? voice.t('status_from_toward', issuer, toward) : issuer;
  return voice.t('status_with_amount', voice.t('status_bracket', state, whose), provisionWords(row, voice));
}

/**
 * Issuer, target and state of a measure for lists of entries: "China → United States · exports:
 * licence needed".
 */
export function shortStates(
  line: Line,
  entry: Entry,
  hasThen: boolean,
  voice: Voice,
): Pick<CardModel, 'nowInShort' | 'thenInShort'> {
  const { then, now } = line;
  if (!now) return {};
  const state = (row: Row) => stateParts(row, voice).title.replace(/[.。]$/, '');
  const short = (row: Row, title: string) => ({ glyph: glyphOf(row), barred: isBarred(row), title });
  const words = state(now);
  const whose = whoWhomLine(whoWhom(now, entry, voice));
  const nowInShort = short(now, voice.t('status_with_amount', whose, uncapitalize(words)));
  const before = then ? state(then) : hasThen ? voice.t('status_none_then') : words;
  if (before === words) return { nowInShort };
  const title = voice.t('status_with_amount', voice.t('status_then'), before);
  return { nowInShort, thenInShort: then ? short(then, title) : { glyph: 'none', barred: false, title } };
}
