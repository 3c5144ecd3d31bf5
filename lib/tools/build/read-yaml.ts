/**
 * YAML as lists and gold passages are written in it: a date is a text, and a key that stands twice
 * an error.
 */
import { CORE_SCHEMA, load } from 'js-yaml';

/** Throws with line and column where the text is no YAML. */
export const readYaml = (text: string): unknown => load(text, { schema: CORE_SCHEMA });
