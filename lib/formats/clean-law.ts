/**
 * Cleans the controls and acts of an untrusted list. A record is taken whole or refused. A control
 * with a refused act is refused too, because without that act its state would be wrong.
 */
import { circularLinks, earlierControls } from '../knowledge/model/continuations.ts';
import { Act, Control } from '../knowledge/model/schema.ts';
import { cleanFields } from './clean-entry.ts';
import type { Notes } from './notes.ts';
import { dropUncited, impossibleDates, isFields, pruned } from './remove-refused-fields.ts';
import type * as v from 'valibot';

const idsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((id) => typeof id === 'string') : typeof value === 'string' ? [value] : [];

/**
 * Only optional texts that do not affect the state, and sources that nothing cites, may be left
 * out.
 */
function cleanRecord<T extends { id: string; sources: Record<string, unknown> }>(
  schema: v.GenericSchema<unknown, T>,
  needed: ReadonlySet<string>,
  raw: unknown,
  fallback: string,
  notes: Notes,
): T | null {
  const cleaned = cleanFields(raw, fallback, notes);
  if (!cleaned) return null;
  const { label, fields } = cleaned;
  for (const path of impossibleDates(fields)) {
    const source = path[0] === 'sources' && isFields(fields['sources']) ? fields['sources'][path[1] ?? ''] : undefined;
    notes.add(label, path.join('.'), 'date', !isFields(source));
    if (!isFields(source)) return null;
    delete source[path[2] ?? ''];
  }
  const record = pruned(schema, fields, needed, label, notes);
  if (!record) return null;
  const bare: string[][] = [];
  dropUncited(record, new Set(Object.keys(record.sources)), [], bare);
  if (bare.length === 0) return record;
  notes.add(label, bare[0]?.join('.') ?? '', 'source', true);
  return null;
}

const CONTROL: ReadonlySet<string> = new Set([
  'id',
  'by',
  'text',
  'title',
  'restrains',
  'way',
  'covers',
  'toward',
  'horizontal',
  'steps',
  'continues',
  'sources',
]);
const ACT: ReadonlySet<string> = new Set([
  'id',
  'does',
  'on',
  'part',
  'public',
  'bites',
  'upTo',
  'leaves',
  'text',
  'basis',
  'saidBy',
  'silent',
  'denied',
  'src',
  'sources',
]);

/** Controls and acts of a list that refer only to each other and to its entries. */
export interface Law {
  controls: Control[];
  acts: Act[];
}

/**
 * Acts of one control; the built-in list has at most 17. Each act is compared with all before it,
 * so the time grows with the square.
 */
const MAX_ACTS_ON_CONTROL = 500;
/** Records that are read before yielding to other work on the thread. */
const RECORDS_AT_A_TIME = 1000;

/** Ids of controls with too many acts to compute a status in time. */
function controlsWithTooManyActs(acts: readonly Act[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { on } of acts) for (const id of on) counts.set(id, (counts.get(id) ?? 0) + 1);
  return new Set([...counts].flatMap(([id, count]) => (count > MAX_ACTS_ON_CONTROL ? [id] : [])));
}

/** Removes the link that closes a circle of controls that continue each other. */
function openCircles(controls: readonly Control[], notes: Notes): Control[] {
  const links = circularLinks(controls);
  return controls.map((control) => {
    const closing = links.get(control.id);
    if (!closing) return control;
    notes.add(control.id, 'continues', 'circle');
    const kept = earlierControls(control).filter((id) => !closing.includes(id));
    const { continues: _, ...rest } = control;
    return kept.length > 0 ? { ...rest, continues: kept } : rest;
  });
}

/** Yields from time to time, so that the caller can let other work run. */
export function* cleanLaw(
  rawControls: readonly unknown[],
  rawActs: readonly unknown[],
  notes: Notes,
): Generator<undefined, Law> {
  const acts: Act[] = [];
  const broken = new Set<string>();
  for (const [k, raw] of rawActs.entries()) {
    if (k % RECORDS_AT_A_TIME === RECORDS_AT_A_TIME - 1) yield;
    const act = cleanRecord(Act, ACT, raw, `act ${k + 1}`, notes);
    if (act) acts.push(act);
    else if (isFields(raw)) for (const id of idsIn(raw['on'])) broken.add(id);
  }
  const laden = controlsWithTooManyActs(acts);
  const controls: Control[] = [];
  for (const [k, raw] of rawControls.entries()) {
    if (k % RECORDS_AT_A_TIME === RECORDS_AT_A_TIME - 1) yield;
    const id = isFields(raw) && typeof raw['id'] === 'string' ? raw['id'] : '';
    if (broken.has(id)) notes.add(id, '', 'act_refused', true);
    else if (laden.has(id)) notes.add(id, 'acts', 'too_many', true);
    else {
      const control = cleanRecord(Control, CONTROL, raw, `control ${k + 1}`, notes);
      if (control) controls.push(control);
    }
  }
  return { controls: openCircles(controls, notes), acts };
}
