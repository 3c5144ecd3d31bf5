/**
 * As much of valibot as scripts in pages use: whether a value fits, and what it is then, without a word on
 * why not. The build puts it in valibot's place there, so that pages do not carry what nobody reads; it
 * answers as valibot does, which a test holds it to for every schema that pages know.
 */
const UNFIT = Symbol('unfit');
type Schema = (value: unknown) => unknown;
type Entries = Record<string, Schema>;

const where =
  (fits: (value: never) => boolean): Schema =>
  (value) =>
    fits(value as never) ? value : UNFIT;

/* @__NO_SIDE_EFFECTS__ */
export const unknown = (): Schema => (value) => value;
/* @__NO_SIDE_EFFECTS__ */
export const string = (): Schema => where((value) => typeof value === 'string');
/* @__NO_SIDE_EFFECTS__ */
export const number = (): Schema => where((value) => typeof value === 'number' && !Number.isNaN(value));
/* @__NO_SIDE_EFFECTS__ */
export const boolean = (): Schema => where((value) => typeof value === 'boolean');
/* @__NO_SIDE_EFFECTS__ */
export const literal = (one: unknown): Schema => where((value) => value === one);
/* @__NO_SIDE_EFFECTS__ */
export const picklist = (all: readonly unknown[]): Schema => where((value) => all.includes(value));

/* @__NO_SIDE_EFFECTS__ */
export const regex = (pattern: RegExp): Schema => where((value: string) => pattern.test(value));
/* @__NO_SIDE_EFFECTS__ */
export const isoDate = (): Schema => regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/);
/* @__NO_SIDE_EFFECTS__ */
export const integer = (): Schema => where((value: number) => Number.isInteger(value));
/* @__NO_SIDE_EFFECTS__ */
export const minValue = (least: number): Schema => where((value: number) => value >= least);
/* @__NO_SIDE_EFFECTS__ */
export const maxValue = (most: number): Schema => where((value: number) => value <= most);
/* @__NO_SIDE_EFFECTS__ */
export const maxLength = (most: number): Schema => where((value: ArrayLike<unknown>) => value.length <= most);
/* @__NO_SIDE_EFFECTS__ */
export const transform = (change: (value: never) => unknown): Schema => change as Schema;

/* @__NO_SIDE_EFFECTS__ */
export const pipe =
  (...steps: Schema[]): Schema =>
  (value) =>
    steps.reduce((now, step) => (now === UNFIT ? now : step(now)), value);

/* @__NO_SIDE_EFFECTS__ */
export const nullable =
  (schema: Schema): Schema =>
  (value) =>
    value === null ? null : schema(value);
/* @__NO_SIDE_EFFECTS__ */
export const optional =
  (schema: Schema): Schema =>
  (value) =>
    value === undefined ? value : schema(value);
/* @__NO_SIDE_EFFECTS__ */
export const fallback =
  (schema: Schema, instead: unknown): Schema =>
  (value) => {
    const taken = schema(value);
    return taken === UNFIT ? instead : taken;
  };

/* @__NO_SIDE_EFFECTS__ */
export const array =
  (schema: Schema): Schema =>
  (value) => {
    if (!Array.isArray(value)) return UNFIT;
    const taken = Array.from(value, (one) => schema(one));
    return taken.includes(UNFIT) ? UNFIT : taken;
  };

const UNSAFE = new Set(['__proto__', 'prototype', 'constructor']);

const fields =
  (entries: Entries, others: boolean): Schema =>
  (value) => {
    if (typeof value !== 'object' || value === null) return UNFIT;
    const found = value as Record<string, unknown>;
    const taken: Record<string, unknown> = {};
    for (const name in entries) {
      const one = entries[name]?.(found[name]);
      if (one === UNFIT) return UNFIT;
      if (one !== undefined || name in found) taken[name] = one;
    }
    if (others)
      for (const name of Object.keys(found))
        if (!Object.hasOwn(entries, name) && !UNSAFE.has(name)) taken[name] = found[name];
    return taken;
  };
/* @__NO_SIDE_EFFECTS__ */
export const object = (entries: Entries): Schema => fields(entries, false);
/* @__NO_SIDE_EFFECTS__ */
export const looseObject = (entries: Entries): Schema => fields(entries, true);

/** Which of them it is its own `key` tells, by a literal: no two fit. */
/* @__NO_SIDE_EFFECTS__ */
export const variant =
  (_key: string, options: readonly Schema[]): Schema =>
  (value) => {
    for (const option of options) {
      const taken = option(value);
      if (taken !== UNFIT) return taken;
    }
    return UNFIT;
  };

export const is = (schema: Schema, value: unknown): boolean => schema(value) !== UNFIT;
export function safeParse(schema: Schema, value: unknown): { success: boolean; output: unknown } {
  const output = schema(value);
  return { success: output !== UNFIT, output };
}
export function parse(schema: Schema, value: unknown): unknown {
  const output = schema(value);
  if (output === UNFIT) throw new TypeError('not what it should be');
  return output;
}
