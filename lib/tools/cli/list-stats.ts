/**
 * Counts the contents of the list, and the share of its claims that each class of source supports.
 */
import type { Day, KnowledgeList, Source } from '../../knowledge/model/schema.ts';
import { SOURCE_CLASSES } from '../../knowledge/model/source-classes.ts';
import { indexKnowledge } from '../../knowledge/model/knowledge-index.ts';
import { STATES, carriesInForce, isLegal, isStrongSource } from '../../knowledge/status/states.ts';
import { statusAt } from '../../knowledge/status/status.ts';
import { DAYS_AHEAD, whatIsDue } from '../upkeep/due.ts';
import { sourceListsIn } from '../upkeep/source-lists.ts';

type Counts = Record<string, number>;
export type ListStats = {
  version: number;
  updated: Day;
  entries: number;
  byKind: Counts;
  names: number;
  byLanguage: Counts;
  /** Names that have a rule, and numbered forms. */
  ruledNames: number;
  forms: number;
  controls: number;
  acts: number;
  byAct: Counts;
  byBasis: Counts;
  /** Claims with their own source: sentences, facts, codes, memberships, offices, acts. */
  claims: number;
  /**
   * Entries whose every claim a second person compared with its sources, and those of them that
   * have an unconfirmed claim.
   */
  verified: number;
  unconfirmed: number;
  sources: number;
  byClass: Counts;
  /** Addresses that are known from citations only. */
  unreadSources: number;
  /**
   * The share of official texts, mirrors and law firms that were read, in per cent: of all
   * addresses; of all citations (a text that ten claims cite counts ten times); and of all claims,
   * for which one such source is enough.
   */
  strong: { addresses: number; citations: number; claims: number };
  /** Acts of law without such a source, by what they do. */
  weakActs: Counts;
  /** Controls by their state on the day of counting. */
  byState: Counts;
  due: { passed: number; ahead: number; searches: number };
};

const count = (counts: Counts, key: string, by = 1) => {
  counts[key] = (counts[key] ?? 0) + by;
};
const sorted = (counts: Counts): Counts => Object.fromEntries(Object.entries(counts).sort(([, a], [, b]) => b - a));

function countClaims(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + countClaims(item), 0);
  if (!value || typeof value !== 'object') return 0;
  return Object.values(value).reduce<number>((sum, inner) => sum + countClaims(inner), 'src' in value ? 1 : 0);
}

function strongShares(list: KnowledgeList, addresses: readonly Source[]): ListStats['strong'] {
  const claims = [...list.entries, ...list.controls, ...list.acts].flatMap((record) =>
    [...sourceListsIn(record)].map((keys) => keys.flatMap((key) => record.sources[key] ?? [])),
  );
  const citations = claims.flat();
  const share = (part: number, all: number) => (all === 0 ? 0 : Math.round((1000 * part) / all) / 10);
  return {
    addresses: share(addresses.filter(isStrongSource).length, addresses.length),
    citations: share(citations.filter(isStrongSource).length, citations.length),
    claims: share(claims.filter((sources) => sources.some(isStrongSource)).length, claims.length),
  };
}

/** `today`: the day for states and due dates. */
export function listStats(list: KnowledgeList, today: Day): ListStats {
  const byKind: Counts = {};
  const byLanguage: Counts = {};
  const byAct: Counts = {};
  const byBasis: Counts = {};
  const byState: Counts = {};
  const weakActs: Counts = {};
  let names = 0;
  let ruledNames = 0;
  let forms = 0;
  for (const entry of list.entries) {
    count(byKind, entry.kind);
    forms += entry.forms?.length ?? 0;
    for (const [language, own] of Object.entries(entry.names)) {
      count(byLanguage, language, own.length);
      names += own.length;
      ruledNames += own.filter((name) => typeof name !== 'string').length;
    }
  }
  for (const act of list.acts) {
    count(byAct, act.does);
    count(byBasis, act.basis);
    if (isLegal(act) && !carriesInForce(act)) count(weakActs, act.does);
  }
  const knowledge = indexKnowledge(list);
  for (const control of list.controls) {
    const row = statusAt(knowledge, control.text.instrument, today).find(
      (one) => one.control.id === control.id || one.continues.includes(control.id),
    );
    count(byState, row?.state ?? 'no row');
  }
  const sources = new Map<string, Source>();
  for (const record of [...list.entries, ...list.controls, ...list.acts])
    for (const source of Object.values(record.sources))
      if (sources.get(source.url)?.read !== undefined || !sources.has(source.url)) sources.set(source.url, source);
  const byClass: Counts = Object.fromEntries(SOURCE_CLASSES.map((name) => [name, 0]));
  for (const source of sources.values()) count(byClass, source.class);
  const due = whatIsDue(list, today);
  const verified = list.entries.flatMap((entry) => entry.verified || []);
  return {
    version: list.version,
    updated: list.updated,
    entries: list.entries.length,
    byKind: sorted(byKind),
    names,
    byLanguage: sorted(byLanguage),
    ruledNames,
    forms,
    controls: list.controls.length,
    acts: list.acts.length,
    byAct: sorted(byAct),
    byBasis: sorted(byBasis),
    claims: countClaims([...list.entries, ...list.controls, ...list.acts]),
    verified: verified.length,
    unconfirmed: verified.filter(
      ({ unconfirmed = 0 }) => (typeof unconfirmed === 'number' ? unconfirmed : unconfirmed.length) > 0,
    ).length,
    sources: sources.size,
    byClass,
    unreadSources: [...sources.values()].filter((source) => source.read === false).length,
    strong: strongShares(list, [...sources.values()]),
    weakActs: sorted(weakActs),
    byState: Object.fromEntries(
      [...STATES, 'no row'].flatMap((state) => (byState[state] === undefined ? [] : [[state, byState[state]]])),
    ),
    due: { passed: due.passed.length, ahead: due.ahead.length, searches: due.old.length },
  };
}

const line = (counts: Counts) =>
  Object.entries(counts)
    .map(([key, n]) => `${key} ${n}`)
    .join(', ');

/** The counts as lines for a terminal. */
export function statsText(stats: ListStats): string {
  return [
    `Version ${stats.version}, ${stats.updated}`,
    `${stats.entries} entries: ${line(stats.byKind)}`,
    `${stats.names} names: ${line(stats.byLanguage)}; ${stats.ruledNames} with a rule, ${stats.forms} numbered forms`,
    `${stats.controls} controls: ${line(stats.byState)}`,
    `${stats.acts} acts: ${line(stats.byAct)}; on the basis of ${line(stats.byBasis)}`,
    `${stats.claims} sourced claims; ${stats.verified} entries were checked against sources by a second person, in ${stats.unconfirmed} of them a claim could not be confirmed`,
    `${stats.sources} sources: ${line(stats.byClass)}; ${stats.unreadSources} known from citations, their own text not read`,
    `Official texts, mirrors and law firms that were read: ${stats.strong.addresses} % of the addresses, ${stats.strong.citations} % of the citations, and at least one behind ${stats.strong.claims} % of the claims`,
    `Acts of law without such a source: ${line(stats.weakActs) || 'none'}`,
    `Due: ${stats.due.passed} ends passed without a later act, ${stats.due.ahead} dates within ${DAYS_AHEAD} days, ${stats.due.searches} records for a new search`,
  ].join('\n');
}
