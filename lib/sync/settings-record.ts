/**
 * Converts the user's settings to fields of a record, so that they sync like terms. Only
 * differences from the defaults are included. Each element of a list is a field, so that the
 * additions of two devices are both kept.
 */
import { sameValue, type Json, type OwnRecord } from '../terms/record.ts';

/** The id of the record that carries all synced settings. */
export const SETTINGS = 'settings/all';

type Sparse = Readonly<Record<string, unknown>>;
type Fields = Record<string, Json>;

/** Not synced: the day that the user looks at belongs to one session on one device. */
const STAYS_HERE: ReadonlySet<string> = new Set(['asOf']);
/** The property that identifies an element of a list; by default the whole element does. */
const KEY_OF: Readonly<Record<string, string>> = { choices: 'name', siteDensities: 'site' };
const IN_LIST = '\n';

const isJson = (value: unknown): value is Json =>
  value === null ||
  ['boolean', 'number', 'string'].includes(typeof value) ||
  (Array.isArray(value)
    ? value.every(isJson)
    : typeof value === 'object' && value !== null && Object.values(value).every(isJson));

function keyOf(name: string, element: Json): string {
  const key = Object.hasOwn(KEY_OF, name) ? KEY_OF[name] : undefined;
  if (key !== undefined && typeof element === 'object' && element !== null && !Array.isArray(element))
    return JSON.stringify((element as Fields)[key] ?? null);
  return JSON.stringify(element);
}

/** One field a setting or element of a list. Its value is `[value]`; null means the default. */
function settingsToFields(sparse: Sparse): Fields {
  const fields: Fields = {};
  for (const [name, value] of Object.entries(sparse)) {
    if (STAYS_HERE.has(name) || !isJson(value)) continue;
    if (Array.isArray(value))
      for (const element of value as readonly Json[])
        fields[`${name}${IN_LIST}${keyOf(name, element)}`.slice(0, 400)] = [element];
    else fields[name] = [value];
  }
  return fields;
}

/** The name of the setting that a field belongs to. */
export const settingNamed = (field: string): string => field.split(IN_LIST)[0] ?? '';
/** Takes a setting out of its field, which holds it in an array of one. */
export const settingIn = (value: Json): Json => (Array.isArray(value) ? ((value as readonly Json[])[0] ?? null) : null);

/**
 * Converts fields back to settings. The elements of a list come in the order in which they were
 * written.
 */
export function fieldsToSettings(record: OwnRecord | undefined): Record<string, Json> {
  const settings = new Map<string, Json>();
  const written = Object.entries(record?.fields ?? {}).sort(([, a], [, b]) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  for (const [field, { value }] of written) {
    if (!Array.isArray(value)) continue;
    const [inner] = value as readonly Json[];
    if (inner === undefined) continue;
    const [name = '', element] = field.split(IN_LIST);
    if (STAYS_HERE.has(name)) continue;
    const before = settings.get(name);
    if (element === undefined) settings.set(name, inner);
    // Another version may have turned a single value into a list. The list is kept.
    else settings.set(name, Array.isArray(before) ? [...(before as readonly Json[]), inner] : [inner]);
  }
  return Object.fromEntries(settings);
}

/** The user's changes between `before` and `now`, as fields to write. */
export function settingsChanges(before: Sparse, now: Sparse): Fields {
  const [old, wanted] = [settingsToFields(before), settingsToFields(now)];
  const changes: Fields = {};
  for (const field of Object.keys(old)) if (!Object.hasOwn(wanted, field)) changes[field] = null;
  for (const [field, value] of Object.entries(wanted))
    if (!Object.hasOwn(old, field) || !sameValue(old[field], value)) changes[field] = value;
  return changes;
}

/** The settings of the record, with those of this device that are not synced. */
export function settingsFrom(sparse: Sparse, record: OwnRecord | undefined): Record<string, unknown> {
  const here = Object.fromEntries(Object.entries(sparse).filter(([name]) => STAYS_HERE.has(name)));
  return { ...fieldsToSettings(record), ...here };
}
