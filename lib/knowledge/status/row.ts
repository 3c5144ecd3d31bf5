/**
 * The state of one control for an entry on a day: the lane that speaks for it, and the uncertain
 * part.
 */
import { addDays, compareDates, EARLIEST, latest, spanOf } from '../model/fuzzy-dates.ts';
import { effectsOn, type Effect } from './effects.ts';
import { belongingOn, type Knowledge, type Link, type Relation } from '../model/knowledge-index.ts';
import { SOURCE_CLASSES } from '../model/source-classes.ts';
import type { Act, Control, Cover, DateText, Day, Restrains, Source, Step, Toward } from '../model/schema.ts';
import { standingOn, type Standing } from './standing.ts';
import { carriesInForce, IN_FORCE, isLegal, isReported, isSaid, sourcesOf, type Lane } from './states.ts';

export type Row = Standing & {
  control: Control;
  issuer: string;
  restrains: Restrains;
  toward: Toward;
  lane: Lane;
  horizontal: boolean;
  relation: Relation;
  cover: Cover | null;
  /** The list or class through which the control reaches the entry. */
  via: string | null;
  /** Its first day on that list, where that is known. */
  entered: DateText | null;
  /** The newest date among the sources of the acts known, or of the acts themselves. */
  asOf: DateText | null;
  /** The amount or rate for the day, where the control has steps. */
  amount: string | null;
  /** The first day of that amount, where the control is older. */
  amountSince: DateText | null;
  /** The entry left the list through which the control reached it. */
  left: boolean;
  /** An act with an imprecise date that may or may not have taken effect by the day. */
  unsure: Act | null;
  /** The control that this one continues without a gap. */
  continues: string[];
  saidBy: string[];
  silent: string[];
  denied: string[];
  /** Claims, statements and reports about the control that do not move its legal state. */
  apart: Act[];
  basis: Act['basis'] | null;
  note: string | null;
  /** The text first, then the rest, those of the deciding act before others. */
  sources: Source[];
};

export type Asked = { knowledge: Knowledge; entryId: string; day: Day; knownOn: Day };

/** The state that a measure would have, had it a source that carries it. */
const onReport = (standing: Standing): Standing =>
  IN_FORCE.has(standing.state) ? { ...standing, state: 'reported only' } : standing;

/** The lane that speaks for the control on that day, and its state there. */
function laneOf(
  control: Control,
  effects: readonly Effect[],
  day: Day,
  knownOn: Day,
  earliest: boolean,
): { lane: Lane; standing: Standing } | null {
  const stand = (some: readonly Effect[]) => standingOn(control, some, day, knownOn, earliest);
  const legal = stand(effects.filter(({ act }) => isLegal(act)));
  if (legal && legal.state !== 'planned') {
    if (control.restrains === 'nothing') return { lane: 'listed', standing: legal };
    if (legal.state === 'made, not started' || legal.state === 'never in effect' || legal.imposing.some(carriesInForce))
      return { lane: 'law', standing: legal };
    return { lane: 'reported', standing: onReport(legal) };
  }
  const reported = stand(effects.filter(({ act }) => isReported(act)));
  if (reported && reported.state !== 'planned') return { lane: 'reported', standing: onReport(reported) };
  if (legal) return { lane: 'law', standing: legal };
  if (reported) return { lane: 'reported', standing: reported };
  const said = stand(effects.filter(({ act }) => isSaid(act)));
  if (!said) return null;
  const kept = said.state === 'planned' || said.state === 'never in effect' || said.state === 'not known since';
  return { lane: 'claim', standing: kept ? said : { ...said, state: 'one side says' } };
}

/** The standing, with what is not certain on that day said as not known. */
function certainOn(
  control: Control,
  effects: readonly Effect[],
  day: Day,
  knownOn: Day,
): { lane: Lane; standing: Standing; unsure: Act | null } | null {
  const sure = laneOf(control, effects, day, knownOn, false);
  const open = effects.filter(
    ({ act, publicIn, bitesIn }) =>
      (publicIn.first <= knownOn && publicIn.last > knownOn) ||
      (bitesIn.first <= day && bitesIn.last > day) ||
      (act.upTo !== undefined && spanOf(act.upTo.day).precision !== 'day'),
  );
  if (open.length === 0) return sure && { ...sure, unsure: null };
  const possible = laneOf(control, effects, day, knownOn, true);
  if (
    !possible ||
    (sure && sure.standing.state === possible.standing.state && sure.standing.way === possible.standing.way)
  )
    return sure && { ...sure, unsure: null };
  // A text that may have been made, or a plan, is not yet a state of the law to be unsure about.
  if (!sure && (possible.standing.state === 'planned' || possible.standing.state === 'made, not started')) return null;
  const unsure = open.find(({ act }) => act === possible.standing.decided) ?? open[0];
  const first = unsure
    ? unsure.bitesIn.first > unsure.publicIn.first
      ? unsure.bitesIn.first
      : unsure.publicIn.first
    : EARLIEST;
  return {
    lane: possible.lane,
    standing: {
      ...possible.standing,
      state: 'not known since',
      since: first === EARLIEST ? null : first,
      until: null,
      byText: null,
    },
    unsure: unsure?.act ?? null,
  };
}

