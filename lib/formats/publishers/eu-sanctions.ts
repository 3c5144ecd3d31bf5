/** The shared part of both readers of the EU's list of financial sanctions (CSV and XML). */
import type { ListContext } from '../list-format.ts';
import { linkOf, type RowEntry } from '../row-entry.ts';
import { factsFrom } from './facts.ts';

const PUBLISHER = 'European Commission';

/** A party of the EU sanctions list, as its CSV and XML files both have it. */
export interface EuEntity {
  id: string;
  /** P or E for person or enterprise, or the word: files have both forms. */
  type: string;
  names: readonly { text: string; isStrong: boolean }[];
  reference: string;
  programme: string;
  regulation: string;
  published: string;
  designated: string;
  remark: string;
  country: string;
  url: string;
}

/** Null if the entity has no name. */
export function euEntry(entity: EuEntity, context: ListContext): RowEntry | null {
  const [first, ...others] = entity.names.filter(({ text }) => text.trim() !== '');
  if (!first) return null;
  const isPerson = /^p/i.test(entity.type);
  const link = linkOf(entity.url);
  return {
    key: entity.id,
    kind: isPerson ? 'person' : 'company',
    label: isPerson ? 'person' : 'entity',
    name: first.text,
    aliases: others.flatMap(({ text, isStrong }) => (isStrong ? [text] : [])),
    weak: others.flatMap(({ text, isStrong }) => (isStrong ? [] : [text])),
    what: `On the EU list of financial sanctions${entity.programme ? `, programme ${entity.programme}` : ''}`,
    country: /^(?!00)[A-Z]{2}$/.test(entity.country) ? entity.country : undefined,
    note: entity.remark,
    facts: factsFrom({
      'EU reference number': entity.reference,
      programme: entity.programme,
      regulation: entity.regulation,
      'published on': entity.published,
      'designated on': entity.designated,
    }),
    isOneWordHidden: isPerson,
    source: { url: link ?? context.url, publisher: PUBLISHER, class: 'official' },
  };
}

/** The header of the list. `changed`: its date of issue in ms since 1970; null if not stated. */
export const euHeader = (changed: number | null) => ({
  title: 'EU Consolidated Financial Sanctions List',
  publisher: PUBLISHER,
  licence: 'CC BY 4.0',
  changed,
});
