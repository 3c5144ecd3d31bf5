/**
 * YAML as lists and gold passages are written in it: a date is a text, and a key that stands twice
 * an error.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CORE_SCHEMA, load } from 'js-yaml';
import * as v from 'valibot';

/** Throws with line and column where the text is no YAML. */
export const readYaml = (text: string): unknown => load(text, { schema: CORE_SCHEMA });

/** All YAML files of a folder by name, each with its name as its id. Throws, naming a bad file. */
export function readYamlFolder<S extends v.GenericSchema<unknown, object>>(
  folder: string,
  schema: S,
): (v.InferOutput<S> & { id: string })[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => {
      const result = v.safeParse(schema, readYaml(readFileSync(join(folder, name), 'utf8')));
      if (!result.success) throw new Error(`${name}: ${v.summarize(result.issues)}`);
      return { ...result.output, id: basename(name, '.yaml') };
    });
}
