/**
 * Describes a schema's faults for publishers: the missing field, and the values that are allowed.
 */
import type * as v from 'valibot';

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'yes or no (true or false)',
  array: 'a list, as [one, two]',
  loose_object: 'fields, as { one: …, two: … }',
  object: 'fields, as { one: …, two: … }',
  record: 'fields, as { one: …, two: … }',
};
/** Descriptions of formats whose regular expression is unreadable. */
const SHAPES: Readonly<Record<string, string>> = {
  kind: 'a kind is one word in lower case, such as company; it is the name of the folder',
  version: 'a version is a whole number, larger with every release',
};

const isMissing = ({ received }: v.BaseIssue<unknown>): boolean => received === 'undefined';
const given = ({ received }: v.BaseIssue<unknown>): string =>
  received.length > 60 ? `${received.slice(0, 59)}…` : received;

export function issueWords(issue: v.BaseIssue<unknown>): string {
  const field = String(issue.path?.at(-1)?.key ?? '');
  // Our own schemas carry messages that are clearer than those of valibot.
  if (!issue.message.startsWith('Invalid ')) return issue.message;
  if (isMissing(issue)) return 'is missing';
  const shape = SHAPES[field];
  if (shape !== undefined) return `${shape}; it is ${given(issue)}`;
  if (issue.type === 'max_length')
    return `is too long: at most ${String(issue.requirement)}, and it has ${given(issue)}`;
  if (issue.type === 'min_length') return 'is empty';
  if (issue.type === 'iso_date') return `is no day, as 2026-11-24; it is ${given(issue)}`;
  if (issue.type === 'url') return `is not a web address; it is ${given(issue)}`;
  const kind = KINDS[issue.type];
  if (kind !== undefined) return `has to be ${kind}; it is ${given(issue)}`;
  if (issue.expected)
    return `has to be one of ${issue.expected.replaceAll(' | ', ', ').replace(/^\(|\)$/g, '')}; it is ${given(issue)}`;
  return `cannot be taken as it is: ${given(issue)}`;
}
