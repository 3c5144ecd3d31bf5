/**
 * The state of one control for an entry on a day: the lane with the best evidence, and what is
 * uncertain.
 */
import { addDays, compareDates, EARLIEST, latestDate, spanOf } from '../model/fuzzy-dates.ts';
import { effectsOn, type Effect } from './effects.ts';
import { belongingOn, type Knowledge, type Link, type Relation } from '../model/knowledge-index.ts';
import { SOURCE_CLASSES } from '../model/source-classes.ts';
import type { Act, Control, Cover, DateText, Day, Restrains, Source, Step, Toward } from '../model/schema.ts';
import { standingOn, type Standing } from './standing.ts';
import { carriesInForce, IN_FORCE, isLegal, isReported, isSaid, sourcesOf, type Lane } from './states.ts';

/** The state of one control for one entry on one day. */
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
  /** The first day of the entry on that list, if known. */
  entered: DateText | null;
  /** The newest date among the sources of the known acts, or else among the acts. */
  asOf: DateText | null;
  /** The amount or rate on the day, for a control with steps. */
  amount: string | null;
  /** The first day of that amount, if the control is older. */
  amountSince: DateText | null;
  /** True if the entry has left the list through which the control reached it. */
  left: boolean;
  /** An act with an imprecise date that may or may not have taken effect by the day. */
  unsure: Act | null;
  /** The ids of controls that this one continues without a gap. */
  continues: string[];
  saidBy: string[];
  silent: string[];
  denied: string[];
  /** Claims, statements and reports about the control that do not change its legal state. */
  apart: Act[];
  basis: Act['basis'] | null;
  note: string | null;
  /** Official texts first. Within a class, the sources of the deciding act come first. */
  sources: Source[];
};

/** `day`: the day of the state. `knownOn`: acts published later are ignored. */
export type RowRequest = { knowledge: Knowledge; entryId: string; day: Day; knownOn: Day };

/** Turns a state in force into `reported only`, for measures without a strong source. */
const onReport = (standing: Standing): Standing =>
  IN_FORCE.has(standing.state) ? { ...standing, state: 'reported only' } : standing;

/** The lane with the best evidence on that day, and the state by it. */
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

/**
 * The standing. If acts with imprecise dates could make it another, its state is `not known since`.
 */
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
  // A text that may not exist yet, or a plan, is no state of the law that could be uncertain.
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
 * The newest date among the sources of these acts that were public on `knownOn`. A source without a
 * date counts with the date of its act. Without any, the date of the newest act.
 */
function newestSource(acts: readonly Act[], knownOn: Day): DateText | null {
  const newest = (dates: readonly DateText[]) =>
    latestDate(dates.filter((date) => !date.startsWith('<') && spanOf(date).first <= knownOn));
  return (
    newest(acts.flatMap((act) => sourcesOf(act).map(({ date }) => date ?? act.public))) ??
    newest(acts.map((act) => act.public))
  );
}

/**
 * The day on which the entry joined the list. A measure that reaches the entry through that list
 * has evidence at least as new.
 */
const enteredOn = ({ from }: Link, knownOn: Day): DateText | null =>
  from !== undefined && !from.startsWith('<') && spanOf(from).first <= knownOn ? from : null;

function orderedSources(acts: readonly Act[], decided: Act | null): Source[] {
  const found = new Map<string, Source>();
  for (const act of decided ? [decided, ...acts] : acts)
    for (const source of sourcesOf(act)) if (!found.has(source.url)) found.set(source.url, source);
  return [...found.values()].sort((a, b) => SOURCE_CLASSES.indexOf(a.class) - SOURCE_CLASSES.indexOf(b.class));
}

/**
 * The step that applies on the day. A step "from 2026" without an end applies in that year only.
 */
function stepOn(control: Control, day: Day): Step | undefined {
  return control.steps?.findLast(({ from, until }) => {
    const start = spanOf(from);
    const end = until === undefined ? (start.precision === 'day' ? null : start.last) : spanOf(until).last;
    return start.first <= day && (end === null || day <= end);
  });
}

/**
 * Adjusts the standing for a member of a list: a measure reaches it from the day on which it joins
 * until the day on which it leaves.
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

/** The amount on the day, and its first day if the control is older than the amount. */
function amountOn(control: Control, day: Day, since: DateText | null): Pick<Row, 'amount' | 'amountSince'> {
  const step = stepOn(control, day);
  if (!step) return { amount: null, amountSince: null };
  const isNewer = since !== null && spanOf(step.from).precision === 'day' && compareDates(step.from, since) > 0;
  return { amount: step.amount, amountSince: isNewer ? step.from : null };
}

/** Who says so, who is silent and who denies it, by the deciding act. */
const sidesOf = (decided: Act | null, control: Control, lane: Lane): Pick<Row, 'saidBy' | 'silent' | 'denied'> => ({
  saidBy: decided?.saidBy ?? (lane === 'claim' ? [control.by] : []),
  silent: decided?.silent ?? [],
  denied: decided?.denied ?? [],
});

function isInLane(act: Act, lane: Lane): boolean {
  if (lane === 'claim') return isSaid(act);
  return isLegal(act) || (lane === 'reported' && isReported(act));
}

/** How one control touches the entry on `day`, as known on `knownOn`; null if it does not. */
export function rowOf({ knowledge, entryId, day, knownOn }: RowRequest, link: Link): Row | null {
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
    asOf: latestDate([newestSource(known, knownOn), enteredOn(link, knownOn)].flatMap((date) => date ?? [])),
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
