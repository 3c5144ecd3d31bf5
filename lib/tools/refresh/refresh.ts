/**
 * Writes machine-owned fields: yearly figures, and `checked`, the day on which a program last saw a
 * figure or a place on an official list as the base has it. It never adds or ends a membership,
 * because a similar name is no proof and a missing page is no delisting.
 */
import type { Day, Entry } from '../../knowledge/model/schema.ts';
import type { Item } from '../watch/item.ts';
import { setField, setValue } from './edit-yaml.ts';
import type { Figure } from './figures.ts';

/** A YAML file after a refresh. */
export interface RefreshedText {
  text: string;
  /** Descriptions of the changes, for the terminal and the pull request. */
  changes: string[];
}

const same = (text: string): RefreshedText => ({ text, changes: [] });

/** `text` is the entry's file. Only a person adds a missing fact. */
export function refreshFigure(
  text: string,
  entry: Entry,
  what: string,
  { value, year }: Figure,
  today: Day,
): RefreshedText {
  const place = entry.facts?.findIndex((fact) => fact.what === what) ?? -1;
  const fact = entry.facts?.[place];
  if (!fact) return { text, changes: [`${entry.id} has no fact "${what}": ${value} in ${year}`] };
  const path = ['facts', place];
  const checked = setField(text, path, 'checked', today);
  if (fact.value === value && fact.when === year) return { text: checked, changes: [] };
  return {
    text: setValue(setValue(checked, [...path, 'value'], value), [...path, 'when'], year),
    changes: [`${entry.id}: ${what} ${fact.value} (${fact.when ?? 'no year'}) is now ${value} (${year})`],
  };
}

/** `rows` are the rows of the list's answer that name the entry. */
export function refreshMembership(
  text: string,
  entry: Entry,
  list: string,
  rows: readonly Item[],
  today: Day,
): RefreshedText {
  const place = entry.memberOf?.findIndex(({ of, until }) => of === list && until === undefined) ?? -1;
  if (place < 0) return same(text);
  if (rows.length === 0) return { text, changes: [`${entry.id} was not seen on ${list}: look at it`] };
  return { text: setField(text, ['memberOf', place], 'checked', today), changes: [] };
}
