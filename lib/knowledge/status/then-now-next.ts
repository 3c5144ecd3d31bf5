/** The status on a card: on the article's day as known then, today, and the next known event. */
import { digestText } from '../../core/digest.ts';
import { latestDate, spanOf } from '../model/fuzzy-dates.ts';
import { effectDate } from './effects.ts';
import type { Knowledge } from '../model/knowledge-index.ts';
import type { DateText, Day, Restrains, Toward, Way } from '../model/schema.ts';
import type { Next } from './standing.ts';
import { OVER, type Lane, type State } from './states.ts';
import type { Row } from './row.ts';
import { statusAt } from './status.ts';
import { lineage } from './succession.ts';

/** One control, or several that continue one another. */
export type Line = {
  then: Row | null;
  now: Row | null;
  next: Next | null;
  /** True if the law changed in between; shown in amber. */
  changed: boolean;
  /**
   * The day of the change. For a rule that was already in effect, the day on which it became
   * public.
   */
  changedOn: DateText | null;
  /** True if the state is not known, then or now; shown as dotted grey. */
  unknown: boolean;
};
/** Lines with the same lane, issuer, restricted activity and target. */
export type Group = { lane: Lane; issuer: string; restrains: Restrains; toward: Toward; lines: Line[] };
/** The measures of an entry on the article's day and today. */
export type ThenNowNext = {
  /** Measures aimed at the entry itself, the most important first. */
  groups: Group[];
  /** Rules on all dual-use items or the like, which the card folds into one line. */
  horizontal: Group[];
  /** Measures that were over before the article's day, or before today if it has no date. */
  past: Group[];
  changed: boolean;
  asOf: DateText | null;
};

/** The present row of a line, else the one of the article's day. */
export const rowOfLine = ({ now, then }: Line): Row | null => now ?? then;

/** The target of a row as a text to compare. Parties are left out, since lists of them grow. */
const aim = ({ toward: { destinations, groups, users, uses, hq, origin } }: Row): string =>
  JSON.stringify([destinations, groups, users, uses, hq, origin]);

/** True if nothing changed that a user must know: amounts, terms and texts may differ. */
const sameLaw = (a: Row, b: Row): boolean => a.state === b.state && a.way === b.way && aim(a) === aim(b);

/** A digest that is equal for rows of the same law, to compare a state with one stored earlier. */
export const lawKey = (row: Row): string => digestText([row.state, row.way, aim(row)]);

/**
 * The day on which a row reached its present state. If a later text only continues the measure, it
 * is the first day of that text, provided that it is after the article.
 */
function changeOf(now: Row, articleDay: Day): DateText | null {
  // What followed a silent end is unknown, so the last known event is the act before it.
  if (now.state === 'not known since') return now.decided && effectDate(now.decided);
  if (now.byText) return now.byText.since;
  // The change of a measure that begins later is the day on which it was made.
  if (now.state === 'made, not started') return now.since;
  const isBeginning = now.waySince === null || now.decided?.does === 'imposes';
  const began = now.continues.length > 0 && isBeginning ? (now.waySince ?? now.since) : null;
  if (began !== null && spanOf(began).first > articleDay) return began;
  const effect = now.decided ? effectDate(now.decided) : now.since;
  return latestDate([effect, now.amountSince].flatMap((date) => date ?? []));
}

type Change = Pick<Line, 'changed' | 'changedOn' | 'unknown'>;

/** The change between two rows of one measure; null if the law is the same. */
function changeBetween(then: Row, now: Row, articleDay: Day): Partial<Change> | null {
  // A state that became unknown by silence is no change of the law. An act before the silence is
  // one.
  const acted = now.decided !== null && spanOf(effectDate(now.decided)).last > articleDay;
  if (then.unsure || now.unsure || sameLaw(then, now) || (now.state === 'not known since' && !acted)) return null;
  // Nor is a state that no act after the article led to.
  const dates = [changeOf(now, articleDay), now.since, now.decided?.public];
  const after = dates.find((date) => date && spanOf(date).last > articleDay);
  return after ? { changed: true, changedOn: after } : null;
}

