/** The one status of the card on hover: the leading measure then, now and next. */
import { spanOf } from '../../knowledge/model/fuzzy-dates.ts';
import type { Day, Entry } from '../../knowledge/model/schema.ts';
import type { Row } from '../../knowledge/status/row.ts';
import { rowOfLine, type Line } from '../../knowledge/status/then-now-next.ts';
import { dateWords, dayWords, sinceWords } from '../../knowledge/wording/dates.ts';
import { stateParts, stateSince, type SaidBefore } from '../../knowledge/wording/state-parts.ts';
import { isBill, nextWords } from '../../knowledge/wording/status-phrases.ts';
import { nameWords, type Voice } from '../../knowledge/wording/terms.ts';
import { capitalize, splitBrackets, uncapitalize } from '../../core/letters.ts';
import type { GlanceModel } from '../model/glance-model.ts';
import { bestSource } from './best-source.ts';
import { glyphOf, isBarred } from './glyphs.ts';
import { measureWords, whoWhom } from './who-whom.ts';

type Lead = NonNullable<GlanceModel['lead']>;
type GlanceRow = Lead['rows'][number];

/**
 * The day since which the state of the row holds; '' if it is unknown or its words already state
 * it.
 */
function sinceOf(row: Row, voice: Voice): string {
  if (row.state === 'not known since' || row.state === 'ended' || row.state === 'void') return '';
  if (row.state === 'never in effect') return '';
  if (row.state === 'planned' || row.state === 'made, not started')
    return row.since === null
      ? ''
      : voice.t(isBill(row, voice) ? 'glance_introduced' : 'glance_announced', dateWords(row.since, voice));
  const since = stateSince(row, voice);
  return since === null ? '' : capitalize(sinceWords(since, voice));
}

function rowOf(
  when: GlanceRow['when'],
  label: string,
  row: Row,
  date: string,
  { entry, voice, said = null }: { entry: Entry; voice: Voice; said?: SaidBefore },
): GlanceRow {
  const { title, rest } = stateParts(row, voice, said);
  const aside = row.state === 'reported only' ? voice.t('glance_reported') : rest || asideOf(row, entry, voice, said);
  return { when, label, glyph: glyphOf(row), barred: isBarred(row), title, rest: aside, date };
}

/** The row for the present state of a measure. */
export const stateRow = (row: Row, entry: Entry, voice: Voice, said: SaidBefore = null): GlanceRow =>
  rowOf('now', voice.t('status_now'), row, sinceOf(row, voice), { entry, voice, said });

/** The law or the first day of a measure in force, if its state states neither. */
function asideOf(row: Row, entry: Entry, voice: Voice, said: SaidBefore): string {
  const { control, state, way, since, sources } = row;
  if (state !== 'in force') return '';
  const law = control.text.instrument;
  // The date beside the state is that of the present way or rate.
  const shown = stateSince(row, voice);
  if (since !== null && shown !== null && since !== shown && said !== 'start')
    return voice.t(way === 'duty' ? 'glance_imposed_since' : 'glance_restricted_since', dateWords(since, voice));
  // A duty is known by its law. On the card of that law the head names the law, and an official
  // source is labelled with it.
  const isNamed = law === entry.id || bestSource(sources, law, voice)?.grade === 'official';
  return way !== 'duty' || isNamed ? '' : voice.t('glance_under', nameWords(law, voice));
}

const noneOf = (when: 'then' | 'now', label: string, title: string, date: string): GlanceRow => ({
  when,
  label,
  glyph: 'none',
  barred: false,
  title,
  rest: '',
  date,
});

/** True for materials, and for technologies that a customs list names as goods. */
const isGood = ({ restrains }: Row, kind: Entry['kind']): boolean =>
  kind === 'mineral' || (kind === 'technology' && restrains === 'import');

/**
 * Names the card's own good in a measure whose title is cut or only counts some goods: "extra duty
 * on Chinese goods of Section 301 List 3, ruthenium among them".
 */
