/**
 * The status on a card: on the article's day as it was known then, today, and the next event on
 * file.
 */
import { digestText } from '../../core/digest.ts';
import { latest, spanOf } from '../model/fuzzy-dates.ts';
import { effectDate } from './effects.ts';
import type { Knowledge } from '../model/knowledge-index.ts';
import type { DateText, Day, Restrains, Toward, Way } from '../model/schema.ts';
import type { Next } from './standing.ts';
import { OVER, type Lane, type State } from './states.ts';
import type { Row } from './row.ts';
import { statusAt } from './status.ts';
import { lineage } from './succession.ts';

/** One control, or one that continues another. */
export type Line = {
  then: Row | null;
  now: Row | null;
  next: Next | null;
  /** The law changed in between: amber. */
  changed: boolean;
  /** When it did, or when a rule that was in effect already became public. */
  changedOn: DateText | null;
  /** Not known, then or now: dotted grey. */
  unknown: boolean;
};
/**
 * The lines of one issuer on one act, toward the same. Needs, reports and claims are apart from the
 * law.
 */
export type Group = { lane: Lane; issuer: string; restrains: Restrains; toward: Toward; lines: Line[] };
export type ThenNowNext = {
  /** Measures aimed at the entry itself, the most telling first. */
  groups: Group[];
  /** Rules on all dual-use items or the like: one folded line on the card. */
  horizontal: Group[];
  /** Over before the article's day (or before today, without one). */
  past: Group[];
  changed: boolean;
  asOf: DateText | null;
};

/** The row that speaks for a line: the present one, else the one of the article's day. */
export const rowOfLine = ({ now, then }: Line): Row | null => now ?? then;

/** Whom it is aimed at: parties are left out, since lists of them grow. */
const aim = ({ toward: { destinations, groups, users, uses, hq, origin } }: Row): string =>
  JSON.stringify([destinations, groups, users, uses, hq, origin]);

/** An amount, a longer term or a new text for the same is no change that a user must hear of. */
const sameLaw = (a: Row, b: Row): boolean => a.state === b.state && a.way === b.way && aim(a) === aim(b);

/**
 * The same for two rows of the same law, so that a state can be compared with one kept from before.
 */
export const lawKey = (row: Row): string => digestText([row.state, row.way, aim(row)]);

/**
 * The day on which a row reached its present state. Where a later text only continues it, that is
 * its first day, if it is later than the article.
 */
function changeOf(now: Row, articleDay: Day): DateText | null {
  // The events after a silent end are unknown: the last known one is the act before it.
  if (now.state === 'not known since') return now.decided && effectDate(now.decided);
  if (now.byText) return now.byText.since;
  // A measure that begins later changed when it was made.
  if (now.state === 'made, not started') return now.since;
  const isBeginning = now.waySince === null || now.decided?.does === 'imposes';
  const began = now.continues.length > 0 && isBeginning ? (now.waySince ?? now.since) : null;
  if (began !== null && spanOf(began).first > articleDay) return began;
  const effect = now.decided ? effectDate(now.decided) : now.since;
  return latest([effect, now.amountSince].flatMap((date) => date ?? []));
}

type Change = Pick<Line, 'changed' | 'changedOn' | 'unknown'>;

/** The change between two rows of one measure; null where the law is the same. */
function changeBetween(then: Row, now: Row, articleDay: Day): Partial<Change> | null {
  // A state that is lost by silence is no change of the law; an act before the silence is.
  const acted = now.decided !== null && spanOf(effectDate(now.decided)).last > articleDay;
  if (then.unsure || now.unsure || sameLaw(then, now) || (now.state === 'not known since' && !acted)) return null;
  // A state that no act after the article brought about is no change of the law either.
  const dates = [changeOf(now, articleDay), now.since, now.decided?.public];
  const after = dates.find((date) => date && spanOf(date).last > articleDay);
  return after ? { changed: true, changedOn: after } : null;
}