/** The change for a measure that did not touch the entry on the article's day. */
function changeToNew(now: Row, articleDay: Day): Partial<Change> {
  if (now.unsure || now.since?.startsWith('<') === true) return { unknown: true };
  const effect = changeOf(now, articleDay);
  const late = now.decided !== null && effect !== null && spanOf(effect).last <= articleDay;
  const began = late && now.decided ? now.decided.public : (effect ?? now.since);
  // An older rule touches the entry from the day on which the entry joined the rule's list.
  return { changed: true, changedOn: latestDate([began, now.entered].flatMap((date) => date ?? [])) };
}

function compare(then: Row | null, now: Row | null, articleDay: Day | null): Line {
  const line: Line = {
    then,
    now,
    next: now?.next ?? null,
    changed: false,
    changedOn: null,
    unknown: now?.state === 'not known since' || then?.state === 'not known since',
  };
  if (articleDay === null || !now || (now.lane !== 'law' && then?.lane !== 'law') || now.state === 'planned')
    return line;
  return { ...line, ...(then ? changeBetween(then, now, articleDay) : changeToNew(now, articleDay)) };
}

const LANE_ORDER: readonly Lane[] = ['law', 'reported', 'claim', 'listed'];
const RESTRAINS_ORDER: readonly Restrains[] = [
  'export',
  're-export',
  'transfer-technology',
  'use',
  'help',
  'comply',
  'make',
  'import',
  'invest',
  'buy',
  'nothing',
];
const WAY_ORDER: readonly Way[] = [
  'prohibited',
  'refused in principle',
  'presumption of denial',
  'case by case',
  'licence',
  'quota',
  'duty',
  'advised against',
  'general authorisation',
  'notice',
  'designation',
];
/**
 * Measures that cover an entry and measures toward it rank alike, so that of a company's listings
 * the strictest comes first.
 */
const RELATION_ORDER: Readonly<Record<Row['relation'], number>> = {
  covers: 0,
  toward: 0,
  text: 1,
  'changed by': 2,
  by: 3,
};

/** True if only some countries are named. The array may be empty in a subscribed list. */
const areSome = (countries: readonly string[] = []): boolean => countries.length > 0 && !countries.includes('all');

/** True if the measure applies to goods from some countries only. */
const isFromSome = ({ toward: { origin } }: Row): boolean => areSome(origin);

/**
 * Economies under general sanctions. A measure on them alone matters less for a good than others
 * do.
 */
const SANCTIONED: ReadonlySet<string> = new Set(['RU', 'BY']);
const isSanctioned = (countries: readonly string[] = []): boolean =>
  areSome(countries) && countries.every((code) => SANCTIONED.has(code));

/** True if the measure applies only to goods from some countries or for sanctioned ones. */
export const isForSome = (row: Row): boolean => isFromSome(row) || isSanctioned(row.toward.destinations);

/**
 * Ranks how much of a good a measure covers. 2: only goods for sanctioned countries. 1: only goods
 * from some countries, or for some buyers or importers. 0: all others.
 */
const partOf = (row: Row): number => {
  if (row.relation !== 'covers' || row.cover?.entry?.startsWith('company/') === true) return 0;
  if (isSanctioned(row.toward.destinations)) return 2;
  const bySome = row.toward.users !== undefined && (row.restrains === 'buy' || row.restrains === 'import');
  return isFromSome(row) || bySome ? 1 : 0;
};

/**
 * True if the measure binds some users or parties only. A measure on an entry that is itself such a
 * party is not meant.
 */
const bindsSome = ({ relation, toward: { users, uses, parties } }: Row): boolean =>
  (relation === 'covers' || relation === 'text') && [users, uses, parties].some((some) => some !== undefined);

/** States in which nothing applies yet, or in which that is unknown. */
const NOT_YET: ReadonlySet<State> = new Set(['planned', 'made, not started', 'paused before start', 'not known since']);

/** True if the measure applies, as far as known. */
export const applies = (row: Row | null): boolean => row !== null && !OVER.has(row.state) && !NOT_YET.has(row.state);

/**
 * The sort key of a line: the law before reports; states in force, then possible, then over;
 * changed lines first; then the target (the entry itself, all of a good, everybody, some users),
 * the severity, and sanctioned countries last.
 */
