/** Reads the YAML of lists and gold passages. A date is a text, and a repeated key is an error. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CORE_SCHEMA, load } from 'js-yaml';
import * as v from 'valibot';

/** Throws with line and column if the text is not YAML. */
export const readYaml = (text: string): unknown => load(text, { schema: CORE_SCHEMA });

/**
 * All YAML files of a folder, sorted by name; the name is the id. Throws with the name of a bad
 * file.
 */
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