/** A measure that did not touch the entry on the article's day. */
function changeToNew(now: Row, articleDay: Day): Partial<Change> {
  if (now.unsure || now.since?.startsWith('<') === true) return { unknown: true };
  const effect = changeOf(now, articleDay);
  const late = now.decided !== null && effect !== null && spanOf(effect).last <= articleDay;
  const began = late && now.decided ? now.decided.public : (effect ?? now.since);
  // An older rule reached it when it entered the list that the rule is on.
  return { changed: true, changedOn: latest([began, now.entered].flatMap((date) => date ?? [])) };
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
 * Measures on an entry and measures toward it are aimed at it alike: of a firm's listings, the
 * strictest comes first.
 */
const RELATION_ORDER: Readonly<Record<Row['relation'], number>> = {
  covers: 0,
  toward: 0,
  text: 1,
  'changed by': 2,
  by: 3,
};

/** Countries are named; a stranger's list may hold none at all. */
const areSome = (countries: readonly string[] = []): boolean => countries.length > 0 && !countries.includes('all');

/** Concerns goods from some countries only. */
const isFromSome = ({ toward: { origin } }: Row): boolean => areSome(origin);

/**
 * Whole economies under sanctions: what falls on them alone is asked less of a good than what falls
 * on others.
 */
const SANCTIONED: ReadonlySet<string> = new Set(['RU', 'BY']);
const isSanctioned = (countries: readonly string[] = []): boolean =>
  areSome(countries) && countries.every((code) => SANCTIONED.has(code));

/**
 * The measure concerns some countries' goods only, or goods for sanctioned ones: left out for
 * others.
 */
export const isForSome = (row: Row): boolean => isFromSome(row) || isSanctioned(row.toward.destinations);

/**
 * The reach of a measure on a good. 2: goods for sanctioned countries; 1: goods from some
 * countries, or for some buyers or importers.
 */
const partOf = (row: Row): number => {
  if (row.relation !== 'covers' || row.cover?.entry?.startsWith('company/') === true) return 0;
  if (isSanctioned(row.toward.destinations)) return 2;
  const bySome = row.toward.users !== undefined && (row.restrains === 'buy' || row.restrains === 'import');
  return isFromSome(row) || bySome ? 1 : 0;
};

/**
 * Binds some users or parties only. The measure on an entry that is itself such a party is aimed at
 * it all the same.
 */
const bindsSome = ({ relation, toward: { users, uses, parties } }: Row): boolean =>
  (relation === 'covers' || relation === 'text') && [users, uses, parties].some((some) => some !== undefined);

/** No rule of it is in force yet, or its state is unknown. */
const NOT_YET: ReadonlySet<State> = new Set(['planned', 'made, not started', 'paused before start', 'not known since']);

/** Something is known to hold by it. */
export const holds = (row: Row | null): boolean => row !== null && !OVER.has(row.state) && !NOT_YET.has(row.state);

/**
 * Ranks lines: the law before reports; then states in force, possible, over; then changed ones;
 * then aim (the entry itself, all of a good, everybody, some users), weight, and countries other
 * than sanctioned ones.
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
    // A duty of nothing, for the time being.
    row.amount?.startsWith('0 %') ? 1 : 0,
  ];
}

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
 * Then, now and next for an entry. `articleDay` null: the article has no date, and there is no
 * then. Then is the status known on that day (or on `knownThen`), now and next are as known today.
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

  // An instrument shows its own measures, over or not; those of others only while they are not
  // over, unless there are no others.
  const isOver = (line: Line) =>
    !line.changed &&
    (line.now === null || OVER.has(line.now.state)) &&
    (line.then === null || OVER.has(line.then.state));
  const allOver = lines.every(isOver);
  const isOwn = (line: Line) => rowOfLine(line)?.control.text.instrument === entryId;
  const isPast = (line: Line) => !allOver && !isOwn(line) && isOver(line);
  // A clause on all dual-use items goes with the clause of the same announcement that names the
  // item; a rule that names the entry as a party is aimed at it.
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
      // A rule on know-how or models folds on the metals and chips that it touches, not on the
      // know-how itself.
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
    asOf: latest(alive.flatMap(({ now }) => now?.asOf ?? [])),
  };
}
