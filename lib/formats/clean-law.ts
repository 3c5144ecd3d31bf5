/**
 * Controls and acts of a stranger's list. They are taken whole or not at all: a control without one of its
 * acts would be told in a state that it is not in, so it goes with the act that was refused.
 */
import { Act, Control } from '../knowledge/model/schema.ts';
import { cleanFields } from './clean-entry.ts';
import type { Notes } from './notes.ts';
import { dropUncited, impossibleDates, isFields, pruned } from './prune.ts';
import type * as v from 'valibot';

const idsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((id) => typeof id === 'string') : typeof value === 'string' ? [value] : [];

/** Optional texts that say nothing of the state may be missed; of sources any but the cited ones. */
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

export interface Law {
  controls: Control[];
  acts: Act[];
}

export function cleanLaw(rawControls: readonly unknown[], rawActs: readonly unknown[], notes: Notes): Law {
  const acts: Act[] = [];
  const broken = new Set<string>();
  rawActs.forEach((raw, k) => {
    const act = cleanRecord(Act, ACT, raw, `act ${k + 1}`, notes);
    if (act) acts.push(act);
    else if (isFields(raw)) for (const id of idsIn(raw['on'])) broken.add(id);
  });
  const controls: Control[] = [];
  rawControls.forEach((raw, k) => {
    if (isFields(raw) && typeof raw['id'] === 'string' && broken.has(raw['id']))
      notes.add(raw['id'], '', 'act_refused', true);
    else {
      const control = cleanRecord(Control, CONTROL, raw, `control ${k + 1}`, notes);
      if (control) controls.push(control);
    }
  });
  return { controls, acts };
}
