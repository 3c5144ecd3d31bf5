/**
 * Finds dates that do not exist, impossible sequences of dates, and claims with too little support.
 */
import { compareDates, existsInCalendar, spanOf } from '../../knowledge/model/fuzzy-dates.ts';
import { firstFreeDay } from '../../knowledge/status/effects.ts';
import type { Act, KnowledgeList } from '../../knowledge/model/schema.ts';
import { carriesInForce, isLegal, sourcesOf } from '../../knowledge/status/states.ts';
import type { Problem } from '../build/load-list.ts';
import { sourceListsIn } from '../upkeep/source-lists.ts';

const DATE = /^[~<]?\d{4}(?:-(?:H[12]|Q[1-4]|\d\d(?:-\d\d)?))?$/;
const DATED: ReadonlySet<string> = new Set([
  'date',
  'from',
  'until',
  'when',
  'public',
  'bites',
  'day',
  'lastSeen',
  'searched',
]);

function* datesIn(value: unknown): Generator<string> {
  if (Array.isArray(value)) for (const item of value) yield* datesIn(item);
  else if (value && typeof value === 'object')
    for (const [field, inner] of Object.entries(value)) {
      if (typeof inner === 'string' && DATED.has(field) && DATE.test(inner)) yield inner;
      else yield* datesIn(inner);
    }
}

function* spansIn(value: unknown): Generator<{ from: string; until: string }> {
  if (Array.isArray(value)) for (const item of value) yield* spansIn(item);
  else if (value && typeof value === 'object') {
    if ('from' in value && 'until' in value && typeof value.from === 'string' && typeof value.until === 'string')
      yield { from: value.from, until: value.until };
    for (const inner of Object.values(value)) yield* spansIn(inner);
  }
}

/** The faults of one act; each text continues a sentence that begins with the act's id. */
function* faultsOf(act: Act): Generator<string> {
  const start = act.bites ?? act.public;
  if (act.upTo && firstFreeDay(act.upTo) < spanOf(start).first)
    yield `ends (${act.upTo.day}) before it takes effect (${start})`;
  if (act.does === 'claims' && !act.saidBy?.length) yield 'is a claim and does not tell who makes it (saidBy)';
  if (isLegal(act) && act.does !== 'plans' && sourcesOf(act).every(({ read }) => read === false))
    yield 'moves the law on addresses alone that nobody opened (read: false)';
}

/** The faults that must be corrected. */
export function checkClaims(list: KnowledgeList, files: ReadonlyMap<string, string>): Problem[] {
  const problems: Problem[] = [];
  const say = (id: string, message: string) => problems.push({ file: files.get(id) ?? id, message });
  for (const record of [...list.entries, ...list.controls, ...list.acts]) {
    for (const date of new Set(datesIn(record)))
      if (!existsInCalendar(date)) say(record.id, `has the date ${date}, which the calendar does not have`);
    for (const { from, until } of spansIn(record))
      if (spanOf(until).last < spanOf(from).first) say(record.id, `ends (${until}) before it begins (${from})`);
  }
  for (const act of list.acts) for (const fault of faultsOf(act)) say(act.id, fault);
  const done = new Set(list.acts.flatMap(({ on }) => on));
  for (const control of list.controls)
    if (!done.has(control.id)) say(control.id, 'has no act: nothing tells when it began or who says so');
  return problems;
}

/** Findings that deserve a second look but do not fail the check. */
export function adviseClaims(list: KnowledgeList, files: ReadonlyMap<string, string>): Problem[] {
  const advice: Problem[] = [];
  const say = (id: string, message: string) => advice.push({ file: files.get(id) ?? id, message });
  for (const act of list.acts) {
    if (act.does !== 'imposes' || !isLegal(act)) continue;
    if (!carriesInForce(act))
      say(
        act.id,
        'imposes by law, and no official text, mirror or law firm that was read stands behind it: shown as reported',
      );
  }
  for (const act of list.acts)
    if (sourcesOf(act).every(({ date }) => date === undefined))
      say(act.id, 'has no source with a date: its own day stands for the newest source');
  for (const record of [...list.entries, ...list.controls, ...list.acts])
    for (const keys of sourceListsIn(record))
      if (keys.every((key) => record.sources[key]?.read === false))
        say(record.id, `has a claim on addresses alone that nobody opened (${keys.join(', ')})`);
  // Office holders change unnoticed: a name without a day would read as if it were true today.
  for (const entry of list.entries)
    for (const office of entry.offices ?? [])
      if (!office.until && !office.lastSeen)
        say(entry.id, `names ${office.name} in office without the day of a source that does (lastSeen)`);
  for (const control of list.controls) {
    const acts = list.acts.filter((act) => act.on.includes(control.id));
    const first = acts.find(
      (act) => act.does === 'imposes' || act.does === 'plans' || act.does === 'claims' || act.does === 'amends',
    );
    if (acts.length > 0 && !first) say(control.id, 'has no act that imposes, plans or claims it');
    const sorted = acts
      .filter((act) => act.does === 'imposes')
      .toSorted((a, b) => compareDates(a.bites ?? a.public, b.bites ?? b.public));
    const early = acts.find(
      (act) =>
        act.does === 'ends' &&
        sorted[0] &&
        spanOf(act.bites ?? act.public).last < spanOf(sorted[0].bites ?? sorted[0].public).first,
    );
    if (early) say(control.id, `is ended (${early.bites ?? early.public}) before it is imposed`);
  }
  return advice;
}

/**
 * Sources that no claim of their file cites: a correction left them behind, or a claim lost its
 * source.
 */
export function adviseUncited(list: KnowledgeList, files: ReadonlyMap<string, string>): Problem[] {
  const cited = new Map<string, Set<string>>();
  const listed = new Map<string, Set<string>>();
  const into = (sets: Map<string, Set<string>>, file: string, keys: readonly string[]) =>
    sets.set(file, new Set([...(sets.get(file) ?? []), ...keys]));
  for (const record of [...list.entries, ...list.controls, ...list.acts]) {
    const file = files.get(record.id) ?? record.id;
    into(listed, file, Object.keys(record.sources));
    into(cited, file, [...sourceListsIn(record)].flat());
  }
  return [...listed].flatMap(([file, keys]) =>
    [...keys]
      .filter((key) => !cited.get(file)?.has(key))
      .map((key) => ({ file, message: `has the source ${key}, which no claim cites` })),
  );
}