function withGoodNamed(measure: string, row: Row, { id, kind }: Entry, voice: Voice): string {
  const { relation, via, way, cover } = row;
  const name = nameWords(id, voice);
  const names = (text: string) => text.toLowerCase().includes(name.toLowerCase());
  // The title may name all goods only in its brackets: "licence for holmium and four more (items of
  // holmium, ...)".
  const [bare] = splitBrackets(measure);
  if (!isGood(row, kind) || relation !== 'covers' || via !== null || way === 'designation' || names(bare))
    return measure;
  // A form that the text names is only a part of the good. Plurals such as "magnets" are items
  // themselves.
  const isWhole = cover?.wording === undefined || /[a-z]s$/.test(name);
  const key = isWhole ? 'measure_among' : 'measure_items_among';
  return voice.t(key, bare, /^\p{Lu}\p{Ll}+(?:[\s-]|$)/u.test(name) ? uncapitalize(name) : name);
}

/**
 * True if the measure counts from a day before the article, even if its text was published later.
 */
const startedBy = (now: Row | null, articleDay: Day): boolean =>
  now !== null && now.since !== null && !now.since.startsWith('<') && spanOf(now.since).last <= articleDay;

/** True if the row of a coming measure already states its first day. */
const isFirstDay = ({ state }: Row, { then }: NonNullable<Line['next']>): boolean =>
  (state === 'planned' && then === 'plans') || (state === 'made, not started' && then === 'imposes');

/**
 * Returns the part of "now" that "then" already says: the first day of the measure, or that it has
 * not started; null for neither.
 */
function saidBefore(then: Row, now: Row, thenRow: GlanceRow, voice: Voice): SaidBefore {
  if (then.state === 'paused before start' || (then.state === 'made, not started' && now.applied === null))
    return 'not started';
  const first = now.applied?.from ?? now.since;
  return thenRow.date !== '' && first !== null && stateSince(then, voice) === first ? 'start' : null;
}

/**
 * True if one row can say everything: in force both times, in force since then under a newer text,
 * or unknown both times.
 */
const isOneRow = (then: Row | null, now: Row | null): boolean =>
  then !== null &&
  then.state === now?.state &&
  (then.state === 'not known since' || (then.state === 'in force' && then.way === now.way && then.since === now.since));

/** The rows "then" and "now" without repeating the same law or first day. */
function saidOnce(thenRow: GlanceRow, then: Row, nowRow: GlanceRow, now: Row, entry: Entry, voice: Voice): GlanceRow[] {
  const isStart = then.state === 'made, not started' && then.next?.then === 'imposes';
  const isStartLater = isStart && [now.applied?.from, stateSince(now, voice)].includes(then.next?.day);
  const rest = thenRow.rest === nowRow.rest || isStartLater ? '' : thenRow.rest;
  return [{ ...thenRow, rest }, stateRow(now, entry, voice, saidBefore(then, now, thenRow, voice))];
}

/**
 * `articleDay` null: there is no "then", because there is no article, or its date is unknown or
 * today.
 */
export function glanceLead(line: Line, entry: Entry, articleDay: Day | null, today: Day, voice: Voice): Lead | null {
  const { t } = voice;
  const told = rowOfLine(line);
  if (!told) return null;
  const { then, now, next } = line;
  const rows: GlanceRow[] = [];
  const nowRow = now ? stateRow(now, entry, voice) : noneOf('now', t('status_now'), t('status_none_now'), '');
  if (articleDay === null) rows.push(nowRow);
  else {
    const thenRow = then
      ? rowOf('then', t('status_then'), then, sinceOf(then, voice), { entry, voice })
      : noneOf(
          'then',
          t('status_then'),
          t(startedBy(now, articleDay) ? 'status_unpublished_then' : 'status_none_then'),
          dayWords(articleDay, voice),
        );
    const isSame = thenRow.title === nowRow.title && (thenRow.rest === nowRow.rest || isOneRow(then, now));
    if (isSame) rows.push(nowRow.date === '' ? nowRow : { ...nowRow, when: 'since' });
    else rows.push(...(then && now ? saidOnce(thenRow, then, nowRow, now, entry, voice) : [thenRow, nowRow]));
  }
  if (now && next && !next.isGrant && !isFirstDay(now, next) && spanOf(next.day).last > today)
    rows.push({
      when: 'next',
      label: t('status_next'),
      glyph: 'due',
      barred: false,
      title: nextWords(now, { ...next, included: 'yes' }, voice),
      rest: '',
      date: dateWords(next.day, voice),
    });
  const whom = whoWhom(told, entry, voice);
  return { ...whom, measure: withGoodNamed(measureWords(told, whom, voice), told, entry, voice), rows };
}
