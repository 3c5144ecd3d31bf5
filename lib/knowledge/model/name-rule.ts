/** A name in a list is a plain text or a text with a rule. These functions read both. */
import type { Name, NameRule } from './schema.ts';

export const textOf = (name: Name): string => (typeof name === 'string' ? name : name.text);
export const ruleOf = (name: Name): NameRule => (typeof name === 'string' ? { text: name } : name);
