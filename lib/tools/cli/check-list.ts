/**
 * The checks that a schema cannot express: broken references, missing sources, impossible names and
 * dates.
 */
import { circularLinks, earlierControls } from '../../knowledge/model/continuations.ts';
import { indexKnowledge } from '../../knowledge/model/knowledge-index.ts';
import type { KnowledgeList } from '../../knowledge/model/schema.ts';
import { checkClaims } from './check-claims.ts';
import { checkNames } from './check-names.ts';
import type { Problem } from '../build/load-list.ts';

/** Every source key that the claims of a record cite. */
function citedKeys(record: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(record)) for (const item of record) citedKeys(item, found);
  else if (record && typeof record === 'object')
    for (const [field, value] of Object.entries(record)) {
      if (field === 'src' && Array.isArray(value)) for (const key of value) found.add(String(key));
      else if (field !== 'sources') citedKeys(value, found);
    }
  return found;
}

/**
 * Leads that name no measure of their entry or have no place in the order; a card would silently
 * skip them.
 */
function checkLeads(list: KnowledgeList, say: (id: string, message: string) => void): void {
  const { linksOf } = indexKnowledge(list);
  for (const { id, leads = [] } of list.entries) {
    const measures = new Set((linksOf.get(id) ?? []).map(({ control }) => control.id));
    for (const [place, { from, measure }] of leads.entries()) {
      if (!measures.has(measure)) say(id, `leads with ${measure}, which does not touch it`);
      const before = leads[place - 1];
      if (before && (from === undefined || (before.from ?? '') >= from))
        say(id, `leads with ${measure} from ${from ?? 'no day'}, which is no later than the lead before it`);
    }
  }
}

/**
 * `isBeside`: true for entries of the built-in list, which every user has and other lists may refer
 * to.
 */
export function checkList(
  list: KnowledgeList,
  files: ReadonlyMap<string, string>,
  isBeside: (id: string) => boolean = () => false,
): Problem[] {
  const problems: Problem[] = [];
  const entries = new Set(list.entries.map((entry) => entry.id));
  const say = (id: string, message: string) => problems.push({ file: files.get(id) ?? id, message });
  for (const record of [...list.entries, ...list.controls, ...list.acts])
    for (const key of citedKeys(record))
      if (!(key in record.sources)) say(record.id, `cites the source ${key}, which is not among its sources`);
  for (const [from, id] of entriesNamed(list))
    if (id !== undefined && !entries.has(id) && !isBeside(id)) say(from, `names ${id}, which is not there`);
  checkCodes(list, say);
  checkControls(list, say);
  checkLeads(list, say);
  return [...problems, ...checkClaims(list, files), ...checkNames(list, files)];
}

/** The entries that each record names, with the record. */
function* entriesNamed(list: KnowledgeList): Generator<[from: string, id: string | undefined]> {
  for (const { id, parent, maker, related = [], memberOf = [], forms = [] } of list.entries)
    for (const named of [
      parent,
      maker,
      ...related,
      ...memberOf.map(({ of }) => of),
      ...forms.flatMap(({ body }) => body),
    ])
      yield [id, named];
  for (const { id, by, text, covers } of list.controls)
    for (const named of [by, text.instrument, ...covers.flatMap(({ entry, list: group }) => [entry, group])])
      yield [id, named];
  for (const { id, text } of list.acts) yield [id, text?.instrument];
}

/** Finds numbers without a title: nobody knows by heart what a number covers. */
function checkCodes({ entries }: KnowledgeList, say: (id: string, message: string) => void): void {
  for (const { id, codes = [] } of entries)
    for (const { scheme, code, label } of codes)
      if (label === undefined) say(id, `gives ${scheme} ${code} without a label that says what it covers`);
}

/**
 * Finds references to missing controls, in controls and in acts, and controls that cover nothing.
 */
function checkControls(list: KnowledgeList, say: (id: string, message: string) => void): void {
  const controls = new Set(list.controls.map((control) => control.id));
  for (const control of list.controls) {
    if (control.covers.some((cover) => !cover.entry && !cover.list))
      say(control.id, 'has a cover without entry or list');
    for (const id of earlierControls(control))
      if (!controls.has(id)) say(control.id, `continues ${id}, which is not there`);
  }
  for (const [id, back] of circularLinks(list.controls))
    say(id, `continues ${back.join(', ')}, which leads back to it: controls cannot carry each other on in a circle`);
  for (const act of list.acts)
    for (const id of act.on) if (!controls.has(id)) say(act.id, `is on ${id}, which is not there`);
}