function weight(line: Line): number[] {
  const row = rowOfLine(line);
  if (!row) return [9];
  return [
    LANE_ORDER.indexOf(row.lane),
    line.changed ? 0 : OVER.has(row.state) ? 2 : NOT_YET.has(row.state) ? 1 : 0,
    line.changed ? 0 : 1,
    RELATION_ORDER[row.relation],
    partOf(row),
    RESTRAINS_ORDER.indexOf(row.restrains),
    row.via === null ? 0 : 1,
    bindsSome(row) ? 1 : 0,
    WAY_ORDER.indexOf(row.way),
    isSanctioned(row.toward.origin) ? 1 : 0,
    // A duty of 0% for the time being comes last.
    row.amount?.startsWith('0 %') ? 1 : 0,
  ];
}

/** Compares lines for sorting; the most important comes first. */
export function byWeight(a: Line, b: Line): number {
  const [x, y] = [weight(a), weight(b)];
  const at = x.findIndex((value, index) => value !== y[index]);
  return at < 0 ? 0 : (x[at] ?? 0) - (y[at] ?? 0);
}

function grouped(lines: readonly Line[]): Group[] {
  const groups = new Map<string, Group>();
  for (const line of lines.toSorted(byWeight)) {
    const row = rowOfLine(line);
    if (!row) continue;
    const { lane, issuer, restrains, toward } = row;
    const key = JSON.stringify([lane, issuer, restrains, toward]);
    const group = groups.get(key);
    if (group) group.lines.push(line);
    else groups.set(key, { lane, issuer, restrains, toward, lines: [line] });
  }
  return [...groups.values()];
}

/**
 * Then, now and next for an entry. `articleDay` is null if the article has no date; then there is
 * no Then. Then is the status of that day as known on that day (or on `knownThen`). Now and next
 * are as known today.
 */
export function thenNowNext(
  knowledge: Knowledge,
  entryId: string,
  articleDay: Day | null,
  today: Day,
  knownThen: Day | null = articleDay,
): ThenNowNext {
  const before = articleDay === null ? [] : statusAt(knowledge, entryId, articleDay, knownThen ?? articleDay);
  const after = statusAt(knowledge, entryId, today);
  const told = new Set<Row>();
  const lines = after.map((now) => {
    const line = lineage(knowledge, now.control);
    const thens = before.filter((row) => line.has(row.control.id));
    for (const row of thens) told.add(row);
    return compare(thens.find((row) => row.control.id === now.control.id) ?? thens[0] ?? null, now, articleDay);
  });
  for (const then of before) if (!told.has(then)) lines.push(compare(then, null, articleDay));

  // The card of an instrument shows its own measures, even if they are over. It shows measures of
  // others that are over only if all measures are.
  const isOver = (line: Line) =>
    !line.changed &&
    (line.now === null || OVER.has(line.now.state)) &&
    (line.then === null || OVER.has(line.then.state));
  const allOver = lines.every(isOver);
  const isOwn = (line: Line) => rowOfLine(line)?.control.text.instrument === entryId;
  const isPast = (line: Line) => !allOver && !isOwn(line) && isOver(line);
  // A clause on all dual-use items stays with the clause of the same announcement that names the
  // item. A rule that names the entry as a party is aimed at it.
  const naming = new Set(
    lines
      .flatMap((line) => rowOfLine(line) ?? [])
      .flatMap((row) => (row.horizontal || row.lane !== 'law' ? [] : row.control.text.instrument)),
  );
  const knowHow = knowledge.entries.get(entryId)?.kind === 'technology';
  const isFolded = (line: Line) => {
    const row = rowOfLine(line);
    return (
      row !== null &&
      row.horizontal &&
      // A rule on know-how or models is folded on the metals and chips that it touches, but not on
      // the know-how itself.
      !(knowHow && row.cover?.entry === entryId) &&
      !isOwn(line) &&
      row.relation === 'covers' &&
      !naming.has(row.control.text.instrument)
    );
  };
  const past = lines.filter(isPast);
  const alive = lines.filter((line) => !isPast(line));
  return {
    groups: grouped(alive.filter((line) => !isFolded(line))),
    horizontal: grouped(alive.filter(isFolded)),
    past: grouped(past),
    changed: alive.some((line) => line.changed),
    asOf: latestDate(alive.flatMap(({ now }) => now?.asOf ?? [])),
  };
}