/**
 * The newest source of these acts that was public on `knownOn`. A source without a date is no older
 * than its act; where all are later, the newest act itself.
 */
function newestSource(acts: readonly Act[], knownOn: Day): DateText | null {
  const newest = (dates: readonly DateText[]) =>
    latest(dates.filter((date) => !date.startsWith('<') && spanOf(date).first <= knownOn));
  return (
    newest(acts.flatMap((act) => sourcesOf(act).map(({ date }) => date ?? act.public))) ??
    newest(acts.map((act) => act.public))
  );
}

/**
 * A measure that reaches the entry through a list rests on the entry's place on that list: it is no
 * older than the first day there.
 */
const enteredOn = ({ from }: Link, knownOn: Day): DateText | null =>
  from !== undefined && !from.startsWith('<') && spanOf(from).first <= knownOn ? from : null;

function orderedSources(acts: readonly Act[], decided: Act | null): Source[] {
  const found = new Map<string, Source>();
  for (const act of decided ? [decided, ...acts] : acts)
    for (const source of sourcesOf(act)) if (!found.has(source.url)) found.set(source.url, source);
  return [...found.values()].sort((a, b) => SOURCE_CLASSES.indexOf(a.class) - SOURCE_CLASSES.indexOf(b.class));
}

/** A step counts for its period: one "from 2026" without an end is the amount of that year. */
function stepOn(control: Control, day: Day): Step | undefined {
  return control.steps?.findLast(({ from, until }) => {
    const start = spanOf(from);
    const end = until === undefined ? (start.precision === 'day' ? null : start.last) : spanOf(until).last;
    return start.first <= day && (end === null || day <= end);
  });
}

/**
 * The standing of a control towards a member of a list: a measure reaches an entry from the day it
 * joins the list until the day it leaves.
 */
function whileOnList(standing: Standing, link: Link, hasLeft: boolean): Standing {
  if (hasLeft && link.until !== undefined) {
    const since = addDays(spanOf(link.until).last, 1);
    return { ...standing, state: 'ended', since, until: null, next: null, byText: null };
  }
  const joinedLater =
    link.from !== undefined && (standing.since === null || compareDates(link.from, standing.since) > 0);
  return joinedLater && link.from !== undefined && IN_FORCE.has(standing.state)
    ? { ...standing, since: link.from }
    : standing;
}

/** The amount of the day and, where the control is older than the amount, its first day. */
function amountOn(control: Control, day: Day, since: DateText | null): Pick<Row, 'amount' | 'amountSince'> {
  const step = stepOn(control, day);
  if (!step) return { amount: null, amountSince: null };
  const isNewer = since !== null && spanOf(step.from).precision === 'day' && compareDates(step.from, since) > 0;
  return { amount: step.amount, amountSince: isNewer ? step.from : null };
}

/** The parties behind the deciding act, those that are silent on it, and those that deny it. */
const sidesOf = (decided: Act | null, control: Control, lane: Lane): Pick<Row, 'saidBy' | 'silent' | 'denied'> => ({
  saidBy: decided?.saidBy ?? (lane === 'claim' ? [control.by] : []),
  silent: decided?.silent ?? [],
  denied: decided?.denied ?? [],
});

function isInLane(act: Act, lane: Lane): boolean {
  if (lane === 'claim') return isSaid(act);
  return isLegal(act) || (lane === 'reported' && isReported(act));
}

/** How one control bears on the entry on the day, as known on `knownOn`; null where it does not. */
export function rowOf({ knowledge, entryId, day, knownOn }: Asked, link: Link): Row | null {
  const { control } = link;
  const belongs = belongingOn(link, day);
  if (belongs === 'not yet') return null;
  const effects = effectsOn(knowledge, link, entryId);
  const found = certainOn(control, effects, day, knownOn);
  if (!found) return null;
  const { lane, unsure } = found;
  const standing = whileOnList(found.standing, link, belongs === 'left');
  const known = effects.filter(({ publicIn }) => publicIn.first <= knownOn).map(({ act }) => act);
  const { decided } = standing;
  return {
    ...standing,
    control,
    issuer: control.by,
    restrains: control.restrains,
    toward: control.toward,
    lane,
    horizontal: control.horizontal === true,
    relation: link.relation,
    cover: link.cover ?? null,
    via: link.via ?? null,
    entered: link.from ?? null,
    asOf: latest([newestSource(known, knownOn), enteredOn(link, knownOn)].flatMap((date) => date ?? [])),
    ...amountOn(control, day, standing.since),
    left: belongs === 'left',
    unsure,
    continues: [],
    ...sidesOf(decided, control, lane),
    apart: known.filter((act) => !isInLane(act, lane)),
    basis: decided?.basis ?? null,
    note: decided?.note ?? control.note ?? null,
    sources: orderedSources(known, decided),
  };
}
