/**
 * Converts the user's terms to entries of a list and back, so that both are found and shown in the
 * same way.
 */
import { KINDS } from '../knowledge/model/ids.ts';
import { textOf } from '../knowledge/model/name-rule.ts';
import type { Entry, KnowledgeList, Name, NameRule } from '../knowledge/model/schema.ts';
import { BLANK, TermId, namesOf, type Term } from './term.ts';
import * as v from 'valibot';

/**
 * The address of a source for a term without one, since a list requires it. The domain can never
 * exist (RFC 2606).
 */
const NOWHERE = 'https://own-note.invalid/';
const MAX_CLAIM_CHARS = 600;

function nameRule(text: string, term: Term): Name {
  const rule: NameRule = { text };
  if (term.case !== 'spelling') rule.case = term.case;
  if (!term.plural) rule.plural = false;
  if (term.not.length) rule.not = [...term.not];
  return Object.keys(rule).length === 1 ? text : rule;
}

/** Converts one of the user's terms to an entry. */
export function entryOf(term: Term): Entry {
  const { id, kind, name, note, link } = term;
  return {
    id,
    kind,
    name,
    names: { und: namesOf(term).map((text) => nameRule(text, term)) },
    what: { text: note.slice(0, MAX_CLAIM_CHARS).trim() || name, src: ['own'] },
    ...(note !== '' && { note }),
    ...(link !== '' && { link }),
    sources: { own: { url: link || NOWHERE, publisher: 'Own note', class: 'other', read: false } },
  };
}

const isKind = (kind: string): kind is Term['kind'] => KINDS.some((known) => known === kind);

/**
 * Converts an entry of any list to a term. `id`: the id to use if the entry is not one of the
 * user's own.
 */
export function termFrom(entry: Entry, id: string): Term {
  const names = Object.values(entry.names).flat();
  const rules = names.flatMap((name) => (typeof name === 'string' ? [] : [name]));
  const [rule] = rules;
  const link = entry.link ?? Object.values(entry.sources)[0]?.url ?? '';
  const texts = [...new Set(names.map(textOf))].filter((text) => text !== entry.name);
  return {
    ...BLANK,
    id: v.is(TermId, entry.id) ? entry.id : id,
    name: entry.name,
    aliases: texts.slice(0, 60),
    kind: isKind(entry.kind) ? entry.kind : 'term',
    note: entry.note ?? (entry.what.text === entry.name ? '' : entry.what.text),
    link: link.startsWith(NOWHERE) ? '' : link,
    // A term has one rule for all its names: that of the first name that has a rule.
    case: rules.length === names.length && rule?.case ? rule.case : 'spelling',
    plural: rule?.plural ?? true,
    not: [...new Set(rules.flatMap((one) => one.not ?? []))].slice(0, 60),
  };
}

/** The terms as a list to which others can subscribe. `today` is YYYY-MM-DD. */
export function listOf(terms: readonly Term[], title: string, today: string, version: number): KnowledgeList {
  return {
    format: 'tradegloss-list/1',
    id: 'own-terms',
    title,
    publisher: title,
    licence: 'all rights reserved',
    version,
    updated: today,
    expires: 24,
    entries: terms.map(entryOf),
    controls: [],
    acts: [],
    topics: [],
    countries: [],
  };
}
