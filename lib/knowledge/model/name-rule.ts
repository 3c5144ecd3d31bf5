/** A name in a list is a plain text or a text with a rule. These functions read both. */
import type { Name, NameRule } from './schema.ts';

/** The text of a name. */
export const textOf = (name: Name): string => (typeof name === 'string' ? name : name.text);
/** The rule of a name; for a plain text, one without conditions. */
export const ruleOf = (name: Name): NameRule => (typeof name === 'string' ? { text: name } : name);
