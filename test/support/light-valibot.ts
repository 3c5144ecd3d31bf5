/** The validators of scripts in pages next to valibot: the same schema in both, and values that fit it or nearly do. */
import fc from 'fast-check';
import { expect } from 'vitest';
import * as v from 'valibot';
import * as light from '../../lib/messaging/light-valibot.ts';
import { runs } from './runs.ts';

interface Known {
  kind: string;
  type: string;
  requirement?: unknown;
  operation?: (value: unknown) => unknown;
  fallback?: unknown;
  pipe?: readonly Known[];
  entries?: Record<string, Known>;
  item?: Known;
  wrapped?: Known;
  literal?: unknown;
  key?: string;
  options?: readonly unknown[];
}

/** What the light validators make of a schema, as if it had been written with them. */
function lightOf(schema: Known): ReturnType<typeof light.unknown> {
  const inner = (one: unknown) => lightOf(one as Known);
  if (schema.fallback !== undefined) return light.fallback(inner({ ...schema, fallback: undefined }), schema.fallback);
  if (schema.pipe) {
    const [first, ...rest] = schema.pipe;
    return light.pipe(inner({ ...(first as Known), pipe: undefined }), ...rest.map(inner));
  }
  switch (schema.type) {
    case 'string':
      return light.string();
    case 'number':
      return light.number();
    case 'boolean':
      return light.boolean();
    case 'unknown':
      return light.unknown();
    case 'literal':
      return light.literal(schema.literal);
    case 'picklist':
      return light.picklist(schema.options ?? []);
    case 'array':
      return light.array(inner(schema.item));
    case 'nullable':
      return light.nullable(inner(schema.wrapped));
    case 'optional':
      return light.optional(inner(schema.wrapped));
    case 'variant':
      return light.variant(schema.key ?? '', (schema.options ?? []).map(inner));
    case 'object':
    case 'loose_object': {
      const entries = Object.fromEntries(Object.entries(schema.entries ?? {}).map(([name, one]) => [name, inner(one)]));
      return schema.type === 'object' ? light.object(entries) : light.looseObject(entries);
    }
    case 'transform':
      return light.transform(schema.operation as (value: never) => unknown);
    case 'regex':
      return light.regex(schema.requirement as RegExp);
    case 'iso_date':
      return light.isoDate();
    case 'integer':
      return light.integer();
    case 'min_value':
      return light.minValue(schema.requirement as number);
    case 'max_value':
      return light.maxValue(schema.requirement as number);
    case 'max_length':
      return light.maxLength(schema.requirement as number);
    default:
      throw new Error(`pages have no ${schema.type}`);
  }
}

const odd = fc.oneof(
  fc.anything(),
  fc.constantFrom('', '2026-02-30', '2026-11-09', 'mineral/gallium', 'x'.repeat(400)),
);

/** Values that fit, or nearly. */
function near(schema: Known): fc.Arbitrary<unknown> {
  const fitting = (): fc.Arbitrary<unknown> => {
    switch (schema.type) {
      case 'string':
        return fc.oneof(fc.string(), fc.constantFrom('2026-11-09', 'mineral/gallium', 'lst:chip/h20'));
      case 'number':
        return fc.oneof(fc.nat(5000), fc.double());
      case 'boolean':
        return fc.boolean();
      case 'literal':
        return fc.constant(schema.literal);
      case 'picklist':
        return fc.constantFrom(...(schema.options ?? []));
      case 'array':
        return fc.array(near(schema.item as Known), { maxLength: 4 });
      case 'nullable':
        return fc.option(near(schema.wrapped as Known));
      case 'optional':
        return fc.option(near(schema.wrapped as Known), { nil: undefined });
      case 'variant':
        return fc.oneof(...(schema.options ?? []).map((one) => near(one as Known)));
      case 'object':
      case 'loose_object': {
        const entries = Object.entries(schema.entries ?? {});
        const fields = Object.fromEntries(entries.map(([name, one]) => [name, near(one)]));
        return fc
          .tuple(
            fc.record(fields),
            fc.option(fc.constantFrom('later', '__proto__', ...Object.keys(fields)), { freq: 3 }),
            odd,
          )
          .map(([made, name, value]) => {
            if (name !== null) Object.defineProperty(made, name, { value, enumerable: true, configurable: true });
            return made;
          });
      }
      default:
        return odd;
    }
  };
  return fc.oneof({ weight: 60, arbitrary: fitting() }, { weight: 1, arbitrary: odd });
}

/** Fails where the two take other values, or take them otherwise. */
export function expectTheSame(given: v.GenericSchema): void {
  const schema = given as v.GenericSchema & Known;
  const its = lightOf(schema);
  fc.assert(
    fc.property(near(schema), (value) => {
      const told = v.safeParse(schema, value);
      const taken = light.safeParse(its, value);
      expect(taken.success).toBe(told.success);
      if (told.success) expect(taken.output).toStrictEqual(told.output);
    }),
    runs(400),
  );
}
